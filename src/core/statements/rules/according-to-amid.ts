import type { Rule } from './rule.js'
import { isComma, REACH } from './surroundings.js'

export const accordingToAmid: Rule = {
  name: 'according-to-amid',
  why: 'what is said, around “according to” and a speaker',
  /** The bridge, according to the mayor, will stay closed.
   *              ^^^^^^^^^^^^ ^^^^^^^^^ */
  look(a, site) {
    const start = a.sentenceStart[site.head] as number
    if (site.kind !== 'according' || site.first - 1 <= start || !isComma(a, site.first - 1)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end + 1; i < limit - 1; i++)
      if (isComma(a, i)) return { before: site.first - 1, after: i + 1, places: ['after'], from: site.end }
    return null
  },
}
