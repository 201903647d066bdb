import type { Rule } from './rule.js'
import { closesQuote, isComma, opensQuote, quoteBefore, REACH } from './surroundings.js'

export const brokenQuotation: Rule = {
  name: 'broken-quotation',
  why: 'a quotation broken by its speaker and the verb',
  /** “We were never asked,” Roe said, “and nobody told us.”
   *                        ^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const last = isComma(a, site.first - 1) ? site.first - 2 : site.first - 1
    const direct = closesQuote(a, last)
    const mark = direct ? last : quoteBefore(a, site)
    if (mark < 0) return null
    const limit = Math.min(a.blockEnd[site.head] as number, site.end + REACH)
    for (let i = site.end; i < limit; i++) {
      if (!opensQuote(a, i)) continue
      return { before: mark + 1, after: i, places: direct ? ['after'] : ['before'], from: direct ? site.end : mark + 1 }
    }
    return null
  },
}
