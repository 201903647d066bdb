import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { read } from '../../src/core/reading/index.js'
import { findStatements, rulesTagger } from '../../src/core/statements/index.js'
import { pageFromFile } from '../../src/node/index.js'
import { EXAMPLES, filesIn } from '../examples.js'
import { expectInvariants, expectStatementInvariants } from '../properties/invariants.js'
import { proseOf } from './prose.js'

/**
 * The page cases: each folder here has about.json and expected.txt. `UPDATE_CASES=1 npx vitest run test/cases` writes
 * expectations; read the difference by eye before you commit it. Without that a missing expectation fails.
 */
const CASES = import.meta.dirname
const UPDATE = process.env.UPDATE_CASES === '1'

interface About {
  /** The page, from the case's folder. */
  readonly page: string
  readonly from: string
  readonly why: string
  readonly right: string
}

const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const aboutOf = (name: string) => JSON.parse(readFileSync(join(CASES, name, 'about.json'), 'utf8')) as About

test('every example is a case, and every case says where its page is from, why it is here and by what right', () => {
  const pages = names.map((name) => {
    const about = aboutOf(name)
    for (const key of ['page', 'from', 'why', 'right'] as const) expect(about[key], `${name}: ${key}`).toBeTruthy()
    return relative(EXAMPLES, join(CASES, name, about.page))
  })
  expect(pages.filter((page) => !page.startsWith('..')).sort()).toEqual(filesIn(EXAMPLES))
})

test.each(names)('%s', async (name) => {
  const page = await pageFromFile(join(CASES, name, aboutOf(name).page))
  const reading = read(page)
  const statements = await findStatements(reading, rulesTagger)
  expectInvariants(page, reading)
  expectStatementInvariants(reading, statements)

  const expected = join(CASES, name, 'expected.txt')
  const prose = proseOf(reading, statements)
  if (UPDATE) writeFileSync(expected, prose)
  if (!existsSync(expected)) expect.fail(`${name} has no expected.txt. Check what it should say, then UPDATE_CASES=1.`)
  expect(prose).toBe(readFileSync(expected, 'utf8'))
})
