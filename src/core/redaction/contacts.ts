import type { Span } from '../model/index.js'
import { chunksOf } from './chunks.js'
import { phonesOf } from './phones.js'

/** An address of the web that says so itself, in full. */
const URL = /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{1,15}:\/\/|www\.)[^\s<>"“”«»]+/giu
/** A host and a path: "t.me/valley". */
const HOST_AND_PATH = /^(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?[/?]./iu
/** Marks that end a sentence, or close what an address stands in. */
const CLOSING = new Set(".,;:!?)]}'’‘…*")

/** E-mail addresses, handles, hosts in Punycode, addresses of the web and telephone numbers, in order. */
export function contactsOf(text: string): Span[] {
  const found: Span[] = phonesOf(text)
  for (const { start, end } of chunksOf(text)) {
    const chunk = text.slice(start, end)
    const isContact = /^@[\p{L}\p{N}_]/u.test(chunk) || /[^\s@]@[^\s@]+\.\p{L}/u.test(chunk)
    // What a host in other letters is called is not to be read off its Punycode.
    if (isContact || /\bxn--/i.test(chunk) || HOST_AND_PATH.test(chunk)) found.push({ start, end })
  }
  for (const match of text.matchAll(URL)) {
    let { length } = match[0]
    while (CLOSING.has(match[0][length - 1] as string)) length--
    found.push({ start: match.index, end: match.index + length })
  }
  const out: Span[] = []
  for (const span of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || span.start >= last.end) out.push(span)
    else if (span.end > last.end) out[out.length - 1] = { start: last.start, end: span.end }
  }
  return out
}
