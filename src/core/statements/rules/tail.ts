import type { Rule } from './rule.js'
import { closesQuote, isComma, REACH } from './surroundings.js'

export const tail: Rule = {
  name: 'tail',
  why: 'a sentence without quotation marks, then its speaker and the verb',
  /** The bridge will stay closed, the mayor said.
   *  Bridge to stay shut until May, mayor says
   *                                 ^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const start = a.sentenceStart[site.head] as number
    const limit = Math.max(start + 1, site.first - REACH)
    for (let i = site.first - 2; i >= limit; i--) {
      if (!isComma(a, i)) continue
      if (closesQuote(a, i - 1) || closesQuote(a, i + 1)) return null
      return { before: i, after: null, places: ['before'], from: i + 1 }
    }
    return null
  },
}
