import { cell } from '../exports/csv.js'
import type { Entry } from './port.js'

/** The columns of a ledger's statements as CSV, in order. */
export const ENTRY_COLUMNS = [
  'statement',
  'speaker',
  'speaker_id',
  'speaker_kind',
  'mention',
  'cue',
  'content',
  'quotation',
  'act',
  'negated',
  'hedges',
  'addressee',
  'date',
  'outlet',
  'title',
  'published',
  'url',
  'page',
  'start',
  'status',
  'repeats',
  'confidence',
] as const

/** The line that names the columns, ended by CR LF. */
export const ENTRY_HEADER = `${ENTRY_COLUMNS.join(',')}\r\n`

/** A statement as a row of CSV (RFC 4180); pieces of a cell are joined by " … ", and no cell is run as a formula. */
export function entryCsv({ said, page, status, repeats, confidence }: Entry): string {
  const row: Readonly<Record<(typeof ENTRY_COLUMNS)[number], string | number | boolean | null>> = {
    statement: said.id,
    speaker: said.speaker?.name ?? null,
    speaker_id: said.speaker?.id ?? null,
    speaker_kind: said.speaker?.kind ?? null,
    mention: said.mention,
    cue: said.cue,
    content: said.content.join(' … '),
    quotation: said.quotation,
    act: said.act,
    negated: said.negated,
    hedges: said.hedges.join(' … '),
    addressee: said.addressee,
    date: said.date,
    outlet: page.outlet,
    title: page.title,
    published: page.published,
    url: page.url,
    page: page.id,
    start: said.at,
    status,
    repeats,
    confidence,
  }
  return `${ENTRY_COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`
}
