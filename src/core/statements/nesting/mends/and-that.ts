import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import type { ScoredRun } from '../../tagger.js'
import { asInner, type Draft, endOf, lastOf, type Mend, run, sentenceEnd, startOf } from '../draft.js'

const AND = hashOf('and')
const THAT = hashOf('that')

/** A statement reported behind an "and that" begins no further behind it, in tokens. */
const NEAR = 12

/**
 * He said the owner had admitted it, and that regulators had been asked to look away.
 *                                    ^^^^^^^^
 *
 * What is said goes on behind "and that", with whom it reports there.
 */
export const andThat: Mend = {
  name: 'and-that',
  mend(a, drafts) {
    const out: Draft[] = []
    for (const draft of [...drafts].sort((x, y) => startOf(x) - startOf(y))) {
      const outer = out.at(-1)
      const inner = outer && joins(a, outer, draft) ? asInner(a, draft) : null
      if (outer && inner) out[out.length - 1] = { ...upTo(outer, lastOf(draft)), inner: [...outer.inner, inner] }
      else out.push(draft)
    }
    return out.map((draft) => alone(a, draft, out))
  },
}

// Where an "and that" stands behind what is said, after a comma or not; -1: nowhere.
function andAfter(a: Analysis, draft: Draft): number {
  const at = endOf(draft)
  const and = a.pos[at] === POS.COMMA ? at + 1 : at
  return a.word[and] === AND && a.word[and + 1] === THAT && a.sentenceEnd[at - 1] === a.sentenceEnd[and] ? and : -1
}

function joins(a: Analysis, outer: Draft, draft: Draft): boolean {
  const cue = outer.anchor.cue
  const and = andAfter(a, outer)
  const start = startOf(draft)
  if (and < 0 || !cue || cue[1] > (outer.content[0]?.first ?? 0)) return false
  return start > and && start - and <= NEAR && lastOf(draft) <= (a.sentenceEnd[and] as number)
}

// Content that begins with "that" and goes on with "and that", with nobody found behind it.
function alone(a: Analysis, draft: Draft, drafts: readonly Draft[]): Draft {
  const last = draft.content.at(-1)
  const and = andAfter(a, draft)
  if (!last || and < 0 || a.word[last.first] !== THAT) return draft
  const limit = a.sentenceEnd[and] as number
  if (and + 2 >= limit || a.sentenceEnd[last.first] !== limit) return draft
  if (drafts.some((x) => x !== draft && startOf(x) < limit && lastOf(x) > endOf(draft))) return draft
  return upTo(draft, sentenceEnd(a, and))
}

function upTo(draft: Draft, end: number): Draft {
  const last = draft.content.at(-1) as ScoredRun
  return { ...draft, content: [...draft.content.slice(0, -1), run(last.first, end)] }
}
