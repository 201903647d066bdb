import type { Generated } from 'kysely'

/**
 * The tables of a ledger, the same in every store. `n` are row numbers, of no meaning outside the ledger. Yes and no are
 * 1 and 0. Times are ISO 8601 texts. A page's record is the one source: `statements` and what hangs on it can be made
 * again from `pages` and `corrections`.
 */
export interface Tables {
  readonly migrations: MigrationsTable
  readonly pages: PagesTable
  readonly readings: ReadingsTable
  readonly captures: CapturesTable
  readonly timestamps: TimestampsTable
  readonly outlets: OutletsTable
  readonly speakers: SpeakersTable
  readonly speaker_names: SpeakerNamesTable
  readonly page_speakers: PageSpeakersTable
  readonly statements: StatementsTable
  readonly prints: PrintsTable
  readonly bands: BandsTable
  readonly link_keys: LinkKeysTable
  readonly links: LinksTable
  readonly fates: FatesTable
  readonly corrections: CorrectionsTable
  readonly imports: ImportsTable
  readonly import_items: ImportItemsTable
  readonly searches: SearchesTable
  readonly users: UsersTable
  readonly sessions: SessionsTable
  readonly tokens: TokensTable
  readonly audit: AuditTable
}

/** The changes of the tables that were made. */
export interface MigrationsTable {
  name: string
}

export interface PagesTable {
  n: Generated<number>
  /** SHA-256 of the bytes. */
  id: string
  /** Its address without fragment, or else its name: pages of one address are versions of one. */
  address: string | null
  /** JSON: what is shown of it, see `PageHead`. */
  head: string
  outlet: number | null
  /** Its day, for comparing. */
  day: string | null
  added: string
  /** The time of its first capture. */
  retrieved: string
  /** gzip of the bytes; in PostgreSQL they are in `readings`. */
  bytes: Uint8Array
  /** Bytes before packing. */
  size: number
  /** gzip of the record's JSON; in PostgreSQL it is in `readings`. */
  record: Uint8Array
  /** The month that its row in `readings` is kept under; PostgreSQL alone has it. See `monthPart`. */
  part: Generated<number>
  /** SHA-256 of the record's JSON. */
  record_hash: string
  statements: number
  /** The newer version of its address that took its place. */
  newer: number | null
  /** The page of which it is a near copy. */
  copy_of: number | null
  /** The MinHash sketch of its article; null: too short for one. */
  sketch: Uint8Array | null
}

/** What is large about pages, parted by months; in PostgreSQL alone. */
export interface ReadingsTable {
  /** The page's number and its month; see `PART`. */
  n: number
  bytes: Uint8Array
  record: Uint8Array
}

export interface CapturesTable {
  n: Generated<number>
  page: number
  name: string
  retrieved: string
  /** JSON: the whole capture. */
  capture: string
}

export interface TimestampsTable {
  page: number
  n: Generated<number>
  token: Uint8Array
}

export interface OutletsTable {
  n: Generated<number>
  /** Lower case, folded. */
  key: string
  name: string
}

export interface SpeakersTable {
  n: Generated<number>
  id: string
  name: string
  kind: string
  /** JSON: names in pages' words. */
  other_names: string
  /** JSON: roles in pages' words, each once. */
  roles: string
  /** The speaker that it was merged into. */
  merged: number | null
  /** JSON: [id, why] of those who may be the same. */
  perhaps: string
  statements: number
}

export interface SpeakerNamesTable {
  /** `= key` of a whole name, or one word of it. */
  word: string
  speaker: number
}

export interface PageSpeakersTable {
  page: number
  /** The speaker's id in the page's record. */
  id: string
  speaker: number
  /** JSON: roles in the page's words. */
  roles: string
  day: string | null
}

export interface StatementsTable {
  /** In PostgreSQL it tells the month too; see `PART`. */
  n: Generated<number>
  id: string
  page: number
  /** Its number among the page's statements, from 0. */
  at: number
  speaker: number | null
  act: string
  quotation: string
  /** First and last day on which it may have been said. */
  day: string | null
  last_day: string | null
  confidence: number
  /** 0 where a newer version of its page has it too. */
  current: number
  /** The first statement that it repeats. */
  first: number | null
  /** How it differs from the first. */
  repeat: string | null
  /** How many repeat it, where it is a first. */
  repeats: number
  /** `accepted`, `rejected`, `corrected`, `added`; null: untouched. */
  status: string | null
  /** JSON: the statement in its words, as corrected. */
  said: string
}

export interface PrintsTable {
  key: number
  statement: number
}

export interface BandsTable {
  key: number
  page: number
}

export interface LinkKeysTable {
  key: number
  statement: number
}

export interface LinksTable {
  n: Generated<number>
  answer: number
  claim: number
  kind: string
  confidence: number
  asserted: number
  why: string
}

export interface FatesTable {
  statement: number
  page: number
  how: string
  words: string | null
  why: string
}

export interface CorrectionsTable {
  n: Generated<number>
  at: string
  maker: string
  note: string
  /** JSON. */
  change: string
  target: string
  /** JSON: what it changed, as it was before. */
  before: string
  undone_by: number | null
}

export interface ImportsTable {
  n: Generated<number>
  key: string
  began: string
  finished: string | null
}

export interface ImportItemsTable {
  run: number
  name: string
  outcome: string
  why: string
}

export interface SearchesTable {
  name: string
  question: string
  /** The last statement that was there when it was asked. */
  seen: number
}

export interface UsersTable {
  n: Generated<number>
  /** What names are compared by. */
  key: string
  name: string
  role: string
  disabled: number
  added: string
  /** The password's hash with its parameters; see `scryptPasswords`. */
  password: string
}

export interface SessionsTable {
  /** SHA-256 of the secret. */
  key: string
  user: number
  began: string
  seen: string
}

export interface TokensTable {
  n: Generated<number>
  id: string
  /** SHA-256 of the secret. */
  key: string
  user: number
  scope: string
  note: string
  made: string
  expires: string
  used: string | null
}

/** Rows are only ever added; the database refuses the rest. */
export interface AuditTable {
  n: Generated<number>
  at: string
  /** A name, not a user's row: it stays when the user is removed. */
  who: string | null
  token: string | null
  method: string
  route: string
  target: string | null
  status: number
  address: string
}
