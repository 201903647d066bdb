import { type RawBuilder, sql } from 'kysely'
import type { AnyOf, Term } from '../../core/ledger/words.js'
import { type Corpus, idfOf, needleOf, type Rank, ranks } from './bm25.js'
import type { Connection, Match } from './engine.js'
import { queryOf } from './sqlite-query.js'
import { bytesOf } from './text.js'

/** What stands in the place of a text that is too long to be kept twice: no word has it. */
const TOO_LONG = '?'
/**
 * A row of its own is looked at in the time in which FTS5 passes over thirty in a list (1.3 µs, 40 ns; a million
 * statements, 2-core Xeon).
 */
const LOOK = 30
/** Words of one beginning that are asked for one by one. */
const EXPANDED = 200
/** Words and facets whose counts are kept. */
const KEPT = 50_000
/** A count tells how to look for something for as long as the ledger is no more than so many times as large. */
const GROWTH = 1.25
/** After every word of a beginning. */
const LAST = '\u{10ffff}'

/** What must hold, as FTS5 is asked for it and as it is looked up in a row. */
interface Clause {
  readonly any: AnyOf
  readonly facets: readonly string[]
  /** Null: another clause's look tells it too. */
  readonly look: RawBuilder<unknown> | null
}

/** What FTS5 is asked for, and what is looked up in each row that it finds. */
interface Plan {
  readonly searched: Match
  readonly looks: readonly RawBuilder<unknown>[]
}

/**
 * Finds and ranks statements as FTS5 would, which goes through all of every list of a question: it is asked for what is
 * rare, and what is common is looked up in the rows that it finds. Remembers how common phrases and facets are for as
 * long as the ledger does not change.
 */
export class Ranking {
  #version = ''
  /** Rows in which a word, a phrase or a facet stands, of this version. */
  readonly #exact = new Map<string, number>()
  /** The same, of this version or one not much smaller. */
  readonly #about = new Map<string, number>()
  #aboutRows = 0

