import type { Rule } from './rule.js'

export const labelColon: Rule = {
  name: 'label-colon',
  why: 'a speaker’s name and a colon, at the start of a headline, a turn or a sentence',
  /** Poll: Bridge more popular than mayor      ROE: We were never asked.
   *  ^^^^                                      ^^^ */
  look(a, site) {
    if (site.kind !== 'colon') return null
    const start = a.sentenceStart[site.head] as number
    if (site.head - start > 12) return null
    return { before: null, after: site.end, places: ['label'], from: start }
  },
}
