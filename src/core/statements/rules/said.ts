import type { Analysis } from '../analysis.js'
import { POS } from '../parts-of-speech.js'
import type { Site } from '../sites.js'
import type { Rule } from './rule.js'
import { TIMES } from './said-when.js'
import { afterCue, isComma, isThat, opensQuote, phraseAt, REACH } from './surroundings.js'

export const said: Rule = {
  name: 'said',
  why: 'a verb, then what it is about',
  /** The mayor said the bridge will stay closed.   She denied the report.
   *  ^^^^^^^^^ ^^^^                                ^^^ ^^^^^^ */
  look(a, site) {
    if (site.kind !== 'verb') return null
    const start = afterCue(a, site)
    if (start >= (a.sentenceEnd[site.head] as number)) return null
    const tag = a.pos[start] as number
    if (
      TIMES.has(a.word[start] as number) ||
      tag === POS.STOP ||
      tag === POS.TO ||
      isThat(a, start) ||
      opensQuote(a, start)
    )
      return null
    if (isInverted(a, site, start)) return null
    return { before: null, after: start, places: ['before'], from: a.sentenceStart[site.head] as number }
  },
}

// "The bridge will stay closed, said the mayor.": a clause and a comma before the verb, nothing but a noun phrase after.
function isInverted(a: Analysis, site: Site, start: number): boolean {
  const from = a.sentenceStart[site.head] as number
  if (site.first - 2 < from || !isComma(a, site.first - 1)) return false
  const whose = phraseAt(a, start)
  if (!whose) return false
  const tag = a.pos[whose.end]
  if (whose.end < (a.sentenceEnd[site.head] as number) && tag !== POS.STOP && tag !== POS.COMMA) return false
  let finite = false
  for (let i = Math.max(from, site.first - REACH); i < site.first - 1; i++) {
    const before = a.pos[i] as number
    if (before === POS.WH) return false
    if (before === POS.PAST || before === POS.PRESENT || before === POS.MODAL) finite = true
  }
  return finite
}
