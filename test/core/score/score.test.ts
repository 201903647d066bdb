import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GoldDocument, GoldStatement } from '../../../src/core/exports/index.js'
import type { Act } from '../../../src/core/model/index.js'
import { type Figures, score, scoreText } from '../../../src/core/score/index.js'

const TEXT = 'Ana Roe said the pier was safe. Bo Venn denied it, and the board agreed with her on Friday.'
const at = (words: string) => {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}
const statement = (
  content: string,
  cue: string,
  mention: string,
  more: Partial<GoldStatement> = {},
): GoldStatement => ({
  content: [at(content)],
  cue: cue ? [at(cue)] : [],
  mention: mention ? [at(mention)] : [],
  ...more,
})
const document = (statements: readonly GoldStatement[], id = 'a'): GoldDocument => ({ id, text: TEXT, statements })
const figures = (gold: readonly GoldStatement[], predicted: readonly GoldStatement[]): Figures =>
  score([document(gold)], [document(predicted)]).figures

const SAFE = statement('the pier was safe', 'said', 'Ana Roe')
const IT = statement('it', 'denied', 'Bo Venn')

describe('by hand', () => {
  test('all right', () => {
    const f = figures([SAFE, IT], [SAFE, IT])
    expect([f.found.f1, f.who.f1, f.exact.f1, f.words.content.f1, f.words.mention.f1, f.words.cue.f1]).toEqual([
      1, 1, 1, 1, 1, 1,
    ])
  })

  test('nothing predicted, nothing in gold', () => {
    expect(figures([SAFE], []).found).toEqual({ precision: 0, recall: 0, f1: 0 })
    expect(figures([], [SAFE]).found).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  test('half of the words in common is found, less is not', () => {
    // 2 of 4 words, then 1 of 4.
    expect(figures([SAFE], [statement('pier was', 'said', 'Ana Roe')])).toMatchObject({
      found: { f1: 1 },
      who: { f1: 1 },
      exact: { f1: 0 },
      words: { content: { precision: 1, recall: 0.5 } },
    })
    expect(figures([SAFE], [statement('pier', 'said', 'Ana Roe')]).found.f1).toBe(0)
  })

  test('a mention that shares a word is right, another is not, none is right where gold has none', () => {
    expect(figures([SAFE], [statement('the pier was safe', 'said', 'Roe')]).who.f1).toBe(1)
    expect(figures([SAFE], [statement('the pier was safe', 'said', 'Bo Venn')]).who.f1).toBe(0)
    expect(figures([SAFE], [statement('the pier was safe', 'said', '')]).who.f1).toBe(0)
    expect(
      figures([statement('the pier was safe', 'said', '')], [statement('the pier was safe', 'said', '')]).who.f1,
    ).toBe(1)
  })

  test('pairs are one to one: two predicted for one in gold leave one over', () => {
    const f = figures([SAFE], [SAFE, statement('pier was safe', 'said', 'Ana Roe')])
    expect(f.found).toMatchObject({ precision: 0.5, recall: 1 })
  })

  test('speakers are matched by the statements they share, not by name', () => {
    const gold = [
      { ...SAFE, speaker: 'Ana Roe' },
      { ...IT, speaker: 'Bo Venn' },
    ]
    const named = (a: string | null, b: string | null) =>
      figures(gold, [
        { ...SAFE, speaker: a },
        { ...IT, speaker: b },
      ]).speaker
    expect(named('s1', 's2')).toBe(1)
    expect(named('s1', 's1')).toBe(0.5)
    expect(named('s1', null)).toBe(0.5)
  })

  test('acts, quotation and negation count where gold has them', () => {
    const act = (name: Act) => ({ ...SAFE, act: name, quotation: 'direct' as const })
    const f = figures([act('state'), { ...IT, act: 'deny', negated: true }], [act('state'), { ...IT, act: 'state' }])
    expect(f).toMatchObject({ act: 0.5, quotation: 1, negated: 0 })
    // state: precision 1/2, recall 1; deny: nothing.
    expect(f.actMacro).toBeCloseTo((2 / 3 + 0) / 2)
    expect(figures([SAFE], [SAFE])).toMatchObject({ act: null, quotation: null, negated: null, speaker: null })
  })

  test('what stands within another is left out where gold has no hearsay', () => {
    expect(figures([SAFE], [SAFE, { ...IT, within: 0 }]).found.f1).toBe(1)
    expect(figures([SAFE, { ...IT, within: 0 }], [SAFE, { ...IT, within: 0 }]).found.f1).toBe(1)
  })

  test('documents are matched by id; one alone is matched with the other', () => {
    const two = score([document([SAFE], 'a'), document([IT], 'b')], [document([IT], 'b'), document([SAFE], 'c')])
    expect(two).toMatchObject({ documents: 2, missing: ['a'], unknown: ['c'], figures: { gold: 2, predicted: 1 } })
    expect(score([document([SAFE], 'a')], [document([SAFE], 'z')])).toMatchObject({ missing: [], unknown: [] })
  })

  test('mistakes have their kind, place and words', () => {
    const { mistakes } = score(
      [document([{ ...SAFE, act: 'state' }, IT])],
      [
        document([
          { ...statement('said the pier was safe', 'said', 'Bo Venn'), act: 'deny' },
          statement('the board', '', ''),
        ]),
      ],
    )
    expect(mistakes.map(({ name, gold, predicted }) => [name, gold, predicted])).toEqual([
      ['content too long', 'the pier was safe', 'said the pier was safe'],
      ['wrong mention', 'Ana Roe', 'Bo Venn'],
      ['wrong act', 'state', 'deny'],
      ['missed', 'it', null],
      ['spurious', null, 'the board'],
    ])
    expect(mistakes.every(({ document: id, at: offset }) => id === 'a' && offset >= 0)).toBe(true)
  })

  test('the text shows every table that there is something for', () => {
    const text = scoreText(score([document([SAFE, { ...IT, act: 'deny' }])], [document([IT])]), 1)
    for (const words of ['1 predicted', '| found ', '| act ', '| missed ', 'offset 13: gold [the pier was safe]'])
      expect(text.replace(/ {2,}/g, ' ')).toContain(words)
  })
})

/** Documents of random spans of one text. */
const documents = fc
  .array(
    fc.record({
      content: fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 3 }),
      cue: fc.option(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 8 })), { nil: null }),
      mention: fc.option(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 8 })), { nil: null }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    document(
      list.map(({ content, cue, mention }) => {
        const span = ([start, length]: [number, number]) => ({ start, end: Math.min(TEXT.length, start + length) })
        return {
          content: content.map(span).sort((a, b) => a.start - b.start),
          cue: cue ? [span(cue)] : [],
          mention: mention ? [span(mention)] : [],
        }
      }),
    ),
  )

