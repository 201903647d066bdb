import type { Analysis } from '../analysis.js'
import { hashOf } from '../hashing.js'
import type { Phrase } from '../noun-phrases.js'
import { POS } from '../parts-of-speech.js'
import type { Site } from '../sites.js'

/** The furthest that a rule looks around a site, in tokens; it bounds the work per site. */
export const REACH = 32

const THAT = hashOf('that')

/** Whether token `i` is the word "that". */
export const isThat = (a: Analysis, i: number): boolean => a.word[i] === THAT

/** Whether an outermost quotation opens at token `i`. */
export function opensQuote(a: Analysis, i: number): boolean {
  const q = a.quoteAt[i] ?? -1
  return q >= 0 && a.quotes[q]?.open === i
}

/** Whether an outermost quotation ends with token `i`. */
export function closesQuote(a: Analysis, i: number): boolean {
  const q = a.quoteAt[i] ?? -1
  return q >= 0 && a.quotes[q]?.closed === true && a.quotes[q].end === i + 1
}

/** Whether token `i` is a comma. */
export const isComma = (a: Analysis, i: number): boolean => a.pos[i] === POS.COMMA

/** The noun phrase that begins at token `i`, if one does. */
export function phraseAt(a: Analysis, i: number): Phrase | null {
  const phrase = a.phrases[a.phraseFrom[i] ?? a.phrases.length]
  return phrase && phrase.first === i ? phrase : null
}

/**
 * The closing mark of a quotation that stands before a site with only its speaker between: the token's index, or -1.
 * Looks over the edge of a sentence that ends inside the marks.
 */
export function quoteBefore(a: Analysis, site: Site): number {
  const limit = Math.max(a.blockStart[site.head] as number, site.first - REACH)
  for (let i = site.first - 1; i >= limit; i--) {
    if (closesQuote(a, i)) return i
    const tag = a.pos[i] as number
    if (tag === POS.STOP && a.quoteAt[i] === -1) return -1
  }
  return -1
}

/** The first token after a site's cue, past a comma or a colon. */
export function afterCue(a: Analysis, site: Site): number {
  let i = site.end
  const limit = a.blockEnd[site.head] as number
  if (i < limit && (a.pos[i] === POS.COMMA || a.pos[i] === POS.COLON)) i++
  return i
}
