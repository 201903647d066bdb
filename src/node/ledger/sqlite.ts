import { closeSync, existsSync, openSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Kysely, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import type { Connection, Engine } from './engine.js'
import { nodePacking } from './node-packing.js'
import { sqliteSearch } from './sqlite-search.js'
import { stillLedger } from './still-ledger.js'
import type { Tables } from './tables.js'
import { checkTimestamp } from './timestamps.js'

/** How long a writer waits for another's to finish. Milliseconds. */
const PATIENCE = 60_000
/**
 * How long the driver itself waits: it holds the whole process up meanwhile, and with it a writer of the same process.
 * Milliseconds.
 */
const PAUSE = 100

/** Questions that are kept prepared. */
const KEPT = 300

/** How a file is used. */
export interface SqliteOptions {
  /** True: this connection only asks, and keeps less in memory; another one has opened the ledger before. */
  readonly isReader?: boolean
}

/** A ledger in one file. The file is made, for its owner alone to read, where there is none. */
export function sqliteEngine(path: string, { isReader = false }: SqliteOptions = {}): Engine {
  let database: Database.Database | null = null
  /** How often this process has set out to change the ledger: `data_version` tells of others' changes alone. */
  let written = 0
  // Transactions begin and end by the driver itself: a statement that it prepared and that found the ledger busy stays
  // open until it is collected, and nothing can be committed meanwhile.
  const run = (command: string) => (database as Database.Database).exec(command)
  const still = path === ':memory:' ? null : stillLedger(path)
  return {
    ...sqliteSearch(() => written),
    name: 'sqlite',
    plugins: [],
    dialect: new SqliteDialect({
      database: async () => {
        database = still?.open() ?? open(path)
        return keptStatements(database)
      },
    }),
    packing: nodePacking,
    checkTimestamp,
    blob: 'blob',
    big: 'integer',
    async prepare(db) {
      // Write-ahead log: readers and a writer side by side. FULL: what was committed survives a lost power supply.
      const own =
        isReader || still
          ? ['query_only = on', 'cache_size = -32768']
          : [
              'journal_mode = wal',
              'synchronous = full',
              'foreign_keys = on',
              'cache_size = -131072',
              'wal_autocheckpoint = 8192',
            ]
      for (const pragma of [...own, 'mmap_size = 2147418112', 'temp_store = memory'])
        await patiently(() => sql.raw(`pragma ${pragma}`).execute(db))
    },
    async finish(db) {
      // All of the ledger in its one file, so that whoever copies that file copies all. Where another process is at it,
      // that one does this when it is done.
      if (database && !isReader && !still) await sql`pragma wal_checkpoint(truncate)`.execute(db)
    },
    write: (db, work) => {
      written++
      return inTransaction(db, run, 'begin immediate', work)
    },
    look: async (db, work) => {
      still?.check()
      const result = await inTransaction(db, run, 'begin', work)
      still?.check()
      return result
    },
    failure(thrown) {
      if (isBusy(thrown)) return 'ledger-locked'
      const code = String((thrown as { code?: unknown }).code ?? '')
      if (/^SQLITE_FULL/.test(code)) return 'ledger-full'
      // What cannot be opened at all comes without a code.
      if (/^ConnectionFailed|^E(?:ACCES|PERM|ROFS|NOTDIR|NOENT)\b/.test(`${code} ${(thrown as Error).message}`.trim()))
        return 'ledger-broken'
      if (/^SQLITE_(?:CORRUPT|NOTADB|CANTOPEN|IOERR|READONLY|PERM|AUTH)/.test(code)) return 'ledger-broken'
      return null
    },
  }
}

/**
 * The database with its questions kept prepared: preparing one takes as long as answering it. One that fails is given up, for
 * it may stay open.
 */
function keptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    close() {
      kept.clear()
      database.close()
    },
    prepare(command) {
      const known = kept.get(command)
      const statement = known ?? database.prepare(command)
      const isQuestion = /^\s*select\b/i.test(command)
      if (isQuestion) {
        // The one that was asked longest ago is the first.
        kept.delete(command)
        kept.set(command, statement)
        const [oldest] = kept.keys()
        if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      }
      const attempt = <T>(work: () => T): T => {
        try {
          return work()
        } catch (error) {
          kept.delete(command)
          throw error
        }
      }
      return {
        reader: statement.reader,
        all: (values) => attempt(() => statement.all(values)),
        run: (values) => attempt(() => statement.run(values) as { changes: number; lastInsertRowid: number }),
        // Whoever goes on with a statement later must be its only user.
        iterate: (values) => database.prepare(command).iterate(values) as IterableIterator<unknown>,
      }
    },
  }
}

function open(path: string): Database.Database {
  // For its owner alone: what a ledger holds can endanger people.
  if (path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  // The package's types do not say that it takes a timeout.
  return new Database(path, { timeout: PAUSE } as Database.Options)
}

async function inTransaction<T>(
  db: Kysely<Tables>,
  run: (command: string) => void,
  begin: string,
  work: (tx: Connection) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    // The driver opens the file with the first statement that is asked of it.
    await sql`select 1`.execute(connection)
    await patiently(() => run(begin))
    try {
      const result = await work(connection)
      run('commit')
      return result
    } catch (error) {
      try {
        run('rollback')
      } catch {
        // SQLite has rolled back by itself after some failures, and says so.
      }
      throw error
    }
  })
}

async function patiently(begin: () => unknown): Promise<void> {
  const until = performance.now() + PATIENCE
  for (let wait = 1; ; wait = Math.min(50, wait * 2)) {
    try {
      await begin()
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      await setTimeout(wait)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: unknown }).code ?? ''))
