import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinWords } from '../../../src/core/reading/latin-words.js'

describe('latinWords', () => {
  it('finds what Unicode calls letters, marks and numbers, on any text that it takes on', () => {
    const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((c) => String.fromCharCode(c)) })
    const any = fc.string({ unit: 'binary' })
    const punctuated = fc.string({ unit: fc.constantFrom('a', 'É', '7', ' ', '’', '“', '—', '…', '.', '\n', '²') })
    fc.assert(
      fc.property(fc.oneof(latin, any, punctuated), (text) => {
        const words = latinWords(text)
        if (words !== null) expect(words).toEqual(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
      }),
      { numRuns: 2000 },
    )
  })

  it('takes on every Latin letter and the marks of print', () => {
    expect(latinWords('“Où vas-tu?” — Łódź 2024…')).toEqual(['Où', 'vas', 'tu', 'Łódź', '2024'])
    expect(latinWords('м²')).toBeNull()
    expect(latinWords('m²')).toBeNull()
  })
})
