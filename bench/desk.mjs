/**
 * The desk in Chromium, on `onrecord desk`: what its first load weighs, how soon it can be used, and how long after a key, a
 * move of the mouse or a click the screen has changed, in a long reading and in a list of 100,000 statements. That list is
 * answered in the server's place, from the statements of a small ledger over and over: what it costs the server to find
 * among a million is measured by bench/server.mjs.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.mjs'
import { fill } from './ledger.mjs'
import { median, ROOT, table } from './library.mjs'

export const title = 'The desk'

const PAGES = 200
const LISTED = 100_000
const TIMES = 20
const PARAGRAPHS = 101
const DESK = join(ROOT, 'dist', 'desk')

/** From an event's own time to the frame after the one that shows what it did: ms, on the window as `took`. */
const WATCH = `window.took = []
for (const type of ['keydown', 'click', 'mouseover', 'wheel']) addEventListener(type, (event) => {
  if (window.watched !== type) return
  window.watched = null
  requestAnimationFrame(() => requestAnimationFrame(() => window.took.push(performance.now() - event.timeStamp)))
}, { capture: true, passive: true })`

const packed = (names) => {
  const bytes = names.map((name) => readFileSync(join(DESK, name)))
  const sum = (pack) => bytes.reduce((all, each) => all + pack(each).length, 0) / 1000
  return { plain: sum((each) => each), gzip: sum(gzipSync), brotli: sum(brotliCompressSync) }
}

/** Three ways in which something is said. */
const SAID = [
  (i, name) =>
    `“The bridge of case ${i} over the river will be mended before the winter and nobody in the ward will have to pay for it,” ${name} said on Tuesday.`,
  (i, name) =>
    `${name} said that the road of case ${i} had been closed for a month and that the people of the ward had never been told why it was.`,
  (i, name) => `${name} told reporters on Monday that the school of case ${i} would be opened again in the spring.`,
]
const REST =
  'The ward lies between the river and the old road, with a market on the first day of each month and a ferry that crosses when the water is low enough for it, which in some years is not before May.'

/** An article of some 10,000 words with some 400 statements by ten speakers. */
function longArticle() {
  const names =
    'Ana Okafor,Pavel Dorn,Mira Toller,Jonas Brandt,Rita Sand,Lena Roth,Karl Venn,Nora Quill,Eve Hill,Ivo Marsh'.split(
      ',',
    )
  return Array.from({ length: PARAGRAPHS }, (_, i) => {
    const said = SAID.map((way, k) => way(i * 3 + k, names[(i * 7 + k * 3) % names.length]))
    return [...said, REST].join(' ')
  }).join('\n\n')
}

async function started(place) {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  const args = ['desk', '--no-open', '--port', String(port), '--ledger', place, '--tagger', 'rules']
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli', 'main.js'), ...args], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`onrecord desk ended with ${child.exitCode}`)
    if ((await fetch(`${url}healthz`).catch(() => null))?.ok) return { child, url }
    await wait(100)
  }
}

/** Playwright's own waiting evaluates text on the page, which the desk's policy forbids. */
async function until(page, expression) {
  for (const end = Date.now() + 20_000; !(await page.evaluate(expression)); await wait(20))
    if (Date.now() > end) throw new Error(`It did not come to ${expression}.`)
}

/** Does something `TIMES` times; the median and the slowest from input to paint, ms. */
async function timed(page, type, act) {
  await page.evaluate('window.took = []')
  for (let i = 0; i < TIMES; i++) {
    await page.evaluate(`window.watched = '${type}'`)
    await act(i)
    await until(page, `window.took.length === ${i + 1}`)
  }
  const took = await page.evaluate('window.took')
  return { middle: median(took), most: Math.max(...took) }
}

/** From the navigation's start until what a person came for is there and has been painted, ms. */
async function usable(browser, address, there) {
  const times = []
  for (let i = 0; i < 5; i++) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.addInitScript(`new MutationObserver((_, observer) => {
      if (!document.querySelector(${JSON.stringify(there)})) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now() }))
    }).observe(document, { childList: true, subtree: true })`)
    await page.goto(address)
    await until(page, 'window.usable')
    times.push(await page.evaluate('window.usable'))
    await context.close()
  }
  return { middle: median(times), most: Math.max(...times) }
}

