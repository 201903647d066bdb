import { ARTICLE_ROLES, type Reading } from '../model/index.js'
import { creditStart } from './credits.js'
import type { Passage, Token } from './tagger.js'
import { isSpace, tokenize } from './tokens.js'

/** Blocks of the article in which no statement is looked for: they name who made the page, not who said what. */
const SILENT: ReadonlySet<string> = new Set(['byline', 'photo-credit', 'agency-credit'])

/** A token and the white space after it take about this many UTF-16 code units in English news. */
const TOKEN_LENGTH = 5

/**
 * The passages of a reading, in order: its article blocks (furniture, bylines, credits and the credit at a caption's end
 * are not searched), as many whole blocks in each as have about `size` tokens together. A block longer than that is cut
 * at white space, where it has any. Made one at a time, so that a long page is never held as tokens as a whole.
 */
export function* passagesOf(reading: Reading, size: number): Generator<Passage> {
  let tokens: Token[] = []
  let firstBlock = 0
  for (let b = 0; b < reading.blocks.length; b++) {
    const block = reading.blocks[b]
    if (!block || !ARTICLE_ROLES.has(block.role) || SILENT.has(block.role)) continue
    if (tokens.length > 0 && tokens.length + (block.end - block.start) / TOKEN_LENGTH > size) {
      yield { reading, firstBlock, endBlock: b, tokens }
      tokens = []
    }
    if (tokens.length === 0) firstBlock = b
    let { start } = block
    const end = block.role === 'caption' ? creditStart(reading.text, start, block.end) : block.end
    for (;;) {
      const cut = cutOf(reading.text, start, end, size * TOKEN_LENGTH)
      tokenize(reading.text, start, cut, tokens)
      start = cut
      if (start >= end) break
      if (tokens.length > 0) yield { reading, firstBlock, endBlock: b + 1, tokens }
      tokens = []
      firstBlock = b
    }
  }
  if (tokens.length > 0) yield { reading, firstBlock, endBlock: reading.blocks.length, tokens }
}

/** About how many tokens a passage has in the stages: several long articles, so that hardly any article is cut. */
const PASSAGE_TOKENS = 16_384

const known = new WeakMap<Reading, Passage>()

/**
 * The passages that the stages go through, in order. Of a page that is one passage, as all but the longest are, each stage
 * is given the same, so that its words are found and analysed once; a long page's are made anew and never kept.
 */
export function* stagePassages(reading: Reading): Generator<Passage> {
  const whole = known.get(reading)
  if (whole) {
    yield whole
    return
  }
  let first: Passage | null = null
  let count = 0
  for (const passage of passagesOf(reading, PASSAGE_TOKENS)) {
    // The first waits for a second, to be known as the only one.
    if (count === 1) yield first as Passage
    if (count > 0) yield passage
    first = passage
    count++
  }
  if (count !== 1 || !first) return
  known.set(reading, first)
  yield first
}

/** Says that no stage comes after: the passage is no longer kept with the reading. */
export function dropPassages(reading: Reading): void {
  known.delete(reading)
}

/** A word ends within this many code units; what goes on for longer without white space is cut anywhere. */
const LONGEST_WORD = 10_000

// The block's end, or the first white space after `length` code units, or where a longest word from there would end.
function cutOf(text: string, start: number, end: number, length: number): number {
  if (end - start <= length) return end
  const from = start + length
  const last = Math.min(end, from + LONGEST_WORD)
  let cut = from
  while (cut < last && !isSpace(text.charCodeAt(cut))) cut++
  // Never between the halves of a surrogate pair.
  return cut < end && (text.charCodeAt(cut) & 0xfc00) === 0xdc00 ? cut - 1 : cut
}
