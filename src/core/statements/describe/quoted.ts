import { type Span, span } from '../../model/index.js'
import type { ContentRun } from './content-reader.js'

/**
 * The parts of a mixed statement's content that stand in quotation marks, with those marks that are content too. Only
 * outermost quotations count; one that reaches out of the content is cut at its edge.
 */
export function quotedOf(runs: readonly ContentRun[]): Span[] {
  const out: Span[] = []
  for (const { words, first, end } of runs) {
    const { quotes, tokens, text } = words
    let low = 0
    let high = quotes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((quotes[middle]?.end ?? 0) > first) high = middle
      else low = middle + 1
    }
    for (let at = low; at < quotes.length; at++) {
      const quote = quotes[at]
      if (!quote || quote.open >= end) break
      const from = tokens[Math.max(quote.open, first)]
      const to = tokens[Math.min(quote.end, end) - 1]
      if (from && to) out.push(span(text, from.start, to.end))
    }
  }
  return out
}
