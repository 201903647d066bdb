import { type Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely'
import { OnrecordError } from '../core/model/index.js'
import type { Connection, Engine } from '../node/ledger/engine.js'
import { sqliteSearch } from '../node/ledger/sqlite-search.js'
import type { Tables } from '../node/ledger/tables.js'
import { browserPacking } from './packing.js'
import { ranOutOfRoom } from './room.js'

/** A value that SQLite takes and gives. */
type Value = string | number | bigint | null | Uint8Array

/** What is used of a statement of sqlite-wasm's. */
interface WasmStatement {
  readonly columnCount: number
  bind(values: readonly unknown[]): unknown
  step(): boolean
  get(into: unknown[]): unknown
  getColumnNames(into: string[]): string[]
  reset(alsoClear?: boolean): unknown
  finalize(): unknown
}

/** What is used of a database of sqlite-wasm's. */
export interface WasmDatabase {
  prepare(sql: string): WasmStatement
  exec(sql: string): unknown
  changes(): number
  close(): void
}

/** Statements that are kept ready: a page's coming in uses some hundred different ones. */
const KEPT = 300
/** SQLite's result codes, without what is above their lowest byte. */
const CODES = { busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const

/**
 * A ledger in a database of sqlite-wasm's, which this engine alone has open.
 *
 * @param close called once when the ledger is closed, after the database
 */
export function wasmEngine(database: WasmDatabase, close: () => void): Engine {
  const adapted = new Adapted(database, close)
  const transaction = <T>(db: Kysely<Tables>, begin: string, work: (tx: Connection) => Promise<T>) =>
    db.connection().execute(async (connection) => {
      database.exec(begin)
      try {
        const result = await work(connection)
        database.exec('commit')
        return result
      } catch (error) {
        try {
          database.exec('rollback')
        } catch {
          // SQLite has rolled back by itself after some failures, and says so.
        }
        throw isWithoutRoom(error) ? withoutRoom(error) : error
      }
    })
  let written = 0
  return {
    ...sqliteSearch(() => written),
    name: 'sqlite',
    plugins: [],
    dialect: new SqliteDialect({ database: adapted }),
    packing: browserPacking,
    checkTimestamp: null,
    blob: 'blob',
    big: 'integer',
    async prepare(db) {
      // No one else has the file, so that the log of what is being written needs no memory that is shared.
      for (const pragma of [
        'locking_mode = exclusive',
        'journal_mode = wal',
        'synchronous = full',
        'foreign_keys = on',
        'cache_size = -65536',
        'temp_store = memory',
      ])
        await sql.raw(`pragma ${pragma}`).execute(db)
    },
    async finish() {
      database.exec('pragma wal_checkpoint(truncate)')
    },
    write: (db, work) => {
      written++
      return transaction(db, 'begin immediate', work)
    },
    look: (db, work) => transaction(db, 'begin', work),
    failure(thrown) {
      switch (codeOf(thrown)) {
        case CODES.busy:
        case CODES.locked:
          return 'ledger-locked'
        case CODES.full:
          return 'ledger-full'
        case CODES.readonly:
        case CODES.ioerr:
        case CODES.corrupt:
        case CODES.cantopen:
        case CODES.notadb:
          return 'ledger-broken'
        default:
          return null
      }
    },
  }
}

/** The database as Kysely takes one. */
class Adapted implements SqliteDatabase {
  readonly #database: WasmDatabase
  readonly #close: () => void
  readonly #kept = new Map<string, Ready>()

  constructor(database: WasmDatabase, close: () => void) {
    this.#database = database
    this.#close = close
  }

  prepare(text: string): SqliteStatement {
    const known = this.#kept.get(text)
    if (known) {
      this.#kept.delete(text)
      this.#kept.set(text, known)
      return known
    }
    const made = new Ready(this.#database, this.#database.prepare(text))
    this.#kept.set(text, made)
    const [oldest] = this.#kept
    if (this.#kept.size > KEPT && oldest) {
      this.#kept.delete(oldest[0])
      oldest[1].finalize()
    }
    return made
  }

  close(): void {
    for (const statement of this.#kept.values()) statement.finalize()
    this.#kept.clear()
    this.#database.close()
    this.#close()
  }
}

/** A statement that is used again and again; it is never left open, so that what follows can be committed. */
class Ready implements SqliteStatement {
  readonly #database: WasmDatabase
  readonly #statement: WasmStatement
  readonly #names: readonly string[]
  readonly reader: boolean

  constructor(database: WasmDatabase, statement: WasmStatement) {
    this.#database = database
    this.#statement = statement
    this.reader = statement.columnCount > 0
    this.#names = this.reader ? statement.getColumnNames([]) : []
  }

  all(parameters: readonly unknown[]): unknown[] {
    return [...this.iterate(parameters)]
  }

  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number } {
    this.#using(parameters, () => {
      while (this.#statement.step()) {}
    })
    // No one asks for the row: what needs it has the statement return it.
    return { changes: this.#database.changes(), lastInsertRowid: 0 }
  }

  *iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    yield* this.#using(parameters, () => {
      const rows: Record<string, unknown>[] = []
      while (this.#statement.step()) {
        const values = this.#statement.get([]) as unknown[]
        const row: Record<string, unknown> = {}
        for (const [i, name] of this.#names.entries()) row[name] = values[i]
        rows.push(row)
      }
      return rows
    })
  }

  finalize(): void {
    this.#statement.finalize()
  }

  #using<T>(parameters: readonly unknown[], work: () => T): T {
    try {
      if (parameters.length > 0) this.#statement.bind(parameters.map(bound))
      return work()
    } finally {
      this.#statement.reset(true)
    }
  }
}

/** A whole number beyond 32 bits would be bound as a floating-point one. */
function bound(value: unknown): Value {
  if (typeof value === 'number' && Number.isSafeInteger(value) && (value | 0) !== value) return BigInt(value)
  return value as Value
}

const codeOf = (thrown: unknown): number => Number((thrown as { resultCode?: unknown }).resultCode ?? 0) & 0xff

/** A store without room shows as a write that failed, as any that fails. */
function isWithoutRoom(thrown: unknown): boolean {
  const code = codeOf(thrown)
  const did = ranOutOfRoom()
  return code === CODES.full || (code === CODES.ioerr && did)
}

function withoutRoom(cause: unknown): OnrecordError {
  return new OnrecordError(
    'ledger-full',
    'The browser gives this site no more room. Export the ledger and go on with it in the program, or make room on the disk; what was reported as added is kept.',
    { cause },
  )
}
