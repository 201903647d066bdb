import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** docs/security.md: each defence names tests that are there, by file and by name. */
const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const DOC = readFileSync(join(DOCS, 'security.md'), 'utf8')
const rows = DOC.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:attack|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))

test('there are defences, each with what stops it and what holds it', () => {
  expect(rows.length).toBeGreaterThan(25)
  for (const row of rows) expect(row, row[0]).toHaveLength(3)
})

test.each(rows.map((row) => [row[0] as string, row[2] as string]))('%s: its tests are there', (_, heldBy) => {
  const files = heldBy.split('; [').map((part) => {
    const [, file, names] = /^\[?[^\]]+\]\(([^)]+\.test\.ts)\): (.+)$/.exec(part) ?? []
    if (file === undefined || names === undefined) throw new Error(`"${part}" names no test`)
    return { file, names: names.slice(1, -1).split('”, “') }
  })
  for (const { file, names } of files) {
    expect(existsSync(join(DOCS, file)), file).toBe(true)
    const source = readFileSync(join(DOCS, file), 'utf8')
    for (const name of names) {
      const isThere = ["'", '"', '`'].some((mark) => new RegExp(`\\(\\s*${mark}${escaped(name)}`).test(source))
      expect(isThere, `a test "${name}" in ${file}`).toBe(true)
    }
  }
})

test('each kind of attacker has something that is not defended, said openly', () => {
  const sections = DOC.split(/^## /m).slice(1)
  const attackers = sections.filter((section) => section.includes('| attack |'))
  expect(attackers.length).toBe(9)
  for (const section of attackers) expect(section, section.split('\n')[0]).toContain('**Not defended.** ')
})

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
