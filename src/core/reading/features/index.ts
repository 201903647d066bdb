import type { Ancestries } from '../ancestry.js'
import type { Element } from '../element.js'
import type { Unit } from '../unit.js'
import type { WordWeights } from '../weights.js'
import { boxFeatures } from './boxes.js'
import { column, WIDTH } from './columns.js'
import { contextFeatures, type FeatureMarks, layoutFeatures, placeFeatures, topicFeatures } from './place.js'
import { runFeatures } from './runs.js'
import { repeatFeatures, type Shape, textFeatures } from './text.js'

export { FEATURES, WIDTH } from './columns.js'
export type { FeatureMarks } from './place.js'
export { unitWords, weighedWords } from './text.js'

/**
 * The feature rows of a page's units, one after the other, {@link WIDTH} values each; NaN where there is none.
 *
 * @param marks what the page's marks say, to be found again among the units; nothing known of a plain-text page
 */
export function featureRows(
  text: string,
  units: readonly Unit[],
  marks: FeatureMarks,
  words: WordWeights,
  ancestries: Ancestries,
): Float32Array {
  const n = units.length
  const rows = new Float32Array(n * WIDTH).fill(Number.NaN)
  const shapes = units.map((unit, i) => textFeatures(text, unit, rows, i * WIDTH, words))
  const keys = repeatFeatures(shapes, rows, WIDTH)
  placeFeatures(shapes, keys, marks.title, rows)
  contextFeatures(units, shapes, marks, rows)
  topicFeatures(shapes, rows)
  if (n > 0 && (units[0] as Unit).markup !== null) boxFeatures(units, shapes, rows, ancestries)
  else {
    // In HTML the boxes tell as much; there, runs as well did not help; training/reading has the figures.
    layoutFeatures(units, rows)
    runFeatures(shapes, rows)
  }
  neighbourFeatures(units, shapes, rows)
  return rows
}

const NEIGHBOURS = column('words-3')
const NEAR_CLASS_SUM = column('nearClassSum')
const OFFSETS = [-3, -2, -1, 1, 2, 3]

/** Fills in the neighbours' columns: the three units before and the three after, six values each. */
function neighbourFeatures(units: readonly Unit[], shapes: readonly Shape[], rows: Float32Array): void {
  const n = units.length
  const parents: (Element | null)[] = units.map((u) => u.markup?.element.parent ?? null)
  for (let i = 0; i < n; i++) {
    for (let o = 0; o < OFFSETS.length; o++) {
      const j = i + (OFFSETS[o] as number)
      if (j < 0 || j >= n) continue
      const s = shapes[j] as Shape
      const k = i * WIDTH + NEIGHBOURS + o * 6
      rows[k] = s.wordCount
      rows[k + 1] = s.linkShare
      rows[k + 2] = s.endsSentence
      rows[k + 3] = s.weightMean
      rows[k + 4] = parents[i] === null ? Number.NaN : parents[i] === parents[j] ? 1 : 0
      rows[k + 5] = rows[j * WIDTH + NEAR_CLASS_SUM] as number
    }
  }
}
