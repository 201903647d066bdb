import { POS } from '../../parts-of-speech.js'
import { phraseAt } from '../../rules/surroundings.js'
import { type Construct, found, isDone, run, subjectOf } from '../construct.js'
import { SAYING_VERBS } from '../words.js'

/** Bank ignored fraud, clerk warned bosses */
export const saidAfter: Construct = {
  name: 'said-after',
  look(a, { head, first }) {
    const start = a.sentenceStart[head] as number
    const limit = a.sentenceEnd[head] as number
    const who = subjectOf(a, first)
    if (!SAYING_VERBS.has(a.word[head] as number) || !isDone(a, first, head) || !who || who.end !== first) return null
    const comma = who.first - 1
    const whom = phraseAt(a, head + 1)
    const end = whom ? whom.end : head + 1
    if (comma <= start || a.pos[comma] !== POS.COMMA || (end < limit && a.pos[end] !== POS.STOP)) return null
    let hasVerb = false
    for (let i = start; i < comma; i++)
      if (a.pos[i] === POS.PAST || a.pos[i] === POS.PRESENT || a.pos[i] === POS.MODAL) hasVerb = true
    if (!hasVerb) return null
    return found([first, head + 1], [who.first, who.end], [run(start, comma)], 'what is said, and who said it')
  },
}
