import type { Analysis } from '../analysis.js'
import { hashOf } from '../hashing.js'
import { POS } from '../parts-of-speech.js'
import type { Rule } from './rule.js'
import { isComma, opensQuote, phraseAt, REACH } from './surroundings.js'

const SAYS = new Set([hashOf('to')])

export const accordingTo: Rule = {
  name: 'according-to',
  why: '“according to” and a speaker, then what is said',
  /** According to the mayor, the bridge will stay closed.
   *  ^^^^^^^^^^^^ ^^^^^^^^^ */
  look(a, site) {
    if (site.kind !== 'according' || SAYS.has(a.word[site.head] as number)) return null
    const limit = Math.min(a.sentenceEnd[site.head] as number, site.end + REACH)
    for (let i = site.end + 1; i < limit - 1; i++) {
      if (opensQuote(a, i)) return { before: null, after: i, places: ['after'], from: site.end }
      if (!isComma(a, i) && a.pos[i] !== POS.COLON) continue
      return { before: null, after: afterApposition(a, i + 1, limit), places: ['after'], from: site.end }
    }
    return null
  },
}

// "According to the driver, Walt Simms, the bus was empty.": where a noun phrase stands alone between two commas and a
// clause begins after the second, the phrase says who the speaker is. Returns where what is said begins.
function afterApposition(a: Analysis, start: number, limit: number): number {
  const who = phraseAt(a, start)
  if (!who || !isComma(a, who.end) || who.end + 2 >= limit) return start
  const first = who.end + 1
  const subject = phraseAt(a, first)
  let at = subject ? subject.end : first + 1
  if (!subject && a.pos[first] !== POS.DETERMINER && a.pos[first] !== POS.WH) return start
  while (at < limit && a.pos[at] === POS.ADVERB) at++
  const tag = a.pos[at]
  return tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL ? first : start
}
