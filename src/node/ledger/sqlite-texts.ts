import { sql } from 'kysely'
import { rankedText } from './bm25.js'
import type { Connection, Indexed } from './engine.js'

/** Rows written with one statement. */
const ROWS = 200
/** Longer texts are not kept twice: a question that matches one of them is ranked by FTS5. Code units. */
const LONGEST = 5_000

/** Makes the tables of what statements are ranked by, and of the words that stand in any. */
export async function makeTexts(tx: Connection): Promise<void> {
  await sql`create table statement_texts (n integer primary key, tokens integer not null, facets text not null, text text)`.execute(
    tx,
  )
  await sql`create table statement_vocabulary (word text primary key not null) without rowid`.execute(tx)
}

/**
 * Keeps what statements are ranked by: their words in a row of its own, smaller than the statement's and quicker read. And
 * every word, so that those of one beginning are known: FTS5 goes through all their rows before it gives the first.
 */
export async function keepTexts(tx: Connection, rows: readonly Indexed[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const values = rows.slice(from, from + ROWS).map(({ n, words, who, facets }) => {
      const text = rankedText(words, who)
      const tokens = words.length + who.length + facets.length
      return sql`(${n}, ${tokens}, ${` ${facets.join(' ')} `}, ${text.length > LONGEST ? null : text})`
    })
    await sql`insert into statement_texts (n, tokens, facets, text) values ${sql.join(values)}`.execute(tx)
  }
  const words = [...new Set(rows.flatMap(({ words, who }) => [...words, ...who]))]
  for (let from = 0; from < words.length; from += ROWS) {
    const values = words.slice(from, from + ROWS).map((word) => sql`(${word})`)
    await sql`insert or ignore into statement_vocabulary (word) values ${sql.join(values)}`.execute(tx)
  }
}

/** Takes statements out again; their words stay, and are no harm. */
export async function dropTexts(tx: Connection, rows: readonly number[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS)
    await sql`delete from statement_texts where n in (${sql.join(rows.slice(from, from + ROWS))})`.execute(tx)
}
