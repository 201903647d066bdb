import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'

export const wantsTo: Rule = {
  name: 'wants-to',
  why: 'a verb with “to”',
  /** The mayor has promised to reopen the bridge.
   *  ^^^^^^^^^ ^^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || site.end + 1 >= (a.sentenceEnd[site.head] as number)) return null
    if (a.pos[site.end] !== POS.TO) return null
    return { before: null, after: site.end, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
