import type { Said } from '../../core/compare/said.js'
import type { PageRecord } from '../../core/exports/record.js'
import type { Added, Arrival, Capture, Import, ImportItem, PageHead } from '../../core/ledger/port.js'
import { dayOf, daysOf, hostOf, saidOf, voiceOf } from '../../core/ledger/said-of.js'
import { searchWords } from '../../core/ledger/tokens.js'
import { ARTICLE_ROLES, OnrecordError, type PageId, type Reading } from '../../core/model/index.js'
import { articleText } from '../../core/reading/index.js'
import type { Connection, Engine } from './engine.js'
import { linkStatements } from './links.js'
import { monthPart, statementPart } from './months.js'
import type { Packing } from './packing.js'
import { settleSpeakers } from './people.js'
import { findRepeats } from './repeats.js'
import { indexed } from './rows.js'
import { column, packRecord, packSaid } from './text.js'
import { placeVersion } from './versions.js'

/** Rows written with one statement. */
const ROWS = 200

/** A page made ready to be written: all that can be done outside the transaction. */
export interface Ready {
  readonly arrival: Arrival
  readonly said: readonly Said[]
  readonly packed: Uint8Array
  readonly record: { readonly packed: Uint8Array; readonly hash: string }
  /** The words of the article, for the search. */
  readonly words: readonly string[]
  /** The article's body, by which near copies are known. */
  readonly body: string
}

/**
 * Makes a page ready to be written.
 *
 * @throws OnrecordError `record-invalid` where the bytes are not the record's page
 */
export function ready(packing: Packing, arrival: Arrival): Ready {
  const { bytes, record } = arrival
  const hash = packing.hash(bytes)
  if (hash !== record.page.id) {
    throw new OnrecordError(
      'record-invalid',
      `${arrival.capture.name}: the bytes are not those of the record (SHA-256 ${hash}, and the record is of ${record.page.id}). Read the page again.`,
    )
  }
  const article = articleOf(record.reading)
  return {
    arrival,
    said: saidOf(record),
    packed: packing.pack(bytes),
    record: packRecord(packing, record),
    words: searchWords(article),
    body: bodyOf(record),
  }
}

/** The body of a page's article; where it has none, all that belongs to it. */
export function bodyOf({ reading }: PageRecord): string {
  return articleText(reading.text, reading.blocks) || articleOf(reading)
}

/** The blocks that belong to the article; where nothing does, all of them. */
export function articleOf({ text, blocks }: Reading): string {
  const own = blocks.filter(({ role }) => ARTICLE_ROLES.has(role))
  return (own.length > 0 ? own : blocks).map(({ start, end }) => text.slice(start, end)).join('\n')
}

