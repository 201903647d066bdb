import type { RecordJson } from '../exports/json.js'
import { OnrecordError } from '../model/index.js'
import type { Correction } from './corrections.js'
import type { Capture, SavedSearch } from './port.js'

/** What an archive's first line says: the version of this form. */
export const ARCHIVE = 'onrecord/archive/2'

/** The form before it, which has no last line, so that a cut between two of its lines cannot be told. */
const WITHOUT_END = 'onrecord/archive/1'

/** How many lines of each kind an archive has. */
export interface ArchiveCounts {
  readonly pages: number
  readonly corrections: number
  readonly searches: number
}

/**
 * A line of a ledger's portable archive (JSON lines): the head, then pages in the order in which they were added, then what
 * people made, then the end.
 */
export type ArchiveLine =
  | { readonly archive: typeof ARCHIVE | typeof WITHOUT_END; readonly onrecord: string }
  | {
      readonly page: string
      /** When the ledger took it in, ISO 8601. */
      readonly added: string
      readonly captures: readonly Capture[]
      /** The page's bytes in base64. */
      readonly bytes: string
      /** Tokens of RFC 3161 in base64. */
      readonly timestamps: readonly string[]
      readonly record: RecordJson
    }
  | { readonly correction: Omit<Correction, 'undoneBy'> }
  | { readonly search: SavedSearch }
  | { readonly end: ArchiveCounts }

/**
 * The lines of an archive as they come, followed to the end of it.
 *
 * @throws OnrecordError `archive-invalid` once the lines are over, where they are not all that the archive had
 */
export async function* toTheEnd(lines: AsyncIterable<ArchiveLine>): AsyncGenerator<ArchiveLine> {
  const came = { pages: 0, corrections: 0, searches: 0 }
  let hasEnd = true
  let end: ArchiveCounts | null = null
  for await (const line of lines) {
    if ('archive' in line) hasEnd = line.archive !== WITHOUT_END
    else if ('page' in line) came.pages++
    else if ('correction' in line) came.corrections++
    else if ('search' in line) came.searches++
    else end = line.end
    yield line
  }
  const tookIn = 'What came was taken in; get the whole archive, or export it anew, and import it again.'
  if (!end && hasEnd) throw new OnrecordError('archive-invalid', `The archive stops before its end. ${tookIn}`)
  for (const kind of ['pages', 'corrections', 'searches'] as const) {
    if (end && end[kind] !== came[kind])
      throw new OnrecordError(
        'archive-invalid',
        `The archive says that it has ${end[kind]} ${kind}, and ${came[kind]} came. ${tookIn}`,
      )
  }
}

/**
 * A line of an archive, its outermost shape checked; the record in it is checked where it is taken in.
 *
 * @throws OnrecordError `archive-invalid` with the number of the line, from 1
 */
export function archiveLine(text: string, number: number): ArchiveLine {
  const refuse = (what: string): never => {
    throw new OnrecordError('archive-invalid', `Line ${number} of the archive ${what}. Export it anew.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('is not JSON; the file may have been cut off')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('is no object')
  const line = value as Record<string, unknown>
  if (number === 1) {
    if (typeof line.archive !== 'string') return refuse('does not say that this is an archive')
    if (line.archive !== ARCHIVE && line.archive !== WITHOUT_END) {
      return refuse(`says ${JSON.stringify(line.archive).slice(0, 80)}, and this Onrecord reads ${ARCHIVE}`)
    }
    return line as ArchiveLine
  }
  const isList = Array.isArray
  const isTime = (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/.test(value) && !Number.isNaN(Date.parse(value))
  if (typeof line.page === 'string') {
    const { added, captures, bytes, timestamps, record } = line
    if (!isTime(added) || typeof bytes !== 'string' || typeof record !== 'object' || record === null)
      return refuse('is a page without its time, bytes or record')
    if (!isList(captures) || captures.length === 0 || !isList(timestamps))
      return refuse('is a page that does not say where it came from')
    for (const each of captures as Partial<Capture>[]) {
      if (typeof each?.name !== 'string' || !isTime(each.retrieved) || !isList(each.headers))
        return refuse('is a page that does not say where it came from, or when')
    }
    return line as unknown as ArchiveLine
  }
  if (typeof line.correction === 'object' && line.correction !== null) {
    const { number: n, change, by, at, note } = line.correction as Partial<Correction>
    if (typeof n !== 'number' || typeof change?.kind !== 'string' || typeof by !== 'string' || !isTime(at))
      return refuse('is a correction without its change, maker or time')
    if (typeof note !== 'string') return refuse('is a correction without a note')
    if (by.trim() === '') return refuse('is a correction that does not say who made it')
    return line as unknown as ArchiveLine
  }
  if (typeof line.search === 'object' && line.search !== null) {
    const { name, question } = line.search as Partial<SavedSearch>
    if (typeof name !== 'string' || typeof question?.words !== 'string')
      return refuse('is a search without its question')
    return line as unknown as ArchiveLine
  }
  if (typeof line.end === 'object' && line.end !== null) {
    const { pages, corrections, searches } = line.end as Partial<ArchiveCounts>
    if (![pages, corrections, searches].every(Number.isSafeInteger)) return refuse('is an end without its counts')
    return line as unknown as ArchiveLine
  }
  return refuse('is neither page, correction, search nor the end')
}
