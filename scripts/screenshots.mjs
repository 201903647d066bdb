#!/usr/bin/env node
/**
 * Makes the pictures of docs/desk.md from the built desk on the example pages, in Chromium, by keyboard and mouse as a person
 * would.
 *
 *   node scripts/screenshots.mjs [NAME…]   those of these names; all unless given
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { haveChromium } from './chromium.mjs'
import { smaller } from './png.mjs'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'docs', 'desk')
/** Bytes that a picture may have: the page with all of them is to load at once. */
const MOST = 150_000
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--hide-scrollbars',
]

const draft = readFileSync(join(ROOT, 'examples', 'check', 'draft.md'), 'utf8')

/** The first statement that has these words. */
async function statement(address, words) {
  const { items } = await (await fetch(`${address}api/statements?q=${encodeURIComponent(words)}&sort=oldest`)).json()
  if (items.length === 0) throw new Error(`No statement has ${words}`)
  return items[0]
}

async function speaker(address, name) {
  const { items } = await (await fetch(`${address}api/speakers?name=${encodeURIComponent(name)}`)).json()
  if (items.length === 0) throw new Error(`There is no ${name}`)
  return items[0]
}

async function correct(address, change) {
  const body = JSON.stringify({ change, by: 'ana' })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}api/corrections`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}

/** Settles three of the links that the ledger only offers, as a person would in Read. */
async function settle(address) {
  const claim = await statement(address, '"9,000 and 14,000"')
  for (const [words, is] of [
    ['"a work of fiction written far"', 'denies'],
    ['"There are no camps"', 'denies'],
    ['"The pattern is the same"', 'supports'],
  ]) {
    const answer = await statement(address, words)
    await correct(address, { kind: 'link', answer: answer.said.id, claim: claim.said.id, is })
  }
  return claim
}

const go = (page, address, place) => page.goto(`${address}#${place}`)

/** Each picture: its name and height, whether it is dark, and what is done before it is taken. */
const PICTURES = [
  {
    name: 'start',
    height: 640,
    async show(page, address) {
      await go(page, address, '/read')
      await page.getByText('Lately added').waitFor()
    },
  },
  {
    name: 'read',
    height: 840,
    async show(page, address) {
      const { said } = await statement(address, '"Three weeks ago"')
      await go(page, address, `/read/${said.page}?s=${said.id}`)
      await page.locator('.shown').first().waitFor()
    },
  },
  {
    name: 'read-dark',
    height: 640,
    isDark: true,
    async show(page, address) {
      const { said } = await statement(address, '"a river of ice"')
      await go(page, address, `/read/${said.page}`)
      await page.locator('[data-entrance]').first().waitFor()
      await page.keyboard.press('f')
      await page.locator('[data-entrance]').nth(2).hover()
      await page.locator('.shown').first().waitFor()
    },
  },
  {
    name: 'search',
    height: 700,
    async show(page, address) {
      await go(page, address, '/search?q=camp*%20OR%20held')
      await page.locator('[role=option], .entry, article').first().waitFor()
    },
  },
  {
    name: 'speaker',
    height: 800,
    async show(page, address) {
      await settle(address)
      const { id } = await speaker(address, 'Ilan Gorsky')
      await go(page, address, `/speakers/${id}`)
      await page.getByRole('heading', { name: 'Ilan Gorsky' }).waitFor()
    },
  },
  {
    name: 'dispute',
    height: 800,
    async show(page, address) {
      const claim = await settle(address)
      await go(page, address, `/disputes/${claim.said.id}`)
      await page.getByText('work of fiction').first().waitFor()
    },
  },
  {
    name: 'timeline',
    height: 700,
    isDark: true,
    async show(page, address) {
      await go(page, address, '/timeline?from=2026-05-01&to=2026-05-31')
      await page.locator('svg.timeline [data-mark]').first().waitFor()
    },
  },
  {
    name: 'check',
    height: 760,
    async show(page, address) {
      await go(page, address, '/check')
      await page.getByLabel('The draft').fill(draft)
      await page.getByRole('button', { name: 'Check it' }).click()
      await page.locator('[data-current]').waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
    },
  },
  {
    name: 'review',
    height: 760,
    isDark: true,
    async show(page, address) {
      const { said } = await statement(address, '"There is no public money"')
      await go(page, address, `/review/${said.page}?s=${said.id}`)
      await page.getByRole('button', { name: /^Right/ }).waitFor()
    },
  },
  {
    name: 'library',
    height: 800,
    async show(page, address) {
      await go(page, address, '/library')
      await page.getByRole('button', { name: 'Verify' }).click()
      await page.getByText('are as they were kept').waitFor()
    },
  },
  {
    name: 'phone',
    width: 375,
    height: 760,
    async show(page, address) {
      const { said } = await statement(address, '"There is no public money"')
      await go(page, address, `/read/${said.page}?s=${said.id}`)
      await page.locator('.shown').first().waitFor()
    },
  },
]

async function main() {
  const { path, reason } = haveChromium()
  if (!path) throw new Error(reason)
  const wanted = process.argv.slice(2)
  // Always the same, for a picture shows it.
  const home = join(tmpdir(), 'onrecord-tour')
  mkdirSync(home)
  const server = spawn(
    process.execPath,
    [join(ROOT, 'dist/cli/main.js'), 'desk', '--examples', '--no-open', '--port', '0'],
    { env: { ...process.env, XDG_DATA_HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const browser = await chromium.launch({ executablePath: path, args: FLAGS })
  try {
    const address = await ready(server, () => said)
    mkdirSync(FOLDER, { recursive: true })
    for (const { name, width = 1200, height, isDark = false, show } of PICTURES) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: isDark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      })
      const page = await context.newPage()
      page.on('pageerror', (error) => {
        throw error
      })
      await show(page, address)
      await page.waitForLoadState('networkidle')
      const file = join(FOLDER, `${name}.png`)
      const picture = smaller(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
      await context.close()
      console.log(`docs/desk/${name}.png  ${Math.ceil(picture.length / 1000)} kB`)
      if (picture.length > MOST) throw new Error(`${name}.png has more than ${MOST / 1000} kB; make it lower.`)
      writeFileSync(file, picture)
    }
  } finally {
    await browser.close()
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
}

/** The desk's address, once all example pages are in its ledger. */
async function ready(server, said) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(said())
    const address = /http:\S+\//.exec(said())?.[0]
    if (address) {
      const { open, runs } = await (await fetch(`${address}api/imports`)).json()
      if (open.length === 0 && runs.length > 0) return address
    }
    await wait(200)
  }
}

await main()
