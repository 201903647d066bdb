import type { Rule } from './rule.js'
import { isComma, opensQuote, REACH } from './surroundings.js'

export const inAPoll: Rule = {
  name: 'in-a-poll',
  why: 'a document that opens the sentence, then what it says',
  /** In a poll released on Monday, most voters were for the bridge.
   *  ^^ ^^^^^^^^^^^^^^^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'opening') return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end + 1; i < limit - 1; i++) {
      if (opensQuote(a, i)) return { before: null, after: i, places: ['after'], from: site.end }
      if (isComma(a, i)) return { before: null, after: i + 1, places: ['after'], from: site.end }
    }
    return null
  },
}
