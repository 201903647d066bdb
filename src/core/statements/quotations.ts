import { type Reading, type Span, span } from '../model/index.js'
import { blockEndsOf } from './analysis.js'
import { passagesOf } from './passages.js'
import { findQuotes } from './quotation-marks.js'

/** About how many tokens a passage has: see `findStatements`. */
const PASSAGE_TOKENS = 16_384

/**
 * What stands between quotation marks in the article, marks not counted in: the outermost ones, in order, whether or not
 * anybody is said to have said it. One that its block does not close goes to the block's end. Spans count UTF-16 code
 * units of the reading's text.
 */
export function findQuotations(reading: Reading): Span[] {
  const out: Span[] = []
  for (const passage of passagesOf(reading, PASSAGE_TOKENS)) {
    const { tokens } = passage
    for (const { open, end, depth, closed } of findQuotes(reading.text, tokens, blockEndsOf(passage))) {
      const first = tokens[open + 1]
      const last = tokens[closed ? end - 2 : end - 1]
      if (depth > 0 || !first || !last || last.end <= first.start || first.start < (tokens[open]?.end ?? 0)) continue
      out.push(span(reading.text, first.start, last.end))
    }
  }
  return out
}
