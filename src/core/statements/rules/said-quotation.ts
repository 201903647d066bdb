import type { Rule } from './rule.js'
import { afterCue, opensQuote } from './surroundings.js'

export const saidQuotation: Rule = {
  name: 'said-quotation',
  why: 'a verb, then a quotation',
  /** The mayor said, “The bridge will stay closed.”
   *  ^^^^^^^^^ ^^^^ */
  look(a, site) {
    const start = afterCue(a, site)
    if (site.kind !== 'verb' || start >= (a.blockEnd[site.head] as number) || !opensQuote(a, start)) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
