import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { type Draft, firstOf, type Mend, run, sentenceEnd } from '../draft.js'
import { CUE_NOUNS, VERBS } from '../words.js'

const ACCORDING = hashOf('according')
const THAT = hashOf('that')

/**
 * The prosecutor told jurors that the payments were, according to the bank, loans.
 *                                                    ^^^^^^^^^^^^
 *
 * The bank is cited by the prosecutor, not on the prosecutor. What else was found in the sentence is found again in what
 * the prosecutor says.
 */
export const amidReport: Mend = {
  name: 'amid-report',
  mend(a, drafts) {
    const outer = new Map<number, Draft>()
    for (const draft of drafts) {
      const found = around(a, draft)
      if (found) outer.set(a.sentenceStart[firstOf(draft)] as number, found)
    }
    if (outer.size === 0) return drafts
    return [...drafts.filter((draft) => !outer.has(a.sentenceStart[firstOf(draft)] as number)), ...outer.values()]
  },
}

function around(a: Analysis, { anchor, content, mention }: Draft): Draft | null {
  const cue = anchor.cue
  const before = content[0]
  if (!cue || !before || !mention || a.word[cue[0]] !== ACCORDING || a.pos[cue[0] - 1] !== POS.COMMA) return null
  const start = a.sentenceStart[cue[0]] as number
  if (before.end !== cue[0] - 1 || before.first !== start) return null
  const that = thatAfterVerb(a, start, before.end)
  const end = sentenceEnd(a, start)
  let comma = cue[1]
  while (comma < end && a.pos[comma] !== POS.COMMA) comma++
  const who = a.phrases[a.phraseFrom[start] ?? a.phrases.length]
  let verb = start
  while (verb < that && !VERBS.has(a.word[verb] as number)) verb++
  if (that < 0 || comma >= end - 1 || who?.first !== start || who.end > verb) return null
  return {
    anchor: { ...anchor, cue: [verb, verb + 1], why: 'nesting: a verb of saying around “according to”' },
    content: [run(that, end)],
    mention: run(who.first, who.end),
    inner: [],
  }
}

// The first "that" behind a verb of saying in [first, end); -1: none.
function thatAfterVerb(a: Analysis, first: number, end: number): number {
  let hasVerb = false
  for (let i = first; i < end; i++) {
    if (VERBS.has(a.word[i] as number) && !CUE_NOUNS.has(a.word[i] as number)) hasVerb = true
    else if (hasVerb && a.word[i] === THAT) return i
  }
  return -1
}
