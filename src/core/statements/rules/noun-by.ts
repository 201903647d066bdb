import { hashOf } from '../hashing.js'
import type { Rule } from './rule.js'
import { REACH } from './surroundings.js'

const MAKERS = new Set(['by', 'from', 'of', 'among'].map(hashOf))

export const nounBy: Rule = {
  name: 'noun-by',
  why: 'a noun of saying with “by” or “from”, then what was said',
  /** a statement from the mayor that the bridge is safe
   *    ^^^^^^^^^      ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'noun' || !MAKERS.has(a.word[site.end] ?? 0)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    const whose = a.phrases[a.phraseFrom[site.end] ?? a.phrases.length]
    if (!whose || whose.first > site.end + 2 || whose.end + 1 >= limit) return null
    return { before: null, after: whose.end, places: ['by'], from: site.end + 1 }
  },
}
