import { createHash } from 'node:crypto'
import { type Page, type PageId, type PageKind, pageFromText } from '../core/model/index.js'
import { decodeLegacy } from './charset.js'
import { inflateGzip } from './gzip.js'
import { makePage, type PageMeans, type PageOptions, type Provenance } from './page-making.js'

export type { PageOptions, Provenance }

const NODE: PageMeans = {
  idOf,
  inflate: inflateGzip,
  legacy: decodeLegacy,
  convertDocx: async (bytes, name, maxBytes) => (await import('./formats/docx.js')).convertDocx(bytes, name, maxBytes),
}

/**
 * The page that bytes are: inflated where they are gzip, decoded, named by the SHA-256 of what was decoded.
 *
 * A PDF, a Word document, a mail message (`.eml`) and Markdown (`.md`) become pages by a converter, which the page names.
 *
 * @throws OnrecordError `page-empty`, `page-kind-unsupported` (a format that is no text: the message names it),
 * `page-encrypted`, `page-no-text`,
 * `page-binary`, `page-too-large`, `page-unreadable` (broken gzip), `charset-unknown`
 */
export function pageFromBytes(bytes: Uint8Array, options: PageOptions & Provenance = {}): Promise<Page> {
  return makePage(NODE, bytes, options)
}

/** As the core's `pageFromText`, the same page with the same id, hashed by Node: for long texts many times as fast. */
export function pageFromString(
  text: string,
  options: { readonly kind?: PageKind; readonly url?: string | null } = {},
): Page {
  // Of a text with a lone surrogate the core hashes bytes that no encoder of Node's gives.
  return pageFromText(text, /\p{Surrogate}/u.test(text) ? options : { ...options, id: idOf(Buffer.from(text)) })
}

/** As `pageIdOf` of the core, by Node's own hash: the same id, many times as fast. */
function idOf(bytes: Uint8Array): PageId {
  return createHash('sha256').update(bytes).digest('hex') as PageId
}
