import type { TokenInputs } from '../inputs.js'
import type { Passage } from '../tagger.js'
import type { Tensor } from './graph.js'
import type { Pieces, WordPiece } from './wordpiece.js'

/** A token has at most so many pieces; what an address has beyond them says nothing more. */
const MOST_PIECES = 12

/** Row 0 of a special piece, such as `[CLS]`; and what is added there for a token's later pieces. */
const SPECIAL_SHAPE = 10
const LATER_SHAPE = 5
/** Row 2: what a token of a title has, which its later pieces keep. */
const TITLE_EDGE = 3
const ROWS = 5

/** A passage's pieces, token after token. */
export interface TokenPieces {
  readonly ids: readonly number[]
  /** For each token the index of its first piece, and at the end the number of pieces. */
  readonly first: Int32Array
}

/** Tokens [first, end) that the encoder sees at once. */
export interface Window {
  readonly first: number
  readonly end: number
}

/** The pieces of a passage's tokens, each token by itself; one without any is one unknown piece. */
export function piecesOf({ reading, tokens }: Passage, wordPiece: WordPiece): TokenPieces {
  const ids: number[] = []
  const first = new Int32Array(tokens.length + 1)
  const unknown = wordPiece.id('[UNK]')
  const own: Pieces = { ids: [], starts: [], ends: [] }
  tokens.forEach(({ start, end }, i) => {
    own.ids.length = 0
    own.starts.length = 0
    own.ends.length = 0
    wordPiece.encode(reading.text, start, end, own)
    if (own.ids.length === 0) ids.push(unknown)
    for (let k = 0; k < Math.min(own.ids.length, MOST_PIECES); k++) ids.push(own.ids[k] as number)
    first[i + 1] = ids.length
  })
  return { ids, first }
}

/**
 * The windows of a passage: whole tokens, at most `size` pieces; the next one begins at the first token whose first piece
 * is at or after the last one's end less `overlap`.
 */
export function windowsOf({ first }: TokenPieces, size: number, overlap: number): Window[] {
  const n = first.length - 1
  const out: Window[] = []
  for (let start = 0; start < n; ) {
    let end = start
    while (end < n && (first[end + 1] as number) - (first[start] as number) <= size) end++
    if (end === start) end++
    out.push({ first: start, end })
    if (end === n) break
    let next = start + 1
    while ((first[next] as number) < (first[end] as number) - overlap) next++
    start = next
  }
  return out
}

/** What the encoder is given of a window. */
export function feedsOf(
  pieces: TokenPieces,
  inputs: TokenInputs,
  { first, end }: Window,
  special: { readonly before: number; readonly after: number },
): Readonly<Record<string, Tensor>> {
  const from = pieces.first[first] as number
  const n = (pieces.first[end] as number) - from + 2
  const ids = new Int32Array(n)
  const rows = new Int32Array(ROWS * n)
  ids[0] = special.before
  ids[n - 1] = special.after
  rows[0] = SPECIAL_SHAPE
  rows[n - 1] = SPECIAL_SHAPE
  for (let i = first; i < end; i++) {
    for (let p = pieces.first[i] as number; p < (pieces.first[i + 1] as number); p++) {
      const k = p - from + 1
      const isLater = p > (pieces.first[i] as number)
      const edge = inputs.edge[i] as number
      ids[k] = pieces.ids[p] as number
      rows[k] = (inputs.shape[i] as number) + (isLater ? LATER_SHAPE : 0)
      rows[n + k] = inputs.quote[i] as number
      rows[2 * n + k] = isLater ? (edge >= TITLE_EDGE ? TITLE_EDGE : 0) : edge
      rows[3 * n + k] = inputs.pos[i] as number
      rows[4 * n + k] = inputs.rule[i] as number
    }
  }
  return {
    ids: { type: 'int32', data: ids, dims: [1, n] },
    inputs: { type: 'int32', data: rows, dims: [ROWS, 1, n] },
  }
}
