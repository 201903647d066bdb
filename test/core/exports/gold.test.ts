import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromBrat,
  fromCitron,
  fromJsonl,
  fromWebAnno,
  fromWebAnnotation,
  type GoldDocument,
  type GoldStatement,
  goldOf,
  type PageRecord,
  recordJson,
  toBrat,
  toCitron,
  toJson,
  toWebAnno,
  toWebAnnotation,
} from '../../../src/core/exports/index.js'
import { OnrecordError, type Span } from '../../../src/core/model/index.js'
import { anyRecord, story } from './records.js'

/** What comes back of a record through each form, and what of it the form cannot carry. */
interface Form {
  readonly name: string
  there(record: PageRecord): string
  back(file: string, record: PageRecord): GoldDocument
  expected(record: PageRecord): GoldDocument
}

const statementsOf = (gold: GoldDocument, change: (s: GoldStatement) => GoldStatement | null) => ({
  ...gold,
  statements: gold.statements.map(change).filter((s) => s !== null),
})

const isBlank = (text: string, { start, end }: Span) => text.slice(start, end).trim() === ''
/** As `brat.ts` splits lines and `webanno.ts` trims: by characters of the text that are no white space. */
const LINES = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]+/

/** The spans cut at line ends, blank pieces left out, and pieces made one again between which stands nothing else. */
function inLines(text: string, spans: readonly Span[]): Span[] {
  const pieces = spans.flatMap(({ start, end }) => {
    let at = start
    return text
      .slice(start, end)
      .split(new RegExp(`(${LINES.source})`))
      .map((piece) => {
        const from = at
        at += piece.length
        return { start: from, end: at }
      })
      .filter(({ start, end }) => start < end && !LINES.test(text.slice(start, end)) && !isBlank(text, { start, end }))
  })
  const all: { start: number; end: number }[] = []
  for (const { start, end } of pieces) {
    const last = all.at(-1)
    const gap = last ? text.slice(last.end, start) : ''
    if (last && LINES.test(gap) && gap.replace(/[\s\u001c-\u001e\u0085]/g, '') === '') last.end = end
    else all.push({ start, end })
  }
  return all
}

function trimmed(text: string, spans: readonly Span[]): Span[] {
  return spans
    .filter((span) => !isBlank(text, span))
    .map(({ start, end }) => {
      const words = text.slice(start, end)
      return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
    })
}

/** Spans that touch are one: an annotation of several pieces knows no edge between them. */
function merged(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

const WHOLE: Form[] = [
  {
    name: 'JSON lines of records',
    there: (record) => `${JSON.stringify(recordJson(record))}\n`,
    back: (file) => fromJsonl(file)[0] as GoldDocument,
    expected: goldOf,
  },
  {
    name: 'W3C Web Annotation',
    there: toWebAnnotation,
    back: (file) => fromWebAnnotation(file),
    expected: (record) =>
      statementsOf(goldOf(record), ({ speaker, negated, within, ...rest }) => ({
        ...rest,
        ...(speaker !== null && { speaker: speaker as string }),
        ...(negated && { negated: true }),
        ...(within !== null && { within: within as number }),
      })),
  },
  {
    name: 'Citron',
    there: toCitron,
    back: (file, { page }) => fromCitron(file, page.id),
    expected: (record) => {
      const gold = goldOf(record)
      const named = new Map(record.speakers.map(({ id, named: { start, end } }) => [id, gold.text.slice(start, end)]))
      const all = gold.statements.map(({ content, cue, mention }, i) => {
        const name = named.get(record.statements[i]?.speaker ?? ('' as never))
        return { content, cue, mention, ...(name !== undefined && { speaker: name }) }
      })
      return {
        ...gold,
        statements: [...all.filter(({ cue }) => cue.length > 0), ...all.filter(({ cue }) => cue.length === 0)],
      }
    },
  },
]

describe.each(WHOLE)('$name', ({ there, back, expected }) => {
  test('brings every statement back, with all that the form carries, whatever the text', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(back(there(any), any)).toEqual(expected(any))
      }),
    )
  })

  test('of a story in emoji, right-to-left words and combining marks too', () => {
    expect(back(there(story), story)).toEqual(expected(story))
  })
})

