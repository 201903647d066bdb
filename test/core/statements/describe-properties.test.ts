import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Reading, Span, Statement } from '../../../src/core/model/index.js'
import { describe as describeAll } from '../../../src/core/statements/describe/index.js'
import { statementsOf } from './found.js'
import { marked } from './marked.js'

const PIECES = [
  ...'Roe said told reporters that on Wednesday in an email last month did not deny called for “ ” , . : ; ? ! " \' ’ may about 40 May 3 2024'.split(
    ' ',
  ),
  ...'I think we should must will never to with the of was accused by seems ago weeks two ( ) — … 👩‍🚒 é שלום'.split(
    ' ',
  ),
]

/** A text of one or more blocks with spans anywhere in it, as a tagger gone wrong might give. */
const anything = fc
  .record({
    lines: fc.array(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }), {
      minLength: 1,
      maxLength: 4,
    }),
    cuts: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    published: fc.constantFrom(null, '2026-05-14', 'not a date', '2026-02-30T10:00:00+14:00'),
    quotation: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const),
  })
  .map(({ lines, cuts, published, quotation }) => {
    const { reading } = marked(lines.map((line) => line.join(' ')).join('\n'), published)
    const starts: number[] = []
    for (let i = 0; i < reading.text.length; i++) if (/\S/.test(reading.text.charAt(i))) starts.push(i)
    const whole = (n: number) => {
      const at = starts[n % starts.length] as number
      const block = reading.blocks.find((b) => b.start <= at && at < b.end) as Block
      const space = reading.text.indexOf(' ', at)
      return { start: wordStart(reading, block, at), end: space < 0 || space > block.end ? block.end : space }
    }
    const [a, b, c, d, e, f] = cuts as [number, number, number, number, number, number]
    const { statement } = marked('x {y}')
    const made: Statement = {
      ...statement,
      quotation,
      content: inOrder(whole(a), joined(reading, whole(b), whole(c))),
      cue: d % 5 === 0 ? null : joined(reading, whole(d), whole(e)),
      mention: f % 3 === 0 ? null : whole(f),
    }
    return { reading, statement: made }
  })

// As `Statement.content` promises: in order, never overlapping.
const inOrder = (a: Span, b: Span): Span[] => (a.end <= b.start ? [a, b] : b.end <= a.start ? [b, a] : [b])

function wordStart(reading: Reading, block: Block, at: number): number {
  const space = reading.text.lastIndexOf(' ', at)
  return Math.max(block.start, space + 1)
}

function joined(reading: Reading, a: Span, b: Span): Span {
  const block = reading.blocks.find((one) => one.start <= a.start && a.start < one.end) as Block
  const end = Math.max(a.end, Math.min(b.end, block.end))
  return { start: a.start, end: b.end <= block.end && b.start >= a.start ? end : a.end }
}

describe('describing any statement', () => {
  it('gives spans of whole words inside one block, in order, and changes nothing else', () => {
    fc.assert(
      fc.property(anything, ({ reading, statement }) => {
        const [one] = describeAll(reading, [statement]) as [Statement]
        const { quoted, act, negated, hedges, addressee, medium, when, ...rest } = one
        const {
          quoted: _q,
          act: _a,
          negated: _n,
          hedges: _h,
          addressee: _d,
          medium: _m,
          when: _w,
          ...before
        } = statement
        expect(rest).toEqual(before)
        const spans = [...quoted, ...hedges, addressee, medium, when?.span ?? null].filter((s) => s !== null)
        for (const { start, end } of spans) {
          const block = reading.blocks.find((b) => b.start <= start && end <= b.end)
          expect(block, reading.text.slice(start, end)).toBeDefined()
          expect(reading.text.slice(start, end)).toMatch(/^\S(?:[\s\S]*\S)?$/)
        }
        for (const list of [quoted, hedges])
          list.forEach((s, i) => {
            if (i > 0) expect(s.start).toBeGreaterThanOrEqual((list[i - 1] as Span).end)
          })
        if (when?.date) expect(when.date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}-\d\d-\d\d)?$/)
        expect(describeAll(reading, [statement])).toEqual([one])
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile text', () => {
  const PATTERNS: readonly (readonly [string, string])[] = [
    ['said said ', ''],
    ['called for on Wednesday ', ''],
    ['did not never n’t ', ''],
    ['“Roe said ', ''],
    ['“a ” said Roe on ', ''],
    ['put it at take to task ', ''],
    ['May 3 2024 on ', ''],
    ['told the of the of the ', ''],
    ['at least at most up to ', ''],
    ['the ', ' said'],
    ['Roe said in an email on Monday that it may be about 40. ', ''],
  ]

  // What takes time with the square of its text takes minutes, which vitest ends.
  it.each(PATTERNS)('finishes on a great many %s', (unit, tail) => {
    const text = unit.repeat(40_000) + tail
    const { reading, statement } = marked(text)
    // A statement every few words, whose content, cue and mention lie beside each other.
    const words = [...text.matchAll(/\S+/g)]
    const statements: Statement[] = []
    for (let i = 0; i + 8 < words.length; i += 9) {
      const at = (k: number) => ({
        start: words[i + k]?.index as number,
        end: (words[i + k]?.index as number) + (words[i + k]?.[0].length as number),
      })
      statements.push({ ...statement, mention: at(0), cue: at(1), content: [{ start: at(3).start, end: at(8).end }] })
    }
    expect(describeAll(reading, statements)).toHaveLength(statements.length)
  })

  it('finishes on one endless sentence with one statement', () => {
    const { reading, statement } = marked(`[Roe] <said> {${'it may not be so, he said, and '.repeat(20_000)}}`)
    const [one] = describeAll(reading, [statement]) as [Statement]
    expect(one.hedges).toHaveLength(20_000)
  })
})

describe('findStatements', () => {
  it('describes what it finds', async () => {
    const [one] = await statementsOf('“I think the bridge may be safe,” Ana Roe told reporters on Wednesday.')
    expect(one?.act).toBe('believe')
    expect(one?.hedges).toHaveLength(2)
    expect(one?.addressee).not.toBeNull()
    expect(one?.when?.date).toBeNull()
  })
})
