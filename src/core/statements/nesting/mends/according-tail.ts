import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { asInner, endOf, lastOf, type Mend, run, sentenceEnd, startOf } from '../draft.js'

const ACCORDING = hashOf('according')
const TO = hashOf('to')

/**
 * The governor told a dinner that the figures were wrong, according to two people who were there.
 *                                                         ^^^^^^^^^^^^
 *
 * Only what the governor said was found.
 */
export const accordingTail: Mend = {
  name: 'according-tail',
  mend(a, drafts) {
    const cues = new Set(drafts.flatMap(({ anchor }) => (anchor.cue ? [anchor.cue[0]] : [])))
    return drafts.map((draft) => {
      const at = endOf(draft)
      const limit = a.sentenceEnd[at - 1] ?? 0
      const from = a.pos[at] === POS.COMMA ? at + 1 : at
      if (from + 2 >= limit || a.word[from] !== ACCORDING || a.word[from + 1] !== TO || cues.has(from)) return draft
      const start = a.sentenceStart[from] as number
      if (startOf(draft) < start || lastOf(draft) > from) return draft
      if (drafts.some((x) => x !== draft && lastOf(x) > start && startOf(x) < limit)) return draft
      const inner = asInner(a, draft)
      if (!inner) return draft
      const why = 'nesting: “according to” after a sentence that reports somebody'
      return {
        anchor: { ...draft.anchor, cue: [from, from + 2], why },
        content: [run(start, at)],
        mention: run(from + 2, sentenceEnd(a, from)),
        inner: [inner],
      }
    })
  },
}
