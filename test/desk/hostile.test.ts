import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Arrival } from '../../src/core/ledger/port.js'
import { type Desk, deskWith } from './desk.js'
import { hostilePages } from './hostile-pages.js'

let desk: Desk
let pages: Arrival[]
beforeAll(async () => {
  pages = await hostilePages()
  desk = await deskWith(pages)
}, 180_000)
afterAll(() => desk?.close())

/** What a page may have done to the tab. */
const MARKS_LEFT = `[window.ran, Object.prototype.polluted, Object.prototype.ran, document.querySelectorAll(
  'script:not([src^="./"]), iframe, object, embed, base, form[action], [onerror], [onload], [onclick], [onfocus]').length].join()`
const NOTHING = ',,,0'

test('200 hostile pages are read: no script runs, nothing is asked of elsewhere, no mark is forged', async () => {
  expect(pages).toHaveLength(200)
  const { page, wrongs } = await desk.tab('#/check')
  for (const [n, { record }] of pages.entries()) {
    const first = record.statements[0]?.id
    await page.goto(`${desk.address}#/read/${record.page.id}${n % 3 === 0 && first ? `?s=${first}` : ''}`)
    await page.locator('.reading', { hasText: `In case ${n} the council` }).waitFor({ state: 'attached' })
    const marks = page.locator('.reading [data-entrance]')
    await expect.poll(() => marks.count(), { message: `case ${n}` }).toBe(record.statements.length)
    const ids = new Set(record.statements.map(({ id }) => id as string))
    const marked = (await page.evaluate(
      `[...document.querySelectorAll('[data-s]')].flatMap((each) => each.dataset.s.split(' ').map((one) => one.split(':')[0]))`,
    )) as string[]
    expect(
      marked.filter((id) => !ids.has(id)),
      `case ${n}`,
    ).toEqual([])
    expect(new Set(marked).size, `case ${n}`).toBe(ids.size)
    const links = (await page.evaluate(`[...document.querySelectorAll('a')].map((each) => each.protocol)`)) as string[]
    expect(
      links.filter((each) => each !== 'http:' && each !== 'https:'),
      `case ${n}`,
    ).toEqual([])
    expect(await page.evaluate(MARKS_LEFT), `case ${n}`).toBe(NOTHING)
    expect(wrongs, `case ${n}`).toEqual([])
  }
}, 300_000)

test.each([
  ['Search', '#/search', '.frame li article'],
  ['Library', '#/library', '.frame li a.page'],
])(
  'all of them go past in %s',
  async (_, view, row) => {
    const { page, wrongs } = await desk.tab(view)
    await page.locator(row).first().waitFor()
    const frame = page.locator('.frame [role=region]').or(page.locator('.frame[role=region]')).first()
    const seen = new Set<number>()
    let last = -1
    for (let still = 0; still < 3; ) {
      const there = await page.evaluate(
        `[...document.querySelectorAll('.frame li[data-index]')].map((each) => Number(each.dataset.index))`,
      )
      for (const index of there as number[]) seen.add(index)
      await frame.hover()
      await page.mouse.wheel(0, 1_500)
      await page.waitForTimeout(60)
      const now = Math.max(...seen)
      still = now === last ? still + 1 : 0
      last = now
    }
    expect(seen.size).toBeGreaterThanOrEqual(200)
    expect(await page.evaluate(MARKS_LEFT)).toBe(NOTHING)
    expect(wrongs).toEqual([])
  },
  180_000,
)

test('one that is pasted, and kept, does no more', async () => {
  const { page, wrongs } = await desk.tab()
  await page.getByLabel('The page, as it comes').fill(
    Buffer.from((pages[1] as Arrival).bytes)
      .toString('utf8')
      .replace('In case 1 ', 'Pasted, '),
  )
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('button', { name: 'Keep in the ledger' }).click()
  await page.getByText('The page is in the ledger.').waitFor()
  expect(await page.evaluate(MARKS_LEFT)).toBe(NOTHING)
  expect(wrongs).toEqual([])
})
