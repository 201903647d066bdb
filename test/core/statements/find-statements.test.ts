import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Statement, slice } from '../../../src/core/model/index.js'
import { findStatements, rulesTagger, type Tagger } from '../../../src/core/statements/index.js'
import { found, readingOf, statementsOf } from './found.js'

describe('findStatements', () => {
  it.each([
    ['direct', 'The mayor said, “The bridge will stay closed.”'],
    ['indirect', 'The mayor said that the bridge will stay closed.'],
    ['mixed', 'The mayor said that the bridge was “a disgrace to the city” and would stay closed.'],
  ] as const)('fills in how the words are given: %s', async (quotation, text) => {
    expect((await statementsOf(text)).map((s) => s.quotation)).toEqual([quotation])
  })

  it('gives a bare quotation to the speaker before it', async () => {
    expect(await found('“We were never asked,” Roe said. “Nobody told us. It was a mess.”')).toEqual([
      'Roe | said | “We were never asked,” … “Nobody told us. It was a mess.”',
    ])
  })

  it('goes on over paragraphs that reopen the quotation', async () => {
    const text =
      '“It was long ago,” Roe said. “It was cold.\n\n“We had no coal that winter.\n\n“We burned the chairs.”\n\nThe museum is free.'
    expect(await found(text)).toEqual([
      'Roe | said | “It was long ago,” … “It was cold … “We had no coal that winter … “We burned the chairs.”',
    ])
  })

  it.each([
    ['The panel was told that the clerk had sent a letter.', '- | was told | that the clerk had sent a letter'],
    ['All the tenants were told that they would receive no rent.', '- | were told | that they would receive no rent'],
    ['Riders have been warned that the line will close.', '- | have been warned | that the line will close'],
    ['The clerk told the panel that he had sent a letter.', 'The clerk | told | that he had sent a letter'],
  ])('takes nobody who was told for the speaker: %s', async (text, expected) => {
    expect(await found(text)).toEqual([expected])
  })

  it('names the one who was told as the addressee', async () => {
    const [s] = await statementsOf('The panel was told that the clerk had sent a letter.')
    expect(s?.addressee && slice('The panel was told that the clerk had sent a letter.', s.addressee)).toBe('The panel')
  })

  it.each([
    'The bridge is long. It was built in 1931 of steel and stone.',
    'The so-called “smart bridge” was painted in 1990.',
    'He lives in the “Old Town” near the river.',
    'Tickets: 12 euros. Doors open at 7:30.',
    'Note to newsrooms',
    'The dinner follows a concert.',
    'They lost it again.',
    'The ministers spoke briefly.',
    'Board puts off work again',
    '',
  ])('finds nothing where nothing is attributed: %s', async (text) => {
    expect(await found(text)).toEqual([])
  })

  it.each([
    ['The Weavers\u2019 Guild said the mill would close.', 'The Weavers\u2019 Guild'],
    ["The Sailors' Fund, which owns the pier, said it would wait.", "The Sailors' Fund"],
  ])('keeps a name whole at the apostrophe of a plural: %s', async (text, mention) => {
    expect((await found(text)).join('\n')).toContain(`${mention}`)
    expect((await found(text)).at(-1)).toMatch(new RegExp(`^${mention}`))
  })

  it.each([
    ['The finance ministry denied that wages would be cut.', 'The finance ministry | denied | that wages would be cut'],
    [
      'The island broadcaster reported that two boats had sunk.',
      'The island broadcaster | reported | that two boats had sunk',
    ],
    ['The city registry confirmed that the deed was lost.', 'The city registry | confirmed | that the deed was lost'],
  ])('takes the noun before a verb into the mention, not into the cue: %s', async (text, expected) => {
    expect(await found(text)).toEqual([expected])
  })

  it('names what “that” stands for', async () => {
    expect(await found('They had a letter from the union that warned that wages would fall.')).toEqual([
      'the union | warned | that wages would fall',
    ])
  })

  it('gives a participle at the end of a sentence to the subject of the sentence', async () => {
    const text =
      'The council of Aarle has refused a request by the harbour board that names nine ships, calling it “a bill for somebody else’s storm”.'
    expect((await found(text)).at(-1)).toBe('The council of Aarle | calling | it “a bill for somebody else’s storm”')
  })

  it('gives what stands between two commas after “according to” to the speaker, where a clause follows', async () => {
    expect(await found('According to the conductor, Ines Aalto, the gate was open.')).toEqual([
      'the conductor, Ines Aalto | According to | the gate was open',
    ])
    expect(await found('According to police, the man, a nurse, was hurt.')).toEqual([
      'police | According to | the man, a nurse, was hurt',
    ])
  })

  it('keeps a word that stands for what was said', async () => {
    expect(await found('The mayor said so.')).toEqual(['The mayor | said | so'])
  })

  it('does not take a caption’s credit for words that were said', async () => {
    for (const credit of ['[Ines Aalto/Coast Pictures]', '(Gazette photo by Pim Aalto)', 'Photo: Pim Aalto'])
      expect(await found(`[caption] She says the pier was shut in May. ${credit}`), credit).toEqual([
        'She | says | the pier was shut in May',
      ])
  })

  it('searches the article and what hangs on it, not furniture, bylines or credits', async () => {
    const line = 'The mayor said the bridge will stay closed.'
    for (const role of ['paragraph', 'caption', 'standfirst', 'title', 'list-item', 'quotation'])
      expect(await statementsOf(`[${role}] ${line}`), role).toHaveLength(1)
    for (const role of ['related', 'navigation', 'comment', 'byline', 'photo-credit', 'agency-credit'])
      expect(await statementsOf(`[${role}] ${line}`), role).toHaveLength(0)
  })

  it('lets no furniture into a quotation that goes on around it', async () => {
    const text = '“It was cold,” Roe said. “We had\n[related] Read more: bridge closed\nno coal.”'
    const [statement] = await statementsOf(text)
    expect(statement?.content.map((s) => slice(text, s)).join(' ')).not.toContain('Read more')
  })

  it('says the model and why, and leaves the speaker and nesting to later stages', async () => {
    const [statement] = await statementsOf('The mayor said that the bridge will stay closed.')
    expect(statement).toMatchObject({
      model: rulesTagger.name,
      why: 'said-that: a verb with “that”',
      speaker: null,
      within: null,
    })
    expect(statement?.id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('gives the same statements for the same page, other ids for other spans or pages', async () => {
    const text = 'The mayor said that the bridge will stay closed. She denied the report.'
    const once = await statementsOf(text)
    expect(await statementsOf(text)).toEqual(once)
    const others = await statementsOf(`${text} `)
    const ids = [...once, ...others].map((s) => s.id)
    expect(new Set(ids).size).toBe(4)
  })

  it('takes any tagger: scores of tokens become spans, edges trimmed, cut at blocks', async () => {
    const text = 'One two, three.\nFour “five six” seven.'
    const tagger: Tagger = {
      name: 'graded 1',
      threshold: 0.3,
      async tag(passages) {
        return passages.map(({ tokens }) => [
          {
            cue: [0, 1],
            score: 0.75,
            content: [
              { first: 1, end: 3, score: 0.9 },
              { first: 3, end: 10, score: 0.6 },
              { first: 10, end: tokens.length, score: 0.4 },
            ],
            mention: [
              { first: 0, end: 1, score: 0.5 },
              { first: 10, end: 11, score: 0.8 },
            ],
            why: 'a test',
          },
          // Overlaps the surer one, and one too unsure to be a statement.
          { cue: null, score: 0.7, content: [{ first: 2, end: 5, score: 1 }], mention: [], why: 'a test' },
          { cue: null, score: 0.1, content: [{ first: 10, end: 11, score: 1 }], mention: [], why: 'a test' },
        ])
      },
    }
    const reading = readingOf(text)
    const [statement, ...rest] = await findStatements(reading, tagger)
    expect(rest).toEqual([])
    expect(statement?.content.map((s) => slice(text, s))).toEqual(['two', 'three', 'Four “five six”'])
    expect(statement?.mention && slice(text, statement.mention)).toBe('seven')
    expect(statement?.confidence).toBe(0.75)
  })
})

/** What must hold of every statement of a text, whatever the text. */
function holds(text: string, statements: readonly Statement[]): void {
  const reading = readingOf(text)
  const byId = new Map(statements.map((s) => [s.id, s]))
  // No character is content of two statements of one level.
  const taken = new Map<string | null, Uint8Array>()
  for (const s of statements) {
    expect(s.content.length).toBeGreaterThan(0)
    const level = taken.get(s.within) ?? new Uint8Array(text.length)
    taken.set(s.within, level)
    const outer = s.within === null ? null : byId.get(s.within)
    let end = -1
    for (const span of s.content) {
      expect(span.start).toBeGreaterThanOrEqual(end)
      end = span.end
      expect(slice(text, span).trim()).toBe(slice(text, span))
      expect(reading.blocks.some((b) => b.start <= span.start && span.end <= b.end)).toBe(true)
      for (let i = span.start; i < span.end; i++) {
        expect(level[i]).toBe(0)
        level[i] = 1
      }
      // What somebody is reported to say is part of what the reporting statement says.
      if (outer !== null) expect(outer?.content.some((o) => o.start <= span.start && span.end <= o.end)).toBe(true)
    }
    for (const span of [s.cue, s.mention]) if (span) expect(slice(text, span)).not.toBe('')
    expect(s.confidence).toBeGreaterThan(0)
    expect(s.confidence).toBeLessThanOrEqual(1)
  }
  expect(new Set(statements.map((s) => s.id)).size).toBe(statements.length)
}

describe('invariants', () => {
  const word = fc.constantFrom(
    'Roe',
    'said',
    'says',
    'the',
    'mayor',
    'that',
    'told',
    'who',
    'to',
    'deny',
    'claims',
    'according',
    'bridge',
    'closed',
    'was',
    'by',
    'of',
    'and',
    'In',
    'poll',
    'her',
    'עברית',
    'قال',
    '😀',
    'e\u0301',
    '\ud83d',
    '\ude00',
    'Mr.',
    "Roe's",
    '’s',
  )
  const mark = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'",
    '«',
    '»',
    ': ',
    '—',
    '\n',
    '\n\n',
    '?” ',
    '\u202e',
    '\0',
  )
  const soup = fc.array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 3, arbitrary: mark }), { maxLength: 120 })

  it('hold on any mixture of words and marks', async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        const text = pieces.join('')
        holds(text, await statementsOf(text))
      }),
      { numRuns: 1500 },
    )
  })

  it('hold on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        holds(text, await statementsOf(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('hostile text', () => {
  it.each([
    ['quotation marks', '"', 1_000_000],
    ['opening marks', '“', 1_000_000],
    ['commas', ',', 1_000_000],
    ['colons with words', 'a:', 100_000],
    ['a sentence without an end', 'he said she ', 10_000],
    ['quotations without an end', '“he said, ', 10_000],
    ['commas and verbs', 'Roe, said, ', 10_000],
    ['one word', 'a', 1_000_000],
    ['names', 'Roe of ', 50_000],
    ['blocks', 'He said no.\n', 10_000],
  ])('finishes on a great many %s', async (_, piece, times) => {
    const statements = await statementsOf(piece.repeat(times))
    expect(statements.every((s) => s.content.length > 0)).toBe(true)
  })
})
