import type { Rule } from './rule.js'

export const nobodyBefore: Rule = {
  name: 'nobody-before',
  why: 'what is said, then a verb that names no speaker',
  /** The new plan has been widely criticized.
   *               ^^^^^^^^^^^^^^^^^^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || site.first <= (a.sentenceStart[site.head] as number)) return null
    return { before: site.first, after: null, places: [], from: 0 }
  },
}
