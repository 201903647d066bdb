import type { Insertable } from 'kysely'
import { type Comparable, comparable } from '../../core/compare/responses.js'
import type { Said } from '../../core/compare/said.js'
import type { PageRecord } from '../../core/exports/record.js'
import type { Added, Arrival, Capture, Import, ImportItem, PageHead } from '../../core/ledger/port.js'
import { dayOf, daysOf, hostOf, saidOf, voiceOf } from '../../core/ledger/said-of.js'
import { searchWords } from '../../core/ledger/tokens.js'
import { ARTICLE_ROLES, OnrecordError, type PageId, type Reading } from '../../core/model/index.js'
import { articleText } from '../../core/reading/index.js'
import { Batch } from './batch.js'
import type { Connection, Engine } from './engine.js'
import { linkStatements } from './links.js'
import { monthPart, statementPart } from './months.js'
import type { Packing } from './packing.js'
import { type Settled, settleSpeakers, speakerRows } from './people.js'
import { findRepeats, keepRepeats, type Prints, printsOfPage, type Repeats } from './repeats.js'
import { indexed } from './rows.js'
import type { Tables } from './tables.js'
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
  /** What the ledger tells of it in lists. */
  readonly head: PageHead
  /** The words of the article, for the search. */
  readonly words: readonly string[]
  /** By which it is held against other pages. */
  readonly prints: Prints
  /** Its statements, ready to be held against others. */
  readonly compared: readonly Comparable[]
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
  const said = saidOf(record)
  return {
    arrival,
    said,
    packed: packing.pack(bytes),
    record: packRecord(packing, record),
    head: headOf(record, arrival.capture),
    words: searchWords(articleOf(record.reading)),
    prints: printsOfPage(bodyOf(record), said),
    compared: said.map(comparable),
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

/** Keeps pages, one after another, in a transaction that is open. @param times when each was added */
export async function addPages(
  tx: Connection,
  engine: Engine,
  pages: readonly Ready[],
  times: readonly string[],
): Promise<Added[]> {
  await engine.byIndexes(tx)
  const batch = new Batch(tx)
  const there = await thereBefore(tx, pages)
  const results: Added[] = []
  for (const [i, page] of pages.entries())
    results.push(await addPage(tx, engine, batch, there, page, times[i] as string))
  await batch.write()
  return results
}

/** What of pages that are added is in the ledger. */
interface There {
  readonly pages: Map<string, { readonly n: number; readonly statements: number }>
  readonly outlets: Map<string, number>
  readonly addresses: Set<string>
}

async function thereBefore(tx: Connection, pages: readonly Ready[]): Promise<There> {
  const there: There = { pages: new Map(), outlets: new Map(), addresses: new Set() }
  for (let from = 0; from < pages.length; from += ROWS) {
    const some = pages.slice(from, from + ROWS)
    const ids = some.map(({ arrival }) => arrival.record.page.id as string)
    const known = await tx.selectFrom('pages').select(['id', 'n', 'statements']).where('id', 'in', ids).execute()
    for (const { id, ...row } of known) there.pages.set(id, row)
    const keys = some.flatMap(({ head }) => (head.outlet === null ? [] : outletKey(head.outlet)))
    const outlets =
      keys.length === 0 ? [] : await tx.selectFrom('outlets').select(['key', 'n']).where('key', 'in', keys).execute()
    for (const { key, n } of outlets) there.outlets.set(key, n)
    const addresses = some.flatMap(({ arrival }) => addressOf(arrival) ?? [])
    const held =
      addresses.length === 0
        ? []
        : await tx.selectFrom('pages').select('address').distinct().where('address', 'in', addresses).execute()
    for (const { address } of held) if (address !== null) there.addresses.add(address)
  }
  return there
}

async function addPage(
  tx: Connection,
  engine: Engine,
  batch: Batch,
  there: There,
  page: Ready,
  added: string,
): Promise<Added> {
  const { arrival, said, head } = page
  const { capture, record } = arrival
  const known = there.pages.get(record.page.id)
  if (known) {
    await batch.capture(captureRow(known.n, capture), false)
    return { page: record.page.id, how: 'known', statements: known.statements, copyOf: null }
  }
  const outlet = await outletOf(tx, there, head.outlet)
  const day = dayOf(record.reading.meta.published)
  const address = addressOf(arrival)
  const has = new Map<string, number>()
  for (const { speaker } of said) if (speaker) has.set(speaker.id, (has.get(speaker.id) ?? 0) + 1)
  const arriving = record.speakers.map((speaker) => ({
    voice: voiceOf(record.reading, speaker),
    statements: has.get(speaker.id) ?? 0,
  }))
  const settled = await settleSpeakers(tx, engine, arriving)
  const speakers = said.map(({ speaker }) => (speaker === null ? null : (settled.get(speaker.id) ?? null)))
  const repeats = await findRepeats(tx, engine, batch, {
    address,
    prints: page.prints,
    said,
    speakers: speakers.map((speaker) => speaker?.n ?? null),
    bodyOf,
  })

  const part = monthPart(day ?? capture.retrieved)
  const packed = { bytes: page.packed, record: page.record.packed }
  const { n } = await tx
    .insertInto('pages')
    .values({
      id: record.page.id,
      address,
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
      copy_of: repeats.copy?.n ?? null,
      sketch: repeats.sketch,
    })
    .returning('n')
    .executeTakeFirstOrThrow()
  await engine.keepReading(tx, n, part, packed)
  await batch.capture(captureRow(n, capture), true)
  batch.speakers(speakerRows({ n, day }, arriving, settled))
  const rows = await addStatements(tx, engine, n, page, speakers, repeats)
  await engine.index(tx, 'page_words', [
    { n, words: page.words, who: [], facets: outlet === null ? ['page'] : ['page', `out.${outlet}`] },
  ])
  await engine.index(
    tx,
    'statement_words',
    rows.map(({ n, speaker, first }, i) => {
      const own = said[i] as Said
      return indexed({ n, said: own, act: own.act, speaker: speaker?.n ?? null, outlet, current: 1, first })
    }),
  )
  await keepRepeats(
    tx,
    batch,
    n,
    rows.map((row) => row.n),
    repeats,
  )
  const isVersion =
    address !== null && there.addresses.has(address) && (await placeVersion(tx, engine, { n, address, record }))
  await linkStatements(
    tx,
    batch,
    rows.map(({ n, speaker, first }, i) => ({
      n,
      compared: page.compared[i] as Comparable,
      speaker: speaker?.id ?? null,
      first,
    })),
  )
  there.pages.set(record.page.id, { n, statements: said.length })
  if (address !== null) there.addresses.add(address)
  return {
    page: record.page.id,
    how: isVersion ? 'version' : 'new',
    statements: said.length,
    copyOf: repeats.copy?.id ?? null,
  }
}

/** A statement that was added. */
interface Row {
  readonly n: number
  readonly speaker: Settled | null
  /** The first statement that it repeats. */
  readonly first: number | null
}

async function addStatements(
  tx: Connection,
  engine: Engine,
  page: number,
  { said, arrival }: Ready,
  speakers: readonly (Settled | null)[],
  repeats: Repeats,
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
    const repeat = repeats.statements[at] ?? null
    return {
      ...(n === undefined ? {} : { n }),
      id: each.id,
      page,
      at,
      speaker: speakers[at]?.n ?? null,
      act: each.act,
      quotation: each.quotation,
      day,
      last_day: lastDay,
      confidence: statements[at]?.confidence ?? 0,
      current: 1,
      first: repeat?.first ?? null,
      repeat: repeat?.relation ?? null,
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
  return values.map(({ id, first }, at) => ({ n: numbers.get(id) as number, speaker: speakers[at] ?? null, first }))
}

function captureRow(page: number, { name, url, retrieved, headers }: Capture): Insertable<Tables['captures']> {
  return {
    page,
    name: column(name),
    retrieved: column(retrieved),
    capture: JSON.stringify({ name, url, retrieved, headers }),
  }
}

async function outletOf(tx: Connection, there: There, name: string | null): Promise<number | null> {
  if (name === null) return null
  const key = outletKey(name)
  if (key === '') return null
  const known = there.outlets.get(key)
  if (known !== undefined) return known
  const { n } = await tx
    .insertInto('outlets')
    .values({ key, name: column(name) })
    .returning('n')
    .executeTakeFirstOrThrow()
  there.outlets.set(key, n)
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
function addressOf({ capture: { name, url }, record: { page } }: Arrival): string | null {
  const address = url ?? page.url
  if (address !== null) return column(address.replace(/#.*$/s, ''))
  return name === '-' ? null : column(name)
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
