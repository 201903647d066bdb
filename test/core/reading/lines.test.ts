import { describe, expect, it } from 'vitest'
import { MOST_UNITS, textUnits } from '../../../src/core/reading/lines.js'

const shown = (text: string) => textUnits(text).map((u) => text.slice(u.start, u.end))

describe('textUnits', () => {
  it('parts a page of more lines than any article has, and loses none of them', () => {
    const lines = Array.from({ length: MOST_UNITS + 50_000 }, (_, i) => `w${i}`)
    const text = lines.join('\n')
    const units = textUnits(text)
    expect(units.length).toBeGreaterThanOrEqual(MOST_UNITS)
    expect(units.length).toBeLessThan(MOST_UNITS + 10_100)
    let end = 0
    for (const u of units) {
      expect(text.slice(end, u.start).trim()).toBe('')
      end = u.end
    }
    expect(end).toBe(text.length)
  })

  it('reads a list of more lines than are looked at together as it reads a short one', () => {
    const text = Array.from({ length: 25_000 }, (_, i) => `Line ${i}`).join('\n')
    const units = textUnits(text)
    expect(units).toHaveLength(25_000)
    expect(units.slice(1, -1).every((u) => u.layout?.gapBefore === 0 && u.layout.gapAfter === 0)).toBe(true)
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('takes %s as the end of a line', (_, eol) => {
    expect(shown(['One line', '', '  two', 'three ', ''].join(eol))).toEqual(['One line', 'two', 'three'])
  })
})
