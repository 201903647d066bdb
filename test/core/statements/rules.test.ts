import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../../src/core/statements/rules/index.js'
import { found, rulesOf } from './found.js'

/** Rule, text, and what is to be found in it: `mention | cue | content`. The first line of each is that rule's. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'quotation-then-speaker',
    '“We were never asked,” Ana Roe, a nurse at the hospital, said.',
    ['Ana Roe, a nurse at the hospital | said | “We were never asked,”'],
  ],
  ['quotation-then-speaker', '“Is it true?” Roe asked.', ['Roe | asked | “Is it true?”']],
  [
    'quotation-then-verb',
    '"We were never asked," said Ana Roe, a nurse.',
    ['Ana Roe, a nurse | said | "We were never asked,"'],
  ],
  ['quotation-then-verb', '“Nobody told us”, said the mayor.', ['the mayor | said | “Nobody told us”']],
  ['quotation-then-verb', '„Die Brücke bleibt zu“, said the mayor.', ['the mayor | said | „Die Brücke bleibt zu“']],
  [
    'broken-quotation',
    '“We were never asked,” Roe said, “and nobody told us.”',
    ['Roe | said | “We were never asked,” … “and nobody told us.”'],
  ],
  ['tail', 'The bridge will stay closed, the mayor said.', ['the mayor | said | The bridge will stay closed']],
  ['tail', 'Bridge to stay shut until May, mayor says', ['mayor | says | Bridge to stay shut until May']],
  ['tail-verb', 'The bridge will stay closed, said the mayor.', ['the mayor | said | The bridge will stay closed']],
  [
    'broken-sentence',
    'The bridge, the mayor said, will stay closed until May.',
    ['the mayor | said | The bridge … will stay closed until May'],
  ],
  [
    'said-that',
    'The mayor said that the bridge will stay closed.',
    ['The mayor | said | that the bridge will stay closed'],
  ],
  [
    'said-quotation',
    'The mayor said, “The bridge will stay closed.”',
    ['The mayor | said | “The bridge will stay closed.”'],
  ],
  ['said-quotation', 'The minister tweeted: “We will not pay.”', ['The minister | tweeted | “We will not pay.”']],
  [
    'said-colon',
    'The mayor said on Monday: the bridge will stay closed.',
    ['The mayor | said | the bridge will stay closed'],
  ],
  ['wants-to', 'The mayor has promised to reopen the bridge.', ['The mayor | has promised | to reopen the bridge']],
  ['wants-to', 'Mr. Okafor wants to sell the port to a rival.', ['Mr. Okafor | wants | to sell the port to a rival']],
  ['said', 'The mayor said the bridge will stay closed.', ['The mayor | said | the bridge will stay closed']],
  ['said', 'She denied the report.', ['She | denied | the report']],
  ['said', 'Roe accused the mayor of lying.', ['Roe | accused | the mayor of lying']],
  ['said', 'A new report says the dam is unsafe.', ['A new report | says | the dam is unsafe']],
  ['called-for', 'The mayor called for a new bridge.', ['The mayor | called for | a new bridge']],
  [
    'told',
    'The mayor told reporters that the bridge will stay closed.',
    ['The mayor | told | that the bridge will stay closed'],
  ],
  [
    'said-aside',
    'The mayor said in an email on Monday that the bridge will stay closed.',
    ['The mayor | said | that the bridge will stay closed'],
  ],
  [
    'said-when',
    'The governor said Thursday he would not sign the bill.',
    ['The governor | said | he would not sign the bill'],
  ],
  ['passive', 'The plan was denounced by the mayor.', ['the mayor | was denounced | The plan']],
  [
    'passive-of',
    'Residents were told by the company that the water was safe.',
    ['the company | were told | that the water was safe'],
  ],
  ['nobody-around', 'The senator is expected to run again.', ['- | is expected | The senator … to run again']],
  [
    'according-to',
    'According to the mayor, the bridge will stay closed.',
    ['the mayor | According to | the bridge will stay closed'],
  ],
  [
    'according-to-tail',
    'The bridge will stay closed, according to the mayor.',
    ['the mayor | according to | The bridge will stay closed'],
  ],
  [
    'according-to-amid',
    'The bridge, according to the mayor, will stay closed.',
    ['the mayor | according to | The bridge … will stay closed'],
  ],
  ['label-colon', 'Poll: Most voters want a new bridge', ['Poll | : | Most voters want a new bridge']],
  ['label-colon', 'ROE: We were never asked.', ['ROE | : | We were never asked']],
  ['colon-tail', 'Bridge to stay closed until May: mayor', ['mayor | : | Bridge to stay closed until May']],
  ['nobody', 'She was asked whether the bridge was safe.', ['- | was asked | whether the bridge was safe']],
  ['nobody-before', 'The plan was announced on Monday.', ['- | was announced | The plan']],
  [
    'noun-that',
    'Engineers laughed about the mayor’s claim that the bridge is safe.',
    ['the mayor’s | claim | that the bridge is safe'],
  ],
  [
    'noun-by',
    'There were complaints from residents that the water was brown.',
    ['residents | complaints | that the water was brown'],
  ],
  [
    'in-a-poll',
    'In a poll released on Monday, most voters were for the bridge.',
    ['a poll | In | most voters were for the bridge'],
  ],
  ['noun-of', 'His criticism of the president grew louder.', ['His | criticism of | the president']],
]

describe('rules', () => {
  it.each(CASES)('%s: %s', async (rule, text, expected) => {
    expect(await found(text)).toEqual(expected)
    expect(await rulesOf(text)).toContain(rule)
  })

  it('each have a case', () => {
    expect(new Set(CASES.map(([rule]) => rule))).toEqual(new Set(RULES.map((rule) => rule.name)))
  })

  it('stand in docs/statements.md, in their order', () => {
    const docs = readFileSync(new URL('../../../docs/statements.md', import.meta.url), 'utf8')
    const rows = [...docs.matchAll(/^\| `([a-z-]+)` \|/gm)].map((row) => row[1])
    expect(rows).toEqual(RULES.map((rule) => rule.name))
  })

  it('have names of their own, and words for a person', () => {
    expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length)
    for (const rule of RULES) {
      expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(rule.why.length).toBeGreaterThan(10)
    }
  })
})