  /**
   * The latest statements that match, at most so many, with their ranks. Null: FTS5 has to rank them, because the words of
   * one of them are not kept.
   *
   * @param version what tells one state of the ledger from another
   */
  async latest(tx: Connection, match: Match, most: number, version: string): Promise<Rank[] | null> {
    const corpus = await corpusOf(tx)
    if (corpus.rows === 0) return []
    this.#forget(version, corpus.rows)
    const { searched, looks } = await this.#plan(tx, match)
    const where = looks.map((look) => sql`and (t.text is null or ${look})`)
    const { rows } = await sql<{ lines: string | null }>`select group_concat(line, char(10)) as lines from (
      select t.n || ',' || t.tokens || coalesce(t.text, ${TOO_LONG}) as line
      from statement_words w cross join statement_texts t on t.n = w.rowid
      where w.statement_words match ${queryOf('statement_words', searched)} ${sql.join(where, sql` `)}
      order by w.rowid desc limit ${most})`.execute(tx)
    const lines = rows[0]?.lines ?? ''
    if (lines.includes(TOO_LONG)) return null
    const phrases = match.terms.flatMap((any) => any.filter(({ not }) => !not))
    const weighed: { term: Term; idf: number }[] = []
    for (const term of phrases) {
      // One phrase's weight changes no order.
      const idf =
        phrases.length === 1
          ? 1
          : idfOf(await this.#rows(tx, { terms: [[term]], facets: [], without: [] }, this.#exact), corpus)
      weighed.push({ term, idf })
    }
    return ranks(lines, weighed, corpus)
  }

  async #plan(tx: Connection, { terms, facets, without }: Match): Promise<Plan> {
    const left: AnyOf[] = []
    const clauses: Clause[] = []
    const phrases: { readonly term: Term; readonly words: readonly Clause[] }[] = []
    for (const any of terms) {
      const wanted = any.filter(({ not }) => !not)
      const [only] = wanted
      if (only === undefined) left.push(any)
      else if (wanted.length > 1 || only.words.length === 1) clauses.push(await this.#clause(tx, wanted))
      else {
        const words: Clause[] = []
        for (const [i, word] of only.words.entries()) {
          const prefix = only.prefix && i === only.words.length - 1
          words.push({ ...(await this.#clause(tx, [{ words: [word], prefix, not: false }])), look: null })
        }
        phrases.push({ term: only, words })
      }
    }
    for (const any of facets) {
      const looks = any.map((facet) => sql`instr(t.facets, ${` ${facet} `}) > 0`)
      clauses.push({ any: [], facets: any, look: either(looks) })
    }
    const isSearched = await this.#rare(tx, [...clauses, ...phrases.flatMap(({ words }) => words)])
    const searched = clauses.filter(isSearched)
    const looks = clauses.flatMap((clause) => (isSearched(clause) || clause.look === null ? [] : [clause.look]))
    for (const { term, words } of phrases) {
      const rare = words.filter(isSearched)
      // FTS5 tells a phrase by itself sooner than rows can be looked at; not so where it has a word of every other row.
      if (rare.length === words.length) searched.push({ any: [term], facets: [], look: null })
      else {
        searched.push(...rare)
        looks.push(lookFor(term))
      }
    }
    return {
      searched: {
        terms: [...searched.flatMap(({ any }) => (any.length > 0 ? [any] : [])), ...left],
        facets: searched.flatMap((clause) => (clause.facets.length > 0 ? [clause.facets] : [])),
        without,
      },
      looks,
    }
  }

  async #clause(tx: Connection, wanted: AnyOf): Promise<Clause> {
    const any: Term[] = []
    for (const term of wanted) any.push(...(await this.#expanded(tx, term)))
    return { any, facets: [], look: either(wanted.map(lookFor)) }
  }

  /** Which of the clauses FTS5 is asked for: the rarest, and those that are not much more common. */
  async #rare(tx: Connection, clauses: readonly Clause[]): Promise<(clause: Clause) => boolean> {
    if (clauses.length === 1) return () => true
    const rows = new Map<Clause, number>()
    for (const clause of clauses) {
      let sum = 0
      for (const term of clause.any)
        sum += await this.#rows(tx, { terms: [[term]], facets: [], without: [] }, this.#about)
      for (const facet of clause.facets)
        sum += await this.#rows(tx, { terms: [], facets: [[facet]], without: [] }, this.#about)
      rows.set(clause, sum)
    }
    const rarest = Math.min(...rows.values())
    return (clause) => (rows.get(clause) ?? 0) <= Math.max(1, rarest) * LOOK
  }

  /** The words of a beginning: FTS5 goes through all rows of all of them before it gives the first. */
  async #expanded(tx: Connection, term: Term): Promise<readonly Term[]> {
    const [word = ''] = term.words
    if (!term.prefix || term.words.length > 1) return [term]
    const { rows } = await sql<{ word: string }>`select word from statement_vocabulary
      where word >= ${word} and word < ${word + LAST} limit ${EXPANDED + 1}`.execute(tx)
    if (rows.length === 0 || rows.length > EXPANDED) return [term]
    return rows.map((row) => ({ words: [row.word], prefix: false, not: false }))
  }

  /** In how many rows something stands. */
  async #rows(tx: Connection, match: Match, counts: Map<string, number>): Promise<number> {
    const query = queryOf('statement_words', match)
    const known = counts.get(query)
    if (known !== undefined) return known
    const { rows } = await sql<{ count: number }>`select count(*) as count from statement_words
      where statement_words match ${query}`.execute(tx)
    const count = rows[0]?.count ?? 0
    for (const each of [this.#exact, this.#about]) {
      if (each.size >= KEPT) each.clear()
      each.set(query, count)
    }
    return count
  }

  #forget(version: string, rows: number): void {
    if (version !== this.#version) this.#exact.clear()
    this.#version = version
    if (rows <= this.#aboutRows * GROWTH) return
    this.#about.clear()
    this.#aboutRows = rows
  }
}

const lookFor = (term: Term): RawBuilder<unknown> => sql`instr(t.text, ${needleOf(term)}) > 0`
const either = (looks: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(looks, sql` or `)})`

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
