import { ARTICLE_ROLES, type Reading } from '../model/index.js'
import type { Passage, Token } from './tagger.js'
import { tokenize } from './tokens.js'

/** Blocks of the article in which no statement is looked for: they name who made the page, not who said what. */
const SILENT: ReadonlySet<string> = new Set(['byline', 'photo-credit', 'agency-credit'])

/**
 * The passages of a reading, in order: its article blocks (furniture, bylines and credits are not searched), as many
 * whole blocks in each as have about `size` tokens together. Made one at a time, so that a long page is never held as
 * tokens as a whole. A block of more than `size` tokens makes a passage by itself.
 */
export function* passagesOf(reading: Reading, size: number): Generator<Passage> {
  let tokens: Token[] = []
  let firstBlock = 0
  for (let b = 0; b < reading.blocks.length; b++) {
    const block = reading.blocks[b]
    if (!block || !ARTICLE_ROLES.has(block.role) || SILENT.has(block.role)) continue
    if (tokens.length > 0 && tokens.length + (block.end - block.start) / 5 > size) {
      yield { reading, firstBlock, endBlock: b, tokens }
      tokens = []
    }
    if (tokens.length === 0) firstBlock = b
    tokenize(reading.text, block.start, block.end, tokens)
  }
  if (tokens.length > 0) yield { reading, firstBlock, endBlock: reading.blocks.length, tokens }
}
