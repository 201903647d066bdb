import { wordsOf } from '../anchor/index.js'
import { hashAll, hashText, keyOfTwo } from './hashing.js'

/** Words of a shingle: fewer, and articles on one subject share many by chance; more, and an edit costs too many. */
const SHINGLE = 5
/** Places of a sketch. */
const PLACES = 96
/** Places of a band. */
const ROWS = 2
/**
 * The bands of a sketch. Of two articles of which one is the other cut by half, with one word in ten changed, a quarter of
 * all shingles are shared; they share a band with a chance of 95 in 100.
 */
export const BANDS = PLACES / ROWS
/** An article with fewer shingles is too short to be called a copy of another. */
const LEAST = 24
/** Share of the shorter article's shingles that stand in the other: reports that quote the same words have a third. */
const COPY = 0.5
/** A band that so many pages share tells nothing: it is boilerplate, or one much copied article that the others lead to. */
export const FULL_BAND = 64

/** What tells near copies of an article apart from others without its text. */
export interface Sketch {
  /** Unsigned 32-bit minima, one for each place (one-permutation MinHash). */
  readonly minima: Uint32Array
  /** Keys under which it is to be found, whole numbers below 2^48, one for each band. */
  readonly bands: readonly number[]
  /** How many different shingles it has. */
  readonly shingles: number
}

/** Hashes of the shingles of a text, each once. */
export type Shingles = ReadonlySet<number>

/** The shingles of a text: every five words in a row, as hashes. Linear in the text. */
export function shinglesOf(text: string): Shingles {
  const words = Uint32Array.from(wordsOf(text).key, hashText)
  const found = new Set<number>()
  for (let i = 0; i + SHINGLE <= words.length; i++) found.add(hashAll(words, i, i + SHINGLE))
  return found
}

/**
 * The sketch of an article; null where it is too short for one. MinHash by one permutation (Li, Owen and Zhang 2012), empty
 * places filled from others by a walk of their own (Shrivastava 2017), and bands for locality-sensitive hashing (Indyk
 * and Motwani 1998). Linear in the number of shingles.
 */
export function sketchOf(shingles: Shingles): Sketch | null {
  if (shingles.size < LEAST) return null
  const minima = new Uint32Array(PLACES).fill(0xffffffff)
  const isFilled = new Uint8Array(PLACES)
  for (const shingle of shingles) {
    const place = shingle % PLACES
    const value = hashAll([shingle], 0, 1, 0x5bd1e995)
    if (isFilled[place] === 0 || value < (minima[place] as number)) minima[place] = value
    isFilled[place] = 1
  }
  for (let place = 0; place < PLACES; place++) {
    if (isFilled[place] === 1) continue
    // The walk depends on the place alone, so that two sketches fill it from the same others.
    for (let step = 1; ; step++) {
      const from = hashAll([place, step], 0, 2) % PLACES
      if (isFilled[from] !== 1) continue
      minima[place] = minima[from] as number
      break
    }
  }
  const bands: number[] = []
  for (let band = 0; band < BANDS; band++) {
    const at = band * ROWS
    bands.push(keyOfTwo(hashAll(minima, at, at + ROWS, band + 1), hashAll(minima, at, at + ROWS, band + 77_777)))
  }
  return { minima, bands, shingles: shingles.size }
}

/** About which share of the shorter one's shingles two articles have in common, 0 to 1, by their sketches alone. */
export function estimatedShare(
  one: Pick<Sketch, 'minima' | 'shingles'>,
  other: Pick<Sketch, 'minima' | 'shingles'>,
): number {
  let same = 0
  for (let place = 0; place < PLACES; place++) if (one.minima[place] === other.minima[place]) same++
  const jaccard = same / PLACES
  const shared = (jaccard * (one.shingles + other.shingles)) / (1 + jaccard)
  return Math.min(1, shared / Math.min(one.shingles, other.shingles))
}

/** Which share of the shorter one's shingles the other has, 0 to 1. */
export function sharedShare(one: Shingles, other: Shingles): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared / small.size
}

/** Whether one article is a near copy of another: cut, edited, under another headline, among other furniture. */
export function isCopy(one: Shingles, other: Shingles): boolean {
  return Math.min(one.size, other.size) >= LEAST && sharedShare(one, other) >= COPY
}

/** The estimate below which two articles need no closer look: three deviations of a sketch's below what makes a copy. */
export const WORTH_A_LOOK = 0.3
