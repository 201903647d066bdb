import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor, selectorOf } from '../../../src/core/anchor/index.js'

const TEXT = 'The pier is closed. Nobody knows why. The pier will open in May, the board said.'
const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('a span', () => {
  test('is found again where its words stand', () => {
    const selector = selectorOf(TEXT, spanOf(TEXT, 'Nobody knows why'))
    const changed = `An update. ${TEXT}`
    expect(anchor(changed, selector)).toMatchObject({
      how: 'exact',
      span: spanOf(changed, 'Nobody knows why'),
      similarity: 1,
    })
  })

  test('of several places has the one with the same words about it', () => {
    const selector = selectorOf(TEXT, spanOf(TEXT, 'The pier', 20))
    const changed = `The pier! ${TEXT}`
    expect(anchor(changed, selector).span).toEqual(spanOf(changed, 'The pier', 40))
  })

  test('is found near where words were changed', () => {
    const selector = selectorOf(TEXT, spanOf(TEXT, 'will open in May, the board said'))
    const found = anchor(TEXT.replace('in May', 'in June'), selector)
    expect(found.how).toBe('near')
    expect(found.similarity).toBeGreaterThan(0.75)
    expect(found.similarity).toBeLessThan(1)
  })

  test('is openly lost where nothing is near', () => {
    const selector = selectorOf(TEXT, spanOf(TEXT, 'will open in May, the board said'))
    expect(anchor('Quite another page about a lighthouse.', selector)).toMatchObject({ how: 'lost', span: null })
  })
})

test('every span of any text is found in the same text, where it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text]
      if (points.length === 0) return
      const first = a % points.length
      const length = 1 + (b % (points.length - first))
      const start = points.slice(0, first).join('').length
      const end = start + points.slice(first, first + length).join('').length
      const found = anchor(text, selectorOf(text, { start, end }))
      expect(found.how).toBe('exact')
      if (found.span) expect(text.slice(found.span.start, found.span.end)).toBe(text.slice(start, end))
    }),
    { numRuns: 500 },
  )
})

test.each(['a', 'ab', 'the pier ', '“'])('a large text of nothing but %j is searched in time', (piece) => {
  const text = piece.repeat(200_000)
  const selector = selectorOf(text, { start: 1000, end: 1400 })
  expect(anchor(`x${text}`, selector).how).not.toBe('near')
  expect(anchor(text.replaceAll(piece.charAt(0), 'z'), selector).how).toBe('lost')
})