/** Indices of the statements that have any content left, and what each becomes. */
function kept(gold: GoldDocument, spansOf: (text: string, spans: readonly Span[]) => Span[]): GoldStatement[] {
  const left = gold.statements
    .map((s, i) => ({ s, i, content: spansOf(gold.text, s.content) }))
    .filter(({ content }) => content.length > 0)
  return left.map(({ s, content }) => {
    const within = s.within == null ? -1 : left.findIndex(({ i }) => i === s.within)
    return {
      ...s,
      content,
      cue: spansOf(gold.text, s.cue),
      mention: spansOf(gold.text, s.mention),
      within: within < 0 ? null : within,
    }
  })
}

describe('brat', () => {
  test('brings every statement back but what stands at line ends, whatever the text', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const gold = goldOf(any)
        const expected = kept(gold, inLines).map(({ speaker, negated, within, ...rest }) => ({
          ...rest,
          ...(typeof speaker === 'string' && { speaker: speaker.replace(new RegExp(LINES.source, 'g'), ' ') }),
          ...(negated && { negated: true }),
          ...(within != null && { within }),
        }))
        expect(fromBrat(toBrat(any), gold.text, gold.id)).toEqual({ ...gold, statements: expected })
      }),
    )
  })

  test('of a story in emoji, right-to-left words and combining marks too', () => {
    const gold = goldOf(story)
    const back = fromBrat(toBrat(story), gold.text, gold.id)
    expect(back.statements.map(({ content }) => content)).toEqual(gold.statements.map(({ content }) => content))
  })
})

describe('WebAnno TSV', () => {
  test('brings every statement back but white space at edges, whatever the text', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const gold = goldOf(any)
        const expected = kept(gold, trimmed).map((s) => ({
          ...s,
          content: merged(s.content),
          ...(typeof s.speaker === 'string' && { speaker: s.speaker.replace(/[\r\v\f]/g, ' ') }),
        }))
        for (const s of expected) if (!s.speaker) delete (s as { speaker?: unknown }).speaker
        const back = fromWebAnno(toWebAnno(any), gold.id)
        expect(back.statements).toEqual(expected)
        expect(back.text.replace(/\s/g, ' ')).toBe(gold.text.trimEnd().replace(/\s/g, ' '))
      }),
    )
  })

  test('keeps the text of a page as it is, its blocks and sentences told apart', () => {
    const gold = goldOf(story)
    expect(fromWebAnno(toWebAnno(story), gold.id)).toEqual({
      ...gold,
      statements: gold.statements.map(({ speaker, ...s }) => (speaker === null ? s : { ...s, speaker })),
    })
  })
})

describe('JSON lines of others', () => {
  const text = 'Mara Ostrander said no.'
  const line = (value: object) => `${JSON.stringify({ id: 'a', text, ...value })}\n`

  test('of a gold corpus: the words that name the speaker are the mention', () => {
    expect(fromJsonl(line({ statements: [{ speaker: [[0, 14]], cue: [[15, 19]], content: [[20, 22]] }] }))).toEqual([
      {
        id: 'a',
        text,
        statements: [
          { mention: [{ start: 0, end: 14 }], cue: [{ start: 15, end: 19 }], content: [{ start: 20, end: 22 }] },
        ],
      },
    ])
  })

  test('of the pipe: errors and blank lines are passed over, ids may be numbers', () => {
    const [document, ...more] = fromJsonl(
      `\n${JSON.stringify({ id: 1, error: { code: 'page-empty', message: '' } })}\n${line({ id: 7, speakers: [{ id: 'p', name: 'M' }], statements: [{ id: 's', mention: [0, 14], speaker: 'p', cue: null, content: [[20, 22]], act: 'deny', within: null }] })}`,
    )
    expect(more).toEqual([])
    expect(document).toMatchObject({ id: '7', statements: [{ cue: [], speaker: 'M', act: 'deny', within: null }] })
  })
})

