import { sql } from 'kysely'
import type { Answers, Entry, ImportRun, PageHead, PageListed, PageShown } from '../../core/ledger/port.js'
import { OnrecordError, type PageId } from '../../core/model/index.js'
import type { Connection, Engine } from './engine.js'
import { entriesOf, speakersOf } from './entries.js'
import { packedOf } from './packed.js'
import { capturesOf, linksOf, notFound } from './show.js'
import { bytesOf, headFrom } from './text.js'

const LIMIT = 20
const MOST = 1_000
/** Failures of one run that are told. */
const FAILURES = 200
/** Links of one page that are told. */
const LINKS = 2_000
/** Versions and copies of one page that are told. */
const OTHERS = 200
/** Statements to be looked at that are counted: nobody looks at more in a week. */
const UNSURE = 10_000

const LISTED = [
  'pages.n',
  'pages.id',
  'pages.head',
  'pages.retrieved',
  'pages.added',
  'pages.size',
  'pages.statements',
  'newer.id as newer',
  'copied.id as copied',
] as const

function listed(tx: Connection) {
  return tx
    .selectFrom('pages')
    .leftJoin('pages as newer', 'newer.n', 'pages.newer')
    .leftJoin('pages as copied', 'copied.n', 'pages.copy_of')
    .select(LISTED)
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

/** Pages, those added last first. Words are looked for in what is shown of a page, as they are typed. */
export async function listPages(
  tx: Connection,
  engine: Engine,
  filter: { readonly words?: string; readonly limit?: number; readonly offset?: number },
): Promise<Answers<PageListed>> {
  const limit = Math.min(MOST, filter.limit ?? LIMIT)
  const words = (filter.words ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
  // In the head's JSON a quotation mark is escaped.
  const has = words.map((word) => engine.has(sql`pages.head`, JSON.stringify(word).slice(1, -1)))
  let query = listed(tx)
  let counting = tx.selectFrom('pages').select((eb) => eb.fn.countAll<number>().as('count'))
  for (const one of has) {
    query = query.where(one)
    counting = counting.where(one)
  }
  const rows = await query
    .orderBy('pages.n', 'desc')
    .limit(limit)
    .offset(filter.offset ?? 0)
    .execute()
  const { count } = await counting.executeTakeFirstOrThrow()
  return { items: await withReviewed(tx, rows), total: Number(count), more: false }
}

async function withReviewed(tx: Connection, rows: readonly Row[]): Promise<PageListed[]> {
  if (rows.length === 0) return []
  const counts = await tx
    .selectFrom('statements')
    .select((eb) => ['page', eb.fn.countAll<number>().as('reviewed')])
    .where(
      'page',
      'in',
      rows.map(({ n }) => n),
    )
    .where('status', 'is not', null)
    .groupBy('page')
    .execute()
  const byPage = new Map(counts.map(({ page, reviewed }) => [page, Number(reviewed)]))
  return rows.map(({ n, head, retrieved, added, size, statements, newer, copied }) => ({
    page: headFrom(head),
    retrieved,
    added,
    size,
    statements,
    reviewed: byPage.get(n) ?? 0,
    newer: newer as PageId | null,
    copyOf: copied as PageId | null,
  }))
}

/** @throws OnrecordError `not-found` */
export async function pageShown(tx: Connection, id: PageId): Promise<PageShown> {
  const row = await listed(tx).select(['pages.address', 'pages.copy_of']).where('pages.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('page', id)
  const [one] = await withReviewed(tx, [row])
  const versions =
    row.address === null
      ? []
      : await tx
          .selectFrom('pages')
          .select(['id', 'retrieved', 'statements'])
          .where('address', '=', row.address)
          .orderBy('retrieved')
          .orderBy('n')
          .limit(OTHERS)
          .execute()
  const copies = await tx
    .selectFrom('pages')
    .select('head')
    .where('copy_of', '=', row.n)
    .orderBy('n')
    .limit(OTHERS)
    .execute()
  const { timestamps } = await tx
    .selectFrom('timestamps')
    .select((eb) => eb.fn.countAll<number>().as('timestamps'))
    .where('page', '=', row.n)
    .executeTakeFirstOrThrow()
  const own = await tx
    .selectFrom('statements')
    .select('n')
    .where('page', '=', row.n)
    .orderBy('at')
    .orderBy('n')
    .execute()
  const entries = await entriesOf(
    tx,
    own.map(({ n }) => n),
  )
  const links = await tx
    .selectFrom('links')
    .innerJoin('statements as a', 'a.n', 'links.answer')
    .innerJoin('statements as c', 'c.n', 'links.claim')
    .select('links.n')
    .where((eb) => eb.or([eb('a.page', '=', row.n), eb('c.page', '=', row.n)]))
    .where('links.confidence', '>', 0)
    .orderBy('links.confidence', 'desc')
    .orderBy('links.n')
    .limit(LINKS)
    .execute()
  const voices = await tx
    .selectFrom('page_speakers')
    .select(['id', 'speaker'])
    .where('page', '=', row.n)
    .orderBy('id')
    .execute()
  const roots = await speakersOf(
    tx,
    voices.map(({ speaker }) => speaker),
  )
  return {
    ...(one as PageListed),
    speakers: voices.flatMap(({ id: own, speaker }) => {
      const root = roots.get(speaker)
      return root ? [{ own, id: root.id, name: root.name }] : []
    }),
    captures: await capturesOf(tx, row.n),
    versions: versions.map((version) => ({ ...version, id: version.id as PageId })),
    copies: copies.map(({ head }): PageHead => headFrom(head)),
    timestamps: Number(timestamps),
    entries: own.flatMap(({ n }): Entry[] => {
      const entry = entries.get(n)
      return entry ? [entry] : []
    }),
    links: await linksOf(
      tx,
      links.map(({ n }) => n),
    ),
  }
}

/** @throws OnrecordError `not-found` */
export async function pageBytes(tx: Connection, engine: Engine, id: PageId): Promise<Uint8Array> {
  const row = await tx.selectFrom('pages').select('n').where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('page', id)
  const packed = (await packedOf(tx, engine, [row.n], 'bytes')).get(row.n)
  if (!packed) throw notFound('page', id)
  return engine.packing.unpack(bytesOf(packed.bytes))
}

/** Statements that nobody has looked at, and that no newer version or repeat stands for, the least sure first. */
export async function unsure(
  tx: Connection,
  filter: { readonly page?: PageId; readonly limit?: number; readonly offset?: number },
): Promise<Answers<Entry>> {
  const limit = Math.min(MOST, filter.limit ?? LIMIT)
  let query = tx.selectFrom('statements').where('status', 'is', null)
  if (filter.page === undefined) query = query.where('current', '=', 1).where('first', 'is', null)
  else {
    const page = await tx.selectFrom('pages').select('n').where('id', '=', filter.page).executeTakeFirst()
    if (!page) throw notFound('page', filter.page)
    query = query.where('page', '=', page.n)
  }
  const rows = await query
    .select('n')
    .orderBy('confidence')
    .orderBy('n')
    .limit(limit)
    .offset(filter.offset ?? 0)
    .execute()
  const { count } = await tx
    .selectFrom(
      query
        .select('n')
        .limit(UNSURE + 1)
        .as('unsure'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const entries = await entriesOf(
    tx,
    rows.map(({ n }) => n),
  )
  const total = Math.min(UNSURE, Number(count))
  return { items: rows.flatMap(({ n }) => entries.get(n) ?? []), total, more: Number(count) > UNSURE }
}

/** The last runs of `add`. */
export async function runsOf(tx: Connection, limit: number): Promise<ImportRun[]> {
  if (!Number.isInteger(limit) || limit < 1) throw new OnrecordError('usage', 'At least one run must be asked for.')
  const runs = await tx.selectFrom('imports').selectAll().orderBy('n', 'desc').limit(Math.min(MOST, limit)).execute()
  const told: ImportRun[] = []
  for (const { n, began, finished } of runs) {
    const counts = await tx
      .selectFrom('import_items')
      .select((eb) => ['outcome', eb.fn.countAll<number>().as('count')])
      .where('run', '=', n)
      .groupBy('outcome')
      .execute()
    const failures = await tx
      .selectFrom('import_items')
      .select(['name', 'why'])
      .where('run', '=', n)
      .where('outcome', '=', 'failed')
      .orderBy('name')
      .limit(FAILURES)
      .execute()
    const of = (outcome: string) => Number(counts.find((each) => each.outcome === outcome)?.count ?? 0)
    told.push({
      id: n,
      began,
      finished,
      added: of('added'),
      known: of('known'),
      skipped: of('skipped'),
      failed: of('failed'),
      failures,
    })
  }
  return told
}
