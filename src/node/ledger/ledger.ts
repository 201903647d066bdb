import { Kysely } from 'kysely'
import { recordFrom } from '../../core/exports/from-json.js'
import type { PageRecord } from '../../core/exports/record.js'
import { type ArchiveLine, toTheEnd } from '../../core/ledger/archive.js'
import type { Correction, NewCorrection } from '../../core/ledger/corrections.js'
import type {
  Added,
  Answers,
  ArchiveOptions,
  Arrival,
  ArticleFound,
  Capture,
  Counts,
  Dispute,
  Entry,
  Facets,
  Import,
  ImportItem,
  ImportRun,
  KeptRecord,
  Ledger,
  News,
  PageShown,
  Person,
  Profile,
  Question,
  SavedSearch,
  Shown,
  Verified,
  VerifyOptions,
} from '../../core/ledger/port.js'
import { OnrecordError, type PageId, type StatementId } from '../../core/model/index.js'
import { addPages, noteItems, type Ready, ready } from './add.js'
import { pagesAlike } from './alike.js'
import { exportAll, searchesOf, tokensOf } from './archives.js'
import { correct, correctionsOf } from './correct.js'
import type { Connection, Engine } from './engine.js'
import { entriesOf } from './entries.js'
import { facetsOf } from './facets.js'
import { guarded } from './failure.js'
import { addedSince, find, findArticles } from './find.js'
import { listPages, pageBytes, pageShown, runsOf, unsure } from './library.js'
import { migrate, type OnUpdate } from './migrations.js'
import { addedOrder } from './months.js'
import { packedRecord } from './packed.js'
import { listSpeakers, who } from './persons.js'
import { allRecords, corrected } from './records.js'
import { disputes, notFound, show } from './show.js'
import type { Tables } from './tables.js'
import { column, unpackRecord } from './text.js'
import { asItsBytes, verify } from './verify.js'

const AT_ONCE = 400
/** News that are told at once; what is beyond is told the next time. */
const NEWS = 1_000

/** How a ledger is opened; see `OpenOptions`. */
export interface KyselyOptions {
  /** The last migration to make; for tests of older ledgers. */
  readonly upTo?: string | undefined
  readonly onUpdate?: OnUpdate | undefined
  readonly onQuery?: ((statement: string, milliseconds: number) => void) | undefined
}

/** A ledger in a database, by way of Kysely. Open one with `openLedger`. */
export class KyselyLedger implements Ledger {
  readonly #db: Kysely<Tables>
  readonly #engine: Engine
  /** What it is called in messages: its path, or the database's address without its password. */
  readonly #name: string
  #closed = false

