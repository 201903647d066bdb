import type { Converted } from '../node/formats/converted.js'
import {
  brokenDocx,
  docxPage,
  encryptedDocx,
  isUnpacked,
  type Mammoth,
  tooLargeDocx,
} from '../node/formats/docx-page.js'
import { Inflation, inflate } from './inflation.js'

/**
 * A Word document (DOCX) as HTML, as `docxPage` makes it.
 *
 * @throws OnrecordError `page-too-large` where it unpacks to more than `maxBytes`, `page-encrypted`, `page-unreadable`
 */
export async function convertDocx(bytes: Uint8Array, name: string, maxBytes: number): Promise<Converted> {
  checkSize(bytes, name, maxBytes)
  // @ts-expect-error The package has no types for what it has made for browsers.
  const { default: mammoth } = (await import('mammoth/mammoth.browser.js')) as { default: Mammoth }
  try {
    return await docxPage(mammoth, { arrayBuffer: Uint8Array.from(bytes).buffer })
  } catch (cause) {
    throw brokenDocx(name, (cause as Error).message, cause)
  }
}

const END = 0x06054b50
const END_LENGTH = 22
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30

/** Unpacks what the converter will unpack, and stops where it is too much: a small file can hold gigabytes. */
function checkSize(bytes: Uint8Array, name: string, maxBytes: number): void {
  let total = 0
  const count = (chunk: Uint8Array) => {
    total += chunk.length
    if (total > maxBytes) throw tooLargeDocx(name, maxBytes)
  }
  try {
    for (const { path, isEncrypted, isDeflated, packed } of filesOf(bytes)) {
      if (isEncrypted) throw encryptedDocx(name)
      if (!isUnpacked(path)) continue
      if (isDeflated) inflate(packed, -15, count)
      else count(packed)
    }
  } catch (cause) {
    if (cause instanceof Inflation || cause instanceof RangeError) throw brokenDocx(name, cause.message, cause)
    throw cause
  }
}

interface ZipFile {
  readonly path: string
  readonly isEncrypted: boolean
  readonly isDeflated: boolean
  readonly packed: Uint8Array
}

/** The files of a zip archive by its central directory (APPNOTE 6.3.9); without zip64, which no Word document needs. */
function* filesOf(bytes: Uint8Array): Generator<ZipFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let end = bytes.length - END_LENGTH
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) throw new RangeError('it has no list of files at its end, so it was cut off or is no zip archive')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('its list of files is broken')
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(local, true) !== LOCAL) throw new RangeError('a file does not lie where its list says')
    const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    yield {
      path: new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      isDeflated: view.getUint16(at + 10, true) === 8,
      packed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    }
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
