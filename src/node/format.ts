import { latin1 } from './latin1.js'

/** A format that is no page Onrecord reads, and what to do about it. */
export interface ForeignFormat {
  readonly name: string
  readonly advice: string
}

const TEXT_OF = 'Save its text as a .txt file and read that.'
const SOUND = 'Onrecord reads text; make a transcript first.'
const UNPACK = 'Unpack it and read the pages inside.'

interface Signature {
  readonly at: number
  readonly bytes: string
  readonly name: string
  readonly advice: string
}

/** First bytes of formats that people do hand in. Bytes are written as Latin-1 characters. */
const SIGNATURES: readonly Signature[] = [
  { at: 0, bytes: '{\\rtf', name: 'an RTF document', advice: TEXT_OF },
  { at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', name: 'an old Office document', advice: TEXT_OF },
  { at: 0, bytes: 'WARC/', name: 'a WARC archive', advice: 'Take the pages out of it and read those.' },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', name: 'a PNG image', advice: TEXT_OF },
  { at: 0, bytes: '\xff\xd8\xff', name: 'a JPEG image', advice: TEXT_OF },
  { at: 0, bytes: 'GIF8', name: 'a GIF image', advice: TEXT_OF },
  { at: 8, bytes: 'WEBP', name: 'a WebP image', advice: TEXT_OF },
  { at: 0, bytes: 'II*\0', name: 'a TIFF image', advice: TEXT_OF },
  { at: 0, bytes: 'MM\0*', name: 'a TIFF image', advice: TEXT_OF },
  { at: 8, bytes: 'WAVE', name: 'a sound recording', advice: SOUND },
  { at: 0, bytes: 'ID3', name: 'a sound recording', advice: SOUND },
  { at: 0, bytes: 'OggS', name: 'a sound or video recording', advice: SOUND },
  { at: 0, bytes: 'fLaC', name: 'a sound recording', advice: SOUND },
  { at: 4, bytes: 'ftyp', name: 'a video or sound recording', advice: SOUND },
  { at: 0, bytes: '\x1aE\xdf\xa3', name: 'a video recording', advice: SOUND },
  { at: 0, bytes: 'PK\x03\x04', name: 'a zip archive', advice: UNPACK },
  { at: 0, bytes: 'PK\x05\x06', name: 'an empty zip archive', advice: UNPACK },
  { at: 0, bytes: "7z\xbc\xaf'\x1c", name: 'a 7z archive', advice: UNPACK },
  { at: 0, bytes: 'Rar!\x1a\x07', name: 'a RAR archive', advice: UNPACK },
  { at: 0, bytes: 'BZh', name: 'a bzip2 archive', advice: UNPACK },
  { at: 0, bytes: '\xfd7zXZ\0', name: 'an xz archive', advice: UNPACK },
  { at: 0, bytes: '(\xb5/\xfd', name: 'a Zstandard archive', advice: UNPACK },
  { at: 257, bytes: 'ustar', name: 'a tar archive', advice: UNPACK },
  { at: 0, bytes: 'SQLite format 3\0', name: 'an SQLite database', advice: 'Export its pages and read those.' },
  { at: 0, bytes: 'wOF', name: 'a font', advice: 'Give the page that uses it.' },
]

/** What stands first inside a zip archive tells the document formats made of one. */
const ZIPPED: readonly (readonly [RegExp, string])[] = [
  [/xl\//, 'an Excel workbook'],
  [/ppt\//, 'a PowerPoint presentation'],
  [/application\/epub\+zip/, 'an EPUB book'],
  [/application\/vnd\.oasis\.opendocument/, 'an OpenDocument file'],
]

/** The format that the first bytes show, where it is one that is not read; null: as far as they tell, it is text. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const head = latin1(bytes, 4096)
  for (const { at, bytes: magic, name, advice } of SIGNATURES) {
    if (!head.startsWith(magic, at)) continue
    if (name !== 'a zip archive') return { name, advice }
    const zipped = ZIPPED.find(([inside]) => inside.test(head))
    return zipped ? { name: zipped[1], advice: TEXT_OF } : { name, advice }
  }
  if (
    /^(?:From|MIME-Version|Date|Subject|Snapshot-Content-Location):/i.test(head) &&
    /^content-type:\s*multipart\/related/im.test(head)
  ) {
    return { name: 'a web archive (MHTML)', advice: 'Save the page as "HTML only" and read that.' }
  }
  return null
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A format whose text a converter makes; null: as far as the first bytes tell, it is text or is not read. */
export function convertible(bytes: Uint8Array): 'pdf' | 'docx' | null {
  const head = latin1(bytes, 4096)
  // Readers of PDF take what begins within the first 1,024 bytes; mail gateways put lines before it.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  return head.startsWith('PK\x03\x04') && /word\/|\[Content_Types\]\.xml/.test(head) && holdsWord(bytes) ? 'docx' : null
}

const WORD = new TextEncoder().encode('word/document.xml')

/** Whether a zip archive's list of files, at its end, names the main part of a Word document. */
function holdsWord(bytes: Uint8Array): boolean {
  const [first = 0, ...rest] = WORD
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (rest.every((byte, i) => bytes[at + 1 + i] === byte)) return true
  return false
}

/** The format that a media type names, where it is one that is not read. `application/octet-stream` names none. */
export function foreignMediaType(contentType: string | null): ForeignFormat | null {
  const type = mediaType(contentType)
  if (!type) return null
  if (/^(?:image|font)\//.test(type))
    return { name: `an image or font (${type})`, advice: 'Give the page that shows it.' }
  if (/^(?:audio|video)\//.test(type)) return { name: `a recording (${type})`, advice: SOUND }
  if (type === 'application/pdf' || type === DOCX) return null
  if (/^application\/(?:zip|x-tar|x-7z|x-rar|vnd\.|msword|epub)/.test(type))
    return { name: `a file of ${type}`, advice: TEXT_OF }
  return null
}

/** Media type without its parameters, in lower case: `text/html`. */
export function mediaType(contentType: string | null): string | null {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() || null
}

/** The charset parameter of a media type, as it is written there. */
export function charsetParameter(contentType: string | null): string | null {
  for (const parameter of contentType?.split(';').slice(1) ?? []) {
    const [name, value] = parameter.split('=', 2)
    if (name?.trim().toLowerCase() === 'charset') return value?.trim().replace(/^["']|["']$/g, '') || null
  }
  return null
}

/** Of the first 64 KiB, how many bytes are control characters that no text has (NUL to BS, SO to SUB, FS to US). */
export function controlShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, 65_536)
  let control = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) control++
  }
  return end === 0 ? 0 : control / end
}
