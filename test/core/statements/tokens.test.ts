import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockEndsOf } from '../../../src/core/statements/analysis.js'
import { passagesOf } from '../../../src/core/statements/passages.js'
import { findQuotes } from '../../../src/core/statements/quotation-marks.js'
import { findSentences } from '../../../src/core/statements/sentences.js'
import type { Token } from '../../../src/core/statements/tagger.js'
import { tokenize } from '../../../src/core/statements/tokens.js'
import { readingOf } from './found.js'

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  tokenize(text, 0, text.length, tokens)
  return tokens
}

describe('tokenize', () => {
  it.each([
    ['Ann’s dogs’ don’t.', 'Ann|’s|dogs|’|don’t|.'],
    ['Mr. Roe of the U.S. paid $1,200.50.', 'Mr.|Roe|of|the|U.S.|paid|$|1,200.50|.'],
    ['A well-known e-mail @roe #now', 'A|well-known|e-mail|@roe|#now'],
    ['Wait... no -- yes—so', 'Wait|...|no|--|yes|—|so'],
    ["``Yes,'' he said.", "``|Yes|,|''|he|said|."],
    ['קצר 😀 e\u0301', 'קצר|😀|e\u0301'],
  ])('%s', (text, expected) => {
    expect(
      tokensOf(text)
        .map((t) => text.slice(t.start, t.end))
        .join('|'),
    ).toBe(expected)
  })

  it('leaves out white space and nothing else, in order, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        let kept = ''
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(text.slice(end, token.start)).toMatch(/^[\s\u200b-\u200d\u2060]*$/u)
          kept += text.slice(token.start, token.end)
          end = token.end
        }
        expect(text.slice(end)).toMatch(/^[\s\u200b-\u200d\u2060]*$/u)
        expect(kept.length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('findSentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Mr. Roe of the U.S. Senate left. The end.', ['Mr. Roe of the U.S. Senate left.', 'The end.']],
    ['He lives in the U.S. The rest do not.', ['He lives in the U.S.', 'The rest do not.']],
    ['“Is it true?” asked Roe. “No.”', ['“Is it true?” asked Roe.', '“No.”']],
    ['She left (at 9 p.m.). Then it rained.', ['She left (at 9 p.m.).', 'Then it rained.']],
  ])('%s', (text, expected) => {
    const tokens = tokensOf(text)
    const ends = [tokens.length]
    let first = 0
    const sentences = findSentences(text, tokens, ends, findQuotes(text, tokens, ends)).map((end) => {
      const sentence = text.slice(tokens[first]?.start, tokens[end - 1]?.end)
      first = end
      return sentence
    })
    expect(sentences).toEqual(expected)
  })
})

describe('passagesOf', () => {
  it('holds every token of the searched blocks once, whatever its size', () => {
    const text = `[title] One two three\n${'four five. '.repeat(40)}\n[related] Not this\nSix\n[byline] Nor this\nSeven eight`
    const whole = [...passagesOf(readingOf(text), Number.POSITIVE_INFINITY)]
    expect(whole).toHaveLength(1)
    for (const size of [1, 3, 10, 50, 1000]) {
      const parts = [...passagesOf(readingOf(text), size)]
      expect(parts.flatMap((p) => p.tokens)).toEqual(whole[0]?.tokens)
      for (const part of parts) expect(blockEndsOf(part).at(-1)).toBe(part.tokens.length)
    }
  })
})
