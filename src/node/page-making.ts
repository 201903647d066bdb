import { guessKind, OnrecordError, type Page, type PageId, type PageKind } from '../core/model/index.js'
import { decodeBy, type Legacy } from './charsets.js'
import { charsetParameter, controlShare, convertible, foreignFormat, foreignMediaType, mediaType } from './format.js'
import type { Converted } from './formats/converted.js'
import { isMarkdown } from './formats/markdown.js'
import { isGzip } from './gzip-bytes.js'
import { DEFAULT_MAX_BYTES, tooLarge } from './limit.js'

/** How bytes are to be taken. */
export interface PageOptions {
  /** How to read it; `auto`, the default, tells HTML from plain text by the media type and the content. */
  readonly kind?: PageKind | 'auto'
  /** A charset label that overrules what the page says; null: find out. */
  readonly charset?: string | null
  /** The most bytes a page may have, also after inflating. */
  readonly maxBytes?: number
}

/** What else is known of bytes that came from somewhere. */
export interface Provenance {
  /** Where they came from, after redirects. */
  readonly url?: string | null
  /** The HTTP header of that name. */
  readonly contentType?: string | null
  /** What a person calls it in a message, e.g. the path as typed. */
  readonly name?: string
}

/** What making a page needs of where it runs: Node or a browser. */
export interface PageMeans {
  idOf(bytes: Uint8Array): PageId
  /** As `inflateGzip`. */
  inflate(bytes: Uint8Array, maxBytes: number, name: string): Promise<Uint8Array>
  readonly legacy: Legacy
  /** As `convertDocx`. */
  convertDocx(bytes: Uint8Array, name: string, maxBytes: number): Promise<Converted>
}

/**
 * As `pageFromBytes`, by the means given: the page that bytes are: inflated where they are gzip, decoded, named by the SHA-256 of what was decoded.
 *
 * A PDF, a Word document, a mail message (`.eml`) and Markdown (`.md`) become pages by a converter, which the page names.
 *
 * @throws OnrecordError `page-empty`, `page-kind-unsupported` (a format that is no text: the message names it),
 * `page-encrypted`, `page-no-text`,
 * `page-binary`, `page-too-large`, `page-unreadable` (broken gzip), `charset-unknown`
 */
export async function makePage(
  means: PageMeans,
  bytes: Uint8Array,
  options: PageOptions & Provenance = {},
): Promise<Page> {
  const { idOf } = means
  const name = options.name ?? options.url ?? 'The page'
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const content = isGzip(bytes) ? await means.inflate(bytes, maxBytes, name) : bytes
  if (content.length > maxBytes) throw tooLarge(name, maxBytes)

  const made = await converted(means, content, name, options)
  if (made) {
    return {
      id: idOf(content),
      kind: made.kind,
      text: made.text,
      url: options.url ?? null,
      charset: null,
      converter: made.converter,
    }
  }
  const foreign = foreignFormat(content)
  if (foreign) throw unsupported(name, foreign.name, foreign.advice)
  const { text, charset } = await decodeBy(means.legacy, content, {
    asked: options.charset ?? null,
    header: charsetParameter(options.contentType ?? null),
  })
  // Whatever its media type says, a page that decodes to text is read, except where the type is of another world.
  const media = foreignMediaType(options.contentType ?? null)
  if (media) throw unsupported(name, media.name, media.advice)
  // 0.02: text with a stray NUL or form feed is still text; in compiled or packed data one byte in ten is a control.
  if (!/^utf-(?:16|32)/.test(charset) && controlShare(content) > 0.02) {
    throw new OnrecordError(
      'page-binary',
      `${name} is no text: it is full of control characters. Give an HTML page or a plain-text file.`,
    )
  }
  if (!/\S/.test(text)) {
    throw new OnrecordError(
      'page-empty',
      `${name} is empty: it has ${bytes.length} bytes and no words. Check that it was saved whole.`,
    )
  }
  const page = { id: idOf(content), kind: kindOf(text, options), text, url: options.url ?? null, charset }
  // As an article, Markdown is read as it stands, so that places in it are places in the file.
  const isAsked = options.kind === undefined || options.kind === 'auto' || options.kind === 'html'
  if (!isAsked || !isMarkdown(options.name, mediaType(options.contentType ?? null))) return page
  const { kind, text: html, converter } = await (await import('./formats/markdown.js')).convertMarkdown(text)
  return { ...page, kind, text: html, converter }
}

/** What a converter makes of bytes that are no text by themselves; null: they are none of these. */
async function converted(
  means: PageMeans,
  content: Uint8Array,
  name: string,
  { maxBytes = DEFAULT_MAX_BYTES, contentType, name: own }: PageOptions & Provenance,
): Promise<Converted | null> {
  const format = convertible(content)
  if (format === 'pdf') return (await import('./formats/pdf.js')).convertPdf(content, name)
  if (format === 'docx') return means.convertDocx(content, name, maxBytes)
  const isNamed = /\.eml(?:\.gz)?$/i.test(own ?? '') || mediaType(contentType ?? null) === 'message/rfc822'
  if (!isNamed) return null
  return (await import('./formats/mail.js')).convertMail(content, name)
}

function kindOf(text: string, { kind, contentType }: PageOptions & Provenance): PageKind {
  if (kind && kind !== 'auto') return kind
  const type = mediaType(contentType ?? null)
  return type === 'text/html' || type === 'application/xhtml+xml' ? 'html' : guessKind(text)
}

function unsupported(name: string, format: string, advice: string): OnrecordError {
  return new OnrecordError('page-kind-unsupported', `${name} is ${format}, which Onrecord does not read. ${advice}`)
}
