import { hashOf } from '../hashing.js'
import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { REACH } from './surroundings.js'

const BY = hashOf('by')

export const passive: Rule = {
  name: 'passive',
  why: 'a passive verb with “by”',
  /** The plan was denounced by the mayor.
   *           ^^^^^^^^^^^^^    ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || (a.pos[site.head] !== POS.PARTICIPLE && a.pos[site.head] !== POS.PAST)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH / 4)
    if (site.first === a.sentenceStart[site.head]) return null
    for (let i = site.end; i < limit - 1; i++)
      if (a.word[i] === BY) return { before: site.first, after: null, places: ['by'], from: i + 1 }
    return null
  },
}
