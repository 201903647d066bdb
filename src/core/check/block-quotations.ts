import { wordsOf } from '../anchor/index.js'
import type { Span } from '../model/index.js'
import type { Draft } from './verdict.js'

/** A run of lines that Markdown marks as quoted, from its first sign to the end of its last line. */
const QUOTED_LINES = /^ {0,3}>[^\n]*(?:\n {0,3}>[^\n]*)*/gm
/** The sign before a quoted line's words; a callout ("> [!NOTE]") is the draft's own. */
const SIGN = /^ {0,3}>[ \t]?/
const CALLOUT = /^ {0,3}>[ \t]*\[!/

/**
 * What a draft sets off as a quotation without quotation marks: blocks of that role (<blockquote>) and lines that begin
 * with ">". Not those with quotation marks in them, which are checked by these. Linear.
 */
export function blockQuotationsOf({ reading, quotations }: Draft): Span[] {
  const { text, blocks } = reading
  const spans: Span[] = blocks.filter(({ role }) => role === 'quotation').map(({ start, end }) => ({ start, end }))
  for (const match of text.matchAll(QUOTED_LINES)) {
    if (CALLOUT.test(match[0])) continue
    const sign = SIGN.exec(match[0])?.[0].length ?? 0
    spans.push({ start: match.index + sign, end: match.index + match[0].length })
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Span[] = []
  let next = 0
  for (const span of spans) {
    while ((quotations[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++
    const within = (quotations[next]?.start ?? Number.POSITIVE_INFINITY) < span.end
    const again = span.start < (out.at(-1)?.end ?? 0)
    if (!within && !again && wordsOf(text, span.start, span.end).key.length > 0) out.push(span)
  }
  return out
}
