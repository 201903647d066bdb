import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Chance, mutated } from './mutation.js'
import { endAll } from './outside-vitest.js'
import { targets } from './targets/index.js'

const CASES = join(import.meta.dirname, 'cases')
const why: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(CASES, 'why.json'), 'utf8'))
const files = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(CASES, name)).map((file) => `${name}/${file}`))
  .sort()

afterAll(endAll)

describe('what fuzzing found', () => {
  test('says why it is kept', () => expect(Object.keys(why).sort()).toEqual(files))

  test.each(files)('%s', async (file) => {
    const target = targets.find(({ name }) => name === file.split('/')[0])
    await expect(target?.run(readFileSync(join(CASES, file)))).resolves.toBeUndefined()
  })
})

// So that the targets do not rot: `npm run fuzz` is where they are fed in earnest.
describe('each target takes its seeds, and some that are changed', () => {
  test.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    const seeds = await target.seeds()
    const words = (target.words ?? []).map((word) => Buffer.from(word))
    const chance = new Chance(5)
    for (const seed of seeds) {
      await target.run(seed)
      const changed = mutated(seed, seeds, words, target.most ?? 16_384, chance)
      await target.run(changed)
    }
  })
})
