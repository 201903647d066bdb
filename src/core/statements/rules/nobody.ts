import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { afterCue } from './surroundings.js'

export const nobody: Rule = {
  name: 'nobody',
  why: 'a verb that names no speaker, then what is said',
  /** Roe is expected to run again.   The bridge reportedly failed.
   *      ^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const start = afterCue(a, site)
    if (start >= (a.sentenceEnd[site.head] as number) || a.pos[start] === POS.STOP) return null
    return { before: null, after: start, places: [], from: 0 }
  },
}
