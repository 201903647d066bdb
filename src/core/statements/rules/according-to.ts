import { hashOf } from '../hashing.js'
import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { isComma, opensQuote, REACH } from './surroundings.js'

const SAYS = new Set([hashOf('to')])

export const accordingTo: Rule = {
  name: 'according-to',
  why: '“according to” and a speaker, then what is said',
  /** According to the mayor, the bridge will stay closed.
   *  ^^^^^^^^^^^^ ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'according' || SAYS.has(a.word[site.head] as number)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end + 1; i < limit - 1; i++) {
      if (opensQuote(a, i)) return { before: null, after: i, places: ['after'], from: site.end }
      if (!isComma(a, i) && a.pos[i] !== POS.COLON) continue
      return { before: null, after: i + 1, places: ['after'], from: site.end }
    }
    return null
  },
}
