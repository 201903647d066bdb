import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'

export const nobodyAround: Rule = {
  name: 'nobody-around',
  why: 'what is said, around a verb that names no speaker',
  /** Roe is expected to run again.
   *      ^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || site.first <= (a.sentenceStart[site.head] as number)) return null
    if (site.end >= (a.sentenceEnd[site.head] as number) || a.pos[site.end] === POS.STOP) return null
    return { before: site.first, after: site.end, places: [], from: 0 }
  },
}
