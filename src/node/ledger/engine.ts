import type { Dialect, Kysely, KyselyPlugin, RawBuilder, Transaction } from 'kysely'
import type { AnyOf } from '../../core/ledger/words.js'
import type { Packed } from './packed.js'
import type { Packing } from './packing.js'
import type { Tables } from './tables.js'

/** A connection inside a transaction, or outside one. */
export type Connection = Kysely<Tables> | Transaction<Tables>

/** A text's words as the search indexes them: `searchWords` gives them. */
export interface Indexed {
  readonly n: number
  readonly words: readonly string[]
  /** Of statements: who is named as having said it. */
  readonly who: readonly string[]
  /** What filters ask for: `act.deny`, `speaker.12`. */
  readonly facets: readonly string[]
}

/** What is matched: all of the terms, of each list of facets at least one, and none of the last. */
export interface Match {
  readonly terms: readonly AnyOf[]
  readonly facets: readonly (readonly string[])[]
  readonly without: readonly string[]
}

/** What is matched in: statements, or articles. */
export type Indexes = 'statement_words' | 'page_words'

/** The parts that months from one to another have, as `monthPart` gives them; null: no such end. */
export interface Parts {
  readonly first: number | null
  readonly last: number | null
}

/** Which of the matches are taken, when there are many. */
export interface Share {
  readonly most: number
  /** Those added first, or last. */
  readonly order: 'first' | 'last'
  /**
   * More that must hold of the row that is matched: conditions on `s`, its statement or page. Null: nothing, and no look is
   * taken at it.
   */
  readonly bounds: RawBuilder<unknown> | null
  /** False: ranks are not asked for, and all are 0. */
  readonly ranked: boolean
  /** Only what was added after this one, as `lastStatement` gives it; 0: all. */
  readonly after: number
  /** Where all that matches is; it spares a search in parts the others, and changes no answer. */
  readonly parts: Parts | null
}

/** A row of what matches. */
export interface Matching {
  readonly n: number
  readonly rank: number
  /** Null where no look was taken at it. */
  readonly day: string | null
}

/** All in which the databases differ, and the places in which they are used: Node and a browser. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly dialect: Dialect
  /** What is changed in every question before it is asked. */
  readonly plugins: readonly KyselyPlugin[]
  readonly packing: Packing
  /** The type of a column of bytes, and that of whole numbers up to 2^53. */
  readonly blob: 'blob' | 'bytea'
  readonly big: 'integer' | 'bigint'
  /** Makes the tables of the search. */
  makeSearch(db: Connection): Promise<void>
  /** Parts the tables by months, with all that is in them. */
  makeParts(db: Connection, progress: (done: number, of: number, what: string) => void): Promise<void>
  /** Makes the database itself refuse to change or remove rows of a table. */
  makeAppendOnly(db: Connection, table: string): Promise<void>
  /** Settings of a new connection's database. */
  prepare(db: Connection): Promise<void>
  /** What is to be done before a connection is closed. */
  finish(db: Connection): Promise<void>
  /** Runs `work` in one transaction that no other writer runs beside. */
  write<T>(db: Kysely<Tables>, work: (tx: Connection) => Promise<T>): Promise<T>
  /** Lets the rest of a transaction look rows up by indexes, whatever the database has counted of its tables. */
  byIndexes(tx: Connection): Promise<void>
  /** Runs `work` in one transaction that sees the ledger as it is at its beginning. */
  look<T>(db: Kysely<Tables>, work: (tx: Connection) => Promise<T>): Promise<T>
  /**
   * Numbers for new statements, of which the parts are given, in order; undefined: the database gives them itself. Parts
   * of the tables are made where they are not there.
   */
  numbers(tx: Connection, parts: readonly number[]): Promise<readonly (number | undefined)[]>
  /** Keeps what is large about a new page, where that is not in its own row. */
  keepReading(tx: Connection, page: number, part: number, packed: Packed): Promise<void>
  /** Writes what a transaction holds back to write it in one go, so that it can be read in it. */
  settle(tx: Connection): Promise<void>
  /** The speakers that have a word among their names: for each word the first `most` that were made. */
  speakersOfWords(
    tx: Connection,
    words: readonly string[],
    most: number,
  ): Promise<readonly { readonly word: string; readonly speaker: number }[]>
  /** Whether a column has a text in it, whatever the case of its letters, of any script. */
  has(column: RawBuilder<unknown>, text: string): RawBuilder<boolean>
  /** Whether a column begins with a text, letter by letter. */
  begins(column: RawBuilder<unknown>, text: string): RawBuilder<boolean>
  /** The statement that was added last, by its place in that order; 0: there is none. */
  lastStatement(tx: Connection): Promise<number>
  index(tx: Connection, where: Indexes, rows: readonly Indexed[]): Promise<void>
  unindex(tx: Connection, where: Indexes, rows: readonly number[]): Promise<void>
  /** Makes the table of what statements are ranked by, where the search does not keep that itself. */
  makeTexts(tx: Connection): Promise<void>
  /** Fills that table for statements that are in the search already. */
  keepTexts(tx: Connection, rows: readonly Indexed[]): Promise<void>
  /** The last of the statements that match, at most so many, with their ranks. Some of the terms are words. */
  latest(
    tx: Connection,
    match: Match,
    most: number,
    parts: Parts | null,
  ): Promise<readonly Pick<Matching, 'n' | 'rank'>[]>
  /** `select n, rank, day` of what matches, as `share` says; the smaller the rank, the better. */
  matching(where: Indexes, match: Match, share: Share): RawBuilder<Matching>
  /**
   * Checks a timestamp token of a page's hash, as `verifyTimestamp` does, and throws what is wrong with it; null: it cannot
   * be done here.
   */
  readonly checkTimestamp: ((token: Uint8Array, sha256: string, authorities?: string) => void) | null
  /** The ledger's code for what the driver threw; null: it is none of the ledger's. */
  failure(thrown: unknown): 'ledger-locked' | 'ledger-full' | 'ledger-broken' | 'ledger-unreachable' | null
}

/** As many values as a statement may list. */
const AT_ONCE = 400

/** Row numbers in pieces that a statement may list. */
export function* inChunks(rows: readonly number[]): Generator<number[]> {
  for (let from = 0; from < rows.length; from += AT_ONCE) yield rows.slice(from, from + AT_ONCE)
}
