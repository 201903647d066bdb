import type { Rule } from './rule.js'
import { closesQuote, isComma } from './surroundings.js'

export const quotationThenVerb: Rule = {
  name: 'quotation-then-verb',
  why: 'a quotation, then the verb and its speaker',
  /** “We were never asked,” said Ana Roe, a nurse.
   *                        ^^^^ ^^^^^^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || site.first === a.blockStart[site.head]) return null
    const last = isComma(a, site.first - 1) ? site.first - 2 : site.first - 1
    if (!closesQuote(a, last)) return null
    return { before: last + 1, after: null, places: ['after'], from: site.end }
  },
}
