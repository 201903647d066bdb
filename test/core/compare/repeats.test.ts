import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimatedShare, isCopy, sharedShare, shinglesOf, sketchOf } from '../../../src/core/compare/copies.js'
import { CopyIndex } from '../../../src/core/compare/copy-index.js'
import { printsOf } from '../../../src/core/compare/prints.js'
import { repeatOf } from '../../../src/core/compare/repeats.js'
import { wordDiff } from '../../../src/core/compare/word-diff.js'

const quoted = (...pieces: string[]) => ({ content: pieces, quoted: pieces })
const told = (words: string) => ({ content: [words], quoted: [] })
const QUOTE = '“We were told at night that the road was closed and that nobody would come back to the valley”'

describe('repeatOf', () => {
  const relation = (a: string, b: string) => repeatOf(quoted(a), quoted(b))?.relation ?? null

  test('marks, case and spacing are no difference', () => {
    expect(
      relation(
        QUOTE,
        '"we were told at night  that the road was closed and that nobody would come back to the valley."',
      ),
    ).toBe('exact')
  })

  test('words left off at the ends, inside with a mark, and inside without one', () => {
    expect(relation(QUOTE, '“that the road was closed and that nobody would come back”')).toBe('trimmed')
    expect(relation(QUOTE, '“We were told at night that the road was closed … that nobody would come back”')).toBe(
      'ellipsis',
    )
    expect(relation(QUOTE, '“We were told at night that the road was closed that nobody would come back”')).toBe(
      'altered',
    )
    expect(
      repeatOf(quoted(QUOTE), quoted('“We were told at night that the road”', '“nobody would come back to the valley”'))
        ?.relation,
    ).toBe('ellipsis')
  })

  test('a changed word is named', () => {
    const repeat = repeatOf(quoted(QUOTE), quoted(QUOTE.replace('closed', 'open')))
    expect(repeat?.relation).toBe('altered')
    const changed = repeat?.stretches.find(({ same }) => !same)
    expect(changed && [repeat?.a[changed.a[0]], repeat?.b[changed.b[0]]]).toEqual(['closed', 'open'])
  })

  test('other words, short ones, and what is told in other words are no repeats', () => {
    expect(
      relation(QUOTE, '“The ministry will look at each of the cases when the winter is over and the road is dry”'),
    ).toBeNull()
    expect(relation('“It is a lie”', '“It is a lie”')).toBeNull()
    expect(
      repeatOf(told('that the road was closed at night for good'), told('that the road was closed at night')),
    ).toBeNull()
    expect(
      repeatOf(told('that the road was closed at night'), told('That the road was closed at night'))?.relation,
    ).toBe('exact')
  })

  test('is the same from either side, but for the sides', () => {
    const word = fc.constantFrom('road', 'valley', 'night', 'closed', 'nobody', 'back', '…')
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(relation(a, b) === null).toBe(relation(b, a) === null)
      }),
    )
  })
})

describe('wordDiff', () => {
  test('leads from one list to the other, and is no longer than the lists', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 24 })
    fc.assert(
      fc.property(list, list, (a, b) => {
        const stretches = wordDiff(a, b, a.length + b.length)
        if (!stretches) throw new Error('any list leads to any other with enough steps')
        let [at, to] = [0, 0]
        for (const {
          same,
          a: [a0, a1],
          b: [b0, b1],
        } of stretches) {
          expect([a0, b0]).toEqual([at, to])
          if (same) expect(a.slice(a0, a1)).toEqual(b.slice(b0, b1))
          at = a1
          to = b1
        }
        expect([at, to]).toEqual([a.length, b.length])
        // Longest common subsequence by the book, for comparison.
        const lcs = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
        for (let i = 1; i <= a.length; i++)
          for (let j = 1; j <= b.length; j++)
            (lcs[i] as number[])[j] =
              a[i - 1] === b[j - 1]
                ? ((lcs[i - 1] as number[])[j - 1] as number) + 1
                : Math.max((lcs[i - 1] as number[])[j] as number, (lcs[i] as number[])[j - 1] as number)
        const shared = stretches.filter(({ same }) => same).reduce((sum, { a: [a0, a1] }) => sum + a1 - a0, 0)
        expect(shared).toBe((lcs[a.length] as number[])[b.length])
      }),
    )
  })

  test('gives up beyond the limit', () => {
    expect(wordDiff(['a', 'b', 'c'], ['x', 'y', 'z'], 5)).toBeNull()
    expect(wordDiff(['a', 'b', 'c'], ['x', 'y', 'z'], 6)).not.toBeNull()
  })
})

describe('printsOf', () => {
  const shares = (a: string, b: string) => {
    const keys = new Set(printsOf(quoted(a)))
    return printsOf(quoted(b)).some((key) => keys.has(key))
  }

  test('a quotation and its trimmed, altered and broken forms share a key', () => {
    expect(shares(QUOTE, QUOTE.replace('closed', 'open'))).toBe(true)
    expect(shares(QUOTE, '“that the road was closed and that nobody would come back”')).toBe(true)
    expect(shares(QUOTE, '“We were told at night that the road was closed … back to the valley”')).toBe(true)
  })

  test('two quotations that share eight words in a row share a key', () => {
    const word = fc.string({ minLength: 3, maxLength: 6, unit: fc.constantFrom(...'abcdefghij') })
    const some = fc.array(word, { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), some, some, some, some, (shared, a, b, c, d) => {
        expect(shares([...a, ...shared, ...b].join(' '), [...c, ...shared, ...d].join(' '))).toBe(true)
      }),
    )
  })

  test('few keys, none of a short one', () => {
    expect(printsOf(quoted('“It is a lie”'))).toEqual([])
    expect(
      printsOf(
        quoted(
          'word '
            .repeat(5000)
            .split(' ')
            .map((w, i) => w + i)
            .join(' '),
        ),
      ).length,
    ).toBeLessThan(20)
  })
})

describe('copies', () => {
  const sentence = (i: number) =>
    `Sentence ${i} says that the ${i * 7} barges of the ${i % 13} fleet left harbour ${i * 3} on a grey morning.`
  const article = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => sentence(from + i)).join('\n')

  test('a copy that is cut and edited is one; an article with a third of the same sentences is none', () => {
    const index = new CopyIndex()
    expect(index.add(article(0, 30))).toBeNull()
    expect(index.add(article(0, 18).replace(/grey/g, (word, at: number) => (at % 3 === 0 ? 'dull' : word)))).toBe(0)
    expect(index.add(article(22, 60))).toBeNull()
    expect(index.add(article(2, 30))).toBe(0)
    expect(index.add('Too short to tell.')).toBeNull()
  })

  test('the estimate of a sketch is near what it estimates', () => {
    for (const [from, to] of [
      [0, 40],
      [10, 50],
      [20, 60],
      [38, 70],
    ] as const) {
      const [a, b] = [shinglesOf(article(0, 40)), shinglesOf(article(from, to))]
      const [x, y] = [sketchOf(a), sketchOf(b)]
      if (!x || !y) throw new Error('both are long enough')
      expect(Math.abs(estimatedShare(x, y) - sharedShare(a, b))).toBeLessThan(0.25)
      expect(isCopy(a, b)).toBe(sharedShare(a, b) >= 0.5)
    }
  })
})
