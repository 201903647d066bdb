import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'

export const calledFor: Rule = {
  name: 'called-for',
  why: 'a verb and its preposition, then what it is about',
  /** The mayor called for a new bridge.   Roe warned of delays.
   *  ^^^^^^^^^ ^^^^^^^^^^                 ^^^ ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || a.pos[site.end] !== POS.PREPOSITION) return null
    if (site.end + 1 >= (a.sentenceEnd[site.head] as number)) return null
    return { before: null, after: site.end + 1, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
