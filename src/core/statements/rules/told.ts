import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { TIMES } from './said-when.js'
import { phraseAt } from './surroundings.js'

export const told: Rule = {
  name: 'told',
  why: 'a verb, whom it is said to, then what is said',
  /** The mayor told reporters that the bridge will stay closed.   Roe accused him of lying.
   *  ^^^^^^^^^ ^^^^                                               ^^^ ^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const limit = a.sentenceEnd[site.head] as number
    const whom = phraseAt(a, site.end)
    if (!whom || TIMES.has(a.word[site.end] as number)) return null
    let start = whom.end
    if (start < limit && (a.pos[start] === POS.COMMA || a.pos[start] === POS.COLON)) start++
    if (start >= limit || a.pos[start] === POS.STOP) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}
