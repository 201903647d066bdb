import type { Span } from '../model/index.js'
import { placeOf, wordsOf } from './place.js'
import type { PageRecord } from './record.js'

/** The columns of the CSV export, in order. */
export const CSV_COLUMNS = [
  'page',
  'name',
  'url',
  'publisher',
  'title',
  'published',
  'statement',
  'speaker',
  'speaker_kind',
  'mention',
  'cue',
  'content',
  'quotation',
  'quoted',
  'act',
  'negated',
  'hedges',
  'addressee',
  'medium',
  'when',
  'date',
  'block',
  'start',
  'end',
  'within',
  'confidence',
  'model',
] as const

/** The line that names the columns, ended by CR LF. */
export const CSV_HEADER = `${CSV_COLUMNS.join(',')}\r\n`

/** What a CSV file may begin with, so that Excel takes it for UTF-8: the byte order mark. */
export const CSV_BOM = '\ufeff'

/**
 * A record as CSV rows (RFC 4180, without the header line): one statement a row, pieces in one cell (a broken content,
 * several hedges) joined by " … ". A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP,
 * "CSV Injection").
 */
export function toCsv(record: PageRecord): string {
  const { page, reading, statements } = record
  const { publisher, title, published } = reading.meta
  const speakers = new Map(record.speakers.map((speaker) => [speaker.id, speaker]))
  const words = (span: Span | null) => span && wordsOf(reading, span)
  const all = (spans: readonly Span[]) => spans.map((span) => wordsOf(reading, span)).join(' … ')
  let rows = ''
  for (const statement of statements) {
    const { content, when } = statement
    const speaker = statement.speaker === null ? undefined : speakers.get(statement.speaker)
    const row: Readonly<Record<(typeof CSV_COLUMNS)[number], string | number | boolean | null>> = {
      page: page.id,
      name: page.name,
      url: page.url,
      publisher,
      title,
      published,
      statement: statement.id,
      speaker: speaker?.name ?? null,
      speaker_kind: speaker?.kind ?? null,
      mention: words(statement.mention),
      cue: words(statement.cue),
      content: all(content),
      quotation: statement.quotation,
      quoted: all(statement.quoted),
      act: statement.act,
      negated: statement.negated,
      hedges: all(statement.hedges),
      addressee: words(statement.addressee),
      medium: words(statement.medium),
      when: when && wordsOf(reading, when.span),
      date: when?.date ?? null,
      block: placeOf(reading, statement).block,
      start: content[0]?.start ?? null,
      end: content.at(-1)?.end ?? null,
      within: statement.within,
      confidence: statement.confidence,
      model: statement.model,
    }
    rows += `${CSV_COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`
  }
  return rows
}

/** What makes a spreadsheet take a cell for a formula, in ASCII and in full width. */
const FORMULA = /^[\t\r\n =+\-@＝＋－＠]*[=+\-@＝＋－＠\t\r]/

/** A cell as it stands in a row, harmless to spreadsheets. */
export function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  // A spreadsheet set to semicolons or tabs would begin a cell in the middle of one that has no quotation marks.
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
