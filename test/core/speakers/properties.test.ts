import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span, Statement } from '../../../src/core/model/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { readingOf, statementOf } from './article.js'

const WORDS = [
  'Ana',
  'Ruiz',
  'Bo',
  'Carro',
  'Mr.',
  'Mrs.',
  'Sen.',
  'the',
  'The',
  'mayor',
  'office',
  'report',
  'officials',
  'who',
  'that',
  'he',
  'She',
  'they',
  'I',
  'we',
  'his',
  'said',
  'told',
  ',',
  '.',
  '“',
  '”',
  "'s",
  '(',
  ')',
  'D-N.C.',
  ':',
  'and',
  'of',
  'NATO',
  'Trust',
  'Clean',
  'Rivers',
  '👩‍🚀',
  'e\u0301',
  'שלום',
  '\ud83d',
  'anonymity',
  'a',
  'some',
  'Q',
  '—',
  'both',
  'two',
  '2019',
]

/** A text of such words in lines, and statements about any words of it. */
const articles = fc
  .record({
    lines: fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }), { minLength: 1, maxLength: 8 }),
    roles: fc.array(fc.constantFrom('paragraph', 'title', 'navigation', 'byline', 'quotation', 'caption'), {
      minLength: 8,
      maxLength: 8,
    }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat(), fc.nat(3), fc.nat(), fc.nat(1)), { maxLength: 10 }),
  })
  .map(({ lines, roles, picks }) => {
    const reading = readingOf(lines.map((line, k) => [roles[k] as 'paragraph', line.join(' ')]))
    const words = [...reading.text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }))
    const range = (first: number, length: number): Span | null => {
      if (words.length === 0) return null
      const from = first % words.length
      return { start: words[from]?.start ?? 0, end: words[Math.min(from + length, words.length - 1)]?.end ?? 0 }
    }
    const statements = picks.flatMap(([c, cl, m, ml, q, has], k) => {
      const content = range(c, cl)
      return content
        ? [statementOf(`${k}`, { content: [content], cue: range(q, 0), mention: has ? range(m, ml) : null })]
        : []
    })
    return { reading, statements }
  })

describe('speakers of any article', () => {
  it('have their spans in the text, and each statement has one that exists, or a reason', () => {
    fc.assert(
      fc.property(articles, ({ reading, statements }) => {
        const before = JSON.stringify(statements)
        const found = findSpeakers(reading, statements)
        expect(JSON.stringify(statements)).toBe(before)
        expect(found.statements.map(({ id }) => id)).toEqual(statements.map(({ id }) => id))
        const byId = new Map(found.speakers.map((speaker) => [speaker.id, speaker]))
        expect(byId.size).toBe(found.speakers.length)
        for (const statement of found.statements) {
          expect(statement.speakerWhy).not.toBe('')
          if (statement.speaker !== null) expect(byId.get(statement.speaker)?.statements).toContain(statement.id)
        }
        for (const speaker of found.speakers) {
          const { named, roles, otherNames, anonymity, mentions } = speaker
          for (const { start, end } of [
            named,
            ...roles,
            ...otherNames,
            ...(anonymity ? [anonymity] : []),
            ...mentions.map((m) => m.span),
          ]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(reading.text.length)
          }
          expect(speaker.name).toBe(reading.text.slice(named.start, named.end))
          expect(speaker.statements.length).toBeGreaterThan(0)
          expect(mentions.length).toBeGreaterThan(0)
          expect(mentions.map((m) => m.span.start)).toEqual(mentions.map((m) => m.span.start).sort((a, b) => a - b))
        }
        expect(findSpeakers(reading, statements)).toEqual(found)
      }),
      { numRuns: 400 },
    )
  })

  it('name nobody from furniture', () => {
    fc.assert(
      fc.property(articles, ({ reading, statements }) => {
        const furniture = reading.blocks.filter(({ role }) => role === 'navigation')
        for (const speaker of findSpeakers(reading, statements).speakers) {
          const spans = [
            speaker.named,
            ...speaker.mentions.map(({ span }) => span),
            ...speaker.roles,
            ...speaker.otherNames,
          ]
          for (const { start } of spans)
            expect(furniture.some((block) => block.start <= start && start < block.end)).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** The time that a make of twice the size takes, over that of the size, the best of three. */
function growth(make: (size: number) => { text: string; mentions: readonly Span[] }, size: number): number {
  const time = (n: number): number => {
    const { text, mentions } = make(n)
    const reading = readingOf(text.split('\n').map((line) => ['paragraph', line]))
    const statements: Statement[] = mentions.map((mention, k) =>
      statementOf(`${k}`, { content: [{ start: mention.end + 6, end: mention.end + 8 }], cue: null, mention }),
    )
    let best = Number.POSITIVE_INFINITY
    for (let i = 0; i < 3; i++) {
      const from = performance.now()
      findSpeakers(reading, statements)
      best = Math.min(best, performance.now() - from)
    }
    return best
  }
  time(size / 4)
  return time(size * 4) / time(size)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const name = (k: number): string =>
  `X${LETTERS[k % 26]}${LETTERS[Math.floor(k / 26) % 26]}${LETTERS[Math.floor(k / 676) % 26]}`

const mentioned = (word: (k: number) => string) => (size: number) => {
  let text = ''
  const mentions: Span[] = []
  for (let k = 0; k < size; k++) {
    const start = text.length
    text += word(k)
    mentions.push({ start, end: text.length })
    text += ' said it is so. '
  }
  return { text, mentions }
}

describe('hostile articles take time in line with their size', () => {
  it.each([
    [
      'capitalised words',
      (size: number) => ({ text: Array.from({ length: size }, (_, k) => name(k)).join(' '), mentions: [] }),
      12_500,
    ],
    [
      'people of one surname',
      (size: number) => ({
        text: Array.from({ length: size }, (_, k) => `${name(k)} Roe. Roe said.`).join(' '),
        mentions: [],
      }),
      5_000,
    ],
    ['mentions by pronoun', mentioned(() => 'He'), 5_000],
    ['mentions by one name', mentioned(() => 'Roe'), 5_000],
    ['mentions by many names', mentioned((k) => `Ana ${name(k)}`), 5_000],
    ['mentions by description', mentioned((k) => `The ${name(k).toLowerCase()} office`), 5_000],
    ['mentions together', mentioned((k) => `Ana ${name(k)} and Bo Roe`), 5_000],
    ['mentions in the first person', mentioned(() => 'I'), 5_000],
  ] as const)('%s', { timeout: 60_000 }, (_, make, size) => {
    // Four times the size: linear is 4, quadratic 16.
    expect(growth(make, size)).toBeLessThan(11)
  })
})
