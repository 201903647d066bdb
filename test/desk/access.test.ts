import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StatementId } from '../../src/core/model/index.js'
import { arrival, article } from '../node/ledger/pages.js'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

/** Everybody can use it: what axe-core finds, by the rules of WCAG, and text that runs from right to left. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HEBREW = article(
  'ראש העיר: הגשר ייפתח באביב',
  [
    '“הגשר ייפתח באביב,” אמרה לנה רוט, ראש העיר.',
    'The mayor, Lena Roth, said on Monday that the bridge would open in spring.',
    '“הגשר ייפתח באביב ולא יום אחד מאוחר יותר,” said David Cohen, who speaks for the town.',
  ],
  { publisher: 'ידיעות הנהר' },
)

let desk: Desk
const views = new Map<string, string>()
beforeAll(async () => {
  const pages = [...(await somePages()), await arrival(HEBREW, { name: 'hebrew.html' })]
  desk = await deskWith(pages)
  const { items } = await desk.ledger.disputes({ words: '', offered: true })
  const claim = items[0]?.claim.said.id as StatementId
  const { items: okafor } = await desk.ledger.find({ words: '"without notice"' })
  const entry = okafor[0]
  if (!entry?.said.speaker) throw new Error('The ledger lacks what the views are to show.')
  for (const [name, view] of [
    ['start', '#/'],
    ['read', `#/read/${entry.page.id}?s=${entry.said.id}`],
    ['search', '#/search?q=hearing'],
    ['speakers', `#/speakers/${entry.said.speaker.id}`],
    ['disputes', `#/disputes/${claim}?offered=true`],
    ['timeline', '#/timeline'],
    ['check', '#/check'],
    ['review', '#/review'],
    ['library', '#/library'],
    ['no such view', '#/nowhere'],
  ] as const)
    views.set(name, view)
}, 120_000)
afterAll(() => desk?.close())

test.each([
  ['light', 375],
  ['light', 1440],
  ['dark', 375],
  ['dark', 1440],
] as const)(
  'axe finds nothing serious in any view, %s, at %i px; nothing is wider than the screen',
  async (colorScheme, width) => {
    const { page, wrongs } = await desk.tab('', { colorScheme, viewport: { width, height: 900 } })
    await page.addInitScript(AXE)
    for (const [name, view] of views) {
      await page.goto('about:blank')
      await page.goto(desk.address + view)
      await page.locator('main h1, main [role=alert]').first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      if (name === 'check') {
        await page
          .getByLabel('The draft, or a language model’s answer')
          .fill('“Night shifts are always paid triple,” said Jonas Brandt.')
        await page.getByRole('button', { name: 'Check it' }).click()
        await page.locator('.cards article').first().waitFor()
      }
      const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      expect(serious, name).toEqual([])
      const across = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(across, `${name}: wider than the screen`).toBeLessThanOrEqual(0)
    }
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    const { violations } = (await page.evaluate('axe.run("dialog", { resultTypes: ["violations"] })')) as AxeResults
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    expect(wrongs).toEqual([])
  },
)

test('what runs from right to left does so, wherever it is shown', async () => {
  const { items } = await desk.ledger.pages({ words: 'hebrew.html' })
  const id = items.find(({ page }) => page.name === 'hebrew.html')?.page.id
  const { page, wrongs } = await desk.tab(`#/read/${id}`)
  const direction = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element: unknown) => {
        const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: unknown): { direction: string } }
        return getComputedStyle(element).direction
      })
  await page.locator('.reading .block').first().waitFor()
  expect(await direction('main h1')).toBe('rtl')
  expect(await direction('.reading p:has-text("ראש העיר")')).toBe('rtl')
  expect(await direction('.reading p:has-text("The mayor, Lena Roth")')).toBe('ltr')
  await page.locator('.reading .content', { hasText: 'ולא יום אחד' }).click()
  await page.getByRole('region', { name: 'The statement', exact: true }).waitFor()
  expect(await direction('aside blockquote')).toBe('rtl')
  await page.goto(`${desk.address}#/search?q=${encodeURIComponent('הגשר')}`)
  await page.locator('.frame li article').first().waitFor()
  expect(await direction('.frame li blockquote')).toBe('rtl')
  await page.goto(`${desk.address}#/library`)
  await page.locator('.frame li a.page').first().waitFor()
  expect(await direction('.frame li a.page span:has-text("ראש העיר")')).toBe('rtl')
  expect(wrongs).toEqual([])
})
