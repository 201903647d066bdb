import type { Unit } from '../../unit.js'
import type { WordWeights } from '../../weights.js'
import { column, WIDTH } from '../columns.js'
import { aroundFeatures } from './around.js'
import { cohesionFeatures } from './cohesion.js'
import { PLAIN_WIDTH } from './columns.js'
import { ownFeatures, promiseFeatures } from './own.js'
import { runFeatures } from './runs.js'
import { type PlainShape, plainShape } from './shape.js'

export { rarityOf } from './cohesion.js'
export { PLAIN, PLAIN_WIDTH } from './columns.js'
export { PROSE_WORDS, phraseKeys, promiseKeys } from './phrases.js'
export { type PlainShape, plainWords } from './shape.js'

const WORDS = column('words')
const WEIGHT = column('weightMean')

/** The further columns of a plain-text page's units, {@link PLAIN_WIDTH} a unit, and the shapes they were made from. */
export interface PlainFeatures {
  readonly rows: Float32Array
  readonly shapes: readonly PlainShape[]
}

/**
 * What pass one sees of a plain-text page beside its feature rows; NaN where there is nothing to say.
 *
 * @param rows the page's rows of FEATURES
 * @param phrases weights of phraseKeys, of promiseKeys, and of the words of prose (`~word`)
 */
export function plainFeatures(
  text: string,
  units: readonly Unit[],
  rows: Float32Array,
  phrases: WordWeights,
): PlainFeatures {
  const out = new Float32Array(units.length * PLAIN_WIDTH).fill(Number.NaN)
  const shapes = units.map((unit, i) => plainShape(text, unit, rows[i * WIDTH + WORDS] as number))
  const weight = Float64Array.from(units, (_, i) => rows[i * WIDTH + WEIGHT] as number)
  const proseWeight = ownFeatures(shapes, phrases, out)
  promiseFeatures(shapes, phrases, out)
  aroundFeatures(shapes, weight, proseWeight, out)
  cohesionFeatures(shapes, proseWeight, out)
  runFeatures(shapes, proseWeight, out)
  return { rows: out, shapes }
}
