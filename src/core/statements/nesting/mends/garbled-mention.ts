import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { endOf, type Mend, run } from '../draft.js'
import { CUE_NOUNS, RESPONDING, VERBS } from '../words.js'

const OPENING = new Set(['that', 'how', 'why', 'whether'].map(hashOf))

/**
 * Prosecutors allege that Mr Vetch assured the buyers that the land was dry.   The minister rejected claims that it was.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^                                     ^^^^^^^^^^^^          ^^^^^^
 *
 * The mention of the inner statement holds the outer one's, or is it: the outer one stands, and the inner one is found
 * again in what it says.
 */
export const garbledMention: Mend = {
  name: 'garbled-mention',
  mend: (a, drafts) =>
    drafts.map((draft) => {
      const { mention, anchor } = draft
      if (!mention || !anchor.cue || mention.end > anchor.cue[0]) return draft
      // By their words alone: a rare verb before "that" is often taken for a noun.
      let verb = -1
      for (let i = mention.first + 1; i < mention.end - 1; i++) {
        const isVerb = VERBS.has(a.word[i] as number) && !CUE_NOUNS.has(a.word[i] as number)
        if (isVerb && a.pos[i] !== POS.GERUND && OPENING.has(a.word[i + 1] as number)) verb = i
      }
      const last = anchor.cue[0] - 1
      const isNoun = anchor.cue[1] - anchor.cue[0] === 1 && CUE_NOUNS.has(a.word[anchor.cue[0]] as number)
      if (verb < 0 && isNoun && last > mention.first && RESPONDING.has(a.word[last] as number)) verb = last
      if (verb < 0) return draft
      // "Mrs Roe, who did not say that …": the verb is the relative clause's.
      for (let i = mention.first; i < verb; i++) if (a.pos[i] === POS.WH || a.pos[i] === POS.COMMA) return draft
      return {
        anchor: { ...anchor, cue: [verb, verb + 1], why: 'nesting: a verb of saying before the words that it reports' },
        content: [run(verb + 1, Math.max(endOf(draft), anchor.cue[1]))],
        mention: run(mention.first, verb),
        inner: [],
      }
    }),
}
