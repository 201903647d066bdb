import type { Ancestries } from './ancestry.js'
import { type FeatureMarks, featureRows, WIDTH } from './features/index.js'
import { PLAIN_WIDTH, plainFeatures } from './features/plain/index.js'
import { type Forest, type PackedForest, probability, unpackForest } from './forest.js'
import { FURTHER, furtherColumns } from './second.js'
import { FURTHER_TEXT, furtherTextColumns } from './second-text.js'
import type { Unit } from './unit.js'
import type { WordWeights } from './weights.js'

/** What training writes for one kind of page. */
export interface PackedClassifier {
  readonly one: PackedForest
  readonly two: PackedForest
  /** Share of pass one in the final score; the rest is pass two's. */
  readonly blend: number
  /** A unit with this score or more is article body. */
  readonly threshold: number
  /** Log odds of a unit's words, and of the words in elements' names: `word weight` pairs, parted by blanks and lines. */
  readonly words: string
  readonly classes: string
  /** Plain text only: log odds of what units are known by, see features/plain/phrases.ts. */
  readonly phrases?: string
}

/** A block classifier, ready to run. */
export interface Classifier {
  readonly one: Forest
  readonly two: Forest
  readonly blend: number
  readonly threshold: number
  readonly words: WordWeights
  readonly classes: WordWeights
  readonly phrases: WordWeights
}

export function unpackClassifier(packed: PackedClassifier): Classifier {
  return {
    one: unpackForest(packed.one),
    two: unpackForest(packed.two),
    blend: packed.blend,
    threshold: packed.threshold,
    words: unpackWeights(packed.words),
    classes: unpackWeights(packed.classes),
    phrases: unpackWeights(packed.phrases ?? ''),
  }
}

/** `word=1.25` a line. */
function unpackWeights(packed: string): WordWeights {
  const map = new Map<string, number>()
  for (const line of packed.split('\n')) {
    const at = line.lastIndexOf('=')
    if (at > 0) map.set(line.slice(0, at), Number(line.slice(at + 1)))
  }
  return map
}

/** Below this first score a unit is not asked about again: it is furniture, as most of a page is. */
const SETTLED = 0.02

/**
 * Half of all units stand below this after a quarter of pass one's trees; of the 187,144 units of both corpora 8 of these
 * would have come to 0.2 in the end, and one in 255 to 0.05. They are settled there.
 */
const PLAINLY_FURNITURE = { trees: 36, below: -2.5, probability: 0.01 }

/**
 * Scores each unit, 0 to 1, for being in the article's body: gradient-boosted trees over the unit's features, then over
 * those and the first scores of its surroundings. Not a calibrated probability.
 */
export function bodyScores(
  text: string,
  units: readonly Unit[],
  marks: FeatureMarks,
  ancestries: Ancestries,
  classifier: Classifier,
): Float64Array {
  const rows = featureRows(text, units, marks, classifier.words, ancestries)
  const one = new Float64Array(units.length)
  for (let i = 0; i < units.length; i++) one[i] = probability(classifier.one, rows, i * WIDTH, PLAINLY_FURNITURE)
  const further = furtherColumns(units, rows, one)
  const row = new Float32Array(WIDTH + FURTHER)
  return one.map((first, i) => {
    if (first < SETTLED) return first
    row.set(rows.subarray(i * WIDTH, (i + 1) * WIDTH))
    row.set(further.subarray(i * FURTHER, (i + 1) * FURTHER), WIDTH)
    return classifier.blend * first + (1 - classifier.blend) * probability(classifier.two, row, 0)
  })
}

/**
 * {@link bodyScores} of a plain-text page. Pass one sees the columns of PLAIN beside those of FEATURES, pass two those of
 * second-text.ts beside those of second.ts.
 */
export function textBodyScores(
  text: string,
  units: readonly Unit[],
  marks: FeatureMarks,
  ancestries: Ancestries,
  classifier: Classifier,
): Float64Array {
  const rows = featureRows(text, units, marks, classifier.words, ancestries)
  const plain = plainFeatures(text, units, rows, classifier.phrases)
  const one = new Float64Array(units.length)
  const row = new Float32Array(WIDTH + Math.max(PLAIN_WIDTH, FURTHER + FURTHER_TEXT))
  for (let i = 0; i < units.length; i++) {
    row.set(rows.subarray(i * WIDTH, (i + 1) * WIDTH))
    row.set(plain.rows.subarray(i * PLAIN_WIDTH, (i + 1) * PLAIN_WIDTH), WIDTH)
    one[i] = probability(classifier.one, row, 0)
  }
  const further = furtherColumns(units, rows, one)
  const furtherText = furtherTextColumns(plain.shapes, one)
  return one.map((first, i) => {
    if (first < SETTLED) return first
    row.set(rows.subarray(i * WIDTH, (i + 1) * WIDTH))
    row.set(further.subarray(i * FURTHER, (i + 1) * FURTHER), WIDTH)
    row.set(furtherText.subarray(i * FURTHER_TEXT, (i + 1) * FURTHER_TEXT), WIDTH + FURTHER)
    return classifier.blend * first + (1 - classifier.blend) * probability(classifier.two, row, 0)
  })
}