  private constructor(engine: Engine, name: string, onQuery: KyselyOptions['onQuery']) {
    this.#engine = engine
    this.#name = name
    this.#db = new Kysely<Tables>({
      dialect: engine.dialect,
      plugins: [...engine.plugins],
      ...(onQuery && { log: ({ query, queryDurationMillis }) => onQuery(query.sql, queryDurationMillis) }),
    })
  }

  /**
   * Opens a ledger and brings its tables to this version's.
   *
   * @throws OnrecordError `ledger-newer`, `ledger-broken`, `ledger-locked`, `ledger-full`, `ledger-unreachable`
   */
  static async open(
    engine: Engine,
    name: string,
    { upTo, onUpdate, onQuery }: KyselyOptions = {},
  ): Promise<KyselyLedger> {
    const ledger = new KyselyLedger(engine, name, onQuery)
    try {
      await ledger.#guard(async () => {
        await engine.prepare(ledger.#db)
        await migrate(ledger.#db, engine, upTo, onUpdate)
      })
    } catch (error) {
      await ledger.close().catch(() => {})
      throw error
    }
    return ledger
  }

  async beginImport(key: string, at: string): Promise<Import> {
    return this.#write(async (tx) => {
      const open = await tx
        .selectFrom('imports')
        .select('n')
        .where('key', '=', column(key))
        .where('finished', 'is', null)
        .orderBy('n', 'desc')
        .executeTakeFirst()
      if (open) return { id: open.n, resumed: true }
      const { n } = await tx
        .insertInto('imports')
        .values({ key: column(key), began: column(at), finished: null })
        .returning('n')
        .executeTakeFirstOrThrow()
      return { id: n, resumed: false }
    })
  }

  doneIn(run: Import, names: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#look(async (tx) => {
      const done = new Set<string>()
      for (let from = 0; from < names.length; from += AT_ONCE) {
        const some = new Map(names.slice(from, from + AT_ONCE).map((name) => [column(name), name]))
        const rows = await tx
          .selectFrom('import_items')
          .select('name')
          .where('run', '=', run.id)
          .where('name', 'in', [...some.keys()])
          // What failed may not fail again: a network comes back, a file is mended.
          .where('outcome', '!=', 'failed')
          .execute()
        for (const { name } of rows) done.add(some.get(name) ?? name)
      }
      return done
    })
  }

  note(run: Import, items: readonly ImportItem[]): Promise<void> {
    return this.#write((tx) => noteItems(tx, run, items))
  }

  async finishImport(run: Import, at: string): Promise<void> {
    await this.#write((tx) =>
      tx
        .updateTable('imports')
        .set({ finished: column(at) })
        .where('n', '=', run.id)
        .execute(),
    )
  }

  knownCaptures(captures: readonly Capture[]): Promise<ReadonlySet<string>> {
    return this.#look(async (tx) => {
      const known = new Set<string>()
      for (let from = 0; from < captures.length; from += AT_ONCE) {
        const some = captures.slice(from, from + AT_ONCE)
        const rows = await tx
          .selectFrom('captures')
          .select(['name', 'retrieved'])
          .where(
            'name',
            'in',
            some.map(({ name }) => column(name)),
          )
          .execute()
        const there = new Set(rows.map(({ name, retrieved }) => JSON.stringify([name, retrieved])))
        for (const { name, retrieved } of some) {
          if (there.has(JSON.stringify([column(name), column(retrieved)]))) known.add(name)
        }
      }
      return known
    })
  }

  async add(arrivals: readonly Arrival[], run?: Import): Promise<Added[]> {
    const pages = arrivals.map((arrival) => ready(this.#engine.packing, arrival))
    return this.#add(pages, run)
  }

  #add(pages: readonly Ready[], run: Import | undefined, added?: readonly string[]): Promise<Added[]> {
    return this.#write(async (tx) => {
      const now = new Date().toISOString()
      const results = await addPages(
        tx,
        this.#engine,
        pages,
        pages.map((_, i) => added?.[i] ?? now),
      )
      if (run) {
        await noteItems(
          tx,
          run,
          pages.map(({ arrival }, i) => ({
            name: arrival.capture.name,
            outcome: results[i]?.how === 'known' ? 'known' : 'added',
            why: '',
          })),
        )
      }
      return results
    })
  }

  find(question: Question): Promise<Answers<Entry>> {
    return this.#look((tx) => find(tx, this.#engine, question))
  }

  findArticles(question: Question): Promise<Answers<ArticleFound>> {
    return this.#look((tx) => findArticles(tx, this.#engine, question))
  }

  who(name: string, limit = 5): Promise<Profile[]> {
    return this.#look((tx) => who(tx, name, limit))
  }

  speakers(filter: Parameters<Ledger['speakers']>[0]): Promise<Answers<Person>> {
    return this.#look((tx) => listSpeakers(tx, this.#engine, filter))
  }

  disputes(question: Question): Promise<Answers<Dispute>> {
    return this.#look((tx) => disputes(tx, this.#engine, question))
  }

  show(id: StatementId): Promise<Shown> {
    return this.#look((tx) => show(tx, this.#engine, id))
  }

  record(id: PageId): Promise<PageRecord> {
    return this.#look(async (tx) => {
      const row = await tx.selectFrom('pages').select('n').where('id', '=', id).executeTakeFirst()
      if (!row) throw notFound('page', id)
      return unpackRecord(this.#engine.packing, await packedRecord(tx, this.#engine, row.n))
    })
  }

  correctedRecord(id: PageId): Promise<PageRecord> {
    return this.#look(async (tx) => {
      const row = await tx.selectFrom('pages').select('n').where('id', '=', id).executeTakeFirst()
      if (!row) throw notFound('page', id)
      return corrected(tx, this.#engine, row.n)
    })
  }

  async *records(): AsyncIterable<KeptRecord> {
    // Read without a transaction of its own: a ledger only grows, and going through it may take hours.
    const records = allRecords(this.#db, this.#engine)
    for (;;) {
      const { done, value } = await this.#guard(() => records.next())
      if (done) return
      yield value
    }
  }

  alike(keys: readonly string[], how: 'in-order' | 'anywhere', limit: number): Promise<PageId[]> {
    return this.#look((tx) => pagesAlike(tx, this.#engine, keys, how, limit))
  }

  reviewedPages(): Promise<PageId[]> {
    return this.#look(async (tx) => {
      const rows = await tx
        .selectFrom('pages')
        .select('id')
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('statements')
              .select('statements.n')
              .whereRef('statements.page', '=', 'pages.n')
              .where('status', 'is not', null),
          ),
        )
        .orderBy('n')
        .execute()
      return rows.map(({ id }) => id as PageId)
    })
  }

  idsOf(beginning: string): Promise<{ readonly statements: StatementId[]; readonly pages: PageId[] }> {
    return this.#look(async (tx) => {
      if (!/^[0-9a-f]{8,64}$/.test(beginning)) return { statements: [], pages: [] }
      const from = (table: 'statements' | 'pages') =>
        tx
          .selectFrom(table)
          .select('id')
          .where('id', '>=', beginning)
          // No digit comes after g.
          .where('id', '<', `${beginning}g`)
          .orderBy('id')
          .limit(10)
          .execute()
      return {
        statements: (await from('statements')).map(({ id }) => id as StatementId),
        pages: (await from('pages')).map(({ id }) => id as PageId),
      }
    })
  }

  pages(filter: { readonly words?: string; readonly limit?: number; readonly offset?: number }) {
    return this.#look((tx) => listPages(tx, this.#engine, filter))
  }

  page(id: PageId): Promise<PageShown> {
    return this.#look((tx) => pageShown(tx, id))
  }

  bytes(id: PageId): Promise<Uint8Array> {
    return this.#look((tx) => pageBytes(tx, this.#engine, id))
  }

  facets(question: Question): Promise<Facets> {
    return this.#look((tx) => facetsOf(tx, this.#engine, question))
  }

  unsure(filter: { readonly page?: PageId; readonly limit?: number; readonly offset?: number }) {
    return this.#look((tx) => unsure(tx, filter))
  }

  runs(limit: number): Promise<ImportRun[]> {
    return this.#look((tx) => runsOf(tx, limit))
  }

  correct(correction: NewCorrection): Promise<Correction> {
    return this.#write((tx) => correct(tx, this.#engine, correction))
  }

  corrections(filter: { readonly target?: string } = {}): Promise<Correction[]> {
    return this.#look((tx) => correctionsOf(tx, filter))
  }

  async saveSearch({ name, question }: SavedSearch): Promise<void> {
    await this.#write(async (tx) => {
      const seen = await this.#engine.lastStatement(tx)
      await tx
        .insertInto('searches')
        .values({ name: column(name), question: JSON.stringify(question), seen })
        .onConflict((c) => c.column('name').doUpdateSet({ question: JSON.stringify(question), seen }))
        .execute()
    })
  }

  searches(): Promise<SavedSearch[]> {
    return this.#look(searchesOf)
  }

  async dropSearch(name: string): Promise<void> {
    await this.#write((tx) => tx.deleteFrom('searches').where('name', '=', column(name)).execute())
  }

  news(name: string): Promise<News> {
    return this.#look(async (tx) => {
      const row = await tx.selectFrom('searches').selectAll().where('name', '=', column(name)).executeTakeFirst()
      if (!row) throw noSearch(name)
      const last = await this.#engine.lastStatement(tx)
      const ns = await addedSince(tx, this.#engine, JSON.parse(row.question) as Question, row.seen, NEWS + 1)
      const entries = await entriesOf(tx, ns.slice(0, NEWS))
      return {
        items: ns.slice(0, NEWS).flatMap((n) => entries.get(n) ?? []),
        mark: ns.length > NEWS ? addedOrder(ns[NEWS - 1] as number) : last,
      }
    })
  }

  async seen(name: string, mark: number): Promise<void> {
    await this.#write((tx) =>
      tx
        .updateTable('searches')
        .set({ seen: mark })
        .where('name', '=', column(name))
        .where('seen', '<', mark)
        .execute(),
    )
  }

  verify(options: VerifyOptions = {}): Promise<Verified> {
    return this.#look((tx) => verify(tx, this.#engine, options))
  }

  async addTimestamp(page: PageId, token: Uint8Array): Promise<void> {
    await this.#write(async (tx) => {
      const row = await tx.selectFrom('pages').select('n').where('id', '=', page).executeTakeFirst()
      if (!row) throw notFound('page', page)
      await tx.insertInto('timestamps').values({ page: row.n, token }).execute()
    })
  }

  timestamps(page: PageId): Promise<Uint8Array[]> {
    return this.#look(async (tx) => {
      const row = await tx.selectFrom('pages').select('n').where('id', '=', page).executeTakeFirst()
      if (!row) throw notFound('page', page)
      return tokensOf(tx, row.n)
    })
  }

  async *exportAll(): AsyncIterable<ArchiveLine> {
    // Read without a transaction of its own: a ledger only grows, and an export may take hours.
    const lines = exportAll(this.#db, this.#engine)
    for (;;) {
      const { done, value } = await this.#guard(() => lines.next())
      if (done) return
      yield value
    }
  }

  async importAll(lines: AsyncIterable<ArchiveLine>, { onPage, reread }: ArchiveOptions = {}): Promise<Counts> {
    const { packing } = this.#engine
    let done = 0
    for await (const line of toTheEnd(lines)) {
      if ('page' in line) {
        const record = recordFrom(line.record)
        const bytes = packing.fromBase64(line.bytes)
        const [first, ...others] = line.captures as [Capture, ...Capture[]]
        const page = ready(packing, { capture: first, bytes, record })
        if (reread) await asItsBytes(reread, record, bytes)
        await this.#add([page], undefined, [line.added])
        for (const capture of others) await this.#add([{ ...page, arrival: { ...page.arrival, capture } }], undefined)
        for (const token of line.timestamps) await this.#addTimestampOnce(record.page.id, packing.fromBase64(token))
        onPage?.(++done)
      } else if ('correction' in line) {
        const { number, ...correction } = line.correction
        await this.#correctOnce(number, correction)
      } else if ('search' in line) await this.saveSearch(line.search)
    }
    return this.counts()
  }

  async #addTimestampOnce(page: PageId, token: Uint8Array): Promise<void> {
    const { toBase64 } = this.#engine.packing
    const known = await this.timestamps(page)
    if (!known.some((each) => toBase64(each) === toBase64(token))) await this.addTimestamp(page, token)
  }

  /** Corrections name each other by number, so an archive's can only be taken in where the numbers are free. */
  async #correctOnce(number: number, correction: NewCorrection): Promise<void> {
    await this.#write(async (tx) => {
      const known = await tx.selectFrom('corrections').selectAll().where('n', '=', number).executeTakeFirst()
      if (known) {
        if (known.change === JSON.stringify(correction.change) && known.at === column(correction.at)) return
        throw new OnrecordError(
          'archive-invalid',
          `The archive's correction ${number} is another than this ledger's. Import into a new ledger.`,
        )
      }
      const made = await correct(tx, this.#engine, correction)
      if (made.number !== number) {
        throw new OnrecordError(
          'archive-invalid',
          `The archive's correction ${number} would become ${made.number}. Import into a new ledger.`,
        )
      }
    })
  }

  counts(): Promise<Counts> {
    return this.#look(async (tx) => {
      const count = async (table: 'pages' | 'statements' | 'speakers') =>
        Number(
          (
            await tx
              .selectFrom(table)
              .select((eb) => eb.fn.countAll<number>().as('count'))
              .executeTakeFirstOrThrow()
          ).count,
        )
      const { distinct } = await tx
        .selectFrom('statements')
        .select((eb) => eb.fn.countAll<number>().as('distinct'))
        .where('first', 'is', null)
        .executeTakeFirstOrThrow()
      return {
        pages: await count('pages'),
        statements: await count('statements'),
        speakers: await count('speakers'),
        distinct: Number(distinct),
      }
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    // What cannot be tidied up is no loss: it is in the log beside the file.
    await this.#engine.finish(this.#db).catch(() => {})
    await this.#db.destroy()
  }

  #look<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
    return this.#guard(() => this.#engine.look(this.#db, work))
  }

  #write<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
    return this.#guard(() => this.#engine.write(this.#db, work))
  }

  #guard<T>(work: () => Promise<T>): Promise<T> {
    return guarded(this.#engine, this.#name, work)
  }
}

function noSearch(name: string): OnrecordError {
  return new OnrecordError(
    'not-found',
    `There is no search named "${name}". Keep one with: onrecord find WORDS --save ${name}`,
  )
}
