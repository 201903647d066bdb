import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskStatic } from '../../src/cli/desk-static.js'
import { FLAGS } from '../browser/flags.js'
import { served } from './serve.js'

const ROOT = join(import.meta.dirname, '..', '..')
const { findChromium } = (await import(join(ROOT, 'scripts', 'chromium.mjs'))) as { findChromium(): string | null }

const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-tab-'))
let site: Awaited<ReturnType<typeof served>>
let context: BrowserContext
/** What went wrong in any tab: errors, and requests to anywhere else. */
const wrong: string[] = []

const PAGE = `<!doctype html><html lang="en"><head><title>Quarry opens again</title></head><body><article><h1>Quarry opens again</h1>
<p>The quarry at Lissen opened again on Monday, three years after it was closed because of the dust.</p>
<p>“The dust is gone, and the road is clean,” said Ilse Brandt, who runs the quarry with forty workers.</p>
<p>The mayor, Pavel Dorn, denied that the council had been paid. He said the permit was given by the law of the province.</p>
<p>The road past the school will be closed to lorries in the mornings, the council says in a letter to all households.</p>
</article></body></html>`

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: install one, or name its path in CHROMIUM.')
  const built = join(folder, 'built')
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode: 'tab', logLevel: 'error', build: { outDir: built } })
  await deskStatic(join(folder, 'desk'), built)
  site = await served(join(folder, 'desk'))
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: folder },
  })
}, 120_000)

afterAll(async () => {
  await context?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function tab(path = ''): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.address) && !request.url().startsWith('blob:')) wrong.push(request.url())
  })
  await page.goto(site.address + path)
  return page
}

test('a page is read and kept in the tab, found after it is loaded again, and gone through; nothing leaves it', async () => {
  const page = await tab()
  await page.getByLabel('The page, as it comes').fill(PAGE)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('heading', { name: 'Quarry opens again', level: 1 }).waitFor({ timeout: 60_000 })
  expect(await page.locator('.reading .content').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Keep in the ledger' }).click()
  await page.waitForURL(/#\/read\/[0-9a-f]{64}/, { timeout: 60_000 })

  await page.goto(`${site.address}#/search?q=dust`)
  await page.reload()
  await page.getByRole('link', { name: /The dust is gone/ }).waitFor({ timeout: 30_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toBe('statements.csv')

  await page.goto(`${site.address}#/review`)
  await page.getByRole('button', { name: /^Right/ }).click()
  await page.getByText(/^Accepted: /).waitFor()
  expect(wrong).toEqual([])

  const second = await tab()
  await second.getByRole('alert').waitFor({ timeout: 30_000 })
  expect(await second.getByRole('alert').textContent()).toMatch(/another tab/i)
  await context.close()
}, 180_000)
