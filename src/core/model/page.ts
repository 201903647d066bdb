import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

declare const pageId: unique symbol
/** SHA-256 of the page's bytes, 64 hexadecimal digits in lower case. */
export type PageId = string & { readonly [pageId]: true }

/**
 * How a page's text is to be read: `html`; `text`, a plain-text page or dump with its furniture; `article`, plain text
 * that is an article and nothing else.
 */
export type PageKind = 'html' | 'text' | 'article'

/** What came in, decoded to text but otherwise as it was. */
export interface Page {
  readonly id: PageId
  readonly kind: PageKind
  /** The decoded page: HTML source, or the plain text itself. Offsets "in the page" count its UTF-16 code units. */
  readonly text: string
  /** Where it came from, after redirects; null where the page came without an address. */
  readonly url: string | null
  /** The charset it was decoded with, an IANA name in lower case; null where it came as text. */
  readonly charset: string | null
  /** What made the text of bytes that are no text, a PDF's: name and version. Absent: nothing did. */
  readonly converter?: string
}

/** Names a page by its bytes. */
export function pageIdOf(bytes: Uint8Array): PageId {
  return bytesToHex(sha256(bytes)) as PageId
}

/**
 * The page that `text` is, for callers that have text and no bytes. Its id is that of the text's UTF-8 bytes (a lone
 * surrogate is written as its three bytes, as WTF-8 does, so that different texts never share an id).
 */
export function pageFromText(
  text: string,
  options: { readonly kind?: PageKind; readonly url?: string | null; readonly id?: PageId } = {},
): Page {
  return {
    id: options.id ?? pageIdOf(wtf8(text)),
    kind: options.kind ?? guessKind(text),
    text,
    url: options.url ?? null,
    charset: null,
  }
}

// Only what begins like HTML is HTML; a plain-text page that quotes a tag somewhere stays plain text.
const TAG = /<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|section|header|script|table)[\s>/]/i

/** Guesses from its first 4,096 code units whether a text is HTML or plain text. Never guesses `article`. */
export function guessKind(text: string): 'html' | 'text' {
  const head = text.slice(0, 4096).replace(/^[\uFEFF\s]+/, '')
  if (!head.startsWith('<')) return 'text'
  return TAG.test(head) || /^<[a-z][a-z0-9-]*[\s>]/i.test(head) || /^<(?:!--|\?xml)/i.test(head) ? 'html' : 'text'
}

function wtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[n++] = code
      continue
    }
    if (code >= 0xd800 && code <= 0xdbff && i + 1 < text.length) {
      const low = text.charCodeAt(i + 1)
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        i++
      }
    }
    if (code < 0x800) bytes[n++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) bytes[n++] = 0xe0 | (code >> 12)
      else {
        bytes[n++] = 0xf0 | (code >> 18)
        bytes[n++] = 0x80 | ((code >> 12) & 63)
      }
      bytes[n++] = 0x80 | ((code >> 6) & 63)
    }
    bytes[n++] = 0x80 | (code & 63)
  }
  return bytes.subarray(0, n)
}
