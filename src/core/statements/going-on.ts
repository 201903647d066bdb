import type { Analysis } from './analysis.js'
import { insideRuns, standing } from './overlap.js'
import { POS } from './parts-of-speech.js'
import type { Quote } from './quotation-marks.js'
import { opensQuote } from './rules/surroundings.js'
import type { Anchor, ScoredRun } from './tagger.js'

/** Fewer words than this between marks are a scare quote or a title, not a quotation that goes on. */
const LEAST_WORDS = 3

/** The most tokens that may stand between a statement and a bare quotation that goes on with it. */
const FURTHEST = 24

/**
 * Gives bare quotations to the statement before them: “…,” she said. “We were never asked.” A quotation that no anchor
 * has taken, that begins a sentence, and that follows a statement closely in the same block, or begins the next block
 * after a statement in quotation marks, is more of what the same speaker said.
 *
 * @returns the anchors that can stand together, in order of their content
 */
export function goOn(a: Analysis, anchors: readonly Anchor[], threshold: number): readonly Anchor[] {
  const kept = standing(anchors, a.tokens.length, threshold)
  if (kept.length === 0) return kept
  const taken = new Uint8Array(a.tokens.length)
  for (const anchor of kept) {
    for (const run of insideRuns(anchor.content)) taken.fill(1, run.first, run.end)
    if (anchor.cue) taken.fill(1, anchor.cue[0], anchor.cue[1])
  }
  const more: ScoredRun[][] = kept.map(() => [])
  // The statement whose last token is nearest before, while going through the quotations in order.
  const order = kept.map((anchor, k) => ({ k, end: lastToken(anchor) })).sort((x, y) => x.end - y.end)
  const ends = kept.map(lastToken)
  let next = 0
  let last = -1
  for (const quote of a.quotes) {
    if (quote.depth > 0) continue
    while (next < order.length && (order[next]?.end ?? 0) <= quote.open) {
      const k = order[next]?.k as number
      if (last < 0 || (ends[k] as number) >= (ends[last] as number)) last = k
      next++
    }
    if (last < 0 || !goesOn(a, quote, kept[last] as Anchor, ends[last] as number) || touches(taken, quote)) continue
    more[last]?.push({ first: quote.open, end: quote.end, score: 1 })
    taken.fill(1, quote.open, quote.end)
    ends[last] = quote.end
  }
  return kept.map((anchor, k) => {
    const runs = more[k] as ScoredRun[]
    return runs.length === 0
      ? anchor
      : { ...anchor, content: [...anchor.content, ...runs], why: `${anchor.why}; a bare quotation goes on` }
  })
}

function lastToken(anchor: Anchor): number {
  let end = anchor.cue?.[1] ?? 0
  for (const run of insideRuns(anchor.content)) end = Math.max(end, run.end)
  for (const run of insideRuns(anchor.mention)) end = Math.max(end, run.end)
  return end
}

function goesOn(a: Analysis, quote: Quote, anchor: Anchor, end: number): boolean {
  let words = 0
  for (let i = quote.open; i < quote.end && words < LEAST_WORDS; i++) if (a.shape[i] !== 4) words++
  if (words < LEAST_WORDS) return false
  const blockStart = a.blockStart[quote.open] as number
  const inQuotes = insideRuns(anchor.content).some((run) => opensQuote(a, run.first))
  if (end > blockStart) {
    if (quote.open - end > FURTHEST || !beginsSentence(a, quote.open)) return false
    return inQuotes || quote.open - end <= 2
  }
  return (
    quote.open === blockStart &&
    inQuotes &&
    a.blockStart[end - 1] === a.blockStart[blockStart - 1] &&
    closesBlock(a, end)
  )
}

// A mark after a full stop, or at a block's start.
function beginsSentence(a: Analysis, i: number): boolean {
  return i === a.sentenceStart[i] || a.pos[i - 1] === POS.STOP
}

// Whether hardly anything but the statement stands between `end` and the end of its block.
function closesBlock(a: Analysis, end: number): boolean {
  return (a.blockEnd[end - 1] as number) - end <= FURTHEST
}

function touches(taken: Uint8Array, quote: Quote): boolean {
  for (let i = quote.open; i < quote.end; i++) if (taken[i] === 1) return true
  return false
}
