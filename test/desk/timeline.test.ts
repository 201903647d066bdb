import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, deskWith } from './desk.js'
import { somePages } from './pages.js'

let desk: Desk
beforeAll(async () => {
  desk = await deskWith(await somePages())
}, 120_000)
afterAll(() => desk?.close())

const marks = 'svg.timeline [data-mark]'
const listed = '.entries > li'

test('keys zoom and move it, zero shows all; the address keeps what is shown', async () => {
  const { page, wrongs } = await desk.tab('#/timeline')
  await page.locator(marks).first().waitFor()
  const all = await page.locator(listed).count()
  await page.locator('svg.timeline').focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(() => page.url()).toContain('shown=')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.locator(listed).count()).toBeLessThan(all)
  const few = await page.locator(listed).count()
  await page.reload()
  await page.locator('svg.timeline').waitFor()
  await expect.poll(() => page.locator(listed).count()).toBe(few)
  await page.locator('svg.timeline').focus()
  await page.keyboard.press('-')
  await page.keyboard.press('0')
  await expect.poll(() => page.locator(listed).count()).toBe(all)
  expect(page.url()).not.toContain('shown=')
  expect(wrongs).toEqual([])
})

test('dragging over days looks closer', async () => {
  const { page, wrongs } = await desk.tab('#/timeline')
  await page.locator(marks).first().waitFor()
  const all = await page.locator(listed).count()
  const box = await page.locator('svg.timeline').boundingBox()
  if (!box) throw new Error('The timeline is not drawn.')
  const y = box.y + box.height - 20
  await page.mouse.move(box.x + box.width * 0.6, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, y, { steps: 5 })
  await page.mouse.move(box.x + box.width - 14, y, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => page.url()).toMatch(/shown=2026-\d\d-\d\d_2026-\d\d-\d\d/)
  await expect.poll(() => page.locator(listed).count()).toBeLessThan(all)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect.poll(() => page.locator(listed).count()).toBe(all)
  expect(wrongs).toEqual([])
})

test('rows by speaker, act or outlet; a mark opens its statement', async () => {
  const { page, wrongs } = await desk.tab('#/timeline')
  await page.locator(marks).first().waitFor()
  await page.getByLabel('Rows by').selectOption('outlet')
  await expect
    .poll(async () => (await page.locator('svg.timeline text.name').allTextContents()).join())
    .toContain('Morning Post')
  expect(page.url()).toContain('lanes=outlet')
  await page.locator(marks).first().click()
  await page.getByRole('region', { name: 'The statement', exact: true }).waitFor()
  expect(wrongs).toEqual([])
})

test('the picture comes as SVG and as PNG, complete in itself', async () => {
  const { page, wrongs } = await desk.tab('#/timeline')
  await page.locator(marks).first().waitFor()
  const drawn = await page.locator(marks).count()
  const file = async (name: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name, exact: true }).click()
    return readFileSync(await (await coming).path())
  }
  const svg = (await file('SVG')).toString('utf8')
  expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg.match(/data-mark/g)).toHaveLength(drawn)
  expect(svg).not.toMatch(/class=|href=|var\(|light-dark/)
  const png = await file('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const box = await page.locator('svg.timeline').boundingBox()
  expect(png.readUInt32BE(16)).toBe(Math.round((box?.width ?? 0) * 2))
  expect(wrongs).toEqual([])
})
