import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'

export const nounOf: Rule = {
  name: 'noun-of',
  why: 'a noun of saying and its preposition, then what it is about',
  /** the mayor’s criticism of the bridge      her support for a new one
   *  ^^^^^^^^^^^ ^^^^^^^^^^^^                 ^^^ ^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'noun' || a.pos[site.end] !== POS.PREPOSITION) return null
    if (site.end + 1 >= (a.sentenceEnd[site.head] as number)) return null
    return {
      before: null,
      after: site.end + 1,
      places: ['possessor', 'before'],
      from: a.sentenceStart[site.head] as number,
    }
  },
}
