import type { Span } from '../model/index.js'
import { chunksOf } from './chunks.js'

const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d{2,4}\)?(?:[ \-/.]\(?\d{2,5}\)?){2,5}(?![\p{L}\p{N}])/gu

/** E-mail addresses, handles, hosts in Punycode and telephone numbers, in order. */
export function contactsOf(text: string): Span[] {
  const found: Span[] = []
  for (const { start, end } of chunksOf(text)) {
    const chunk = text.slice(start, end)
    const isContact = /^@[\p{L}\p{N}_]/u.test(chunk) || /[^\s@]@[^\s@]+\.\p{L}/u.test(chunk)
    // What a host in other letters is called is not to be read off its Punycode.
    if (isContact || /\bxn--/i.test(chunk)) found.push({ start, end })
  }
  for (const match of text.matchAll(PHONE)) found.push({ start: match.index, end: match.index + match[0].length })
  const out: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start)) if (span.start >= (out.at(-1)?.end ?? 0)) out.push(span)
  return out
}
