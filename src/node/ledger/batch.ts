import type { Insertable } from 'kysely'
import type { Connection } from './engine.js'
import type { Tables } from './tables.js'

/** Values or rows in one statement of SQL. */
const AT_ONCE = 400

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

/** Statements or pages by keys: those that are kept, and those that are yet to be written. */
export class Keys {
  readonly #table: KeyTable
  readonly #waiting = new Map<number, Set<number>>()

  constructor(table: KeyTable) {
    this.#table = table
  }

  /** What has each key; keys that nothing has are left out. */
  async find(keys: Iterable<number>): Promise<Map<number, number[]>> {
    const all = [...new Set(keys)]
    const found = new Map<number, number[]>()
    for (let from = 0; from < all.length; from += AT_ONCE) {
      for (const { key, n } of await this.#table.read(all.slice(from, from + AT_ONCE))) {
        const known = found.get(key)
        if (known) known.push(n)
        else found.set(key, [n])
      }
    }
    for (const key of all) {
      const waiting = this.#waiting.get(key)
      if (waiting) found.set(key, [...(found.get(key) ?? []), ...waiting])
    }
    return found
  }

  /** How many have each key, without reading which; keys that nothing has may be left out. */
  async count(keys: Iterable<number>): Promise<Map<number, number>> {
    const all = [...new Set(keys)]
    const counts = new Map<number, number>(all.map((key) => [key, this.#waiting.get(key)?.size ?? 0]))
    for (let from = 0; from < all.length; from += AT_ONCE) {
      for (const { key, count } of await this.#table.count(all.slice(from, from + AT_ONCE)))
        counts.set(key, (counts.get(key) ?? 0) + Number(count))
    }
    return counts
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
    this.#waiting.clear()
    for (let from = 0; from < rows.length; from += AT_ONCE) await this.#table.write(rows.slice(from, from + AT_ONCE))
  }
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
    this.bands = new Keys({
      read: (keys) =>
        tx
          .selectFrom('bands')
          .select(['key', 'page as n'])
          .where('key', 'in', [...keys])
          .execute(),
      write: (rows) =>
        tx
          .insertInto('bands')
          .values(rows.map(({ key, n }) => ({ key, page: n })))
          .execute(),
      count: async () => [],
    })
    const ofStatements = (table: 'prints' | 'link_keys') =>
      new Keys({
        read: (keys) =>
          tx
            .selectFrom(table)
            .select(['key', 'statement as n'])
            .where('key', 'in', [...keys])
            .execute(),
        write: (rows) =>
          tx
            .insertInto(table)
            .values(rows.map(({ key, n }) => ({ key, statement: n })))
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
    this.prints = ofStatements('prints')
    this.links = ofStatements('link_keys')
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
    for (const rows of chunks([...this.#captures.values()]))
      await this.#tx.insertInto('captures').values(rows).execute()
    for (const rows of chunks(this.#speakers)) await this.#tx.insertInto('page_speakers').values(rows).execute()
    for (const rows of chunks(this.#responses)) {
      await this.#tx
        .insertInto('links')
        .values(rows)
        .onConflict((c) => c.columns(['answer', 'claim']).doNothing())
        .execute()
    }
  }
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE)
}
