import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { endOf, firstOf, type Mend, run, sentenceEnd, union } from '../draft.js'

const ACCORDING = hashOf('according')
const THAT = hashOf('that')

/**
 * Residents accuse the ministry of hiding a survey that, according to two engineers, showed cracks in the dam.
 *                                                  ^^^^ ^^^^^^^^^^^^
 *
 * No content ends in "that": it goes on, and what was found behind it is found again in it.
 */
export const cutShort: Mend = {
  name: 'cut-short',
  mend(a, drafts) {
    const cuts = new Map<number, number>()
    const longer = drafts.map((draft) => {
      const at = endOf(draft)
      const isOpen = a.word[at - 1] === THAT || a.pos[at - 1] === POS.WH
      const cue = draft.anchor.cue
      if (!isOpen || a.pos[at] !== POS.COMMA || a.word[at + 1] !== ACCORDING || !cue || cue[1] >= at) return draft
      cuts.set(a.sentenceStart[at] as number, at)
      return { ...draft, content: union([...draft.content, run(at - 1, sentenceEnd(a, at))]) }
    })
    if (cuts.size === 0) return drafts
    return longer.filter((draft) => firstOf(draft) < (cuts.get(a.sentenceStart[firstOf(draft)] as number) ?? Infinity))
  },
}