/** Answers questions for statements with those of the ledger over and over, until there are `LISTED`. */
async function listed(page, url) {
  const { items } = await (await fetch(`${url}api/statements?limit=200`)).json()
  await page.route('**/api/statements?*', (route) => {
    const { searchParams } = new URL(route.request().url())
    const from = Number.parseInt((searchParams.get('cursor') ?? 'o0').slice(1), 36)
    const part = Array.from({ length: Number(searchParams.get('limit')) }, (_, i) => {
      const entry = items[(from + i) % items.length]
      return { ...entry, said: { ...entry.said, id: `${from + i}` } }
    })
    return route.fulfill({ json: { items: part, total: LISTED, more: false, next: null } })
  })
}

export async function run() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: install one, or name its path in CHROMIUM.')
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-desk-'))
  const place = join(folder, 'ledger.db')
  await fill('SQLite', place, PAGES)
  const { child, url } = await started(place)
  const flags = ['--no-sandbox', '--disable-gpu']
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, HOME: folder } })
  const rows = [['what', 'median, ms', 'slowest, ms']]
  const figures = {}
  const row = (what, { middle, most }) => {
    rows.push([what, middle.toFixed(0), most.toFixed(0)])
    figures[what] = middle
  }
  try {
    row('usable: Read', await usable(browser, url, '.recent li'))
    row('usable: Search', await usable(browser, `${url}#/search`, '.frame li article'))
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.addInitScript(WATCH)
    await page.goto(url)
    // As an article and nothing else: paragraphs that are so much alike would be taken for furniture.
    await page.route('**/api/read', (route) => {
      const asked = JSON.parse(route.request().postData())
      return route.continue({ postData: JSON.stringify({ ...asked, kind: 'article' }) })
    })
    await page.locator('textarea').fill(longArticle())
    await page.getByRole('button', { name: 'Read it' }).click()
    const marks = page.locator('.reading [data-entrance]')
    await marks.first().waitFor()
    const statements = await marks.count()
    const words = (await page.locator('.reading').textContent()).split(/\s+/).length
    const content = page.locator('.reading .content')
    row('reading: j', await timed(page, 'keydown', () => page.keyboard.press('j')))
    row('reading: pointing at a statement', await timed(page, 'mouseover', (i) => content.nth(60 + 2 * i).hover()))
    row('reading: a click on a statement', await timed(page, 'click', (i) => content.nth(60 + 2 * i).click()))
    const boxes = page.locator('.toggles input')
    row('reading: a speaker on or off', await timed(page, 'click', (i) => boxes.nth(i % 10).click()))

    await listed(page, url)
    await page.goto(`${url}#/search`)
    await page.locator('.frame li article').first().waitFor()
    const total = await page.locator('[role=status]').first().textContent()
    await page.locator('.frame li').nth(2).hover()
    row('list: the wheel', await timed(page, 'wheel', () => page.mouse.wheel(0, 700)))
    row('list: j', await timed(page, 'keydown', () => page.keyboard.press('j')))
    await page.locator('#words').focus()
    row('list: a letter typed', await timed(page, 'keydown', (i) => page.keyboard.press('water road '[i % 11])))
    const { plain, gzip, brotli } = packed(firstLoad())
    const all = packed(readdirSync(join(DESK, 'assets')).map((name) => join('assets', name)))
    const body = [
      table([
        ['script and style', 'plain, kB', 'gzip, kB', 'brotli, kB'],
        ['first load', plain.toFixed(1), gzip.toFixed(1), brotli.toFixed(1)],
        ['all views', all.plain.toFixed(1), all.gzip.toFixed(1), all.brotli.toFixed(1)],
      ]),
      table(rows),
      `The reading has ${words.toLocaleString('en-GB')} words with ${statements} statements; the list says “${total.trim()}”. From an event’s own time to the second frame after it, so at least one frame (17 ms) more than it took; ${TIMES} times each, usable 5 times in a fresh profile. Server and browser share the machine.`,
    ].join('\n\n')
    return { body, figures: { ...figures, firstLoadBrotli: brotli, firstLoadGzip: gzip } }
  } finally {
    await browser.close()
    child.kill('SIGINT')
    await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The files that index.html names. */
function firstLoad() {
  const index = readFileSync(join(DESK, 'index.html'), 'utf8')
  return [...index.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name)
}
