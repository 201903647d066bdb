import { OnrecordError } from '../../core/model/index.js'
import { type ZipFile, zipContent, zipEntries } from '../sources/zip.js'
import type { Converted } from './converted.js'
import { brokenDocx, docxPage, encryptedDocx, isUnpacked, tooLargeDocx } from './docx-page.js'

/**
 * A Word document (DOCX) as HTML, as `docxPage` makes it.
 *
 * @throws OnrecordError `page-too-large` where it unpacks to more than `maxBytes`, `page-encrypted`, `page-unreadable`
 */
export async function convertDocx(bytes: Uint8Array, name: string, maxBytes: number): Promise<Converted> {
  await checkSize(bytes, name, maxBytes)
  const { default: mammoth } = await import('mammoth')
  try {
    return await docxPage(mammoth, { buffer: Buffer.from(bytes) })
  } catch (cause) {
    throw brokenDocx(name, (cause as Error).message, cause)
  }
}

/** Unpacks what the converter will unpack, and stops where it is too much: a small file can hold gigabytes. */
async function checkSize(bytes: Uint8Array, name: string, maxBytes: number): Promise<void> {
  try {
    const file = inMemory(bytes)
    let total = 0
    for (const entry of await zipEntries(file)) {
      if (entry.isEncrypted) throw encryptedDocx(name)
      if (!isUnpacked(entry.path)) continue
      const next = await zipContent(file, entry)
      for (let part = await next(); part !== null; part = await next()) {
        if (!(part instanceof Uint8Array)) throw brokenDocx(name, part.damage)
        total += part.length
        if (total > maxBytes) throw tooLargeDocx(name, maxBytes)
      }
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause
    throw brokenDocx(name, (cause as Error).message, cause)
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
