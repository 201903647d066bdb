import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith, type Tab } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

const DRAFT = `The clearances in the Marrow valley

“The clearances were carried out at night and without notice,” Ana Okafor of the Office for River Rights said.

“Night shifts are always paid triple,” said Jonas Brandt, the director of the port.

“The moon is made of cheese and so is the bridge,” said Mira Toller.
`

async function checked(): Promise<Tab> {
  const tab = await desk.tab('#/check')
  await tab.page.getByLabel('The draft, or a language model’s answer').fill(DRAFT)
  await tab.page.getByRole('button', { name: 'Check it' }).click()
  await tab.page.locator('.cards article').first().waitFor()
  return tab
}

test('a draft’s quotations get their verdicts: verbatim, altered with what differs by word, not found', async () => {
  const { page, wrongs } = await checked()
  const cards = page.locator('.cards article')
  const verdictOf = (words: string) => page.locator('.draft [data-v]', { hasText: words }).getAttribute('aria-label')
  expect(await verdictOf('carried out at night')).toMatch(/^Verbatim/)
  expect(await verdictOf('always paid triple')).toMatch(/^Altered/)
  expect(await verdictOf('made of cheese')).toMatch(/^Not found/)
  const altered = cards.filter({ hasText: 'Altered' })
  expect((await altered.locator('ins').allTextContents()).join(' ')).toContain('triple')
  expect((await altered.locator('del').allTextContents()).join(' ')).toContain('double')
  expect((await desk.ledger.counts()).pages).toBe(3)
  expect(wrongs).toEqual([])
})

test('by keyboard: j and k go through them, o opens the source; back is where one was', async () => {
  const { page, wrongs } = await checked()
  const current = page.locator('.cards [data-current] strong')
  await expect.poll(() => current.textContent()).toMatch(/^1\./)
  await page.keyboard.press('j')
  await expect.poll(() => current.textContent()).toMatch(/^2\./)
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect.poll(() => current.textContent()).toMatch(/^2\..*Altered/)
  expect(await page.locator('.draft .current').textContent()).toContain('triple')
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: 'Dockers of Lissen vote on the pay deal' }).waitFor()
  await page.goBack()
  await page.locator('.cards article').first().waitFor()
  await expect.poll(() => current.textContent()).toMatch(/^2\./)
  expect(wrongs).toEqual([])
})

test('clicking marked words in the draft shows their verdict', async () => {
  const { page, wrongs } = await checked()
  await page.locator('.draft [data-v]', { hasText: 'made of cheese' }).click()
  await expect.poll(() => page.locator('.cards [data-current] strong').textContent()).toContain('Not found')
  expect(wrongs).toEqual([])
})

test('the report comes as a page of its own, and for machines', async () => {
  const { page, wrongs } = await checked()
  const file = async (name: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: `Report: ${name}` }).click()
    return readFileSync(await (await coming).path(), 'utf8')
  }
  expect(await file('html')).toContain('always paid triple')
  expect(JSON.parse(await file('sarif'))).toMatchObject({ version: '2.1.0' })
  expect(await file('junit')).toContain('<testsuite')
  expect(wrongs).toEqual([])
})

test('a file is checked; a draft without quotations is said to have none', async () => {
  const { page, wrongs } = await desk.tab('#/check')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) })
  await page.locator('.cards article').first().waitFor()
  await page.getByRole('button', { name: 'Change the draft' }).click()
  const field = page.getByLabel('The draft, or a language model’s answer')
  expect(await field.inputValue()).toBe(DRAFT)
  await field.fill('It rained all day in the valley.')
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByRole('heading', { name: 'Nothing to check' }).waitFor()
  expect(wrongs).toEqual([])
})
