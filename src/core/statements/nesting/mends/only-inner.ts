import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { groupStart } from '../../sites.js'
import { lastOf, type Mend, run, startOf } from '../draft.js'
import { CUE_NOUNS, SAYING_VERBS } from '../words.js'

const THAT = hashOf('that')

/** Between a verb of saying and "that", whom it is said to has no more tokens. */
const LONGEST = 5

/**
 * The envoy wrote home that rebels were boasting that they held the pass.
 *                      ^^^^ ^^^^^^ ^^^^^^^^^^^^^
 *
 * Only the inner statement was found: the outer one stands, and the inner one is found again in what it says.
 */
export const onlyInner: Mend = {
  name: 'only-inner',
  mend(a, drafts) {
    const cues = new Set(drafts.flatMap(({ anchor }) => (anchor.cue ? [anchor.cue[1] - 1] : [])))
    return drafts.map((draft) => {
      const from = startOf(draft)
      const that = a.word[from] === THAT ? from : from - 1
      const start = a.sentenceStart[from] as number
      if (a.word[that] !== THAT || that <= start || !draft.anchor.cue) return draft
      let verb = that - 1
      while (verb > start && that - verb <= LONGEST && !SAYING_VERBS.has(a.word[verb] as number)) verb--
      const isDone = a.pos[verb] === POS.PAST || a.pos[verb] === POS.PRESENT
      const isSaying = SAYING_VERBS.has(a.word[verb] as number) && !CUE_NOUNS.has(a.word[verb] as number)
      if (!isDone || !isSaying || cues.has(verb) || lastOf(draft) > (a.sentenceEnd[from] as number)) return draft
      const first = groupStart(a, verb)
      const who = a.phrases[a.phraseFrom[start] ?? a.phrases.length]
      if (who?.first !== start || who.end !== first) return draft
      const why = 'nesting: a verb of saying and “that” before somebody who is reported'
      return {
        anchor: { ...draft.anchor, cue: [first, verb + 1], why },
        content: [run(that, lastOf(draft))],
        mention: run(who.first, who.end),
        inner: [],
      }
    })
  },
}
