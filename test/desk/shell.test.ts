import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

test('? shows the keys, and what lies beneath is not worked on meanwhile', async () => {
  const { page, wrongs } = await desk.tab('#/review')
  await page.getByRole('button', { name: /^Right/ }).waitFor()
  const before = await page.getByRole('status').first().textContent()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.waitFor()
  expect(await keys.textContent()).toContain('take the last decision back')
  for (const key of ['a', 'x', 'g', 'l']) await page.keyboard.press(key)
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })
  expect(new URL(page.url()).hash).toBe('#/review')
  expect(await page.getByRole('status').first().textContent()).toBe(before)
  expect(await page.locator('.notices p').count()).toBe(0)
  await page.keyboard.press('?')
  await keys.waitFor()
  await page.keyboard.press('?')
  await keys.waitFor({ state: 'hidden' })
  expect(wrongs).toEqual([])
})

test('g and a letter go to each view, with the focus in it', async () => {
  const { page, wrongs } = await desk.tab()
  for (const [key, view, title] of [
    ['s', 'search', 'Search'],
    ['p', 'speakers', 'Speakers'],
    ['d', 'disputes', 'Disputes'],
    ['t', 'timeline', 'Timeline'],
    ['c', 'check', 'Check a draft'],
    ['v', 'review', 'Review'],
    ['l', 'library', 'Library'],
    ['r', 'read', 'Read a page'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'attached' })
    expect(new URL(page.url()).hash).toBe(`#/${view}`)
    await expect.poll(() => page.locator('main:focus').count()).toBe(1)
    expect(await page.getByRole('navigation').locator('[aria-current=page]').count()).toBe(1)
  }
  expect(wrongs).toEqual([])
})

test('g waits for its letter as long after another g as after the first', async () => {
  const { page, wrongs } = await desk.tab('#/search')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: 'Check a draft' }).waitFor()
  await page.waitForTimeout(1_000)
  await page.keyboard.press('g')
  await page.waitForTimeout(700)
  await page.keyboard.press('s')
  await page.getByRole('searchbox').waitFor()
  expect(new URL(page.url()).hash).toBe('#/search')
  expect(wrongs).toEqual([])
})

test('letters typed into a field stay letters', async () => {
  const { page, wrongs } = await desk.tab()
  await page.getByLabel('The page, as it comes').focus()
  await page.keyboard.type('gs ?jk/')
  expect(await page.getByLabel('The page, as it comes').inputValue()).toBe('gs ?jk/')
  expect(page.url()).not.toContain('search')
  expect(wrongs).toEqual([])
})

test('a view that is not there, and a page that is not there, are said to be so', async () => {
  const { page, wrongs } = await desk.tab('#/nowhere')
  await page.getByRole('heading', { name: 'There is no view “nowhere”' }).waitFor()
  expect(wrongs).toEqual([])
  await page.goto(`${desk.address}#/read/${'0'.repeat(64)}`)
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('The ledger has no page')
  await page.goto(`${desk.address}#/speakers/nobody`)
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
  await page.goto(`${desk.address}#/disputes/nothing`)
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor()
})

test('a link that was cut short does not leave the desk blank', async () => {
  const { page } = await desk.tab('#/read/%E0%A4%A')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('navigation').isVisible()).toBe(true)
})

test.each([
  ['read', '#/', 'Lately added'],
  ['search', '#/search', '.frame li article'],
  ['speakers', '#/speakers', '.frame li a.person'],
  ['disputes', '#/disputes?offered=true', '.frame li a.claim'],
  ['timeline', '#/timeline', 'svg.timeline [data-mark]'],
  ['review', '#/review', '.queue li'],
  ['library', '#/library', '.frame li a.page'],
])('%s: where the server is gone it says so, and tries again when asked', async (_, view, there) => {
  // The view's own file is there already: it was looked at before.
  const { page } = await desk.tab(view)
  const found =
    there.startsWith('.') || there.startsWith('svg') ? page.locator(there).first() : page.locator('.recent li').first()
  await found.waitFor()
  await page.goto(`${desk.address}#/check`)
  await page.getByRole('heading', { name: 'Check a draft' }).waitFor()
  const again = page.locator('main').getByRole('alert').first().getByRole('button', { name: 'Try again' })
  await desk.whileGone(async () => {
    await page.goto(desk.address + view)
    await again.waitFor()
    expect(await page.locator('main').getByRole('alert').first().textContent()).toContain('does not answer')
    await again.click()
    await again.waitFor()
  })
  await again.click()
  await expect.poll(() => page.locator('main').getByRole('alert').count()).toBe(0)
  await found.waitFor()
})

test('the theme is kept', async () => {
  const { page, wrongs } = await desk.tab()
  const theme = () => page.locator('html').getAttribute('data-theme')
  await page.getByRole('button', { name: 'Theme: auto' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  expect(await theme()).toBe('dark')
  await page.reload()
  await page.getByRole('button', { name: 'Theme: dark' }).waitFor()
  expect(await theme()).toBe('dark')
  expect(wrongs).toEqual([])
})
