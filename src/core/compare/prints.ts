import { wordsOf } from '../anchor/index.js'
import { hashAll, hashText, keyOfTwo } from './hashing.js'
import type { Said } from './said.js'

/** Words of a print. */
const GRAM = 4
/** Of so many prints in a row one is kept (winnowing): two quotations that share eight words in a row share one. */
const WINDOW = 5
/** Prints that are kept of a long quotation. */
const MOST = 16
/** Fewer words than these are said again by chance. */
export const LEAST_WORDS = 5
/** A print that so many statements share is a turn of speech, or one quotation whose first places all lead to. */
export const FULL_PRINT = 64

/**
 * Keys under which a statement's repeats are found, whole numbers below 2^48: one of its words as they are, and some of the
 * words that stand in quotation marks (Schleimer, Wilkerson and Aiken 2003, winnowing). Marks, case, and what a quotation
 * leaves out at its ends or by an ellipsis do not matter; one changed word leaves others. None where it is too short.
 * Linear in the words.
 */
export function printsOf(said: Pick<Said, 'content' | 'quoted'>): number[] {
  const keys = new Set<number>()
  const content = hashes(said.content)
  if (content.length >= LEAST_WORDS) keys.add(wholeKey(content))
  const quoted = hashes(said.quoted)
  if (quoted.length < LEAST_WORDS) return [...keys]
  keys.add(wholeKey(quoted))
  const grams: number[] = []
  for (let i = 0; i + GRAM <= quoted.length; i++) grams.push(hashAll(quoted, i, i + GRAM))
  const kept = new Set<number>()
  for (let from = 0; from === 0 || from + WINDOW <= grams.length; from++) {
    let least = from
    for (let i = from + 1; i < Math.min(grams.length, from + WINDOW); i++) {
      if ((grams[i] as number) <= (grams[least] as number)) least = i
    }
    kept.add(least)
  }
  const chosen = [...kept].sort((a, b) => (grams[a] as number) - (grams[b] as number)).slice(0, MOST)
  for (const i of chosen) keys.add(keyOfTwo(hashAll(quoted, i, i + GRAM, 31), grams[i] as number))
  return [...keys]
}

function wholeKey(words: Uint32Array): number {
  return keyOfTwo(hashAll(words, 0, words.length, 7), hashAll(words, 0, words.length, 13))
}

function hashes(pieces: readonly string[]): Uint32Array {
  return Uint32Array.from(
    pieces.flatMap((piece) => wordsOf(piece).key),
    hashText,
  )
}
