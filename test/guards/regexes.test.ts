import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const trees: string[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true })
})

const { checkRegexes } = (await import(join(import.meta.dirname, '..', '..', 'scripts', 'guard-regexes.mjs'))) as {
  checkRegexes(root: string, options: { remember: boolean }): Promise<{ regexes: number; faults: string[] }>
}

function check(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'onrecord-guard-'))
  trees.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkRegexes(root, { remember: false })
}

test('linear ones pass, wherever they stand', async () => {
  const { regexes, faults } = await check({
    'src/core/words.ts': 'export const WORD = /\\w+/\nconst slash = 4 / 2 / 1\n// /(a+)+$/',
    'src/core/made.ts':
      "const of = (list: string) => new RegExp('^(?:' + list + ')$', 'i')\nexport const YES = of('yes|no')",
    'src/desk/Part.svelte': '<script lang="ts">const tag = /^<[a-z]+>/</script>{#if /^x$/.test(tag.source)}x{/if}',
  })
  expect(faults).toEqual([])
  expect(regexes).toBe(4)
})

test('one that takes more than linear time is told of at each of its places', async () => {
  const { faults } = await check({
    'src/core/a.ts': 'export const trimmed = (text: string) =>\n  text.replace(/\\s+$/, "")',
    'src/desk/Part.svelte': '<script lang="ts">\n\nconst end = /\\s+$/</script>',
    'src/desk/Look.svelte': '<p>{is(/(a+)+$/, name)}</p>',
  })
  expect(faults).toHaveLength(3)
  expect(faults[0]).toMatch(/^src\/core\/a\.ts:2: \/\\s\+\$\/ takes 2nd degree polynomial time: try/)
  expect(faults[1]).toMatch(/^src\/desk\/Look\.svelte:1: .* takes exponential time/)
  expect(faults[2]).toMatch(/^src\/desk\/Part\.svelte:3: .* takes 2nd degree polynomial time/)
})

test('what is made at run time is caught, or told of', async () => {
  const { faults } = await check({
    'src/core/made.ts': "export const END = new RegExp(['\\\\s+', '$'].join(''))",
    'src/core/later.ts': 'export const of = (source: string) => new RegExp(source)',
  })
  expect(faults).toHaveLength(2)
  expect(faults[0]).toMatch(/^src\/core\/later\.ts:1: makes a regular expression at run time that cannot be caught/)
  expect(faults[1]).toMatch(/^src\/core\/made\.ts:1: \/\\s\+\$\/ takes/)
})
