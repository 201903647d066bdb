import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Quotation, type Reading, type Span, type Statement, type StatementId, span } from '../model/index.js'
import { blockEndsOf } from './analysis.js'
import { endOfMention } from './mention-edges.js'
import { insideRuns, standing } from './overlap.js'
import { findQuotes, type Quote } from './quotation-marks.js'
import type { Anchor, Passage, ScoredRun, Token } from './tagger.js'
import { isSpace, isWordToken } from './tokens.js'

/**
 * An anchor below this is no statement. By eight-fold cross-validation on PolNeAR train F1 of "who" is highest here and
 * moves by less than 0.5 between 0.25 and 0.45 (training/lexicon/calibrate.mjs prints the row).
 */
export const THRESHOLD = 0.3

/**
 * Turns the anchors of a passage into statements, in order of their content; what an anchor reports in turn comes after
 * it.
 */
export function decode(passage: Passage, anchors: readonly Anchor[], model: string, threshold: number): Statement[] {
  const { reading, tokens } = passage
  const blockEnds = blockEndsOf(passage)
  const ends = mergedEnds(blockEnds, gapsOf(passage))
  const outer = findQuotes(reading.text, tokens, blockEnds).filter((quote) => quote.depth === 0)
  const out: Statement[] = []
  const add = (anchor: Anchor, within: StatementId | null) => {
    const statement = statementOf(passage, anchor, outer, ends, model, within)
    if (!statement) return
    out.push(statement)
    for (const inner of anchor.inner ?? []) add(inner, statement.id)
  }
  for (const anchor of standing(anchors, tokens.length, threshold)) add(anchor, null)
  return out
}

function statementOf(
  { reading, tokens }: Passage,
  anchor: Anchor,
  quotes: readonly Quote[],
  ends: readonly number[],
  model: string,
  within: StatementId | null,
): Statement | null {
  const content = insideRuns(anchor.content)
    .flatMap((run) => piecesOf(run, ends))
    .map(([first, end]) => trim(reading.text, tokens, quotes, first, end))
    .filter((range) => range !== null)
  if (content.length === 0) return null
  const spans = content.map(([first, end]) => spanOf(reading, tokens, first, end))
  const mention = strongestRun(anchor.mention)
  const mentionSpan = mention ? mentionOf(reading, tokens, quotes, mention) : null
  const cue = anchor.cue ? spanOf(reading, tokens, anchor.cue[0], anchor.cue[1]) : null
  return {
    id: idOf(reading, spans, cue, mentionSpan),
    content: spans,
    cue,
    mention: mentionSpan,
    speaker: null,
    quotation: quotationOf(reading.text, tokens, quotes, content),
    quoted: [],
    act: 'state',
    negated: false,
    hedges: [],
    addressee: null,
    medium: null,
    when: null,
    within,
    confidence: Math.round(anchor.score * 1000) / 1000,
    model,
    why: anchor.why,
    speakerWhy: '',
  }
}

const spanOf = (reading: Reading, tokens: readonly Token[], first: number, end: number): Span =>
  span(reading.text, (tokens[first] as Token).start, (tokens[end - 1] as Token).end)

function mentionOf(
  reading: Reading,
  tokens: readonly Token[],
  quotes: readonly Quote[],
  { first, end }: ScoredRun,
): Span | null {
  const range = trim(reading.text, tokens, quotes, first, end)
  return range ? spanOf(reading, tokens, range[0], endOfMention(reading.text, tokens, range[0], range[1])) : null
}

// One past each token that text which is no token of the passage follows: where content has been put together.
function gapsOf({ reading, tokens }: Passage): number[] {
  const out: number[] = []
  for (let i = 1; i < tokens.length; i++) {
    let at = (tokens[i - 1] as Token).end
    const { start } = tokens[i] as Token
    while (at < start && isSpace(reading.text.charCodeAt(at))) at++
    if (at < start) out.push(i)
  }
  return out
}

const mergedEnds = (a: readonly number[], b: readonly number[]): readonly number[] =>
  b.length === 0 ? a : [...new Set([...a, ...b])].sort((x, y) => x - y)

