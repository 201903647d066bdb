import type { Rule } from './rule.js'
import { closesQuote, isComma } from './surroundings.js'

export const tailVerb: Rule = {
  name: 'tail-verb',
  why: 'a sentence without quotation marks, then the verb and its speaker',
  /** The bridge will stay closed, said the mayor.
   *                               ^^^^ ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const start = a.sentenceStart[site.head] as number
    if (site.first - 2 < start || !isComma(a, site.first - 1) || closesQuote(a, site.first - 2)) return null
    return { before: site.first - 1, after: null, places: ['after'], from: site.end }
  },
}
