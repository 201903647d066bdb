import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { asInner, type Draft, endOf, firstOf, lastOf, type Mend, run, startOf, union } from '../draft.js'

const WHICH = hashOf('which')

/**
 * Two officials confirmed a letter in which the minister urged the bank to wait.
 *                                  ^^^^^^^^
 *
 * The clause is part of what they confirm.
 */
export const inWhich: Mend = {
  name: 'in-which',
  mend(a, drafts) {
    const out: Draft[] = []
    for (const draft of [...drafts].sort((x, y) => startOf(x) - startOf(y))) {
      const outer = out.at(-1)
      const inner = outer && joins(a, outer, draft) ? asInner(a, draft) : null
      if (outer && inner) {
        const content = union([...outer.content, run(endOf(outer), lastOf(draft))])
        out[out.length - 1] = { ...outer, content, inner: [...outer.inner, inner] }
      } else out.push(draft)
    }
    return out
  },
}

function joins(a: Analysis, outer: Draft, draft: Draft): boolean {
  const cue = outer.anchor.cue
  const at = endOf(outer)
  if (!cue || cue[1] > firstOf(outer) || a.pos[at] !== POS.PREPOSITION || a.word[at + 1] !== WHICH) return false
  if (a.sentenceStart[at] !== a.sentenceStart[at - 1] || startOf(draft) !== at + 2) return false
  return lastOf(draft) <= (a.sentenceEnd[at] as number)
}