// A run never reaches over the edge of a block, nor over a gap: it is cut there.
function piecesOf(run: ScoredRun, ends: readonly number[]): [number, number][] {
  const out: [number, number][] = []
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) > run.first) high = middle
    else low = middle + 1
  }
  let { first } = run
  for (let b = low; b < ends.length && first < run.end; b++) {
    const end = Math.min(run.end, ends[b] as number)
    out.push([first, end])
    first = end
  }
  return out
}

// Edges without punctuation, but a quotation's marks, and brackets, stay when both of them are inside; null when no word
// is left.
function trim(
  text: string,
  tokens: readonly Token[],
  quotes: readonly Quote[],
  first: number,
  end: number,
): [number, number] | null {
  let low = first
  let high = end
  while (
    low < high &&
    !isWordToken(text, tokens[low] as Token) &&
    !keepsOpening(quotes, low, high) &&
    !isBracketed(text, tokens, low, 1, high)
  )
    low++
  while (
    high > low &&
    !isWordToken(text, tokens[high - 1] as Token) &&
    !keepsClosing(quotes, low, high) &&
    !isBracketed(text, tokens, high - 1, -1, low - 1)
  )
    high--
  for (let i = low; i < high; i++) if (isWordToken(text, tokens[i] as Token)) return [low, high]
  return null
}

/** Brackets further apart than this, in tokens, are not taken for a pair. */
const WIDEST = 40

// Whether token `i` is a bracket whose other half stands before `limit`, going by `step`.
function isBracketed(text: string, tokens: readonly Token[], i: number, step: 1 | -1, limit: number): boolean {
  const [own, other] = step > 0 ? ['([', ')]'] : [')]', '([']
  const kind = (own as string).indexOf(text.charAt((tokens[i] as Token).start))
  if (kind < 0) return false
  for (let k = i + step; k !== limit && Math.abs(k - i) <= WIDEST; k += step)
    if (text.charAt((tokens[k] as Token).start) === (other as string).charAt(kind)) return true
  return false
}

function keepsOpening(quotes: readonly Quote[], low: number, high: number): boolean {
  const quote = quoteFrom(quotes, low)
  return quote !== null && quote.open === low && quote.end <= high
}

function keepsClosing(quotes: readonly Quote[], low: number, high: number): boolean {
  const quote = quoteFrom(quotes, high - 1)
  return quote?.closed === true && quote.end === high && quote.open >= low
}

// The outermost quotation that token `i` stands in.
function quoteFrom(quotes: readonly Quote[], i: number): Quote | null {
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotes[middle] as Quote).end > i) high = middle
    else low = middle + 1
  }
  const quote = quotes[low]
  return quote && quote.open <= i ? quote : null
}

function quotationOf(
  text: string,
  tokens: readonly Token[],
  quotes: readonly Quote[],
  content: readonly [number, number][],
): Quotation {
  let inside = 0
  let outside = 0
  for (const [first, end] of content) {
    let quote = quoteFrom(quotes, first)
    for (let i = first; i < end; i++) {
      if (!isWordToken(text, tokens[i] as Token)) continue
      if (quote === null || quote.end <= i) quote = quoteFrom(quotes, i)
      if (quote && quote.open < i) inside++
      else outside++
    }
  }
  return outside === 0 ? 'direct' : inside === 0 ? 'indirect' : 'mixed'
}

function strongestRun(runs: readonly ScoredRun[]): ScoredRun | null {
  let best: ScoredRun | null = null
  for (const run of insideRuns(runs)) if (best === null || run.score > best.score) best = run
  return best
}

// 128 bits of a SHA-256 over the page's id and the spans.
function idOf(reading: Reading, content: readonly Span[], cue: Span | null, mention: Span | null): StatementId {
  const role = (spans: readonly (Span | null)[]) => spans.map((s) => (s ? `${s.start}-${s.end}` : '')).join('+')
  const name = `${reading.page} ${role(content)} ${role([cue])} ${role([mention])}`
  return bytesToHex(sha256(utf8ToBytes(name))).slice(0, 32) as StatementId
}
