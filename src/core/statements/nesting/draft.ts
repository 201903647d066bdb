import type { Analysis } from '../analysis.js'
import { INSIDE } from '../overlap.js'
import { POS } from '../parts-of-speech.js'
import type { Anchor, Passage, ScoredRun } from '../tagger.js'
import { settled } from './settling.js'

/** A statement while it is mended, by token indices of the passage. */
export interface Draft {
  readonly anchor: Anchor
  readonly content: readonly ScoredRun[]
  readonly mention: ScoredRun | null
  readonly inner: readonly Draft[]
}

/** A fault of taggers that is put right where the words leave no doubt. */
export interface Mend {
  /** Kebab-case, unique. */
  readonly name: string
  /** The statements of a passage, in no order, with the fault mended. */
  mend(a: Analysis, drafts: readonly Draft[], passage: Passage): readonly Draft[]
}

/** An anchor as it comes from a tagger, or with what it reports. */
export function draftOf(anchor: Anchor): Draft {
  let mention: ScoredRun | null = null
  for (const run of anchor.mention)
    if (run.score >= INSIDE && (mention === null || run.score > mention.score)) mention = run
  return { anchor, content: anchor.content.filter((run) => run.score >= INSIDE), mention, inner: [] }
}

/** A draft as an anchor again. */
export const anchorOf = ({ anchor, content, mention, inner }: Draft): Anchor => ({
  ...anchor,
  content,
  mention: mention ? [mention] : [],
  ...(inner.length > 0 ? { inner: inner.map(anchorOf) } : {}),
})

/** Tokens that certainly belong. */
export const run = (first: number, end: number): ScoredRun => ({ first, end, score: 1 })

/** First token of what is said, and one past its last. */
export const firstOf = ({ content }: Draft): number => content[0]?.first ?? 0
/** One past the last token of what is said. */
export const endOf = ({ content }: Draft): number => content.at(-1)?.end ?? 0

/** One past the last token of a statement's content, cue and mention. */
export const lastOf = (draft: Draft): number =>
  Math.max(endOf(draft), draft.anchor.cue?.[1] ?? 0, draft.mention?.end ?? 0)

/** First token of a statement's content, cue and mention. */
export const startOf = ({ content, anchor, mention }: Draft): number =>
  Math.min(...[content[0]?.first, anchor.cue?.[0], mention?.first].map((token) => token ?? Number.POSITIVE_INFINITY))

/** One past the last token of the sentence that token `i` stands in, its full stop not counted. */
export function sentenceEnd(a: Analysis, i: number): number {
  const limit = a.sentenceEnd[i] as number
  return a.pos[limit - 1] === POS.STOP ? limit - 1 : limit
}

/** A statement as one reported by another; null where it cannot be. */
export function asInner(a: Analysis, draft: Draft): Draft | null {
  const anchor = settled(a, anchorOf(draft), 'indirect')
  return anchor ? { ...draftOf(anchor), inner: draft.inner } : null
}

/** Runs in order, those that touch or overlap joined. */
export function union(runs: readonly ScoredRun[]): ScoredRun[] {
  const out: ScoredRun[] = []
  for (const next of [...runs].sort((x, y) => x.first - y.first)) {
    const last = out.at(-1)
    if (last && next.first <= last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, next.end) }
    else out.push(next)
  }
  return out
}
