import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** docs/desk.md against the desk's own sources: its views, its keys, and the pictures of it. */
const ROOT = join(import.meta.dirname, '..', '..')
const DESK = readFileSync(join(ROOT, 'docs', 'desk.md'), 'utf8')
const source = (path: string) => readFileSync(join(ROOT, 'src', 'desk', path), 'utf8')

test('every view has its heading, in the order of the menu', () => {
  const views = [...source('App.svelte').matchAll(/\{ name: '\w+', title: '(\w+)'/g)].map((match) => match[1])
  expect(views.length).toBeGreaterThan(7)
  const headings = [...DESK.matchAll(/^## (.*)$/gm)].map((match) => match[1])
  expect(headings.slice(0, views.length)).toEqual(views)
})

test('every key that the desk’s help has is here with the same words, and no other', () => {
  const help = [...source('parts/Help.svelte').matchAll(/title: '(.*?)',\s*keys: \[(.*?)\n {4}\]/gs)].map(
    ([, title, keys = '']) => [
      title,
      [...keys.matchAll(/\['(.*?)', '(.*?)'\]/g)].map(([, key = '', what]) => [key.split(/\s+/), what]),
    ],
  )
  expect(help.length).toBeGreaterThan(3)
  const tables = [...DESK.matchAll(/^### (.*)\n\n\| key \| \|\n\| --- \| --- \|\n((?:\|.*\n)+)/gm)].map(
    ([, title, rows = '']) => [
      title,
      [...rows.matchAll(/^\| (.*?) \| (.*) \|$/gm)].map(([, keys = '', what]) => [
        [...keys.matchAll(/`(.*?)`/g)].map((match) => match[1]),
        what,
      ]),
    ],
  )
  expect(tables).toEqual(help)
})

test('every picture is shown, and is a PNG of 150 kB at most and 1,200 pixels, or a phone’s 375, in width', () => {
  const pictures = readdirSync(join(ROOT, 'docs', 'desk')).sort()
  const shown = [...DESK.matchAll(/\(desk\/([\w-]+\.png)\)|src="desk\/([\w-]+\.png)"/g)].map(([, a, b]) => a ?? b)
  expect(shown.sort()).toEqual(pictures)
  for (const name of pictures) {
    const bytes = readFileSync(join(ROOT, 'docs', 'desk', name))
    expect(bytes.subarray(1, 4).toString('latin1'), name).toBe('PNG')
    expect(bytes.length, name).toBeLessThanOrEqual(150_000)
    expect([1200, 375], name).toContain(bytes.readUInt32BE(16))
  }
})
