import type { Analysis } from '../../analysis.js'
import { isVerb, POS } from '../../parts-of-speech.js'
import { type Draft, endOf, firstOf, lastOf, type Mend, run, startOf } from '../draft.js'

/** Between a verb and the comma after it, whom it is said to has no more tokens. */
const LONGEST = 6

/**
 * His captors, he told the broadcaster, had promised to let him go.
 * ^^^^^^^^^^^
 *
 * What is said begins with a verb behind the second comma: its subject stands before the first.
 */
export const lostSubject: Mend = {
  name: 'lost-subject',
  mend: (a, drafts) => drafts.map((draft) => withSubject(a, draft)),
}

function withSubject(a: Analysis, draft: Draft): Draft {
  const { mention, anchor, content } = draft
  const from = firstOf(draft)
  if (!mention || !anchor.cue || content.length !== 1 || lastOf(draft) !== endOf(draft)) return draft
  const tag = a.pos[from]
  const isThere = tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL
  const start = a.sentenceStart[from] as number
  const comma = mention.first - 1
  if (!isThere || a.pos[from - 1] !== POS.COMMA || a.pos[comma] !== POS.COMMA || comma <= start) return draft
  if (startOf(draft) !== mention.first || from - anchor.cue[1] > LONGEST) return draft
  if (a.phrases[a.phraseFrom[start] ?? a.phrases.length]?.first !== start) return draft
  for (let i = start; i < comma; i++) if (isVerb(a.pos[i] as number) || a.pos[i] === POS.COMMA) return draft
  return { ...draft, content: [run(start, comma), ...content] }
}
