import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { afterCue, isThat, opensQuote } from './surroundings.js'

export const said: Rule = {
  name: 'said',
  why: 'a verb, then what it is about',
  /** The mayor said the bridge will stay closed.   She denied the report.
   *  ^^^^^^^^^ ^^^^                                ^^^ ^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const start = afterCue(a, site)
    if (start >= (a.sentenceEnd[site.head] as number)) return null
    const tag = a.pos[start] as number
    if (tag === POS.STOP || tag === POS.TO || isThat(a, start) || opensQuote(a, start)) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
