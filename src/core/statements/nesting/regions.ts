import type { Block, Reading, Span } from '../../model/index.js'
import { findQuotes } from '../quotation-marks.js'
import type { Passage, Token } from '../tagger.js'
import { isWordToken, tokenize } from '../tokens.js'

/** The sentence's end is looked for no further behind what is said than this, in UTF-16 code units. */
const FURTHEST = 400

/**
 * What a statement says, as passages by themselves: its words as sentences of their own, without the "that" before them
 * and without the quotation marks around them, so that what is quoted within them is quoted outright. Content that its
 * own cue breaks is put together again where one sentence goes on; the full stop is that of the whole sentence: between
 * the tokens of such a passage there may be words that are none of its own.
 */
export function regionsOf(reading: Reading, content: readonly Span[]): Passage[] {
  const out: Passage[] = []
  let tokens: Token[] = []
  let last: Span | null = null
  let block: Block | null = null
  const close = () => {
    const own = withStop(reading.text, stripped(reading.text, tokens), block?.end ?? 0)
    if (block && own.length > 0) out.push(passageOf(reading, block, own))
    tokens = []
  }
  for (const span of content) {
    const own = blockAt(reading.blocks, span.start)
    if (last && (own !== block || endsSentence(reading.text, last.end, span.start))) close()
    block = own
    tokenize(reading.text, span.start, span.end, tokens)
    last = span
  }
  close()
  return out
}

/** Tokens of one block, at least one, as a passage. */
export function passageOf(reading: Reading, block: Block, tokens: readonly Token[]): Passage {
  const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token]
  const blocks = [{ ...block, start: first.start, end: last.end }]
  return { reading: { ...reading, blocks }, firstBlock: 0, endBlock: 1, tokens }
}

/** The block that holds an offset, or the first one after it; null: there is none. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Block).end > offset) high = middle
    else low = middle + 1
  }
  return blocks[low] ?? null
}

const isStop = (text: string, token: Token): boolean => '.!?'.includes(text.charAt(token.start))

// Whether a sentence ends between two spans: “Never,” she said. “We had no keys.”
function endsSentence(text: string, start: number, end: number): boolean {
  const between: Token[] = []
  tokenize(text, start, end, between)
  return between.some((token) => isStop(text, token))
}

// The tagger reads a clause without its full stop as a headline.
function withStop(text: string, tokens: readonly Token[], blockEnd: number): readonly Token[] {
  const last = tokens.at(-1)
  if (!last || isStop(text, last)) return tokens
  const after: Token[] = []
  tokenize(text, last.end, Math.min(blockEnd, last.end + FURTHEST), after)
  const stop = after.find((token) => isStop(text, token))
  return stop ? [...tokens, stop] : tokens
}

function stripped(text: string, tokens: readonly Token[]): Token[] {
  const marks = new Set<number>()
  const inside = new Uint8Array(tokens.length)
  for (const { open, end, closed, depth } of findQuotes(text, tokens, [tokens.length])) {
    if (depth > 0) continue
    inside.fill(1, open, end)
    marks.add(open)
    if (closed) marks.add(end - 1)
  }
  const isDirect = tokens.every((token, i) => inside[i] === 1 || !isWordToken(text, token))
  const own = tokens.filter((_, i) => !isDirect || !marks.has(i))
  let first = 0
  while (first < own.length && isDropped(text, own[first] as Token)) first++
  let end = own.length
  while (end > first && text.charAt((own[end - 1] as Token).start) === ',') end--
  return own.slice(first, end)
}

// "that", and commas, before what is said.
function isDropped(text: string, { start, end }: Token): boolean {
  const word = end - start < 5 ? text.slice(start, end).toLowerCase() : ''
  return word === 'that' || word === ','
}
