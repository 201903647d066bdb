import { OnrecordError } from '../../core/model/index.js'
import { type ZipFile, zipContent, zipEntries } from '../sources/zip.js'
import type { Converted } from './converted.js'

const OWN = 'docx 1, mammoth 1'

/**
 * A Word document (DOCX) as HTML: headings, paragraphs, lists, tables and footnotes; pictures are left out, and nothing
 * outside the document is looked at.
 *
 * @throws OnrecordError `page-too-large` where it unpacks to more than `maxBytes`, `page-encrypted`, `page-unreadable`
 */
export async function convertDocx(bytes: Uint8Array, name: string, maxBytes: number): Promise<Converted> {
  await checkSize(bytes, name, maxBytes)
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    } as never)
    return {
      kind: 'html',
      text: `<!doctype html><html><head><meta charset="utf-8"></head><body><article>\n${value.replace(/<img\b[^>]*>/g, '')}\n</article></body></html>`,
      converter: OWN,
    }
  } catch (cause) {
    throw broken(name, (cause as Error).message, cause)
  }
}

/** Unpacks what the converter will unpack, and stops where it is too much: a small file can hold gigabytes. */
async function checkSize(bytes: Uint8Array, name: string, maxBytes: number): Promise<void> {
  try {
    const file = inMemory(bytes)
    let total = 0
    for (const entry of await zipEntries(file)) {
      if (entry.isEncrypted)
        throw new OnrecordError(
          'page-encrypted',
          `${name} is a Word document with a password. Save it without one and read that.`,
        )
      if (!/\.(?:xml|rels)$/i.test(entry.path)) continue
      const next = await zipContent(file, entry)
      for (let part = await next(); part !== null; part = await next()) {
        if (!(part instanceof Uint8Array)) throw broken(name, part.damage)
        total += part.length
        if (total > maxBytes) {
          throw new OnrecordError(
            'page-too-large',
            `${name}, unpacked, has more than ${maxBytes} bytes. Raise the limit if you trust the file.`,
          )
        }
      }
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    throw broken(name, (cause as Error).message, cause)
  }
}

function inMemory(bytes: Uint8Array): ZipFile {
  return {
    stat: async () => ({ size: bytes.length }),
    read: async (buffer: Uint8Array, offset: number, length: number | null, position: number) => {
      const part = bytes.subarray(position, position + (length ?? buffer.length - offset))
      buffer.set(part, offset)
      return { bytesRead: part.length, buffer }
    },
  } as unknown as ZipFile
}

function broken(name: string, why: string, cause?: unknown): OnrecordError {
  return new OnrecordError('page-unreadable', `${name} is a broken Word document (${why}). Fetch or copy it again.`, {
    cause,
  })
}
