import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

const rows = '.frame li article'

test('it looks as a person types, marks the words, and the address brings the search back', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  const list = page.locator(rows)
  await list.first().waitFor()
  const all = await list.count()
  await page.keyboard.press('/')
  await page.keyboard.type('hearing', { delay: 20 })
  await expect.poll(() => page.url()).toContain('#/search?q=hearing')
  await expect.poll(() => list.count()).toBeLessThan(all)
  const found = await list.count()
  expect(await page.locator(`${rows} mark`).first().textContent()).toBe('hearing')
  expect(await page.getByRole('status').first().textContent()).toContain(`${found} statement`)
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await list.first().waitFor()
  expect(await list.count()).toBe(found)
  expect(await page.getByRole('searchbox').inputValue()).toBe('hearing')
  expect(wrongs).toEqual([])
})

test('facets narrow it down; back and forward go through what was asked', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  const list = page.locator(rows)
  await list.first().waitFor()
  const all = await list.count()
  await page.getByRole('checkbox', { name: /Pavel Dorn/ }).click()
  await expect.poll(() => list.count()).toBeLessThan(all)
  const dorns = await list.count()
  await page.getByRole('checkbox', { name: /Morning Post/ }).click()
  await expect.poll(() => list.count()).toBeLessThan(dorns)
  const few = await list.count()
  expect(few).toBeGreaterThan(0)
  await page.goBack()
  await expect.poll(() => list.count()).toBe(dorns)
  expect(await page.getByRole('checkbox', { name: /Morning Post/ }).isChecked()).toBe(false)
  await page.goBack()
  await expect.poll(() => list.count()).toBe(all)
  await page.goForward()
  await page.goForward()
  await expect.poll(() => list.count()).toBe(few)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect.poll(() => list.count()).toBe(all)
  expect(wrongs).toEqual([])
})

test('a month of the facets is shown as the days it has, and can be left again', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  const list = page.locator(rows)
  await list.first().waitFor()
  const all = await list.count()
  await page.getByRole('button', { name: /^2026-04: \d+ statements/ }).click()
  await expect.poll(() => list.count()).toBeLessThan(all)
  expect(await page.getByLabel('From').inputValue()).toBe('2026-04-01')
  expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2026-04-30')
  expect(wrongs).toEqual([])
})

test('by keyboard alone: arrows in the field, j and k outside it, Enter opens the statement on its page', async () => {
  const { page, wrongs } = await desk.tab('#/search?q=hearing')
  await page.locator(rows).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await page.locator('.frame li[data-index="0"] article.current').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'The statement', exact: true }).waitFor()
  expect(page.url()).toMatch(/#\/read\/[0-9a-f]{64}\?s=/)
  await page.goBack()
  await page.locator(rows).first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'The statement', exact: true }).waitFor()
  expect(wrongs).toEqual([])
})

test('a button keeps its own Enter, also where a row is chosen', async () => {
  const { page, wrongs } = await desk.tab('#/search?outlet=Morning+Post')
  await page.locator(rows).first().waitFor()
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Clear all' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).toBe('#/search')
  expect(wrongs).toEqual([])
})

test('what was typed last does not call back someone who has gone to another view', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  await page.locator(rows).first().waitFor()
  await page.getByRole('searchbox').fill('ferry')
  await page.getByRole('link', { name: 'Check', exact: true }).click()
  await page.getByRole('heading', { name: 'Check a draft' }).waitFor()
  await page.waitForTimeout(400)
  expect(new URL(page.url()).hash).toBe('#/check')
  expect(wrongs).toEqual([])
})

// The address changes at once, and the desk is told of it a moment later; what is due in between is the trouble.
test('a pause that ends while the view is being left does not call back either', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  await page.locator(rows).first().waitFor()
  // The pause's own work is done just when the link has been followed.
  await page.evaluate(`{
    const words = document.querySelector('#words')
    words.focus()
    words.value = 'ferry'
    const own = setTimeout
    window.setTimeout = (work) => {
      window.setTimeout = own
      location.hash = '#/check'
      work()
      return 0
    }
    words.dispatchEvent(new Event('input', { bubbles: true }))
  }`)
  await page.getByRole('heading', { name: 'Check a draft' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#/check')
  expect(wrongs).toEqual([])
})

test('the result comes as CSV', async () => {
  const { page, wrongs } = await desk.tab('#/search?q=hearing')
  const list = page.locator(rows)
  await list.first().waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBe((await list.count()) + 1)
  expect(lines[0]).toContain('speaker')
  expect(wrongs).toEqual([])
})

test('a search is kept under a name, and stands in the Library', async () => {
  const { page, wrongs } = await desk.tab('#/search?q=hearing')
  await page.locator(rows).first().waitFor()
  await page.getByLabel('A name to keep the search under').fill('Hearings')
  await page.keyboard.press('Enter')
  await page.getByText('Kept as “Hearings”').waitFor()
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await page.getByRole('link', { name: 'Hearings' }).click()
  await page.locator(rows).first().waitFor()
  expect(page.url()).toContain('#/search?q=hearing')
  expect(wrongs).toEqual([])
})

test('nothing found is said, with a way on', async () => {
  const { page, wrongs } = await desk.tab('#/search?q=zeppelin')
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  await page.getByRole('link', { name: 'Start anew' }).click()
  await page.locator(rows).first().waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
  expect(wrongs).toEqual([])
})
