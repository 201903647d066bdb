import { guessKind, OnrecordError } from '../core/model/index.js'
import { latin1 } from './latin1.js'

/** Bytes as text, and the charset they were decoded with: a name of the WHATWG Encoding Standard, in lower case. */
export interface Decoded {
  readonly text: string
  readonly charset: string
}

/** What is known of a page's charset besides its bytes. */
export interface CharsetHints {
  /** A charset a person asked for: trusted over everything but a byte order mark. */
  readonly asked?: string | null
  /** The charset of the HTTP header. */
  readonly header?: string | null
}

/**
 * Decodes bytes of a charset that is neither UTF-8 nor UTF-16: a name of the WHATWG Encoding Standard in lower case,
 * `utf-32le` or `utf-32be`.
 */
export type Legacy = (bytes: Uint8Array, charset: string) => string | Promise<string>

/**
 * Decodes a page. In order of trust: a byte order mark; the charset asked for; the HTTP header's; that of the page's own
 * `<meta>` or XML declaration; the content. Labels are read as the WHATWG Encoding Standard reads them (`latin1` is
 * windows-1252). Where a declared charset and the bytes contradict each other the bytes win: text that is valid UTF-8
 * with characters outside ASCII is UTF-8 although a one-byte charset is declared, and text declared as UTF-8 that mostly
 * is not is looked at again.
 *
 * @param legacy what decodes the rest of charsets where this runs
 * @throws OnrecordError `charset-unknown` where the charset asked for has no such name
 */
export async function decodeBy(legacy: Legacy, bytes: Uint8Array, hints: CharsetHints = {}): Promise<Decoded> {
  const decodeAs = (from: Uint8Array, charset: string) => decoded(legacy, from, charset)
  const marked = byteOrderMark(bytes)
  if (marked) return decodeAs(bytes.subarray(marked.length), marked.charset)

  if (hints.asked) {
    const asked = charsetOf(hints.asked)
    if (!asked) {
      throw new OnrecordError(
        'charset-unknown',
        `There is no charset "${hints.asked}"; give a name such as utf-8, windows-1252 or shift_jis.`,
      )
    }
    return decodeAs(bytes, asked)
  }

  const declared = charsetOf(hints.header ?? null) ?? charsetOf(declaredInPage(bytes))
  const whole = wellFormed(bytes)
  // What is well-formed to its end has more than ASCII where it has fewer code units than bytes.
  const utf8 = whole === null ? scanUtf8(bytes) : { multibyte: bytes.length - whole.length, invalid: 0 }
  if (declared && declared !== 'utf-8') {
    if (utf8.invalid === 0 && utf8.multibyte > 0 && ONE_BYTE.test(declared)) return decodeAs(bytes, 'utf-8')
    if (!declared.startsWith('utf-16')) return decodeAs(bytes, declared)
    if (evenlyNul(bytes) === declared) return decodeAs(bytes, declared)
  }
  const wide = evenlyNul(bytes)
  if (wide) return decodeAs(bytes, wide)
  if (utf8.invalid === 0) {
    if (utf8.multibyte === 0 && shiftsIso2022(bytes)) return decodeAs(bytes, 'iso-2022-jp')
    return whole === null ? decodeAs(bytes, 'utf-8') : { text: whole, charset: 'utf-8' }
  }
  // A page of UTF-8 with some broken characters is still UTF-8; they show as U+FFFD.
  if (utf8.multibyte > utf8.invalid) return decodeAs(bytes, 'utf-8')
  return decodeAs(bytes, await detect(bytes))
}

/** The WHATWG name that a label stands for, in lower case; null where there is none. */
export function charsetOf(label: string | null): string | null {
  if (!label) return null
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

const ONE_BYTE = /^(?:windows|iso-8859|koi8|ibm866|macintosh|x-mac)/

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0)
    return { charset: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 }
  return null
}

async function decoded(legacy: Legacy, bytes: Uint8Array, charset: string): Promise<Decoded> {
  if (charset === 'utf-8' || charset === 'utf-16le' || charset === 'utf-16be') {
    return { text: new TextDecoder(charset, { ignoreBOM: true }).decode(bytes), charset }
  }
  return { text: await legacy(bytes, charset), charset }
}

