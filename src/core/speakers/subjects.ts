import { isVerb, POS } from '../statements/parts-of-speech.js'
import type { View } from './view.js'

/** Words after which a clause begins, so that a noun phrase is its subject. */
const CLAUSE = new Set([
  'that',
  'if',
  'while',
  'because',
  'as',
  'when',
  'after',
  'before',
  'since',
  'although',
  'though',
  'whether',
  'but',
  'and',
  'or',
  'where',
  'until',
  'unless',
  'than',
  'so',
  'what',
  'how',
  'why',
  'said',
  'says',
])

/** Whether tokens [first, end) stand where a subject stands. */
export function isSubject(v: View, first: number, end: number): boolean {
  if (v.pos[end] === POS.GENITIVE) return false
  if (v.opens[first] === 1) return true
  const before = v.pos[first - 1] as number
  const word = v.low[first - 1] as string
  if (CLAUSE.has(word)) return true
  return before !== POS.PREPOSITION && before !== POS.TO && !isVerb(before) && before !== POS.GENITIVE
}
