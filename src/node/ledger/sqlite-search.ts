import { type RawBuilder, sql } from 'kysely'
import { anyCase } from './any-case.js'
import type { Engine, Indexed, Indexes, Matching } from './engine.js'
import { queryOf } from './sqlite-query.js'
import { Ranking } from './sqlite-ranking.js'
import { dropTexts, keepTexts, makeTexts } from './sqlite-texts.js'

/** Rows written with one statement: SQLite takes 32,766 values. */
const ROWS = 200

/** What is done alike whatever runs SQLite. */
type Alike =
  | 'makeParts'
  | 'byIndexes'
  | 'settle'
  | 'numbers'
  | 'keepReading'
  | 'lastStatement'
  | 'speakersOfWords'
  | 'has'
  | 'begins'
  | 'makeSearch'
  | 'makeAppendOnly'
  | 'makeTexts'
  | 'keepTexts'
  | 'index'
  | 'unindex'
  | 'latest'
  | 'matching'

/**
 * What an engine does by SQLite itself: the search, by FTS5 (3.43 or later), and the trail of an audit.
 *
 * @param written how often this process has set out to change the ledger: `data_version` tells of others' changes alone
 */
export function sqliteSearch(written: () => number): Pick<Engine, Alike> {
  const ranking = new Ranking()
  const search: Pick<Engine, Alike> = {
    async makeSearch(db) {
      // Texts come as words already; the tokenizer only parts them, and takes all but ASCII's marks for letters.
      const options = `content='', contentless_delete=1, tokenize="ascii tokenchars '.-'"`
      await sql.raw(`create virtual table statement_words using fts5(words, who, facets, ${options})`).execute(db)
      await sql.raw(`create virtual table page_words using fts5(words, facets, ${options})`).execute(db)
    },
    makeParts: async () => {},
    byIndexes: async () => {},
    settle: async () => {},
    numbers: async (_, parts) => parts.map(() => undefined),
    keepReading: async () => {},
    async speakersOfWords(tx, words, most) {
      if (words.length === 0) return []
      const each = words.map(
        (word) =>
          sql`select * from (select word, speaker from speaker_names where word = ${word} order by speaker limit ${most})`,
      )
      const { rows } = await sql<{ word: string; speaker: number }>`${sql.join(each, sql` union all `)}`.execute(tx)
      return rows
    },
    // `lower` and `like` know ASCII's letters alone.
    has: (column, text) =>
      sql`${column} glob ${`*${anyCase(text, (sign) => (/[*?[]/.test(sign) ? `[${sign}]` : sign))}*`}`,
    begins: (column, text) => sql`(${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`})`,
    async lastStatement(tx) {
      const { last } = await tx
        .selectFrom('statements')
        .select((eb) => eb.fn.max('n').as('last'))
        .executeTakeFirstOrThrow()
      return last ?? 0
    },
    async makeAppendOnly(db, table) {
      for (const act of ['update', 'delete'])
        await sql`create trigger ${sql.id(`${table}_no_${act}`)} before ${sql.raw(act)} on ${sql.table(table)}
          begin select raise(abort, 'rows are only ever added to this table'); end`.execute(db)
    },
    makeTexts,
    keepTexts,
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
        const some = sql.join(rows.slice(from, from + ROWS))
        await sql`delete from ${sql.table(where)} where rowid in (${some})`.execute(tx)
      }
      if (where === 'statement_words') await dropTexts(tx, rows)
    },
    async latest(tx, match, most) {
      // Asked for inside the transaction: it tells what others have changed until it began.
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(tx)
      const ranked = await ranking.latest(tx, match, most, `${rows[0]?.data_version} ${written()}`)
      if (ranked) return ranked
      const share = { most, order: 'last', bounds: null, ranked: true, after: 0, parts: null } as const
      return (await search.matching('statement_words', match, share).execute(tx)).rows
    },
    matching(where, match, { most, order, bounds, ranked, after }) {
      const table = sql.table(where)
      const weights = where === 'statement_words' ? sql`1.0, 0.5, 0.0` : sql`1.0, 0.0`
      const by = order === 'last' ? sql`desc` : sql`asc`
      const since = after > 0 ? sql`and rowid > ${after}` : sql``
      const rank = ranked ? sql`bm25(${table}, ${weights})` : sql`0.0`
      const found = sql`select rowid as n, ${rank} as rank from ${table} where ${table} match ${queryOf(where, match)} ${since} order by rowid ${by}`
      if (bounds === null) return sql<Matching>`select n, rank, null as day from (${found} limit ${most})`
      const rows = sql.table(where === 'statement_words' ? 'statements' : 'pages')
      return sql<Matching>`select m.n, m.rank, s.day from (${found}) m join ${rows} s on s.n = m.n where ${bounds} order by m.n ${by} limit ${most}`
    },
  }
  return search
}

function rowOf(where: Indexes, { n, words, who, facets }: Indexed): RawBuilder<unknown> {
  return where === 'statement_words'
    ? sql`(${n}, ${words.join(' ')}, ${who.join(' ')}, ${facets.join(' ')})`
    : sql`(${n}, ${words.join(' ')}, ${facets.join(' ')})`
}
