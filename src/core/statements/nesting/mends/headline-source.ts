import type { Analysis } from '../../analysis.js'
import { POS } from '../../parts-of-speech.js'
import type { ScoredRun } from '../../tagger.js'
import { asInner, type Draft, firstOf, type Mend, run } from '../draft.js'
import { blockAt } from '../regions.js'
import { SAYING_VERBS, SOURCES } from '../words.js'

/** The source beside a headline's colon has no more tokens. */
const LONGEST = 4

/** The confidence of a headline of which a tagger makes nothing: about that of its others with a colon. */
const CERTAINTY = 0.6

const WHY = 'nesting: a headline that names its source beside a colon'

/**
 * Police lied about raid, witnesses told court: report     Witness: Mayor promised jobs for votes
 *                                             ^ ^^^^^^     ^^^^^^^^
 */
export const headlineSource: Mend = {
  name: 'headline-source',
  mend(a, drafts, { reading }) {
    const inBlock = new Map<number, Draft[]>()
    for (let i = 0; i < a.tokens.length; i = a.blockEnd[i] as number) inBlock.set(i, [])
    for (const draft of drafts) inBlock.get(a.blockStart[firstOf(draft)] as number)?.push(draft)
    const out: Draft[] = []
    for (const [start, own] of inBlock) {
      const source = own.length < 2 ? sourceOf(a, start) : null
      const isTitle = source && blockAt(reading.blocks, a.tokens[start]?.start ?? 0)?.role === 'title'
      const outer = source && isTitle ? (own[0] ? around(a, own[0], source) : byItself(a, source)) : null
      out.push(...(outer ? [outer] : own))
    }
    return out
  },
}

/** What a headline says, and its source. */
interface Sourced {
  readonly content: ScoredRun
  readonly mention: ScoredRun
  readonly colon: number
}

// A block with a source beside a colon: its last few words, or its first.
function sourceOf(a: Analysis, start: number): Sourced | null {
  const end = a.blockEnd[start] as number
  for (let colon = end - 2; colon >= end - 1 - LONGEST && colon > start; colon--) {
    if (a.pos[colon] === POS.COLON && SOURCES.has(a.word[end - 1] as number))
      return { content: run(start, colon), mention: run(colon + 1, end), colon }
  }
  for (let colon = start + 1; colon <= start + LONGEST && colon < end - 1; colon++) {
    if (a.pos[colon] === POS.COLON && SOURCES.has(a.word[colon - 1] as number))
      return { content: run(colon + 1, end), mention: run(start, colon), colon }
  }
  return null
}

// The source reports what was found.
function around(a: Analysis, draft: Draft, { content, mention, colon }: Sourced): Draft | null {
  const cue = draft.anchor.cue
  if (!cue || cue[0] < content.first || cue[1] > content.end) return null
  const own = draft.content
    .map(({ first, end, score }) => ({ first: Math.max(first, content.first), end: Math.min(end, content.end), score }))
    .filter(({ first, end }) => first < end)
  if (own.length === 0) return byItself(a, { content, mention, colon })
  const inner = asInner(a, { ...draft, content: own })
  if (!inner) return null
  return { anchor: { ...draft.anchor, cue: [colon, colon + 1], why: WHY }, content: [content], mention, inner: [inner] }
}

// Nothing was found but the source, but there is a verb of saying: who else is reported is found in what the source says.
function byItself(a: Analysis, { content, mention, colon }: Sourced): Draft | null {
  let hasVerb = false
  for (let i = content.first; i < content.end; i++) if (SAYING_VERBS.has(a.word[i] as number)) hasVerb = true
  if (!hasVerb) return null
  const anchor = { cue: [colon, colon + 1] as const, score: CERTAINTY, content: [], mention: [], why: WHY }
  return { anchor, content: [content], mention, inner: [] }
}
