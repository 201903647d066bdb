import type { Rule } from './rule.js'
import { afterCue, isThat } from './surroundings.js'

export const saidThat: Rule = {
  name: 'said-that',
  why: 'a verb with “that”',
  /** The mayor said that the bridge will stay closed.
   *  ^^^^^^^^^ ^^^^ */
  look(a, site) {
    const start = afterCue(a, site)
    if (site.kind !== 'verb' || start >= (a.sentenceEnd[site.head] as number) || !isThat(a, start)) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
