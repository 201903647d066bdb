import { OnrecordError } from '../../core/model/index.js'
import type { Converted } from './converted.js'

const OWN = 'docx 1, mammoth 1'

/** What is used of mammoth, with the options that Onrecord gives it. */
export interface Mammoth {
  readonly images: { imgElement(make: () => Promise<{ src: string }>): unknown }
  convertToHtml(input: never, options: never): Promise<{ readonly value: string }>
}

/**
 * A Word document (DOCX) as HTML: headings, paragraphs, lists, tables and footnotes; pictures are left out, and nothing
 * outside the document is looked at.
 *
 * @param input the document as this mammoth takes it: the one for Node and that for browsers differ
 */
export async function docxPage(mammoth: Mammoth, input: unknown): Promise<Converted> {
  const { value } = await mammoth.convertToHtml(
    input as never,
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false } as never,
  )
  return {
    kind: 'html',
    text: `<!doctype html><html><head><meta charset="utf-8"></head><body><article>\n${value.replace(/<img\b[^<>]*>/g, '')}\n</article></body></html>`,
    converter: OWN,
  }
}

/** What the converter unpacks of a document: its size is looked at before. */
export const isUnpacked = (path: string): boolean => /\.(?:xml|rels)$/i.test(path)

/** The error for a document that cannot be opened without a password. */
export function encryptedDocx(name: string): OnrecordError {
  return new OnrecordError(
    'page-encrypted',
    `${name} is a Word document with a password. Save it without one and read that.`,
  )
}

/** The error for a document that unpacks to more than it may. */
export function tooLargeDocx(name: string, maxBytes: number): OnrecordError {
  return new OnrecordError(
    'page-too-large',
    `${name}, unpacked, has more than ${maxBytes} bytes. Raise the limit if you trust the file.`,
  )
}

/** The error for a document that is none, or no whole one. */
export function brokenDocx(name: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError('page-unreadable', `${name} is a broken Word document (${why}). Fetch or copy it again.`, {
    cause,
  })
}
