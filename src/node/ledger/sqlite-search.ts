import { type RawBuilder, sql } from 'kysely'
import type { AnyOf, Term } from '../../core/ledger/words.js'
import type { Engine, Indexed, Indexes, Match, Matching } from './engine.js'

/** Rows written with one statement: SQLite takes 32,766 values. */
const ROWS = 200

/** What an engine does by SQLite itself, whatever runs it: the search, by FTS5 (3.43 or later), and the trail of an audit. */
export const sqliteSearch: Pick<Engine, 'makeSearch' | 'makeAppendOnly' | 'index' | 'unindex' | 'matching'> = {
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
  async index(tx, where, rows) {
    for (let from = 0; from < rows.length; from += ROWS) {
      const values = rows.slice(from, from + ROWS).map((row) => rowOf(where, row))
      const columns = where === 'statement_words' ? sql`rowid, words, who, facets` : sql`rowid, words, facets`
      await sql`insert into ${sql.table(where)} (${columns}) values ${sql.join(values)}`.execute(tx)
    }
  },
  async unindex(tx, where, rows) {
    for (let from = 0; from < rows.length; from += ROWS) {
      await sql`delete from ${sql.table(where)} where rowid in (${sql.join(rows.slice(from, from + ROWS))})`.execute(tx)
    }
  },
  matching(where, match, { most, order, bounds }) {
    const table = sql.table(where)
    const weights = where === 'statement_words' ? sql`1.0, 0.5, 0.0` : sql`1.0, 0.0`
    const by = order === 'last' ? sql`desc` : sql`asc`
    const found = sql`select rowid as n, bm25(${table}, ${weights}) as rank from ${table} where ${table} match ${queryOf(where, match)} order by rowid ${by}`
    if (bounds === null) return sql<Matching>`select n, rank, null as day from (${found} limit ${most})`
    const rows = sql.table(where === 'statement_words' ? 'statements' : 'pages')
    return sql<Matching>`select m.n, m.rank, s.day from (${found}) m join ${rows} s on s.n = m.n where ${bounds} order by m.n ${by} limit ${most}`
  },
}

function rowOf(where: Indexes, { n, words, who, facets }: Indexed): RawBuilder<unknown> {
  return where === 'statement_words'
    ? sql`(${n}, ${words.join(' ')}, ${who.join(' ')}, ${facets.join(' ')})`
    : sql`(${n}, ${words.join(' ')}, ${facets.join(' ')})`
}

function queryOf(where: Indexes, { terms, facets, without: none }: Match): string {
  const columns = where === 'statement_words' ? '{words who}' : '{words}'
  const all: string[] = facets.map((any) => `facets : (${any.map(quote).join(' OR ')})`)
  const without: string[] = []
  for (const any of terms) {
    if (any.every(({ not }) => not)) without.push(...any.map(phrase))
    else all.push(`${columns} : (${positive(any)})`)
  }
  let wanted = all.join(' AND ')
  if (without.length > 0) wanted = `(${wanted}) NOT (${columns} : (${without.join(' OR ')}))`
  return none.length === 0 ? wanted : `(${wanted}) NOT (facets : (${none.map(quote).join(' OR ')}))`
}

const positive = (any: AnyOf): string =>
  any
    .filter(({ not }) => !not)
    .map(phrase)
    .join(' OR ')

const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`
const phrase = ({ words, prefix }: Term): string => quote(words.join(' ')) + (prefix ? ' *' : '')
