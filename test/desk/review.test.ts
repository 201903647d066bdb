import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StatementId } from '../../src/core/model/index.js'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

/** The tab at one statement, found by words in it. */
async function at(words: string) {
  const { items } = await desk.ledger.find({ words })
  const [entry] = items
  if (!entry) throw new Error(`No statement has ${words}.`)
  const tab = await desk.tab(`#/review/${entry.page.id}?s=${entry.said.id}`)
  await tab.page.locator('.text .edited').first().waitFor()
  const now = async () => (await desk.ledger.show(entry.said.id)).said.content.join(' … ')
  return { ...tab, id: entry.said.id as StatementId, now }
}

test('ten are decided by a and x, and ten u take it all back, each going to what it is about', async () => {
  const { page, wrongs } = await desk.tab('#/review')
  const status = page.getByRole('status').first()
  const current = page.locator('.queue [aria-current=true]')
  await current.waitFor()
  const before = await status.textContent()
  const total = Number(before?.match(/^\d+/)?.[0])
  const words: (string | null)[] = []
  for (let i = 0; i < 10; i++) {
    words.push(((await current.textContent()) ?? '').replace(/^\d+ %\S* /, ''))
    await page.keyboard.press(i % 2 === 0 ? 'a' : 'x')
    await expect.poll(() => status.textContent()).toContain(`${total - i - 1} statement`)
  }
  expect(
    (await desk.ledger.find({ words: '', limit: 100 })).items.filter(({ status: each }) => each !== null),
  ).toHaveLength(5)
  for (let i = 9; i >= 0; i--) {
    await page.keyboard.press('u')
    await expect.poll(() => status.textContent()).toContain(`${total - i} statement`)
    await expect.poll(() => current.textContent()).toContain(words[i])
  }
  expect(await status.textContent()).toBe(before)
  expect((await desk.ledger.find({ words: '', limit: 100 })).items.every(({ status: each }) => each === null)).toBe(
    true,
  )
  expect(wrongs).toEqual([])
})

test('what is told with a way back can be taken back there too', async () => {
  const { page, wrongs } = await desk.tab('#/review')
  const status = page.getByRole('status').first()
  const right = page.getByRole('button', { name: /^Right/ })
  await right.waitFor()
  const before = await status.textContent()
  await right.click()
  await expect.poll(() => status.textContent()).not.toBe(before)
  await page.locator('.notices').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => status.textContent()).toBe(before)
  expect(wrongs).toEqual([])
})

test('arrows move the end of the span by a word, with Shift its beginning; Escape leaves it as it was, Enter keeps it', async () => {
  const { page, wrongs, now } = await at('"go on until Sunday"')
  const was = await now()
  const edited = async () => (await page.locator('.text .edited').allTextContents()).join('')
  const shown = await edited()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(shown.startsWith(await edited())).toBe(true)
  await page.keyboard.press('Escape')
  expect(await edited()).toBe(shown)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  const wanted = await edited()
  expect(wanted.length).toBeLessThan(shown.length - 2)
  await page.keyboard.press('Enter')
  await page.getByText('The words of the statement are changed.').waitFor()
  expect(await now()).toBe(wanted)
  await page.keyboard.press('u')
  await page.getByText('Taken back').waitFor()
  expect(await now()).toBe(was)
  expect(wrongs).toEqual([])
})

test('a handle is dragged to another word', async () => {
  const { page, wrongs, now } = await at('"were waiting in the roads"')
  const was = await now()
  const handle = await page.locator('.handle.end').boundingBox()
  if (!handle) throw new Error('There is no handle.')
  await page.mouse.move(handle.x + 5, handle.y + 8)
  await page.mouse.down()
  await page.mouse.move(handle.x - 60, handle.y + 8, { steps: 6 })
  await page.mouse.up()
  const keep = page.getByRole('button', { name: /^Keep the spans/ })
  await keep.click()
  await page.getByText('The words of the statement are changed.').waitFor()
  const dragged = await now()
  expect(was.startsWith(dragged)).toBe(true)
  expect(dragged.length).toBeLessThan(was.length)
  expect(wrongs).toEqual([])
})

