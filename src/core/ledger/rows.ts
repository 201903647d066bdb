import { placeOf, wordsOf } from '../exports/place.js'
import type { PageRecord } from '../exports/record.js'
import { BODY_ROLES, type Reading, type Span, type Speaker, type Statement } from '../model/index.js'
import type { KeptRecord } from './port.js'
import { dayOf, daysOf } from './said-of.js'
import type { Row, TableName } from './tables.js'

/**
 * A page's rows: one of `pages`, one of `speakers` for each of its speakers, one of `statements` for each of its
 * statements, in the order of the record. Nothing but the record and what came with it is looked at, so what was taken out
 * of that is in no row. Linear in the record.
 */
export function rowsOf(kept: KeptRecord): { readonly [name in TableName]: readonly Row[] } {
  const { record, persons } = kept
  return {
    pages: [pageRow(kept)],
    speakers: record.speakers.map((speaker) => ({
      page: record.page.id,
      ...speakerRow(record.reading, speaker, persons.get(speaker.id) ?? null),
    })),
    statements: statementRows(kept),
  }
}

/** A record with nothing beside it, such as one in which names are replaced: the ledger's ids are made of the true ones. */
export function recordAlone(record: PageRecord): KeptRecord {
  return { record, retrieved: null, added: null, newer: null, copyOf: null, persons: new Map(), statements: new Map() }
}

function pageRow({ record, retrieved, added, newer, copyOf }: KeptRecord): Row {
  const { page, reading, statements } = record
  const { meta, text, blocks } = reading
  return {
    page: page.id,
    name: page.name,
    url: page.url,
    kind: page.kind,
    charset: page.charset,
    title: meta.title,
    standfirst: meta.standfirst,
    authors: meta.authors,
    publisher: meta.publisher,
    agency: meta.agency,
    published: meta.published,
    published_day: realDay(dayOf(meta.published)),
    published_at: moment(meta.published),
    modified: meta.modified,
    modified_at: moment(meta.modified),
    language: meta.language,
    canonical_url: meta.canonicalUrl,
    section: meta.section,
    form: meta.form,
    text,
    article: blocks
      .filter(({ role }) => BODY_ROLES.has(role))
      .map(({ start, end }) => text.slice(start, end))
      .join('\n\n'),
    blocks: blocks.map(({ role, start, end, level }) => ({ role, start, end, level })),
    statements: statements.length,
    reader: reading.reader,
    retrieved: moment(retrieved),
    added: moment(added),
    newer,
    copy_of: copyOf,
  }
}

function speakerRow(reading: Reading, speaker: Speaker, person: string | null): Row {
  const { id, name, kind, named, roles, otherNames, anonymity, mentions, statements } = speaker
  const words = (span: Span) => wordsAt(reading, span)
  return {
    speaker: id,
    person,
    name,
    kind,
    named: words(named),
    roles: roles.map(words),
    other_names: otherNames.map(words),
    anonymity: anonymity && words(anonymity),
    mentions: mentions.map(({ span, form, why }) => ({ ...words(span), form, why })),
    statements,
  }
}

function statementRows({ record, statements: facts }: KeptRecord): Row[] {
  const { page, reading, statements } = record
  const { publisher, title, published } = reading.meta
  const speakers = new Map(record.speakers.map((speaker) => [speaker.id, speaker]))
  return statements.map((statement) => {
    const { id, speaker, when } = statement
    const who = speaker === null ? undefined : speakers.get(speaker)
    const fact = facts.get(id)
    const [first, last] = daysOf(when?.date ?? dayOf(published))
    return {
      page: page.id,
      statement: id,
      url: page.url,
      publisher,
      title,
      published,
      published_day: realDay(dayOf(published)),
      speaker,
      person: fact?.person ?? null,
      speaker_name: who?.name ?? null,
      speaker_kind: who?.kind ?? null,
      ...words(reading, statement),
      first_day: realDay(first),
      last_day: realDay(last),
      status: fact?.status ?? null,
      repeats: fact?.repeats ?? null,
      superseded: fact?.superseded ?? null,
    }
  })
}

function words(reading: Reading, statement: Statement): Row {
  const { content, cue, mention, quotation, quoted, act, negated, hedges, addressee, medium, when } = statement
  const { within, confidence, model, why, speakerWhy } = statement
  const at = (span: Span) => wordsAt(reading, span)
  const optional = (span: Span | null) => span && at(span)
  const { block, offset } = placeOf(reading, statement)
  return {
    said: content.map((span) => wordsOf(reading, span)).join(' … '),
    content: content.map(at),
    cue: optional(cue),
    mention: optional(mention),
    quotation,
    quoted: quoted.map(at),
    act,
    negated,
    hedges: hedges.map(at),
    addressee: optional(addressee),
    medium: optional(medium),
    when: when && { ...at(when.span), date: when.date },
    block,
    start: offset,
    within,
    confidence,
    model,
    why,
    speaker_why: speakerWhy,
  }
}

function wordsAt(reading: Reading, span: Span) {
  return { words: wordsOf(reading, span), start: span.start, end: span.end }
}

/** A day of the calendar; a month's last day where it has no 31st; null where the text names none. */
function realDay(day: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (!parts) return null
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || date < 1 || date > 31) return null
  // Years before 100 are another century to Date.UTC.
  const last = new Date(0)
  last.setUTCFullYear(year, month, 0)
  return `${parts[1]}-${parts[2]}-${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`
}

/** A time with a zone, as it is; null where the text is none. */
function moment(time: string | null): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(time ?? '')) return null
  return Number.isNaN(Date.parse(time as string)) ? null : time
}
