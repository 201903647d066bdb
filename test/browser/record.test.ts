import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page as Tab } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page, Reading, Statement } from '../../src/core/model/index.js'
import { pageFromFile } from '../../src/node/index.js'
import { builtCli } from '../build.js'
import { EXAMPLES, filesIn } from '../examples.js'
import { FLAGS } from './flags.js'

/** The built package in a real browser gives the same record as in Node, byte for byte. */
const ROOT = join(import.meta.dirname, '..', '..')
const ENTRY = join(ROOT, 'dist', 'index.js')
const { findChromium } = (await import(join(ROOT, 'scripts', 'chromium.mjs'))) as { findChromium(): string | null }

interface Library {
  read(page: Page): Reading
  findStatements(reading: Reading, tagger: unknown): Promise<Statement[]>
  rulesTagger: unknown
}

let profile: string
let browser: Browser | undefined
let tab: Tab
let bundle: string

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('There is no Chromium: install one (apt-get install chromium), or name its path in CHROMIUM.')
  }
  await builtCli()
  const built = await rolldown({
    input: 'entry',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'entry' ? source : source === 'onrecord' ? ENTRY : null),
        load: (id) => (id === 'entry' ? "export { read, findStatements, rulesTagger } from 'onrecord'" : null),
      },
    ],
  })
  const { output } = await built.generate({ format: 'iife', name: 'onrecord' })
  await built.close()
  bundle = output[0].code

  profile = mkdtempSync(join(tmpdir(), 'onrecord-browser-'))
  browser = await chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: profile },
  })
  tab = await browser.newPage()
  await tab.goto('about:blank')
  await tab.addScriptTag({ content: bundle })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  rmSync(profile, { recursive: true, force: true })
})

test('the bundle for a browser has nothing of Node in it', () => {
  expect(bundle).not.toMatch(/\brequire\(|node:[a-z]/)
})

test.each(filesIn(EXAMPLES))('%s', async (name) => {
  const page = await pageFromFile(join(EXAMPLES, name))
  const { read, findStatements, rulesTagger } = (await import(ENTRY)) as Library
  const reading = read(page)
  const here = JSON.stringify({ reading, statements: await findStatements(reading, rulesTagger) })
  const there = await tab.evaluate(async (given) => {
    const { read, findStatements, rulesTagger } = (globalThis as unknown as { onrecord: Library }).onrecord
    const reading = read(given)
    return JSON.stringify({ reading, statements: await findStatements(reading, rulesTagger) })
  }, page)
  expect(there).toBe(here)
})

test('a page in the tab can be read from its own source', async () => {
  const html = readFileSync(join(EXAMPLES, 'news-page.html'), 'utf8')
  await tab.setContent(html)
  await tab.addScriptTag({ content: bundle })
  const said = await tab.evaluate(() => {
    const { read } = (globalThis as unknown as { onrecord: Library }).onrecord
    const source = (globalThis as unknown as { document: { documentElement: { outerHTML: string } } }).document
      .documentElement.outerHTML
    return read({ id: '0'.repeat(64), kind: 'html', text: source, url: null, charset: null } as Page).meta.title
  })
  expect(said).toBe('Lissen dockers vote to end three-week strike after pay deal')
})
