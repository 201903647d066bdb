import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

const person = '.frame li a.person'

test('a speaker’s page: the pages’ own words for them, over time, by act, who answers, the same words side by side', async () => {
  const { page, wrongs } = await desk.tab('#/speakers')
  await page.locator(person, { hasText: 'Ana Okafor' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Okafor' }).waitFor()
  const profile = page.getByRole('region', { name: 'The speaker', exact: true })
  await profile.getByRole('heading', { name: 'By act' }).waitFor()
  for (const heading of ['By the pages’ own words', 'Over time', 'The same words, side by side', 'Latest'])
    expect(await profile.getByRole('heading', { name: heading }).count(), heading).toBe(1)
  expect(await profile.locator('.roles').textContent()).toContain('deputy director')
  const variants = profile.locator('.variants').first().locator('blockquote')
  expect(await variants.count()).toBeGreaterThan(1)
  expect(wrongs).toEqual([])
})

test('the list narrows as a name is typed and by kind; by keyboard j, Enter and Escape', async () => {
  const { page, wrongs } = await desk.tab('#/speakers')
  await page.locator(person).first().waitFor()
  const all = await page.locator(person).count()
  await page.getByRole('searchbox', { name: 'Name' }).fill('sand')
  await expect.poll(() => page.locator(person).count()).toBe(1)
  expect(page.url()).toContain('name=sand')
  await page.getByRole('searchbox', { name: 'Name' }).fill('')
  await expect.poll(() => page.locator(person).count()).toBe(all)
  await page.getByLabel('Kind').selectOption('person')
  await expect.poll(() => page.locator(person).count()).toBeLessThan(all)
  await page.getByRole('heading', { level: 1, name: 'Speakers' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const profile = page.getByRole('region', { name: 'The speaker', exact: true })
  await profile.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).hash).toMatch(/^#\/speakers\/[^?]+\?kind=person$/)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Nobody is chosen' }).waitFor()
  expect(wrongs).toEqual([])
})

test('two who are one are merged by keyboard, and parted again by the way back', async () => {
  const { page, wrongs } = await desk.tab('#/speakers')
  await page.locator(person).first().waitFor()
  const all = await page.locator(person).count()
  await page.keyboard.press('j')
  await page.locator(person, { hasText: 'Rita Sand' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rita Sand' }).waitFor()
  await page.getByLabel('Another who is the same').fill('Mira Toller')
  const one = page
    .getByRole('listitem')
    .filter({ hasText: 'Mira Toller' })
    .getByRole('button', { name: 'They are one' })
  await one.focus()
  await page.keyboard.press('Enter')
  await page.getByText('“Mira Toller” and “Rita Sand” are one.').waitFor()
  await expect.poll(() => page.locator(person).count()).toBe(all - 1)
  expect(await page.getByRole('region', { name: 'The speaker', exact: true }).textContent()).toContain('Mira Toller')
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back').waitFor()
  await expect.poll(() => page.locator(person).count()).toBe(all)
  expect(wrongs).toEqual([])
})

test('statements of one page are split off, and come back', async () => {
  const { page, wrongs } = await desk.tab('#/speakers')
  await page.locator(person, { hasText: 'Pavel Dorn' }).first().click()
  await page.getByRole('button', { name: /Split$/ }).click()
  await page.getByRole('checkbox', { name: 'Ministry rejects report on the Marrow valley' }).check()
  await page.getByRole('button', { name: 'Split off 1 page' }).click()
  await page.getByText('Statements of 1 page are another speaker’s.').waitFor()
  await expect.poll(() => page.locator(person, { hasText: 'Pavel Dorn' }).count()).toBe(2)
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.locator(person, { hasText: 'Pavel Dorn' }).count()).toBe(1)
  expect(wrongs).toEqual([])
})
