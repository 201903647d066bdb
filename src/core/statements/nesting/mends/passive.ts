import type { Analysis } from '../../analysis.js'
import { hashOf } from '../../hashing.js'
import { POS } from '../../parts-of-speech.js'
import { type Draft, endOf, type Mend, run, sentenceEnd } from '../draft.js'
import { ADDRESSED, SAYING_VERBS } from '../words.js'

const OF = hashOf('of')
const AS = hashOf('as')
const BY = hashOf('by')
const QUOTED = hashOf('quoted')
const THAT = hashOf('that')

/** Who is named behind "by" has no more tokens. */
const LONGEST = 5

/**
 * The editor is accused by two reporters of telling them to lie.   They were told by a priest that the mayor had left.
 *
 * A passive goes on behind whom it names: only its subject was found, or the mention was cut at the wrong place.
 */
export const passive: Mend = {
  name: 'passive',
  mend: (a, drafts) => drafts.map((draft) => thatBehind(a, goingOn(a, draft))),
}

function goingOn(a: Analysis, draft: Draft): Draft {
  const { mention, anchor } = draft
  const cue = anchor.cue
  if (!mention || !cue || mention.first < cue[1] || endOf(draft) > cue[0]) return draft
  const at = mention.end
  const end = sentenceEnd(a, cue[0])
  const verb = a.word[cue[1] - 1] as number
  const joins = (a.word[at] === OF && ADDRESSED.has(verb)) || (a.word[at] === AS && verb === QUOTED)
  const isSaid = a.pos[at + 1] === POS.GERUND || SAYING_VERBS.has(a.word[at + 1] as number)
  return at + 1 < end && joins && isSaid ? { ...draft, content: [...draft.content, run(at, end)] } : draft
}

function thatBehind(a: Analysis, draft: Draft): Draft {
  const { mention, anchor } = draft
  const cue = anchor.cue
  if (!mention || !cue) return draft
  const by = a.word[cue[1] - 1] === BY ? cue[1] - 1 : cue[1]
  if (a.word[by] !== BY || mention.first !== by + 1 || !ADDRESSED.has(a.word[by - 1] as number)) return draft
  const end = sentenceEnd(a, by)
  let that = by + 2
  while (that < Math.min(end, by + 1 + LONGEST) && a.word[that] !== THAT && a.pos[that] !== POS.COMMA) that++
  if (that >= end || a.word[that] !== THAT || mention.end === that) return draft
  for (let i = mention.end; i < that; i++) if (a.pos[i] === POS.PREPOSITION || a.pos[i] === POS.WH) return draft
  return { ...draft, mention: run(by + 1, that), content: [run(that, end)] }
}