/** Keeps one page, in a transaction that is open. */
export async function addPage(tx: Connection, engine: Engine, page: Ready, added: string): Promise<Added> {
  const { arrival, said } = page
  const { capture, record } = arrival
  const known = await tx
    .selectFrom('pages')
    .select(['n', 'statements'])
    .where('id', '=', record.page.id)
    .executeTakeFirst()
  if (known) {
    await addCapture(tx, known.n, capture)
    return { page: record.page.id, how: 'known', statements: known.statements, copyOf: null }
  }
  const head = headOf(record, capture)
  const outlet = await outletOf(tx, head.outlet)
  const day = dayOf(record.reading.meta.published)
  const address = addressOf(capture, record)
  const part = monthPart(day ?? capture.retrieved)
  const packed = { bytes: page.packed, record: page.record.packed }
  const { n } = await tx
    .insertInto('pages')
    .values({
      id: record.page.id,
      address: address && column(address),
      head: JSON.stringify(head),
      outlet,
      day,
      added,
      retrieved: column(capture.retrieved),
      ...(engine.name === 'sqlite' ? packed : ({ part } as unknown as typeof packed)),
      size: arrival.bytes.length,
      record_hash: page.record.hash,
      statements: said.length,
      newer: null,
      copy_of: null,
      sketch: null,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  await engine.keepReading(tx, n, part, packed)
  await addCapture(tx, n, capture)

  const has = new Map<string, number>()
  for (const { speaker } of said) if (speaker) has.set(speaker.id, (has.get(speaker.id) ?? 0) + 1)
  const arriving = record.speakers.map((speaker) => ({
    voice: voiceOf(record.reading, speaker),
    statements: has.get(speaker.id) ?? 0,
  }))
  const speakers = await settleSpeakers(tx, engine, { n, day }, arriving)
  const rows = await addStatements(tx, engine, n, page, speakers)
  await engine.index(tx, 'page_words', [
    { n, words: page.words, who: [], facets: outlet === null ? ['page'] : ['page', `out.${outlet}`] },
  ])
  const copyOf = await findRepeats(tx, engine, {
    n,
    address: address && column(address),
    body: page.body,
    rows,
    bodyOf,
  })
  await engine.index(
    tx,
    'statement_words',
    rows.map((row) => indexed({ ...row, act: row.said.act, outlet, current: 1, first: row.first })),
  )
  const isVersion = address !== null && (await placeVersion(tx, engine, { n, address: column(address), record }))
  await linkStatements(tx, rows)
  return { page: record.page.id, how: isVersion ? 'version' : 'new', statements: said.length, copyOf }
}

/** A statement of a page that is being added. */
export interface Row {
  readonly n: number
  readonly said: Said
  readonly speaker: number | null
  /** The first statement that it repeats; set when that is found. */
  first: number | null
}

async function addStatements(
  tx: Connection,
  engine: Engine,
  page: number,
  { said, arrival }: Ready,
  speakers: ReadonlyMap<string, number>,
): Promise<Row[]> {
  const { statements } = arrival.record
  const days = said.map(({ date }) => daysOf(date))
  const ns = await engine.numbers(
    tx,
    days.map(([day, lastDay]) => statementPart(day, lastDay, arrival.capture.retrieved)),
  )
  const values = said.map((each, at) => {
    const [day, lastDay] = days[at] ?? [null, null]
    const n = ns[at]
    return {
      ...(n === undefined ? {} : { n }),
      id: each.id,
      page,
      at,
      speaker: each.speaker === null ? null : (speakers.get(each.speaker.id) ?? null),
      act: each.act,
      quotation: each.quotation,
      day,
      last_day: lastDay,
      confidence: statements[at]?.confidence ?? 0,
      current: 1,
      first: null,
      repeat: null,
      repeats: 0,
      status: null,
      said: packSaid(each),
    }
  })
  const numbers = new Map<string, number>()
  for (let from = 0; from < values.length; from += ROWS) {
    const rows = await tx
      .insertInto('statements')
      .values(values.slice(from, from + ROWS))
      .returning(['n', 'id'])
      .execute()
    for (const { id, n } of rows) numbers.set(id, n)
  }
  return values.map(({ id, speaker }, i) => ({
    n: numbers.get(id) as number,
    said: said[i] as Said,
    speaker,
    first: null,
  }))
}

/** Keeps that a page was come by, once for each name and time. */
async function addCapture(tx: Connection, page: number, capture: Capture): Promise<void> {
  const { name, url, retrieved, headers } = capture
  const row = { page, name: column(name), retrieved: column(retrieved) }
  const known = await tx
    .selectFrom('captures')
    .select('n')
    .where('name', '=', row.name)
    .where('retrieved', '=', row.retrieved)
    .where('page', '=', page)
    .executeTakeFirst()
  if (known) return
  await tx
    .insertInto('captures')
    .values({ ...row, capture: JSON.stringify({ name, url, retrieved, headers }) })
    .execute()
}

async function outletOf(tx: Connection, name: string | null): Promise<number | null> {
  if (name === null) return null
  const key = outletKey(name)
  if (key === '') return null
  const known = await tx.selectFrom('outlets').select('n').where('key', '=', key).executeTakeFirst()
  if (known) return known.n
  const { n } = await tx
    .insertInto('outlets')
    .values({ key, name: column(name) })
    .returning('n')
    .executeTakeFirstOrThrow()
  return n
}

/** An outlet's name as it is compared. */
export const outletKey = (name: string): string => searchWords(name).join(' ')

function headOf({ page, reading }: PageRecord, capture: Capture): PageHead {
  const { title, publisher, published } = reading.meta
  return {
    id: page.id as PageId,
    title,
    outlet: publisher ?? hostOf(capture.url ?? page.url),
    url: capture.url ?? page.url,
    name: capture.name,
    published,
  }
}

/** What makes two pages versions of one: the address without its fragment, or the path. Standard input has none. */
function addressOf({ name, url }: Capture, { page }: PageRecord): string | null {
  const address = url ?? page.url
  if (address !== null) return address.replace(/#.*$/s, '')
  return name === '-' ? null : name
}

/** Keeps what came of the sources of a run. */
export async function noteItems(tx: Connection, run: Import, items: readonly ImportItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS) {
    await tx
      .insertInto('import_items')
      .values(
        items.slice(from, from + ROWS).map(({ name, outcome, why }) => ({
          run: run.id,
          name: column(name),
          outcome,
          why: column(why),
        })),
      )
      .onConflict((c) =>
        c
          .columns(['run', 'name'])
          .doUpdateSet((eb) => ({ outcome: eb.ref('excluded.outcome'), why: eb.ref('excluded.why') })),
      )
      .execute()
  }
}
