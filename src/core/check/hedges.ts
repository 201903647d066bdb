import type { Words } from '../anchor/index.js'
import { ABOUT, BELIEFS, HEDGES } from './lexicon.js'

/** Whether a word weakens what is said: "may" but not the month, "about" but only before a number. */
export function isHedge({ key, text, start }: Words, i: number): boolean {
  const word = key[i] as string
  if (ABOUT.has(word)) return /^\d/.test(key[i + 1] ?? '')
  if (!HEDGES.has(word)) return false
  return word !== 'may' || text.charAt(start[i] as number) === 'm'
}

/** Whether a word says that it is a belief, a hope or a fear. */
export const isBelief = ({ key }: Words, i: number): boolean => BELIEFS.has(key[i] as string)
