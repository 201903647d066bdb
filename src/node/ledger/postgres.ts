import { PostgresDialect, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { AnyOf, Term } from '../../core/ledger/words.js'
import { anyCase } from './any-case.js'
import type { Connection, Engine, Indexed, Match, Matching } from './engine.js'
import { PART } from './months.js'
import { nodePacking } from './node-packing.js'
import { HeldBack } from './postgres-copy.js'
import { listsAsArrays } from './postgres-lists.js'
import { ADDED, boundsOf, KnownParts, makeParts } from './postgres-parts.js'
import { checkTimestamp } from './timestamps.js'

/** Names the lock that a ledger's writers take; any number that nobody else uses. */
const WRITERS = 794_151_202
/** The farthest place in a text that PostgreSQL's tsvector tells; words beyond are found, but not as phrases. */
const FARTHEST = 16_383
/** Words of an article in one row of the search, so that phrases are found anywhere in it. */
const CHUNK = 12_000
/** Words that chunks share, so that a phrase across their border is in one of them. */
const SHARED = 32
const ROWS = 500
/** How long a writer waits for another's to finish, as in a file. Milliseconds. */
const PATIENCE = 60_000
/** Whole numbers of 64 bits; the ledger's stay below 2^53. */
const INT8 = 20

/** A ledger in a PostgreSQL database (15 or later), for several people at once. */
export function postgresEngine(address: string): Engine {
  const types: pg.CustomTypesConfig = {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
  }
  // Compiling a question takes longer than answering it.
  const pool = new pg.Pool({
    connectionString: address,
    max: 8,
    types,
    connectionTimeoutMillis: 15_000,
    // A server whose machine or network is gone is noticed, instead of waited for without end.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    options: '-c jit=off',
  })
  // A connection that dies while it is idle is told of here; the next query opens another.
  pool.on('error', () => {})
  // COPY needs the connection itself, which Kysely does not hand out.
  const clients = new Map<number, pg.PoolClient>()
  const idOf = (client: pg.PoolClient) => (client as unknown as { processID: number }).processID
  pool.on('connect', (client) => {
    clients.set(idOf(client), client)
    // One that dies between two questions of a transaction: the next question is answered with that.
    client.on('error', () => {})
  })
  pool.on('remove', (client) => clients.delete(idOf(client)))
  const held = new WeakMap<Connection, HeldBack>()
  const parted = new KnownParts()
  return {
    name: 'postgres',
    dialect: new PostgresDialect({ pool }),
    plugins: [listsAsArrays],
    packing: nodePacking,
    checkTimestamp,
    blob: 'bytea',
    big: 'bigint',
    async prepare() {},
    async finish() {},
    async makeSearch(db) {
      await sql`create table statement_words (n integer primary key, search tsvector not null)`.execute(db)
      await sql`create index statement_words_search on statement_words using gin (search)`.execute(db)
      await sql`create table page_words (n integer not null, chunk integer not null, search tsvector not null, primary key (n, chunk))`.execute(
        db,
      )
      await sql`create index page_words_search on page_words using gin (search)`.execute(db)
    },
    makeParts,
    async numbers(tx, parts) {
      if (parts.length === 0) return []
      await parted.ensure(tx, 'statements', parts)
      await parted.ensure(tx, 'statement_words', parts)
      const { rows } = await sql<{ n: number }>`
        with made as materialized (select nextval('statement_numbers') as n from generate_series(1, ${parts.length}::integer)),
          marked as (update statement_marks set last = (select max(n) from made))
        select n from made order by 1`.execute(tx)
      return parts.map((part, i) => part * PART + (rows[i]?.n ?? 0))
    },
    async keepReading(tx, page, part, { bytes, record }) {
      await parted.ensure(tx, 'readings', [part])
      await parted.ensure(tx, 'page_words', [part])
      const n = part * PART + page
      const back = held.get(tx)
      back?.add('readings', [[n, bytes, record]])
      back?.parts.set(page, part)
      if (!back) await sql`insert into readings (n, bytes, record) values (${n}, ${bytes}, ${record})`.execute(tx)
    },
    async settle(tx) {
      await held.get(tx)?.flush()
    },
    // `lower` knows the letters of the database's locale, which may be ASCII's alone.
    has: (column, text) => sql`${column} ~ ${anyCase(text, (sign) => sign.replace(/[\\^$.|?*+()[\]{}]/, '\\$&'))}`,
    begins: (column, text) => sql`starts_with(${column}, ${text})`,
    async speakersOfWords(tx, words, most) {
      const { rows } = await sql<{ word: string; speaker: number }>`
        select w.word, s.speaker from unnest(${words}::text[]) as w (word) cross join lateral
          (select speaker from speaker_names n where n.word = w.word order by speaker limit ${most}) s`.execute(tx)
      return rows
    },
    async lastStatement(tx) {
      const { rows } = await sql<{ last: number }>`select last from statement_marks`.execute(tx)
      return rows[0]?.last ?? 0
    },
    async makeAppendOnly(db, table) {
      const refuse = sql.id(`${table}_only_added`)
      await sql`create function ${refuse}() returns trigger language plpgsql as
        $$ begin raise exception 'rows are only ever added to this table'; end $$`.execute(db)
      for (const [act, each] of [
        ['update or delete', 'row'],
        ['truncate', 'statement'],
      ] as const)
        await sql`create trigger ${sql.id(`${table}_no_${each}`)} before ${sql.raw(act)} on ${sql.table(table)}
          for each ${sql.raw(each)} execute function ${refuse}()`.execute(db)
    },
    write: (db, work) =>
      db.transaction().execute(async (tx) => {
        await sql`set local lock_timeout = ${sql.raw(String(PATIENCE))}`.execute(tx)
        const { rows } = await sql<{ pid: number }>`
          select pg_backend_pid() as pid from pg_advisory_xact_lock(${WRITERS})`.execute(tx)
        const client = clients.get(rows[0]?.pid ?? 0)
        const back = client && new HeldBack(client)
        if (back) held.set(tx, back)
        const result = await work(tx)
        await back?.flush()
        return result
      }),
    async byIndexes(tx) {
      // Of some hundred keys it expects so many rows that it would read a table whole, or start processes to share the work.
      await sql`
        select set_config('enable_seqscan', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(
        tx,
      )
    },
    look: (db, work) => db.transaction().setIsolationLevel('repeatable read').execute(work),
    async index(tx, where, rows) {
      const back = held.get(tx)
      if (where === 'statement_words') {
        if (back) {
          back.add(
            'statement_words',
            rows.map((row) => [row.n, vectorOf(row)]),
          )
          return
        }
        await insert(
          tx,
          sql`statement_words (n, search)`,
          rows.map((row) => sql`(${row.n}, ${vectorOf(row)}::tsvector)`),
        )
        return
      }
      if (back && rows.every(({ n }) => back.parts.has(n))) {
        for (const row of rows) {
          const n = (back.parts.get(row.n) as number) * PART + row.n
          back.add(
            'page_words',
            chunksOf(row).map((chunk, i) => [n, i, vectorOf(chunk)]),
          )
        }
        return
      }
      const chunks = rows.flatMap((row) =>
        chunksOf(row).map(
          (chunk, i) =>
            sql`((select part::bigint * ${PART} + n from pages where n = ${row.n}), ${i}, ${vectorOf(chunk)}::tsvector)`,
        ),
      )
      await insert(tx, sql`page_words (n, chunk, search)`, chunks)
    },
    async unindex(tx, where, rows) {
      if (rows.length === 0) return
      if (where === 'statement_words') held.get(tx)?.drop(where, new Set(rows))
      else await held.get(tx)?.flush()
      const ns =
        where === 'statement_words'
          ? sql`any(${rows}::bigint[])`
          : sql`any(select part::bigint * ${PART} + n from pages where n = any(${rows}))`
      await sql`delete from ${sql.table(where)} where n = ${ns}`.execute(tx)
    },
    makeTexts: async () => {},
    keepTexts: async () => {},
    async latest(tx, match, most, parts) {
      const share = { most, order: 'last', bounds: null, ranked: true, after: 0, parts } as const
      return (await this.matching('statement_words', match, share).execute(tx)).rows
    },
    matching(where, match, { most, order, bounds, ranked, after, parts }) {
      const query = sql`${queryOf(match)}::tsquery`
      const isOfPages = where === 'page_words'
      const n = sql.raw(isOfPages ? ADDED : 'w.n')
      const since = after > 0 ? sql`and ${sql.raw(ADDED)} > ${after}` : sql``
      const within = parts === null ? sql`` : sql`and ${sql.raw(boundsOf(parts))}`
      const by = order === 'last' ? sql`desc` : sql`asc`
      const rows = sql.table(isOfPages ? 'pages' : 'statements')
      const look = bounds === null ? sql`` : sql`join ${rows} s on s.n = ${n}`
      // Ranked are only those that are taken: the rank takes longer than the match.
      const found = sql`select ${n} as n, w.search, ${bounds === null ? sql`null::text` : sql`s.day`} as day
        from ${sql.table(where)} w ${look} where w.search @@ ${query} ${since} ${within} and ${bounds ?? sql`true`}
        order by ${sql.raw(ADDED)} ${by} limit ${most}`
      return sql<Matching>`select n, ${ranked ? sql`-ts_rank(search, ${query})` : sql`0`} as rank, day from (${found}) m`
    },
    failure(thrown) {
      const { code } = thrown as { code?: unknown }
      if (typeof code !== 'string')
        return /timeout|terminated|ECONN|not queryable/i.test(String(thrown)) ? 'ledger-unreachable' : null
      if (['55P03', '40001', '40P01', '57014'].includes(code)) return 'ledger-locked'
      if (['53100', '53200'].includes(code)) return 'ledger-full'
      // 25006: a server that only answers, such as a standby.
      if (/^(?:XX|58|42501|25006)/.test(code)) return 'ledger-broken'
      return /^(?:08|28|3D|57P|53)|^E(?:CONN|NOTFOUND|AI_AGAIN|TIMEDOUT|HOST|NOENT|ACCES)/.test(code)
        ? 'ledger-unreachable'
        : null
    },
  }
}

async function insert(
  tx: Connection,
  into: RawBuilder<unknown>,
  values: readonly RawBuilder<unknown>[],
): Promise<void> {
  for (let from = 0; from < values.length; from += ROWS) {
    await sql`insert into ${into} values ${sql.join(values.slice(from, from + ROWS))}`.execute(tx)
  }
}

function chunksOf(row: Indexed): Indexed[] {
  const chunks: Indexed[] = []
  for (let from = 0; from === 0 || from < row.words.length; from += CHUNK) {
    chunks.push({ ...row, words: row.words.slice(from, from + CHUNK + SHARED) })
  }
  return chunks
}

/**
 * The text form of a tsvector: each word with its places. Filters begin with `=`, names with `@`: no word does. Names
 * stand apart from words, so that no phrase reaches from one to the other.
 */
export function vectorOf({ words, who, facets }: Indexed): string {
  const places = new Map<string, number[]>()
  const add = (word: string, place: number) => {
    const known = places.get(word)
    if (!known) places.set(word, [place])
    // PostgreSQL keeps 255 places of a word.
    else if (known.length < 255) known.push(place)
  }
  words.forEach((word, i) => {
    add(word, Math.min(FARTHEST, i + 1))
  })
  who.forEach((word, i) => {
    add(`@${word}`, i + 1)
  })
  const parts = [...places].map(([word, at]) => `${quote(word)}:${[...new Set(at)].join(',')}`)
  for (const facet of facets) parts.push(quote(`=${facet}`))
  return parts.join(' ')
}

function queryOf({ terms, facets, without }: Match): string {
  const all = facets.map((any) => `(${any.map((facet) => quote(`=${facet}`)).join(' | ')})`)
  for (const any of terms) {
    if (any.every(({ not }) => not)) all.push(...any.map((term) => `!(${phrase(term)})`))
    else all.push(`(${positive(any)})`)
  }
  for (const facet of without) all.push(`!${quote(`=${facet}`)}`)
  return all.join(' & ')
}

const positive = (any: AnyOf): string =>
  any
    .filter(({ not }) => !not)
    .map(phrase)
    .join(' | ')

const quote = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

function phrase({ words, prefix }: Term): string {
  const row = (mark: string) => words.map((word) => quote(mark + word)).join(' <-> ') + (prefix ? ':*' : '')
  return `(${row('')}) | (${row('@')})`
}
