import { hashOf } from '../hashing.js'
import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { REACH } from './surroundings.js'

const BY = hashOf('by')

export const passiveOf: Rule = {
  name: 'passive-of',
  why: 'a passive verb with “by”, then what is said',
  /** Roe was told by the mayor that the bridge will stay closed.
   *      ^^^^^^^^    ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || (a.pos[site.head] !== POS.PARTICIPLE && a.pos[site.head] !== POS.PAST)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end; i < limit - 1; i++) {
      if (a.word[i] !== BY) continue
      const whose = a.phrases[a.phraseFrom[i] ?? a.phrases.length]
      if (!whose || whose.end >= limit) return null
      return { before: null, after: i > site.end + 1 ? site.end : whose.end, places: ['by'], from: i + 1 }
    }
    return null
  },
}
