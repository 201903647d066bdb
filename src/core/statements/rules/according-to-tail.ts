import type { Rule } from './rule.js'
import { isComma } from './surroundings.js'

export const accordingToTail: Rule = {
  name: 'according-to-tail',
  why: 'what is said, then “according to” and a speaker',
  /** The bridge will stay closed, according to the mayor.
   *                               ^^^^^^^^^^^^ ^^^^^^^^^ */
  look(a, site) {
    const start = a.sentenceStart[site.head] as number
    if (site.kind !== 'according' || site.first - 1 <= start) return null
    const before = isComma(a, site.first - 1) ? site.first - 1 : site.first
    return { before, after: null, places: ['after'], from: site.end }
  },
}