const points = (text: string) => [...text].length
const citron = (change: object) =>
  JSON.stringify({
    text: '👩 said no.',
    quotes: [
      {
        cue: { start: 2, end: 6, text: 'said' },
        sources: [{ start: 0, end: 1, text: '👩' }],
        contents: [{ start: 7, end: 9, text: 'no' }],
        ...change,
      },
    ],
  })

describe('Citron of others', () => {
  test('counts code points', () => {
    expect(fromCitron(citron({}), 'a').statements[0]).toEqual({
      cue: [{ start: 3, end: 7 }],
      mention: [{ start: 0, end: 2 }],
      content: [{ start: 8, end: 10 }],
    })
    const first = JSON.parse(toCitron(story)).quotes[0]
    expect(first.contents[0].end - first.contents[0].start).toBe(points(first.contents[0].text))
  })

  test('what citron-extract prints has the text beside it, and resolved names in "sources"', () => {
    const text = 'Ana Ruiz left. She said no.'
    const printed = JSON.stringify({
      quotes: [
        {
          sources: [{ start: 0, end: 8, text: 'Ana Ruiz' }],
          coreferences: [{ start: 15, end: 18, text: 'She' }],
          cue: { start: 19, end: 23, text: 'said' },
          contents: [{ start: 24, end: 26, text: 'no' }],
          confidence: '0.7312',
        },
      ],
      source: { application: 'citron-extractor' },
    })
    expect(fromCitron(printed, 'a', text).statements).toEqual([
      {
        content: [{ start: 24, end: 26 }],
        cue: [{ start: 19, end: 23 }],
        mention: [{ start: 15, end: 18 }],
        speaker: 'Ana Ruiz',
      },
    ])
    expect(() => fromCitron(printed, 'a')).toThrow(expect.objectContaining({ code: 'gold-invalid' }))
  })
})

const TEXT = '👩 said no. Then he said: “Go.”'
const ANN = 'T1\tContent 7 9\tno\nT2\tCue 2 6\tsaid\nR1\tCarriedBy Arg1:T1 Arg2:T2\n'

describe('brat of others', () => {
  test('counts code points, takes relations in either direction, and events', () => {
    const gold = fromBrat(
      `T1\tQuote 7 9\tno\nT2\tCue 2 6\tsaid\nT3\tSource 0 1\t👩\nR1\tx Arg1:T2 Arg2:T1\nE1\tCue:T2 Content:T1 Source:T3\nA1\tAct T1 deny\nN1\tReference T1 Wiki:1\tx\n*\tEquiv T2 T3\n`,
      TEXT,
      'a',
    )
    expect(gold.statements).toEqual([
      {
        content: [{ start: 8, end: 10 }],
        cue: [{ start: 3, end: 7 }],
        mention: [{ start: 0, end: 2 }],
        act: 'deny',
      },
    ])
  })
})

const TSV = toWebAnno(story)

