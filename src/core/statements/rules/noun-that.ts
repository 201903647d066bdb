import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { isThat, opensQuote } from './surroundings.js'

export const nounThat: Rule = {
  name: 'noun-that',
  why: 'a noun of saying, then what was said',
  /** the mayor’s claim that the bridge is safe      his demand to reopen it
   *  ^^^^^^^^^^^ ^^^^^                              ^^^ ^^^^^^ */
  look(a, site) {
    if (site.kind !== 'noun') return null
    const start = a.pos[site.end] === POS.COMMA ? site.end + 1 : site.end
    if (start + 1 >= (a.sentenceEnd[site.head] as number)) return null
    if (!isThat(a, start) && !opensQuote(a, start) && a.pos[start] !== POS.TO) return null
    return { before: null, after: start, places: ['possessor', 'before'], from: a.sentenceStart[site.head] as number }
  },
}
