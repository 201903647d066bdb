import { type RawBuilder, sql } from 'kysely'
import type { AnyOf, Term } from '../../core/ledger/words.js'
import { type Corpus, idfOf, needleOf, type Rank, ranks } from './bm25.js'
import type { Connection, Match } from './engine.js'
import { queryOf } from './sqlite-query.js'
import { bytesOf } from './text.js'

/** What stands in the place of a text that is too long to be kept twice: no word has it. */
const TOO_LONG = '?'
/** Stretches of rows, evenly spread, in which it is counted how common something is, and the rows in each. */
const STRETCHES = 16
const STRETCH = 300
/**
 * A row of its own is looked at in the time in which FTS5 passes over thirty in a list (1.3 µs, 40 ns; a million
 * statements, 2-core Xeon).
 */
const LOOK = 30
/** Words of one beginning that are asked for one by one. */
const EXPANDED = 200
/** Phrases and facets whose counts are kept. */
const KEPT = 20_000
/** After every word of a beginning. */
const LAST = '\u{10ffff}'

/** What must hold: as FTS5 is asked for it, as it is looked up in a row, and how common it is. */
interface Clause {
  readonly any: AnyOf
  readonly facets: readonly string[]
  /** Null: another clause's look tells it too. */
  readonly look: RawBuilder<unknown> | null
  readonly share: number
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
      const idf = phrases.length === 1 ? 1 : idfOf(await this.#hits(tx, term), corpus)
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
      const share = await this.#share(tx, { terms: [], facets: [any], without: [] })
      const looks = any.map((facet) => sql`instr(t.facets, ${` ${facet} `}) > 0`)
      clauses.push({ any: [], facets: any, look: either(looks), share })
    }
    const rarest = Math.min(...[...clauses, ...phrases.flatMap(({ words }) => words)].map(({ share }) => share))
    const isSearched = ({ share }: Clause) => share <= rarest * LOOK
    const searched = clauses.filter(isSearched)
    const looks = clauses.flatMap((clause) => (isSearched(clause) || clause.look === null ? [] : [clause.look]))
    for (const { term, words } of phrases) {
      const rare = words.filter(isSearched)
      // FTS5 tells a phrase by itself sooner than rows can be looked at; not so where it has a word of every other row.
      if (rare.length === words.length) searched.push({ any: [term], facets: [], look: null, share: 0 })
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
    const share = await this.#share(tx, { terms: [any], facets: [], without: [] })
    return { any, facets: [], look: either(wanted.map(lookFor)), share }
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

  /** In how many rows of the sample something stands. */
  #share(tx: Connection, match: Match): Promise<number> {
    const query = queryOf('statement_words', match)
    return this.#counted(`in the sample: ${query}`, async () => {
      const last = await this.#counted('last', async () => {
        const { rows } = await sql<{ n: number | null }>`select max(n) as n from statement_texts`.execute(tx)
        return rows[0]?.n ?? 0
      })
      const counts = Array.from({ length: STRETCHES }, (_, i) => {
        const from = Math.floor((last / STRETCHES) * i)
        const to = Math.min(from + STRETCH, Math.floor((last / STRETCHES) * (i + 1)))
        return sql`(select count(*) from statement_words where statement_words match ${query} and rowid > ${from} and rowid <= ${to})`
      })
      const { rows } = await sql<{ count: number }>`select ${sql.join(counts, sql` + `)} as count`.execute(tx)
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
