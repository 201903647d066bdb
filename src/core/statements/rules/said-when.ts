import { hashOf } from '../hashing.js'
import type { Rule } from './rule.js'
import { phraseAt } from './surroundings.js'

/** Days and times that may stand bare between a verb and what was said. */
export const TIMES: ReadonlySet<number> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently again'
    .split(' ')
    .map(hashOf),
)

export const saidWhen: Rule = {
  name: 'said-when',
  why: 'a verb, a day, then what is said',
  /** The mayor said Monday the bridge will stay closed.
   *  ^^^^^^^^^ ^^^^ */
  look(a, site) {
    if (site.kind !== 'verb' || !TIMES.has(a.word[site.end] ?? 0)) return null
    const start = (phraseAt(a, site.end)?.head === site.end ? phraseAt(a, site.end)?.end : null) ?? site.end + 1
    if (start + 1 >= (a.sentenceEnd[site.head] as number)) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
