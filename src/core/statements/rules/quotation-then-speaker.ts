import type { Rule } from './rule.js'
import { isComma, quoteBefore } from './surroundings.js'

export const quotationThenSpeaker: Rule = {
  name: 'quotation-then-speaker',
  why: 'a quotation, then its speaker and the verb',
  /** “We were never asked,” Ana Roe, a nurse, said.
   *                        ^^^^^^^^^^^^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const mark = quoteBefore(a, site)
    if (mark < 0 || mark === site.first - 1 || (mark === site.first - 2 && isComma(a, site.first - 1))) return null
    return { before: mark + 1, after: null, places: ['before'], from: mark + 1 }
  },
}
