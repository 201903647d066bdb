import { sql } from 'kysely'
import type { Term } from '../../core/ledger/words.js'
import { type Corpus, idfOf, type Rank, rankedText, ranks } from './bm25.js'
import type { Connection, Indexed, Match } from './engine.js'
import { queryOf } from './sqlite-query.js'
import { bytesOf } from './text.js'

/** Rows written with one statement. */
const ROWS = 200
/** Longer texts are not kept twice: a question that matches one of them is ranked by FTS5. Code units. */
const LONGEST = 5_000
const TOO_LONG = '?'
/** The latest rows in which it is counted how common something is. */
const SAMPLE = 20_000
/**
 * A row of its own is looked at in the time in which FTS5 passes over thirteen of a list (1 µs, 70 ns; a million
 * statements, 2-core Xeon).
 */
const LOOK = 13
/** Phrases and facets whose counts are kept. */
const KEPT = 20_000

/** Makes the table of what statements are ranked by. */
export async function makeTexts(tx: Connection): Promise<void> {
  await sql`create table statement_texts (n integer primary key, tokens integer not null, facets text not null, text text)`.execute(
    tx,
  )
}

/** Keeps what statements are ranked by: their words in a row of its own, smaller than the statement's and quicker read. */
export async function keepTexts(tx: Connection, rows: readonly Indexed[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const values = rows.slice(from, from + ROWS).map(({ n, words, who, facets }) => {
      const text = rankedText(words, who)
      const tokens = words.length + who.length + facets.length
      return sql`(${n}, ${tokens}, ${` ${facets.join(' ')} `}, ${text.length > LONGEST ? null : text})`
    })
    await sql`insert into statement_texts (n, tokens, facets, text) values ${sql.join(values)}`.execute(tx)
  }
}

/** The reverse of `keepTexts`. */
export async function dropTexts(tx: Connection, rows: readonly number[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS)
    await sql`delete from statement_texts where n in (${sql.join(rows.slice(from, from + ROWS))})`.execute(tx)
}

/** Ranks statements, and remembers how common phrases and facets are for as long as the ledger does not change. */
export class Ranking {
  #version = ''
  readonly #counts = new Map<string, number>()

  /**
   * The latest statements that match, at most so many, with their ranks. Null: FTS5 has to rank them, because the words of
   * one of them are not kept.
   *
   * @param version what tells one state of the ledger from another
   */
  async latest(tx: Connection, match: Match, most: number, version: string): Promise<Rank[] | null> {
    if (version !== this.#version) this.#counts.clear()
    this.#version = version
    const corpus = await corpusOf(tx)
    if (corpus.rows === 0) return []
    const { searched, looked } = await this.#plan(tx, match)
    const looks = looked.map(
      (any) =>
        sql`and (${sql.join(
          any.map((facet) => sql`instr(t.facets, ${` ${facet} `}) > 0`),
          sql` or `,
        )})`,
    )
    const { rows } = await sql<{ lines: string | null }>`select group_concat(line, char(10)) as lines from (
      select t.n || ',' || t.tokens || coalesce(t.text, ${TOO_LONG}) as line
      from statement_words w cross join statement_texts t on t.n = w.rowid
      where w.statement_words match ${queryOf('statement_words', searched)} ${sql.join(looks, sql` `)}
      order by w.rowid desc limit ${most})`.execute(tx)
    const lines = rows[0]?.lines ?? ''
    if (lines.includes(TOO_LONG)) return null
    const phrases = match.terms.flatMap((any) => any.filter(({ not }) => !not))
    const weighed: { term: Term; idf: number }[] = []
    for (const term of phrases) {
      // One phrase's weight changes no order.
      const idf = phrases.length === 1 ? 1 : idfOf(await this.#hits(tx, term), corpus)
      weighed.push({ term, idf })
    }
    return ranks(lines, weighed, corpus)
  }

  /** Which facets the search is to tell, and which are quicker looked up in what the words match. */
  async #plan(tx: Connection, match: Match): Promise<{ searched: Match; looked: readonly (readonly string[])[] }> {
    if (match.facets.length === 0) return { searched: match, looked: [] }
    const words = await this.#share(tx, { terms: match.terms, facets: [], without: [] })
    const searched: (readonly string[])[] = []
    const looked: (readonly string[])[] = []
    for (const any of match.facets) {
      const share = await this.#share(tx, { terms: [], facets: [any], without: [] })
      if (share > words * LOOK) looked.push(any)
      else searched.push(any)
    }
    return { searched: { ...match, facets: searched }, looked }
  }

  /** In how many of the latest statements something stands. */
  #share(tx: Connection, match: Match): Promise<number> {
    const query = queryOf('statement_words', match)
    return this.#counted(`latest ${query}`, async () => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from statement_words
        where statement_words match ${query} and rowid > (select max(n) from statement_texts) - ${SAMPLE}`.execute(tx)
      return rows[0]?.count ?? 0
    })
  }

  #hits(tx: Connection, term: Term): Promise<number> {
    const query = queryOf('statement_words', { terms: [[term]], facets: [], without: [] })
    return this.#counted(query, async () => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from statement_words
        where statement_words match ${query}`.execute(tx)
      return rows[0]?.count ?? 0
    })
  }

  async #counted(key: string, count: () => Promise<number>): Promise<number> {
    const known = this.#counts.get(key)
    if (known !== undefined) return known
    const found = await count()
    if (this.#counts.size >= KEPT) this.#counts.clear()
    this.#counts.set(key, found)
    return found
  }
}

/** FTS5 keeps how much it holds in the first row of its data: how many rows, then each column's tokens, as varints. */
async function corpusOf(tx: Connection): Promise<Corpus> {
  const { rows } = await sql<{
    block: Uint8Array | ArrayBuffer
  }>`select block from statement_words_data where id = 1`.execute(tx)
  const block = rows[0]?.block
  if (!block) return { rows: 0, tokens: 0 }
  const [count = 0, ...columns] = varintsOf(bytesOf(block))
  return { rows: count, tokens: columns.reduce((sum, tokens) => sum + tokens, 0) }
}

/** SQLite's own: seven bits a byte, the highest first; the eighth bit says that more follow. */
function varintsOf(bytes: Uint8Array): number[] {
  const found: number[] = []
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 127)
    if (byte < 128) {
      found.push(value)
      value = 0
    }
  }
  return found
}