/** How far into a page its declaration is looked for: the standard says 1,024 bytes, many pages begin it later. */
const PRESCAN = 8192

/** The charset that the page's own `<meta>` or XML declaration names, for pages that begin like HTML. */
function declaredInPage(bytes: Uint8Array): string | null {
  // Each byte a code unit: all that declares a charset is ASCII.
  const head = latin1(bytes, PRESCAN)
  if (guessKind(head) !== 'html') return null
  const xml = /^\s*<\?xml\b[^>]{0,200}/i.exec(head)
  const named = xml && /\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(xml[0])
  if (named) return honest(named[1] ?? null)
  let at = 0
  while (at < head.length) {
    const open = head.indexOf('<', at)
    if (open < 0) return null
    if (head.startsWith('<!--', open)) {
      const close = head.indexOf('-->', open + 4)
      if (close < 0) return null
      at = close + 3
      continue
    }
    const close = head.indexOf('>', open)
    const tag = head.slice(open, close < 0 ? head.length : close)
    if (/^<meta[\s/]/i.test(tag)) {
      const charset = /\bcharset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(tag)
      if (charset) return honest(charset[1] ?? null)
    }
    at = open + 1
  }
  return null
}

/** A page whose declaration can be read byte by byte is not UTF-16, whatever it says (WHATWG, "prescan"). */
function honest(label: string | null): string | null {
  return charsetOf(label)?.startsWith('utf-16') ? 'utf-8' : label
}

/** The bytes as UTF-8; null where some are not. Most pages are, and then they are decoded. */
function wellFormed(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Counts well-formed characters of two bytes and more, and the bytes that fit in none. A character cut off at the end counts as neither. */
function scanUtf8(bytes: Uint8Array): { multibyte: number; invalid: number } {
  let multibyte = 0
  let invalid = 0
  let i = 0
  while (i < bytes.length) {
    const first = bytes[i] as number
    if (first < 0x80) {
      i++
      continue
    }
    const length =
      first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
    if (length === 0) {
      invalid++
      i++
      continue
    }
    const second = bytes[i + 1]
    let whole = second === undefined || fitsSecond(first, second)
    for (let k = 2; whole && k < length && i + k < bytes.length; k++) whole = ((bytes[i + k] as number) & 0xc0) === 0x80
    if (!whole) {
      invalid++
      i++
    } else {
      if (i + length <= bytes.length) multibyte++
      i += length
    }
  }
  return { multibyte, invalid }
}

function fitsSecond(first: number, second: number): boolean {
  if ((second & 0xc0) !== 0x80) return false
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second < 0xa0
  if (first === 0xf0) return second >= 0x90
  if (first === 0xf4) return second < 0x90
  return true
}

/** UTF-16 without a mark: most of the first characters are ASCII, so every other byte is NUL. */
function evenlyNul(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, 4096) & ~1
  if (end < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = end / 2
  // 0.6: a page in a script of its own still has its markup and spaces in ASCII; binary data has NULs on both sides.
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** ISO-2022-JP is all ASCII bytes; it shows by its shifts into two-byte sets, `ESC $ B` or `ESC $ @`. */
function shiftsIso2022(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0 && i + 2 < bytes.length; i = bytes.indexOf(0x1b, i + 1)) {
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40)) return true
  }
  return false
}

/** How much of a page its charset is guessed from: beyond that the guess no longer changes, and chardet is slow. */
const SAMPLE = 65_536

async function detect(bytes: Uint8Array): Promise<string> {
  const { default: chardet } = await import('chardet')
  let first = 0
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++
  const start = Math.max(0, Math.min(first - 1024, bytes.length - SAMPLE))
  for (const match of chardet.analyse(bytes.subarray(start, start + SAMPLE))) {
    const charset = charsetOf(match.name)
    if (charset && !charset.startsWith('utf-')) return charset
  }
  return 'windows-1252'
}
