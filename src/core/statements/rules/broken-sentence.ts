import type { Rule } from './rule.js'
import { closesQuote, isComma, opensQuote, REACH } from './surroundings.js'

export const brokenSentence: Rule = {
  name: 'broken-sentence',
  why: 'a sentence without quotation marks, broken by its speaker and the verb',
  /** The bridge, the mayor said, will stay closed.
   *              ^^^^^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const end = a.sentenceEnd[site.head] as number
    if (!isComma(a, site.end) || site.end + 2 >= end || opensQuote(a, site.end + 1)) return null
    const start = a.sentenceStart[site.head] as number
    const limit = Math.max(start + 1, site.first - REACH)
    for (let i = site.first - 2; i >= limit; i--) {
      if (!isComma(a, i)) continue
      if (closesQuote(a, i - 1) || closesQuote(a, i + 1)) return null
      return { before: i, after: site.end + 1, places: ['before'], from: i + 1 }
    }
    return null
  },
}
