import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  OnrecordError,
  type Page,
  type PageKind,
  pageFromText,
  type Reading,
  slice,
  span,
} from '../../src/core/model/index.js'
import { read } from '../../src/core/reading/index.js'
import { expectInvariants, expectRoundTrip } from './invariants.js'
import { brokenPages, codeUnits, ink, madePages, textPages } from './pages.js'

const RUNS = { numRuns: 300 }

/** The reading; null where the page has nothing to see, which is told by an error with that code. */
function readingOf(page: Page): Reading | null {
  try {
    return read(page)
  } catch (error) {
    if (error instanceof OnrecordError && error.code === 'page-empty') return null
    throw error
  }
}

const html = (text: string) => pageFromText(text, { kind: 'html' })

test('every visible character of a well-formed page is read, in order', () => {
  fc.assert(
    fc.property(madePages, ({ html: source, visible }) => {
      const reading = readingOf(html(source))
      expect(ink(reading?.text ?? '')).toBe(visible)
    }),
    RUNS,
  )
})

test('blocks of a well-formed page hold every visible character exactly once, each where its origin says', () => {
  fc.assert(
    fc.property(madePages, ({ html: source }) => {
      const page = html(source)
      const reading = readingOf(page)
      if (reading) expectInvariants(page, reading)
    }),
    RUNS,
  )
})

test('the same of pages that no one should have written', () => {
  fc.assert(
    fc.property(brokenPages, (source) => {
      const page = html(source)
      const reading = readingOf(page)
      if (reading) expectInvariants(page, reading)
    }),
    RUNS,
  )
})

test('a plain-text page is its own text, every character of it in one block', () => {
  const kinds = fc.constantFrom<PageKind>('text', 'article')
  fc.assert(
    fc.property(fc.oneof(textPages, codeUnits, brokenPages), kinds, (text, kind) => {
      const page = pageFromText(text, { kind })
      const reading = readingOf(page)
      if (reading) expectInvariants(page, reading)
      else expect(ink(text)).toBe('')
    }),
    RUNS,
  )
})

test('from the text to the page and back, a span is still there', () => {
  const pages = fc.oneof(
    madePages.map(({ html: source }) => source),
    brokenPages,
  )
  fc.assert(
    fc.property(pages, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 12 }), (source, picks) => {
      const reading = readingOf(html(source))
      if (!reading) return
      for (const block of reading.blocks) expectRoundTrip(reading, block.start, block.end)
      for (const [a, b] of picks) {
        const block = reading.blocks[a % reading.blocks.length]
        if (!block) continue
        const start = block.start + (b % (block.end - block.start))
        const end = start + 1 + (a % (block.end - start))
        expectRoundTrip(reading, start, end)
      }
    }),
    RUNS,
  )
})

test('the same page read twice is the same reading, byte for byte', () => {
  const pages = fc.oneof(
    madePages.map(({ html: source }) => html(source)),
    brokenPages.map(html),
    textPages.map((text) => pageFromText(text, { kind: 'text' })),
  )
  fc.assert(
    fc.property(pages, (page) => {
      const first = readingOf(page)
      expect(JSON.stringify(readingOf({ ...page }))).toBe(JSON.stringify(first))
    }),
    RUNS,
  )
})

test('a span that exists fits its text and shows its words', () => {
  fc.assert(
    fc.property(codeUnits, fc.integer({ min: -2, max: 420 }), fc.integer({ min: -2, max: 420 }), (text, start, end) => {
      let made: ReturnType<typeof span>
      try {
        made = span(text, start, end)
      } catch (error) {
        expect((error as OnrecordError).code).toBe('span-invalid')
        return
      }
      const words = slice(text, made)
      expect(words).toBe(text.slice(start, end))
      expect(words.length).toBe(end - start)
      // No half of a pair at an edge whose other half is outside.
      expect([...words].join('')).toBe(words)
      expect([...text.slice(0, start), ...words, ...text.slice(end)].join('')).toBe(text)
      expect([...text.slice(0, start), ...words, ...text.slice(end)]).toEqual([...text])
    }),
    { numRuns: 2000 },
  )
})
