import { type CharsetHints, type Decoded, decodeBy } from './charsets.js'

export type { CharsetHints, Decoded }

/**
 * Decodes a page. In order of trust: a byte order mark; the charset asked for; the HTTP header's; that of the page's own
 * `<meta>` or XML declaration; the content. Labels are read as the WHATWG Encoding Standard reads them (`latin1` is
 * windows-1252). Where a declared charset and the bytes contradict each other the bytes win: text that is valid UTF-8
 * with characters outside ASCII is UTF-8 although a one-byte charset is declared, and text declared as UTF-8 that mostly
 * is not is looked at again.
 *
 * @throws OnrecordError `charset-unknown` where the charset asked for has no such name
 */
export function decode(bytes: Uint8Array, hints: CharsetHints = {}): Promise<Decoded> {
  return decodeBy(decodeLegacy, bytes, hints)
}

/** Decodes all other charsets. */
export async function decodeLegacy(bytes: Uint8Array, charset: string): Promise<string> {
  // Node's TextDecoder takes some legacy charsets for ISO 8859-1 in some versions; iconv-lite does not.
  const { default: iconv } = await import('iconv-lite')
  if (iconv.encodingExists(charset)) {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), charset)
  }
  return new TextDecoder(charset).decode(bytes)
}