describe('on any statements', () => {
  test('figures are shares, and what is compared with itself is found', () => {
    fc.assert(
      fc.property(documents, documents, (gold, predicted) => {
        const { figures: f } = score([gold], [predicted])
        for (const { precision, recall, f1 } of [f.found, f.who, f.exact, ...Object.values(f.words)])
          for (const x of [precision, recall, f1]) expect(x >= 0 && x <= 1).toBe(true)
        expect(f.exact.f1).toBeLessThanOrEqual(f.found.f1)
        const own = score([gold], [gold]).figures
        if (own.gold > 0) expect(own.found.f1).toBe(1)
      }),
      { numRuns: 200 },
    )
  })

  const scorer = join(process.env.ONRECORD_SCORE ?? '../shared/score', 'attribution.mjs')
  // The shared scorer lies beside the repository, and only there.
  const compare = existsSync(scorer) ? test : () => {}
  compare('figures are those of the shared scorer', async () => {
    const shared = await import(pathToFileURL(join(process.cwd(), scorer)).href).catch(
      () => import(pathToFileURL(scorer).href),
    )
    fc.assert(
      fc.property(documents, documents, (gold, predicted) => {
        const pairs = (spans: GoldStatement['content']) => spans.map(({ start, end }) => [start, end])
        const plain = ({ statements }: GoldDocument) =>
          statements.map(({ content, cue, mention }) => ({
            content: pairs(content),
            cue: pairs(cue),
            mention: pairs(mention),
          }))
        const theirs = shared.report(shared.add(shared.empty(), TEXT, plain(gold), plain(predicted)))
        const { figures: f } = score([gold], [predicted])
        const r = (x: number) => Math.round(x * 1000) / 10
        expect([f.found, f.who, f.exact].map(({ f1 }) => r(f1))).toEqual([
          theirs.found.f1,
          theirs.who.f1,
          theirs.exact.f1,
        ])
        expect([f.words.content, f.words.mention, f.words.cue].map(({ f1 }) => r(f1))).toEqual([
          theirs.words.content.f1,
          theirs.words.speaker.f1,
          theirs.words.cue.f1,
        ])
      }),
      { numRuns: 300 },
    )
  })

  test('a large document takes no more than its size', () => {
    const text = 'Ana said it was so. '.repeat(20_000)
    const statements = Array.from({ length: 20_000 }, (_, i) => ({
      content: [{ start: i * 20 + 9, end: i * 20 + 18 }],
      cue: [{ start: i * 20 + 4, end: i * 20 + 8 }],
      mention: [{ start: i * 20, end: i * 20 + 3 }],
    }))
    const large = { id: 'large', text, statements }
    expect(score([large], [large]).figures.exact.f1).toBe(1)
  })
})