test('a mention that is clicked becomes the speaker; s finds one by name', async () => {
  const { page, wrongs, id } = await at('"Night shifts are paid double"')
  const speaker = async () => (await desk.ledger.show(id)).said.speaker?.name ?? null
  expect(await speaker()).toBe('Jonas Brandt')
  await page.locator('.text button.named', { hasText: 'Toller' }).first().click()
  await page.getByText('The speaker is Mira Toller.').waitFor()
  expect(await speaker()).toBe('Mira Toller')
  await page.keyboard.press('s')
  await page.getByLabel('Who said it').waitFor()
  await page.keyboard.type('Okafor')
  await page.locator('.panel').getByRole('button', { name: 'Ana Okafor' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('The speaker is Ana Okafor.').waitFor()
  expect(await speaker()).toBe('Ana Okafor')
  expect(wrongs).toEqual([])
})

test('e sets the act', async () => {
  const { page, wrongs, id } = await at('"Night shifts are paid double"')
  await page.keyboard.press('e')
  await page.getByLabel('What it does').selectOption('promise')
  await page.waitForTimeout(200)
  expect((await desk.ledger.show(id)).said.act).not.toBe('promise')
  await page.keyboard.press('Enter')
  await page.getByText('The act is “promise”.').waitFor()
  expect((await desk.ledger.show(id)).said.act).toBe('promise')
  expect(wrongs).toEqual([])
})

test('words that are selected are added by n as a statement that was missed, and u takes it back', async () => {
  const { page, wrongs } = await at('"go on until Sunday"')
  const statements = async () => (await desk.ledger.find({ words: '' })).total
  const before = await statements()
  await page
    .locator('.text p span', { hasText: 'ships' })
    .last()
    .dblclick({ position: { x: 60, y: 10 } })
  const word = await page.evaluate('String(getSelection())')
  expect(word).not.toBe('')
  await page.keyboard.press('n')
  await page.getByText(`Added: “${String(word).trim()}”`).waitFor()
  expect(await statements()).toBe(before + 1)
  await expect
    .poll(async () => (await page.locator('.text .edited').allTextContents()).join(''))
    .toBe(String(word).trim())
  await page.keyboard.press('u')
  await page.getByText('Taken back').waitFor()
  expect(await statements()).toBe(before)
  expect(wrongs).toEqual([])
})

test('two people’s decisions are compared, with what they differ on', async () => {
  const { items } = await desk.ledger.find({ words: '', limit: 4, sort: 'oldest' })
  const kinds = ['accept', 'accept', 'reject', 'accept'] as const
  for (const [i, { said }] of items.entries()) {
    const at = '2026-05-21T10:00:00.000Z'
    await desk.ledger.correct({ change: { kind: kinds[i] ?? 'accept', statement: said.id }, by: 'Anna', at })
    await desk.ledger.correct({ change: { kind: 'accept', statement: said.id }, by: 'Ben', at })
  }
  const { page, wrongs } = await desk.tab('#/review')
  const agreement = page.locator('section', { has: page.getByRole('heading', { name: 'Two people compared' }) }).last()
  await agreement.locator('select').first().selectOption({ label: 'Anna (4)' })
  await agreement.locator('select').nth(1).selectOption({ label: 'Ben (4)' })
  await agreement.getByText('4 statements looked at by both; alike on 3 (75 %)').waitFor()
  const apart = agreement.getByRole('listitem')
  expect(await apart.count()).toBe(1)
  expect(await apart.textContent()).toContain('Anna: reject; Ben: accept')
  await apart.getByRole('button').click()
  await expect.poll(() => page.locator('.queue [aria-current=true]').count()).toBe(1)
  expect(wrongs).toEqual([])
})

test('a key that comes before the answer, or is held down, decides nothing more', async () => {
  const { page, wrongs } = await desk.tab('#/review')
  await page.locator('.queue [aria-current=true]').waitFor()
  let sent = 0
  await page.route('**/api/corrections', async (route) => {
    sent++
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.keyboard.press('a')
  await page.keyboard.press('x')
  await page.getByText('Accepted:').waitFor()
  expect(sent).toBe(1)
  await page.keyboard.press('u')
  await page.getByText('Taken back').waitFor()
  await page.keyboard.down('a')
  for (let i = 0; i < 6; i++) {
    await page.waitForTimeout(150)
    await page.keyboard.down('a')
  }
  await page.keyboard.up('a')
  await page.getByText('Accepted:').last().waitFor()
  expect(sent).toBe(3)
  await page.keyboard.press('u')
  await expect.poll(() => sent).toBe(4)
  await page.getByText('Taken back').last().waitFor()
  expect(wrongs).toEqual([])
})

test('moved ends are not left behind: j stays and says so, and only what was moved is sent', async () => {
  const { page, wrongs, now } = await at('"go on until Sunday"')
  const was = await now()
  const bodies: string[] = []
  await page.route('**/api/corrections', (route) => {
    bodies.push(route.request().postData() ?? '')
    return route.continue()
  })
  await page.keyboard.press('ArrowLeft')
  const wanted = (await page.locator('.text .edited').allTextContents()).join('')
  await page.keyboard.press('j')
  await page.getByText('The moved ends are not kept yet').waitFor()
  expect((await page.locator('.text .edited').allTextContents()).join('')).toBe(wanted)
  await page.keyboard.press('Enter')
  await page.getByText('The words of the statement are changed.').waitFor()
  expect(await now()).toBe(wanted)
  expect(Object.keys(JSON.parse(bodies[0] ?? '{}').change).sort()).toEqual(['content', 'kind', 'statement'])
  await page.keyboard.press('u')
  await page.getByText('Taken back').waitFor()
  expect(await now()).toBe(was)
  expect(wrongs).toEqual([])
})
