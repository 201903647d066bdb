import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CodePoints } from '../../../src/core/exports/index.js'
import { anyText } from './records.js'

test('offsets in code points are those of JavaScript’s own iterator, and lead back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const points = new CodePoints(text)
      let unit = 0
      let point = 0
      for (const character of text) {
        expect(points.pointsAt(unit)).toBe(point)
        expect(points.unitsAt(point)).toBe(unit)
        if (character.length === 2) expect(points.pointsAt(unit + 1)).toBe(point)
        unit += character.length
        point++
      }
      expect(points.pointsAt(unit)).toBe(point)
      expect(points.unitsAt(point)).toBe(unit)
      expect(points.length).toBe(point)
      expect(points.unitsAt(point + 3)).toBe(unit + 3)
    }),
  )
})
