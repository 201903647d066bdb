import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { REACH } from './surroundings.js'

export const saidColon: Rule = {
  name: 'said-colon',
  why: 'a verb and, after it, a colon',
  /** The mayor said on Monday: the bridge will stay closed.
   *  ^^^^^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end; i < limit - 1; i++) {
      if (a.pos[i] === POS.COLON && a.text.charCodeAt(a.tokens[i]?.start ?? 0) === 0x3a)
        return { before: null, after: i + 1, places: ['before'], from: a.sentenceStart[site.head] as number }
    }
    return null
  },
}
