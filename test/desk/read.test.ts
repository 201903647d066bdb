import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageId } from '../../src/core/model/index.js'
import { type Desk, deskWith } from './desk.js'
import { STRIKE, somePages } from './pages.js'

/** A text as it is copied out of a page. */
const BRIDGE = `Bridge over the Tarn to open in spring

The bridge over the river Tarn will be opened to traffic in May, the mayor of the town, Lena Roth, said on Monday.

“It has cost us nine million, and it will be worth every penny of it,” Roth told the council.

The old ferry was given up last year and sold to a town further down the river. Since then people in the valley have had to drive for an hour to reach the hospital, the library and the market.

Karl Venn, who speaks for the farmers, said that the road to the bridge was still too narrow for their machines.
`

let desk: Desk
let strike: PageId

beforeAll(async () => {
  const pages = await somePages()
  strike = (pages[1] as (typeof pages)[number]).record.page.id
  desk = await deskWith(pages)
}, 120_000)
afterAll(() => desk?.close())

test('a pasted page is read, its statements marked, and kept only when a person says so', async () => {
  const { page, wrongs } = await desk.tab()
  const before = (await desk.ledger.counts()).pages
  await page.getByLabel('The page, as it comes').fill(BRIDGE)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText('It has cost us nine million').first().waitFor()
  expect(page.url()).toBe(`${desk.address}#/read/unkept`)
  expect(await page.locator('.reading [data-entrance]').count()).toBeGreaterThan(1)
  expect((await desk.ledger.counts()).pages).toBe(before)

  await page.reload()
  await page.getByText('It has cost us nine million').first().waitFor()
  await page.getByRole('button', { name: 'Keep in the ledger' }).click()
  await page.getByText('The page is in the ledger.').waitFor()
  expect(page.url()).toMatch(/#\/read\/[0-9a-f]{64}$/)
  expect((await desk.ledger.counts()).pages).toBe(before + 1)
  expect(wrongs).toEqual([])
})

test('every statement of the record is marked, and pointing at one joins its mention, cue and content', async () => {
  const { page, wrongs } = await desk.tab(`#/read/${strike}`)
  const record = await desk.ledger.record(strike)
  const marks = page.locator('.reading [data-entrance]')
  await marks.first().waitFor()
  expect(await marks.count()).toBe(record.statements.length)

  const said = page.locator('.reading .content', { hasText: 'We were offered four per cent' })
  await said.hover()
  await page.locator('.reading svg path').first().waitFor({ state: 'attached' })
  const shown = page.locator('.reading .shown')
  expect((await shown.allInnerTexts()).join(' ')).toMatch(/four per cent.*said.*Mira Toller/s)
  expect(await page.locator('.reading svg path').count()).toBe(2)
  for (const name of ['content', 'cue', 'mention'])
    expect(await page.locator(`.reading .shown.${name}`).count()).toBeGreaterThan(0)

  await page.mouse.move(5, 5)
  await expect.poll(() => shown.count()).toBe(0)
  await said.focus()
  await expect.poll(() => shown.count()).toBeGreaterThan(2)
  expect(wrongs).toEqual([])
})

test('by keyboard: j and k go through the statements, Enter opens the one in focus, Escape closes it, f unfolds', async () => {
  const { page, wrongs } = await desk.tab(`#/read/${strike}`)
  await page.locator('.reading [data-entrance]').first().waitFor()
  const detail = page.getByRole('region', { name: 'The statement', exact: true })
  const selected = () => new URL(page.url()).hash.match(/s=([^&]+)/)?.[1] ?? null
  await page.keyboard.press('j')
  await detail.waitFor()
  const first = selected()
  await page.keyboard.press('j')
  await expect.poll(selected).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(selected).toBe(first)
  await page.keyboard.press('Escape')
  await detail.waitFor({ state: 'detached' })

  const entrance = page.locator('.reading [data-entrance][tabindex="0"]')
  await entrance.focus()
  await page.keyboard.press('Enter')
  await detail.waitFor()
  expect(selected()).toBe(await entrance.getAttribute('data-entrance'))

  const menu = page.locator('.reading details.furniture').getByText('Sport')
  expect(await menu.isVisible()).toBe(false)
  await page.keyboard.press('f')
  await expect.poll(() => menu.isVisible()).toBe(true)
  expect(wrongs).toEqual([])
})

test('the detail has the act, the hedge, how sure it is and why', async () => {
  const { page, wrongs } = await desk.tab(`#/read/${strike}`)
  await page.locator('.reading .content', { hasText: 'go on until Sunday' }).first().click()
  const detail = page.getByRole('region', { name: 'The statement', exact: true })
  await detail.waitFor()
  const words = (await detail.textContent()) ?? ''
  expect(words).toContain('Mira Toller')
  expect(words).toMatch(/Hedges\s*might/)
  expect(words).toMatch(/How sure\s*\d+ %/)
  expect(words).toMatch(/Why\s*\S+/)
  expect(await detail.getByRole('link', { name: 'Review' }).getAttribute('href')).toContain(`#/review/${strike}`)
  expect(wrongs).toEqual([])
})

test('marks are toggled by speaker, act and kind; the address brings them back', async () => {
  const { page, wrongs } = await desk.tab(`#/read/${strike}`)
  const marks = page.locator('.reading [data-entrance]')
  await marks.first().waitFor()
  const all = await marks.count()
  await page.getByRole('checkbox', { name: /Mira Toller/ }).click()
  await expect.poll(() => marks.count()).toBe(all - 2)
  await page.getByRole('button', { name: /^direct \d/ }).click()
  await expect.poll(() => marks.count()).toBe(1)
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await marks.first().waitFor()
  expect(await marks.count()).toBe(1)
  expect(await page.getByRole('checkbox', { name: /Mira Toller/ }).isChecked()).toBe(false)
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect.poll(() => marks.count()).toBe(2)
  expect(wrongs).toEqual([])
})

test('a file is read; one that cannot be read says why, and nothing is lost', async () => {
  const { page, wrongs } = await desk.tab()
  const choose = page.locator('input[type=file]')
  await choose.setInputFiles({
    name: 'tune.mp3',
    mimeType: 'audio/mpeg',
    buffer: Buffer.from('ID3\u0003\u0000'.padEnd(4000, '\u0001')),
  })
  await page.locator('.notices .problem').waitFor()
  expect(await page.locator('.notices .problem').textContent()).toMatch(/tune\.mp3/)
  await choose.setInputFiles({ name: 'strike.html', mimeType: 'text/html', buffer: Buffer.from(STRIKE) })
  await page.getByRole('heading', { level: 1, name: 'Dockers of Lissen vote on the pay deal' }).waitFor()
  // The browser tells by itself of the answer that said why.
  expect(wrongs.filter((each) => !/status of 4\d\d/.test(each))).toEqual([])
})
