import { recordJson } from '../exports/json.js'
import { type PageRecord, recordOf } from '../exports/record.js'
import type { Page, Reading } from '../model/index.js'

/** A page as it was read again. */
export interface Reread {
  readonly page: Omit<Page, 'text'>
  readonly reading: Reading
}

/** Makes a page anew of its bytes and reads it, as its record says that it was read. */
export type Rereader = (record: PageRecord, bytes: Uint8Array) => Promise<Reread>

/**
 * Whether a record's text, blocks, places and metadata are what its page's bytes say: what one version makes of the same
 * bytes is always the same. Who said which of the words is not looked at.
 *
 * @returns null: another version read or converted the page, so that nothing can be said
 */
export function isAsReread(record: PageRecord, { page, reading }: Reread): boolean | null {
  const { page: info } = record
  if (record.reading.reader !== reading.reader || info.converter !== page.converter) return null
  const bare = (each: PageRecord) => JSON.stringify(recordJson({ ...each, statements: [], speakers: [] }))
  return bare(record) === bare(recordOf(page, reading, [], [], info.name))
}
