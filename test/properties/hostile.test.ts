import { expect, test } from 'vitest'
import { OnrecordError, type PageKind, pageFromText } from '../../src/core/model/index.js'
import { read } from '../../src/core/reading/index.js'
import { findStatements, rulesTagger } from '../../src/core/statements/index.js'
import { debris, MONSTERS } from '../monsters.js'
import { expectInvariants, expectStatementInvariants } from './invariants.js'

/**
 * The whole path over a page; what it gives must hold the invariants. A page without words says so. Plain text is read
 * both as a page and as an article, all of which is searched for statements.
 */
async function survive(kind: PageKind, text: string): Promise<void> {
  for (const as of kind === 'text' ? (['text', 'article'] as const) : [kind]) {
    const page = pageFromText(text, { kind: as })
    let reading: ReturnType<typeof read>
    try {
      reading = read(page)
    } catch (error) {
      expect(error).toBeInstanceOf(OnrecordError)
      expect((error as OnrecordError).code).toBe('page-empty')
      continue
    }
    expectInvariants(page, reading)
    expectStatementInvariants(reading, await findStatements(reading, rulesTagger))
  }
}

test('400 pages of random debris', async () => {
  for (let seed = 1; seed <= 400; seed++) {
    const { kind, text } = debris(seed)
    await survive(kind, text).catch((error) => {
      throw new Error(`debris(${seed}): ${error.message}`, { cause: error })
    })
  }
})

test.each(Object.entries(MONSTERS))('a page of %s', async (_, { kind, make }) => {
  for (const size of [1, 50, 20_000]) await survive(kind, make(size))
})

// Each needs only to end, well inside vitest's limit; bench/hostile.mjs has some of 50 MB.
test.each<[string, PageKind, string]>([
  ['100,000 nested elements', 'html', `${'<div>'.repeat(100_000)}word`],
  ['100,000 nested elements, closed', 'html', `${'<div>'.repeat(100_000)}word${'</div>'.repeat(100_000)}`],
  ['100,000 nested inline elements', 'html', '<b>a '.repeat(100_000)],
  ['100,000 nested lists', 'html', '<ul><li>a'.repeat(100_000)],
  ['a million quotation marks', 'text', '"'.repeat(1_000_000)],
  ['a million opening quotation marks', 'article', '“'.repeat(1_000_000)],
  ['an attribute of a megabyte', 'html', `<p title="${'x'.repeat(1_000_000)}" class="${'a '.repeat(500_000)}">word`],
  ['a hundred thousand attributes', 'html', `<p ${'a=1 '.repeat(100_000)}>word`],
  ['a million broken references', 'html', '&#x&'.repeat(250_000)],
  ['a megabyte of NULs', 'text', '\0'.repeat(1_000_000)],
  ['a megabyte of lone surrogates', 'html', '\uD83D'.repeat(1_000_000)],
  ['a megabyte of one line', 'text', 'The board said it would not sail. '.repeat(30_000)],
  ['a megabyte of short lines', 'text', 'Mara Ostrander said no.\n'.repeat(42_000)],
  ['a megabyte of paragraphs', 'html', '<p>“No,” Mara Ostrander said.</p>'.repeat(30_000)],
])('%s', async (_, kind, text) => survive(kind, text))
