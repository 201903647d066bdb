import { type Insertable, sql } from 'kysely'
import type { Connection } from './engine.js'
import type { Tables } from './tables.js'

/** Rows of several columns in one statement of SQL. */
const ROWS = 400
/** Keys, or rows of a key and a number, in one statement of SQL: SQLite takes 32,766 values. */
const KEYS = 4_000

/** A row of a table in which statements or pages are looked up by keys. */
export interface Keyed {
  readonly key: number
  readonly n: number
}

/** What is asked of such a table. */
interface KeyTable {
  read(keys: readonly number[]): Promise<readonly Keyed[]>
  write(rows: readonly Keyed[]): Promise<unknown>
  /** How many have each key. */
  count(keys: readonly number[]): Promise<readonly { readonly key: number; readonly count: number }[]>
}

/**
 * Statements or pages by keys: those that are kept, and those that are yet to be written. What was asked for once is not read
 * again: nobody else writes meanwhile.
 */
export class Keys {
  readonly #table: KeyTable
  readonly #kept = new Map<number, number[]>()
  readonly #counts = new Map<number, number>()
  readonly #waiting = new Map<number, Set<number>>()

  constructor(table: KeyTable) {
    this.#table = table
  }

  /** What has each key; keys that nothing has are left out. */
  async find(keys: Iterable<number>): Promise<Map<number, number[]>> {
    const all = [...new Set(keys)]
    const fresh = all.filter((key) => !this.#kept.has(key))
    for (const key of fresh) this.#kept.set(key, [])
    for (const some of chunks(fresh, KEYS))
      for (const { key, n } of await this.#table.read(some)) this.#kept.get(key)?.push(n)
    const found = new Map<number, number[]>()
    for (const key of all) {
      const ns = [...(this.#kept.get(key) ?? []), ...(this.#waiting.get(key) ?? [])]
      if (ns.length > 0) found.set(key, ns)
    }
    return found
  }

  /** How many have each key, without reading which. */
  async count(keys: Iterable<number>): Promise<Map<number, number>> {
    const all = [...new Set(keys)]
    const fresh = all.filter((key) => !this.#counts.has(key) && !this.#kept.has(key))
    for (const key of fresh) this.#counts.set(key, 0)
    for (const some of chunks(fresh, KEYS))
      for (const { key, count } of await this.#table.count(some)) this.#counts.set(key, Number(count))
    const kept = (key: number) => this.#kept.get(key)?.length ?? this.#counts.get(key) ?? 0
    return new Map(all.map((key) => [key, kept(key) + (this.#waiting.get(key)?.size ?? 0)]))
  }

  add(rows: Iterable<Keyed>): void {
    for (const { key, n } of rows) {
      const waiting = this.#waiting.get(key)
      if (waiting) waiting.add(n)
      else this.#waiting.set(key, new Set([n]))
    }
  }

  async write(): Promise<void> {
    // In the order of the index into which they go.
    const rows = [...this.#waiting]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, waiting]) => [...waiting].map((n) => ({ key, n })))
    for (const some of chunks(rows, KEYS)) await this.#table.write(some)
    this.#waiting.clear()
    this.#kept.clear()
    this.#counts.clear()
  }
}

function keysOf(tx: Connection, table: 'bands' | 'prints' | 'link_keys', column: 'page' | 'statement'): Keys {
  return new Keys({
    read: (keys) =>
      tx
        .selectFrom(table)
        .select(['key', sql.ref<number>(column).as('n')])
        .where('key', 'in', [...keys])
        .execute(),
    write: (rows) =>
      tx
        .insertInto(table)
        .values(rows.map(({ key, n }) => ({ key, [column]: n }) as never))
        .onConflict((c) => c.doNothing())
        .execute(),
    count: (keys) =>
      tx
        .selectFrom(table)
        .select((eb) => ['key', eb.fn.countAll<number>().as('count')])
        .where('key', 'in', [...keys])
        .groupBy('key')
        .execute(),
  })
}

/**
 * What the pages that are added in one transaction have in common: what later ones look up of earlier ones by keys, and rows
 * that nobody reads before its end. Each is written once for all pages, since with a server every statement of SQL is a
 * message there and back, while other writers wait.
 */
export class Batch {
  /** Pages by bands of their sketches. */
  readonly bands: Keys
  /** Statements by prints of their words. */
  readonly prints: Keys
  /** Statements by pairs of words, as claims and as answers. */
  readonly links: Keys
  readonly #tx: Connection
  readonly #captures = new Map<string, Insertable<Tables['captures']>>()
  readonly #speakers: Insertable<Tables['page_speakers']>[] = []
  readonly #responses: Insertable<Tables['links']>[] = []

  constructor(tx: Connection) {
    this.#tx = tx
    this.bands = keysOf(tx, 'bands', 'page')
    this.prints = keysOf(tx, 'prints', 'statement')
    this.links = keysOf(tx, 'link_keys', 'statement')
  }

  /** Keeps that a page was come by, once for each name and time. */
  async capture(row: Insertable<Tables['captures']>, isNew: boolean): Promise<void> {
    const key = JSON.stringify([row.page, row.name, row.retrieved])
    if (this.#captures.has(key)) return
    if (!isNew) {
      const known = await this.#tx
        .selectFrom('captures')
        .select('n')
        .where('name', '=', row.name)
        .where('retrieved', '=', row.retrieved)
        .where('page', '=', row.page)
        .executeTakeFirst()
      if (known) return
    }
    this.#captures.set(key, row)
  }

  /** Keeps which of the ledger's speakers a page's are. */
  speakers(rows: readonly Insertable<Tables['page_speakers']>[]): void {
    this.#speakers.push(...rows)
  }

  /** Keeps what answers what. What a person said of a pair stands. */
  responses(rows: readonly Insertable<Tables['links']>[]): void {
    this.#responses.push(...rows)
  }

  /** Writes what waits. */
  async write(): Promise<void> {
    await this.bands.write()
    await this.prints.write()
    await this.links.write()
    for (const rows of chunks([...this.#captures.values()], ROWS))
      await this.#tx.insertInto('captures').values(rows).execute()
    for (const rows of chunks(this.#speakers, ROWS)) await this.#tx.insertInto('page_speakers').values(rows).execute()
    for (const rows of chunks(this.#responses, ROWS)) {
      await this.#tx
        .insertInto('links')
        .values(rows)
        .onConflict((c) => c.columns(['answer', 'claim']).doNothing())
        .execute()
    }
  }
}

function* chunks<T>(rows: readonly T[], most: number): Generator<T[]> {
  for (let from = 0; from < rows.length; from += most) yield rows.slice(from, from + most)
}