test.each<[string, () => unknown]>([
  ['Citron that is no JSON', () => fromCitron('{', 'a')],
  ['Citron without quotes', () => fromCitron('{"text":"a"}', 'a')],
  [
    'Citron with words that stand elsewhere',
    () => fromCitron(citron({ contents: [{ start: 6, end: 9, text: 'no' }] }), 'a'),
  ],
  ['Citron with an offset past the end', () => fromCitron(citron({ contents: [{ start: 7, end: 99 }] }), 'a')],
  ['Citron without contents', () => fromCitron(citron({ contents: [] }), 'a')],
  ['brat with words that stand elsewhere', () => fromBrat(ANN.replace('7 9', '5 9'), TEXT, 'a')],
  ['brat with an offset past the end', () => fromBrat(ANN.replace('7 9', '7 99'), TEXT, 'a')],
  ['brat with an offset that is no number', () => fromBrat(ANN.replace('7 9', '7 x'), TEXT, 'a')],
  ['brat with a relation to nothing', () => fromBrat(ANN.replace('Arg2:T2', 'Arg2:T9'), TEXT, 'a')],
  ['brat with an act that is none', () => fromBrat(`${ANN}A1\tAct T1 shout\n`, TEXT, 'a')],
  ['brat with a line of something else', () => fromBrat(`${ANN}nothing\n`, TEXT, 'a')],
  ['WebAnno TSV of another version', () => fromWebAnno(TSV.replace('3.3', '2'), 'a')],
  ['WebAnno TSV with too few columns', () => fromWebAnno(TSV.replace(/^(1-1\t[^\t]*\t[^\t]*)\t.*$/m, '$1'), 'a')],
  ['WebAnno TSV with offsets past its text', () => fromWebAnno(TSV.replace(/^1-1\t0-\d+/m, '1-1\t0-9999'), 'a')],
  ['WebAnno TSV with a relation to nothing', () => fromWebAnno(TSV.replace(/\[\d+_/, '[999_'), 'a')],
  ['WebAnno TSV with an act that is none', () => fromWebAnno(TSV.replaceAll('deny[', 'shout['), 'a')],
  ['an annotation that quotes nothing of the text', () => fromWebAnnotation(toWebAnnotation(story), 'a', 'other')],
  ['annotations without a text', () => fromWebAnnotation('{"type":"AnnotationPage","items":[]}', 'a')],
  ['an annotation without a target', () => fromWebAnnotation('[{"type":"Annotation"}]', 'a', 'text')],
  ['an annotation without a selector', () => fromWebAnnotation('[{"target":{"source":"x"}}]', 'a', 'text')],
  ['a line without a text', () => fromJsonl('{"id":1,"statements":[]}')],
  ['a line with a span past the end', () => fromJsonl('{"id":1,"text":"a","statements":[{"content":[0,5]}]}')],
  ['a line within nothing', () => fromJsonl('{"id":1,"text":"a","statements":[{"content":[0,1],"within":"x"}]}')],
  ['a line that is no JSON', () => fromJsonl('{')],
])('%s is refused', (_, take) => {
  expect(take).toThrow(expect.objectContaining({ code: 'gold-invalid' }))
})

test('a record among JSON lines that is broken, or of another version, is refused as a record', () => {
  const json = JSON.stringify(JSON.parse(toJson(story)))
  expect(() => fromJsonl(json.replace('record/2', 'record/1'))).toThrow(
    expect.objectContaining({ code: 'record-version' }),
  )
  expect(() => fromJsonl(json.replace('"act":"deny"', '"act":"shout"'))).toThrow(
    expect.objectContaining({ code: 'record-invalid' }),
  )
})

test('whatever is in a file, it is taken in or refused with a code, and no span that comes of it leaves the text', () => {
  const { text } = story.reading
  const forms: [string, (file: string) => readonly GoldDocument[]][] = [
    [toCitron(story), (file) => [fromCitron(file, 'a')]],
    [toWebAnnotation(story), (file) => [fromWebAnnotation(file, 'a')]],
    [TSV, (file) => [fromWebAnno(file, 'a')]],
    [toBrat(story), (file) => [fromBrat(file, text, 'a')]],
    [JSON.stringify(JSON.parse(toJson(story))), fromJsonl],
  ]
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 40 }),
    by: fc.oneof(
      fc.constantFrom('', '\t', '\n', '"', '[', '9', '|', ';', '_', '{}', 'null', '-1'),
      fc.string({ maxLength: 5 }),
    ),
  })
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.array(edit, { minLength: 1, maxLength: 3 }), ([whole, take], edits) => {
      let file = whole
      for (const { at, length, by } of edits) {
        const start = Math.floor(at * file.length)
        file = file.slice(0, start) + by + file.slice(start + length)
      }
      try {
        for (const { text, statements } of take(file))
          for (const { content, cue, mention } of statements) {
            expect(content.length).toBeGreaterThan(0)
            for (const { start, end } of [...content, ...cue, ...mention]) {
              expect(start).toBeLessThan(end)
              expect(end).toBeLessThanOrEqual(text.length)
            }
          }
      } catch (error) {
        if (!(error instanceof OnrecordError)) throw error
        expect(['gold-invalid', 'record-invalid', 'record-version']).toContain(error.code)
      }
    }),
    { numRuns: 2000 },
  )
})
