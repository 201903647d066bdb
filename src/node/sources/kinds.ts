import { posix } from 'node:path'
import { controlShare, mediaType } from '../format.js'

/** Media types that a page has, besides HTML and most of `text/*`. */
const PAGE_TYPES = new Set([
  'application/xhtml+xml',
  'application/pdf',
  'application/x-pdf',
  'application/rtf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/epub+zip',
  'message/rfc822',
  'multipart/related',
])

/** What `text/*` also names, although nobody reads it as a page. */
const NO_PAGE_TEXT =
  /^text\/(?:css|javascript|ecmascript|x-javascript|xml|csv|vcard|calendar|vtt|cache-manifest|event-stream)$/

const PAGE_EXTENSIONS = /\.(?:x?html?|shtml|mht|mhtml|txt|text|md|markdown|pdf|docx?|odt|rtf|epub|eml)$/i

/** Why a page of this media type is none that could be read; null: it may be read. Where the type says nothing, the address's ending does. */
export function noPage(contentType: string | null, url: string): string | null {
  const type = mediaType(contentType)
  if (type === null) return null
  if (PAGE_TYPES.has(type) || (type.startsWith('text/') && !NO_PAGE_TEXT.test(type))) return null
  if (type === 'application/octet-stream' || type === 'binary/octet-stream' || type === 'application/download') {
    if (URL.canParse(url) && PAGE_EXTENSIONS.test(new URL(url).pathname)) return null
  }
  return `${type.slice(0, 100)} is no page`
}

/** Endings of files that lie beside pages, and what they are. */
const BESIDE_PAGES: readonly (readonly [RegExp, string])[] = [
  [/\.(?:css|scss|less|[cm]?[jt]sx?|map|wasm)$/i, 'code or a style sheet, no page'],
  [/\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd)$/i, 'an image'],
  [/\.(?:mp3|m4a|ogg|opus|flac|wav|mp4|m4v|mov|webm|avi|mkv|wmv)$/i, 'a recording; a transcript of it can be read'],
  [/\.(?:woff2?|ttf|otf|eot)$/i, 'a font'],
  [/\.(?:jsonl?|ndjson|csv|tsv|sqlite3?|db|parquet|yaml|yml|toml|cdxj?|idx)$/i, 'data, no page'],
  [/\.(?:zip|tar|tgz|bz2|xz|zst|7z|rar)$/i, 'an archive; unpack it and name the folder'],
  [/\.(?:exe|dll|so|dylib|bin|iso|dmg|class|pyc|o|a)$/i, 'a program, no page'],
]

/** Names of files that systems and programs leave behind. */
const LEFT_BEHIND = /^(?:Thumbs\.db|desktop\.ini|__MACOSX|~\$.*|.*~)$/i

/** Why a file or folder found in a folder is passed over by its name alone; null: it is not. */
export function passedOverByName(path: string): string | null {
  const name = posix.basename(path)
  if (name.startsWith('.')) return 'hidden'
  if (LEFT_BEHIND.test(name)) return 'left behind by a system or a program'
  return null
}

/** Why a file found in a folder is no page, by its ending or its first bytes; null: it may be one. */
export function noPageFile(path: string, head: Uint8Array): string | null {
  if (head.length === 0) return 'empty'
  const name = posix.basename(path)
  const beside = BESIDE_PAGES.find(([ending]) => ending.test(name))
  if (beside) return beside[1]
  if (PAGE_EXTENSIONS.test(name)) return null
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  // 0.02: the share of control characters above which the page reader takes bytes to be no text.
  return !marked && controlShare(head) > 0.02 ? 'binary data, no page' : null
}
