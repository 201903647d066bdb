import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
  // Here no page says by its own words that it denies; a person has said so of one.
  const { items } = await desk.ledger.disputes({ words: '412 families', offered: true })
  const link = items.flatMap(({ links }) => links).find(({ answer }) => answer.said.speaker?.name === 'Pavel Dorn')
  if (!link) throw new Error('No answer of Pavel Dorn is offered.')
  await desk.ledger.correct({
    change: { kind: 'link', answer: link.answer.said.id, claim: link.claim.said.id, is: 'denies' },
    by: 'R. Editor',
    at: '2026-05-20T10:00:00.000Z',
  })
}, 120_000)
afterAll(() => desk?.close())

const claims = '.frame li a.claim'

test('a claim with its denials and the matrix of who said what; by keyboard j, Enter, Escape', async () => {
  const { page, wrongs } = await desk.tab('#/disputes')
  await page.locator(claims).first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const claim = page.getByRole('region', { name: 'The claim', exact: true })
  await claim.getByRole('heading', { name: 'Who said what about it' }).waitFor()
  expect(await claim.getByRole('heading', { name: /^(Denied|Disputed) by$/ }).count()).toBeGreaterThan(0)
  const rows = claim.locator('tbody tr')
  expect(await rows.count()).toBeGreaterThan(1)
  expect(await claim.locator('thead th').allTextContents()).toEqual([
    'Who',
    'claims',
    'denies',
    'disputes',
    'confirms',
    'supports',
  ])
  expect(await claim.getByRole('heading', { name: 'Silences' }).count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'No claim is chosen' }).waitFor()
  expect(wrongs).toEqual([])
})

test('an offered answer is settled by a person, and unsettled by the way back', async () => {
  const { page, wrongs } = await desk.tab('#/disputes?offered=true')
  await page.locator(claims).first().waitFor()
  const n = await page.locator(claims).count()
  // What is only offered has a question mark and no colour, as it is not found.
  expect(await page.locator(`${claims} .tag`).filter({ hasText: '?' }).count()).toBeGreaterThan(0)
  expect(await page.locator(`${claims} .tag.denies, ${claims} .tag.disputes`).filter({ hasText: '?' }).count()).toBe(0)
  expect(await page.locator(`${claims} .tag.denies`).count()).toBe(1)
  const claim = page.getByRole('region', { name: 'The claim', exact: true })
  const offered = claim.locator('section', { has: page.getByRole('heading', { name: 'Offered: may be answers' }) })
  let chosen = -1
  for (let i = 0; i < n && chosen < 0; i++) {
    await page.locator(claims).nth(i).click()
    await claim.getByRole('heading', { name: 'Who said what about it' }).waitFor()
    if ((await offered.count()) > 0) chosen = i
  }
  expect(chosen).toBeGreaterThanOrEqual(0)
  const before = await offered.locator('.answer').count()
  const denied = claim
    .locator('section', { has: page.getByRole('heading', { name: 'Disputed by' }) })
    .locator('.answer')
  const was = await denied.count()
  await offered.locator('.answer').first().getByRole('button', { name: 'disputes' }).click()
  await page.getByText('It disputes the claim.').waitFor()
  await expect.poll(() => denied.count()).toBe(was + 1)
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => offered.locator('.answer').count()).toBe(before)
  await expect.poll(() => denied.count()).toBe(was)
  expect(wrongs).toEqual([])
})

test('the address restores the claim and the filter', async () => {
  const { page, wrongs } = await desk.tab('#/disputes')
  await page.locator(claims).first().click()
  await page.getByRole('heading', { name: 'Who said what about it' }).waitFor()
  await page.getByLabel('also what is only offered').check()
  await expect.poll(() => page.url()).toContain('offered=true')
  await page.reload()
  await page.getByRole('heading', { name: 'Who said what about it' }).waitFor()
  expect(await page.getByLabel('also what is only offered').isChecked()).toBe(true)
  expect(wrongs).toEqual([])
})
