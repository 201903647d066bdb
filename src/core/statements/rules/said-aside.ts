import { isVerb, POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { isThat, opensQuote } from './surroundings.js'

const ASIDE = 16

export const saidAside: Rule = {
  name: 'said-aside',
  why: 'a verb, when or where, then what is said',
  /** The mayor said in an email on Monday that the bridge will stay closed.
   *  ^^^^^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + ASIDE)
    for (let i = site.end; i < limit; i++) {
      const tag = a.pos[i] as number
      const after = i > site.end + 1
      if (after && (isThat(a, i) || opensQuote(a, i)))
        return { before: null, after: i, places: ['before'], from: a.sentenceStart[site.head] as number }
      if (tag === POS.STOP || (isVerb(tag) && tag !== POS.GERUND)) return null
    }
    return null
  },
}
