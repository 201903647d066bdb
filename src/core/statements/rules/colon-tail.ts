import type { Rule } from './rule.js'

export const colonTail: Rule = {
  name: 'colon-tail',
  why: 'a headline, a colon and the speaker',
  /** Bridge to stay closed until May: mayor
   *                                   ^^^^^ */
  look(a, site) {
    if (site.kind !== 'colon') return null
    const end = a.blockEnd[site.head] as number
    const start = a.sentenceStart[site.head] as number
    if (end - site.end > 5 || site.head - start < 3) return null
    return { before: site.head, after: null, places: ['after'], from: site.end }
  },
}
