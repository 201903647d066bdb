import type { Block, Reading, Span, Statement } from '../model/index.js'

/** Where a statement stands. */
export interface Place {
  /** Index in `Reading.blocks` of the block that holds its first word, counted from 0; -1: between blocks. */
  readonly block: number
  /** Offset of its first word, in UTF-16 code units of `Reading.text`. */
  readonly offset: number
}

/** The place of a statement's content: of its first span. */
export function placeOf(reading: Reading, statement: Statement): Place {
  const offset = statement.content[0]?.start ?? statement.cue?.start ?? 0
  return { block: blockAt(reading.blocks, offset), offset }
}

/** The words of a span. */
export function wordsOf(reading: Reading, span: Span): string {
  return reading.text.slice(span.start, span.end)
}

/** Index of the block that holds an offset, by halving; -1: none does. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Block).end > offset) high = middle
    else low = middle + 1
  }
  return low < blocks.length && (blocks[low] as Block).start <= offset ? low : -1
}
