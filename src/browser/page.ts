import { type Page, pageIdOf } from '../core/model/index.js'
import { makePage, type PageMeans, type PageOptions, type Provenance } from '../node/page-making.js'
import { inflateGzip } from './inflation.js'

const BROWSER: PageMeans = {
  idOf: pageIdOf,
  inflate: inflateGzip,
  legacy: decodeLegacy,
  convertDocx: async (bytes, name, maxBytes) => (await import('./docx.js')).convertDocx(bytes, name, maxBytes),
}

/**
 * As `pageFromBytes` of Node, and the same page.
 *
 * @throws OnrecordError as that
 */
export function pageFromBytes(bytes: Uint8Array, options: PageOptions & Provenance = {}): Promise<Page> {
  return makePage(BROWSER, bytes, options)
}

/** A browser decodes all charsets of the standard, but UTF-32, which the standard does not have. */
function decodeLegacy(bytes: Uint8Array, charset: string): string {
  return charset.startsWith('utf-32')
    ? decodeUtf32(bytes, charset === 'utf-32le')
    : new TextDecoder(charset).decode(bytes)
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle)
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd')
  }
  return parts.join('')
}
