import { closeSync, existsSync, openSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Kysely, type RawBuilder, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import type { Connection, Engine, Indexed, Indexes, Matching } from './engine.js'
import { queryOf } from './sqlite-query.js'
import { Ranking } from './sqlite-ranking.js'
import { dropTexts, keepTexts, makeTexts } from './sqlite-texts.js'
import type { Tables } from './tables.js'

/** How long a writer waits for another's to finish. Milliseconds. */
const PATIENCE = 60_000
/**
 * How long the driver itself waits: it holds the whole process up meanwhile, and with it a writer of the same process.
 * Milliseconds.
 */
const PAUSE = 100
/** Rows written with one statement: SQLite takes 32,766 values. */
const ROWS = 200

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
  const ranking = new Ranking()
  /** How often this process has set out to change the ledger: `data_version` tells of others' changes alone. */
  let written = 0
  // Transactions begin and end by the driver itself: a statement that it prepared and that found the ledger busy stays
  // open until it is collected, and nothing can be committed meanwhile.
  const run = (command: string) => (database as Database.Database).exec(command)
  return {
    name: 'sqlite',
    dialect: new SqliteDialect({
      database: async () => {
        database = open(path)
        return keptStatements(database)
      },
    }),
    blob: 'blob',
    big: 'integer',
    async prepare(db) {
      // Write-ahead log: readers and a writer side by side. FULL: what was committed survives a lost power supply.
      const own = isReader
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
      if (database && !isReader) await sql`pragma wal_checkpoint(truncate)`.execute(db)
    },
    async makeSearch(db) {
      // Texts come as words already; the tokenizer only parts them, and takes all but ASCII's marks for letters.
      const options = `content='', contentless_delete=1, tokenize="ascii tokenchars '.-'"`
      await sql.raw(`create virtual table statement_words using fts5(words, who, facets, ${options})`).execute(db)
      await sql.raw(`create virtual table page_words using fts5(words, facets, ${options})`).execute(db)
    },
    async makeAppendOnly(db, table) {
      for (const act of ['update', 'delete'])
        await sql`create trigger ${sql.id(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
          begin select raise(abort, 'rows are only ever added to this table'); end`.execute(db)
    },
    write: (db, work) => {
      written++
      return inTransaction(db, run, 'begin immediate', work)
    },
    look: (db, work) => inTransaction(db, run, 'begin', work),
    async index(tx, where, rows) {
      for (let from = 0; from < rows.length; from += ROWS) {
        const values = rows.slice(from, from + ROWS).map((row) => rowOf(where, row))
        const columns = where === 'statement_words' ? sql`rowid, words, who, facets` : sql`rowid, words, facets`
        await sql`insert into ${sql.table(where)} (${columns}) values ${sql.join(values)}`.execute(tx)
      }
      if (where === 'statement_words') await keepTexts(tx, rows)
    },
    async unindex(tx, where, rows) {
      for (let from = 0; from < rows.length; from += ROWS) {
        await sql`delete from ${sql.table(where)} where rowid in (${sql.join(rows.slice(from, from + ROWS))})`.execute(
          tx,
        )
      }
      if (where === 'statement_words') await dropTexts(tx, rows)
    },
    makeTexts,
    keepTexts,
    async latest(tx, match, most) {
      // Asked for inside the transaction: it tells what others have changed until it began.
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(tx)
      const ranked = await ranking.latest(tx, match, most, `${rows[0]?.data_version} ${written}`)
      if (ranked) return ranked
      const share = { most, order: 'last', bounds: null, ranked: true } as const
      return (await this.matching('statement_words', match, share).execute(tx)).rows
    },
    matching(where, match, { most, order, bounds, ranked }) {
      const table = sql.table(where)
      const weights = where === 'statement_words' ? sql`1.0, 0.5, 0.0` : sql`1.0, 0.0`
      const by = order === 'last' ? sql`desc` : sql`asc`
      const rank = ranked ? sql`bm25(${table}, ${weights})` : sql`0.0`
      const found = sql`select rowid as n, ${rank} as rank from ${table} where ${table} match ${queryOf(where, match)} order by rowid ${by}`
      if (bounds === null) return sql<Matching>`select n, rank, null as day from (${found} limit ${most})`
      const rows = sql.table(where === 'statement_words' ? 'statements' : 'pages')
      return sql<Matching>`select m.n, m.rank, s.day from (${found}) m join ${rows} s on s.n = m.n where ${bounds} order by m.n ${by} limit ${most}`
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

function rowOf(where: Indexes, { n, words, who, facets }: Indexed): RawBuilder<unknown> {
  return where === 'statement_words'
    ? sql`(${n}, ${words.join(' ')}, ${who.join(' ')}, ${facets.join(' ')})`
    : sql`(${n}, ${words.join(' ')}, ${facets.join(' ')})`
}
