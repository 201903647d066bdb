import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrival, article } from '../node/ledger/pages.js'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

const file = (name: string, words: string) => ({ name, mimeType: 'text/html', buffer: Buffer.from(words) })
const broken = (name: string) => ({
  name,
  mimeType: 'audio/mpeg',
  buffer: Buffer.from('ID3\u0003\u0000'.padEnd(4000, '\u0001')),
})

test('files are added, with how far it is; one that fails says why, and the others are there', async () => {
  const { page, wrongs } = await desk.tab('#/library')
  await page.locator('.frame li a.page').first().waitFor()
  const ferry = article('The ferry comes back', ['“The ferry will run on Sundays,” said Lena Roth, the mayor of Tarn.'])
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('ferry.html', ferry), broken('tune.mp3'), broken('song.mp3')])
  await page.getByText('1 page added, 2 failed.').waitFor()
  await page.locator('.frame li a.page', { hasText: 'The ferry comes back' }).waitFor()
  const run = page
    .locator('section', { has: page.getByRole('heading', { name: 'Imports' }) })
    .locator('details')
    .first()
  expect(await run.locator('summary').textContent()).toMatch(/: 1 added, 2 failed$/)
  await run.locator('summary').click()
  expect(await run.getByRole('listitem').count()).toBe(2)
  expect(await run.getByRole('listitem').first().textContent()).toMatch(/(tune|song)\.mp3: .{20}/)
  expect(wrongs).toEqual([])
})

test('an address that cannot be had says why, and is tried again from where it stands', async () => {
  const { page, wrongs } = await desk.tab('#/library')
  await page.getByLabel('Addresses, one a line').fill('https://lissen.example/a\nhttps://lissen.example/b')
  await page.getByRole('button', { name: 'Fetch and add' }).click()
  const run = page.locator('details', { hasText: '2 failed' }).filter({ hasText: 'lissen.example' })
  await run.locator('summary').first().click()
  expect(await run.first().textContent()).toContain('offline')
  await run.first().getByRole('button', { name: 'Try all addresses again' }).click()
  await expect.poll(() => run.count()).toBe(2)
  expect(wrongs).toEqual([])
})

test('pages are found by words; j and Enter open one', async () => {
  const { page, wrongs } = await desk.tab('#/library')
  const pages = page.locator('.frame li a.page')
  await pages.first().waitFor()
  await page.getByRole('searchbox').fill('dockers')
  await expect.poll(() => pages.count()).toBe(1)
  expect(page.url()).toContain('#/library?q=dockers')
  await page.getByRole('heading', { level: 1, name: 'Library' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Dockers of Lissen vote on the pay deal' }).waitFor()
  await page.goBack()
  await pages.first().waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('dockers')
  expect(wrongs).toEqual([])
})

test('the ledger is verified, by keyboard', async () => {
  const { page, wrongs } = await desk.tab('#/library')
  await page.locator('.frame li a.page').first().waitFor()
  const { pages, statements } = await desk.ledger.counts()
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Verify' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`All ${pages} pages and ${statements} statements are as they were kept.`).waitFor()
  expect(wrongs).toEqual([])
})

test('a kept search tells what is new, until it was seen; forgotten, it comes back by the way back', async () => {
  const { page, wrongs } = await desk.tab('#/search?q=lighthouse')
  await page.getByLabel('A name to keep the search under').fill('Lighthouses')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.getByText('Kept as “Lighthouses”').waitFor()
  await desk.ledger.add([
    await arrival(article('Old tower sold', ['“The lighthouse has been sold,” said Lena Roth, the mayor of Tarn.']), {
      name: 'tower.html',
    }),
  ])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  const kept = page.locator('.row', { has: page.getByRole('link', { name: 'Lighthouses' }) })
  await kept.getByText('1 new').waitFor()
  await page.getByRole('link', { name: 'The lighthouse has been sold' }).waitFor()
  await kept.getByRole('button', { name: 'Seen' }).click()
  await kept.getByText('1 new').waitFor({ state: 'detached' })
  await kept.getByRole('button', { name: 'Forget' }).click()
  await kept.waitFor({ state: 'detached' })
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click()
  await kept.waitFor()
  expect(wrongs).toEqual([])
})

test('all of it is exported as one file', async () => {
  const { page, wrongs } = await desk.tab('#/library')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export all' }).click()
  expect((await coming).suggestedFilename()).toMatch(/\.(jsonl|tar|gz|zip)/)
  expect(wrongs).toEqual([])
})
