import type { WordWeights } from '../../weights.js'

/** Up to how many words a line is known by as a whole. */
const WHOLE_LINE = 6

/** A line of more words than this promises nothing of what is under it. */
const LONGEST_PROMISE = 8

/** Units with at least so many words are what the weights of `~word` are counted over. */
export const PROSE_WORDS = 12

/**
 * What a unit of plain text is known by in a table of weights: the whole of a short line (`=read more`), its first and its
 * last one to three words (`^photo by`, `getty images$`). Words as unitWords gives them.
 */
export function phraseKeys(words: readonly string[]): string[] {
  const n = words.length
  const keys: string[] = []
  if (n > 0 && n <= WHOLE_LINE) keys.push(`=${words.join(' ')}`)
  for (let k = 1; k <= 3 && k < n; k++) {
    keys.push(`^${words.slice(0, k).join(' ')}`, `${words.slice(n - k).join(' ')}$`)
  }
  return keys
}

/** What a line says of the units under it: `>=comments`, `>^more from`. */
export function promiseKeys(words: readonly string[]): string[] {
  if (words.length > LONGEST_PROMISE) return []
  const keys: string[] = []
  for (const key of phraseKeys(words)) if (key[0] === '=' || key[0] === '^') keys.push(`>${key}`)
  return keys
}

/** The weight farthest from 0 among those of the keys; NaN where none is known. */
export function strongest(keys: readonly string[], weights: WordWeights): number {
  let found = Number.NaN
  for (const key of keys) {
    const w = weights.get(key)
    if (w !== undefined && !(Math.abs(w) <= Math.abs(found))) found = w
  }
  return found
}
