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
  'mention',
  'cue',
  'content',
  'quotation',
  'block',
  'start',
  'end',
  'within',
  'confidence',
  'model',
] as const

/** The line that names the columns, ended by CR LF. */
export const CSV_HEADER = `${CSV_COLUMNS.join(',')}\r\n`

/**
 * A record as CSV rows (RFC 4180, without the header line): one statement a row, the pieces of a broken content joined
 * by " … ". A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV injection").
 */
export function toCsv(record: PageRecord): string {
  const { page, reading, statements } = record
  const { publisher, title, published } = reading.meta
  let rows = ''
  for (const statement of statements) {
    const { id, content, cue, mention, quotation, within, confidence, model } = statement
    const row: Readonly<Record<(typeof CSV_COLUMNS)[number], string | number | null>> = {
      page: page.id,
      name: page.name,
      url: page.url,
      publisher,
      title,
      published,
      statement: id,
      speaker: null,
      mention: mention && wordsOf(reading, mention),
      cue: cue && wordsOf(reading, cue),
      content: content.map((span) => wordsOf(reading, span)).join(' … '),
      quotation,
      block: placeOf(reading, statement).block,
      start: content[0]?.start ?? null,
      end: content.at(-1)?.end ?? null,
      within,
      confidence,
      model,
    }
    rows += `${CSV_COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`
  }
  return rows
}

/** What makes a spreadsheet take a cell for a formula, in ASCII and in full width. */
const FORMULA = /^[\t\r\n =+\-@＝＋－＠]*[=+\-@＝＋－＠\t\r]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
