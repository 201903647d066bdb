import type { Said } from '../compare/said.js'
import type { PageRecord } from '../exports/record.js'
import type { Act, PageId, Quotation, SpeakerKind, StatementId } from '../model/index.js'
import type { ArchiveLine } from './archive.js'
import type { Correction, NewCorrection } from './corrections.js'
import type { Rereader } from './reread.js'

/** That a page was come by: where, when, and with what answer. */
export interface Capture {
  /** What it is called among its sources: a path, an address, an archive and the record in it. */
  readonly name: string
  /** Where it came from, after redirects; null: from no address. */
  readonly url: string | null
  /** ISO 8601 with time and zone: when the page was got; of a file, when it was last changed. */
  readonly retrieved: string
  /** The HTTP answer's headers, in order; empty where there were none. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** A page to be kept. */
export interface Arrival {
  readonly capture: Capture
  /** The page's own bytes; their SHA-256 is `record.page.id`. */
  readonly bytes: Uint8Array
  readonly record: PageRecord
}

/**
 * What adding a page came to. `new`: it was not there; `version`: nor was it, but an older page of the same address
 * was; `known`: the same bytes were there already, and nothing was added but that they were seen again.
 */
export interface Added {
  readonly page: PageId
  readonly how: 'new' | 'version' | 'known'
  readonly statements: number
  /** The page of which it is a near copy, added before; null: none. */
  readonly copyOf: PageId | null
}

/** What a question is narrowed to. Members that are not given narrow nothing. */
export interface Filters {
  /** Ids of speakers, any of them. */
  readonly speakers?: readonly string[]
  readonly acts?: readonly Act[]
  readonly quotation?: readonly Quotation[]
  /** ISO 8601 dates, both inclusive. */
  readonly from?: string
  readonly to?: string
  /** The outlet's name as pages give it, in any case. */
  readonly outlet?: string
  readonly page?: PageId
  /** Only statements that answer that statement, or any of its repeats. */
  readonly inResponseTo?: StatementId
  /** True: also those of pages that a newer version has taken the place of, and that still stand in it. */
  readonly versions?: boolean
  /** False: only the first of statements that are repeated elsewhere. */
  readonly copies?: boolean
  /** True: of links also those that are only offered. */
  readonly offered?: boolean
}

/** What is looked for. */
export interface Question extends Filters {
  /** As `parseWords` takes them; empty: whatever the filters leave. */
  readonly words: string
  readonly sort?: 'relevance' | 'newest' | 'oldest'
  /** At most so many at once; 20 unless given. */
  readonly limit?: number
  /** How many to pass over first. */
  readonly offset?: number
}

/** A statement as a ledger shows it: with the corrections made to it. */
export interface Entry {
  readonly said: Said
  readonly page: PageHead
  /** What people have said of it; null: no one has looked at it. */
  readonly status: 'accepted' | 'rejected' | 'corrected' | 'added' | null
  readonly confidence: number
  /** How many statements elsewhere repeat it, or are repeated by it. */
  readonly repeats: number
  /** Whether its page has been replaced by a newer version in which it still stands. */
  readonly superseded: boolean
}

/** What is said of a page beside its statements. */
export interface PageHead {
  readonly id: PageId
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** What it was called when it was first added. */
  readonly name: string
  /** As the page gives it; null: it does not. */
  readonly published: string | null
}

/** One page of answers. */
export interface Answers<T> {
  readonly items: readonly T[]
  readonly total: number
  /** True where `total` is where counting stopped, and more match. */
  readonly more: boolean
}

/** One page of answers as JSON (an object of `items`, `total`, `more`), with what its paging needs beside it. */
export interface AnswersJson {
  readonly json: string
  /** How many items it has. */
  readonly count: number
  readonly total: number
  readonly more: boolean
}

/** An article that matches. */
export interface ArticleFound {
  readonly page: PageHead
  /** The words around the first match, and which of them match, as [start, end) in the snippet. */
  readonly snippet: string
  readonly marks: readonly (readonly [number, number])[]
  readonly statements: number
}

/** How statements answer each other. */
export type ResponseKind = 'denies' | 'confirms' | 'supports' | 'disputes'

/** A statement that answers another. */
export interface Link {
  readonly kind: ResponseKind
  readonly answer: Entry
  readonly claim: Entry
  /** Calibrated, 0 to 1. */
  readonly confidence: number
  /** False: it is offered, and no view shows it as found. */
  readonly asserted: boolean
  readonly why: string
}

/** A speaker across pages. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly otherNames: readonly string[]
  /** Roles in pages' words, each with the first and last date on which a page gives it, in order of the first. */
  readonly roles: readonly { readonly words: string; readonly from: string | null; readonly to: string | null }[]
  readonly statements: number
  readonly pages: number
  readonly first: string | null
  readonly last: string | null
  /** Others who may be the same, and why that is not settled. */
  readonly perhaps: readonly { readonly id: string; readonly name: string; readonly why: string }[]
}

/** Who somebody is and what they said. */
export interface Profile extends Person {
  readonly acts: readonly { readonly act: Act; readonly statements: number }[]
  /** Statements by month (`2026-05`), in order. */
  readonly months: readonly { readonly month: string; readonly statements: number }[]
  /** Words that their statements have more often than others'. */
  readonly about: readonly string[]
  readonly latest: readonly Entry[]
  readonly answers: readonly Link[]
  readonly answered: readonly Link[]
}

/** How a repeat differs from the first place. */
export type RepeatKind = 'copy' | 'exact' | 'trimmed' | 'ellipsis' | 'altered'

/** One statement with everything that the ledger knows of it. */
export interface Shown extends Entry {
  /** The record of its page, as it was read. */
  readonly record: PageRecord
  readonly captures: readonly Capture[]
  /** Where it was first seen and every other place, in order of date. */
  readonly elsewhere: readonly { readonly kind: RepeatKind; readonly entry: Entry; readonly first: boolean }[]
  readonly links: readonly Link[]
  readonly corrections: readonly Correction[]
  /** What became of it in newer versions of its page, oldest first. */
  readonly versions: readonly VersionFate[]
}

/** Where a statement stands in a newer version of its page. */
export interface VersionFate {
  readonly page: PageId
  readonly retrieved: string
  readonly how: 'exact' | 'near' | 'lost'
  /** Its words there; null where it is lost. */
  readonly words: string | null
  readonly why: string
}

/** A claim with what answers it. */
export interface Dispute {
  readonly claim: Entry
  readonly links: readonly Link[]
}

/** Something that is not as it was kept. */
export interface Fault {
  readonly page: PageId
  readonly what: 'bytes' | 'record' | 'statement' | 'timestamp'
  readonly message: string
}

/** What verifying does besides. */
export interface VerifyOptions {
  readonly onPage?: (done: number, of: number) => void
  /** PEM: certificates of the time-stamping authorities that are trusted. Not given: chains are not checked. */
  readonly authorities?: string
  /** Not given: pages are not read again, so that a record is held against its hash alone. */
  readonly reread?: Rereader
}

/** How an archive is taken in. */
export interface ArchiveOptions {
  readonly onPage?: (done: number) => void
  /** Not given: a record is believed. */
  readonly reread?: Rereader
}

/** A page's record with people's corrections made in it, and what the ledger knows beside it; no words but the record's. */
export interface KeptRecord {
  readonly record: PageRecord
  /** ISO 8601 with time and zone: when it was first got, and when it was added; null: not to be told. */
  readonly retrieved: string | null
  readonly added: string | null
  /** The newer version of its address that took its place. */
  readonly newer: PageId | null
  /** The page of which it is a near copy. */
  readonly copyOf: PageId | null
  /** By the ids of the record's speakers: the ledger's, through all merges. */
  readonly persons: ReadonlyMap<string, string>
  /** By the ids of the record's statements. */
  readonly statements: ReadonlyMap<string, StatementFacts>
}

/** What a ledger knows of a statement besides its record. */
export interface StatementFacts {
  /** The ledger's speaker; null: not settled. */
  readonly person: string | null
  readonly status: 'accepted' | 'corrected' | 'added' | null
  /** The first statement of those that it repeats; null: it is no repeat. */
  readonly repeats: StatementId | null
  readonly superseded: boolean
}

/** How much was verified. */
export interface Verified {
  readonly pages: number
  readonly statements: number
  readonly timestamps: number
  readonly faults: readonly Fault[]
  /** Timestamps that could not be checked where this runs: a browser has nothing to check them with. */
  readonly unchecked?: number
  /** Pages that were to be read again and that another version read, of whose records nothing can be said. */
  readonly otherVersions?: number
}

/** One source of a run of `add`, and what came of it. */
export interface ImportItem {
  readonly name: string
  readonly outcome: 'added' | 'known' | 'skipped' | 'failed'
  /** Why it was skipped or failed; empty otherwise. */
  readonly why: string
}

/** A run of `add`, which goes on where it was when it is begun again with the same sources. */
export interface Import {
  readonly id: number
  /** Whether an unfinished run with the same key was found. */
  readonly resumed: boolean
}

/** What a search that was kept found last. */
export interface SavedSearch {
  readonly name: string
  readonly question: Question
}

/** What a kept search has not told of yet. */
export interface News {
  readonly items: readonly Entry[]
  /** The mark to move to when they were told. */
  readonly mark: number
}

/** A page as a list of them shows it. */
export interface PageListed {
  readonly page: PageHead
  /** ISO 8601 with time and zone: when it was first got, and when it was added. */
  readonly retrieved: string
  readonly added: string
  /** Of its bytes, before packing. */
  readonly size: number
  readonly statements: number
  /** How many of them a person has looked at. */
  readonly reviewed: number
  /** The newer version of its address that took its place. */
  readonly newer: PageId | null
  /** The page of which it is a near copy. */
  readonly copyOf: PageId | null
}

/** A page with all that the ledger knows of it beside its record. */
export interface PageShown extends PageListed {
  readonly captures: readonly Capture[]
  /** All versions of its address, itself among them, the oldest first. */
  readonly versions: readonly { readonly id: PageId; readonly retrieved: string; readonly statements: number }[]
  /** Near copies of it. */
  readonly copies: readonly PageHead[]
  readonly timestamps: number
  /** All its statements as people corrected them, in order of place, those that were rejected among them. */
  readonly entries: readonly Entry[]
  /** The links between any of its statements and any others. */
  readonly links: readonly Link[]
  /** The ledger's speaker for each speaker of its record: `own` is the id there. */
  readonly speakers: readonly { readonly own: string; readonly id: string; readonly name: string }[]
}

/** How many of what matches have a value. */
export interface Facet {
  readonly value: string
  /** For people: a speaker's name; of others the value itself. */
  readonly name: string
  readonly statements: number
}

/** What of each kind there is among the statements that match, the most frequent first; months in order. */
export interface Facets {
  readonly acts: readonly Facet[]
  readonly quotation: readonly Facet[]
  /** The 50 most frequent. */
  readonly speakers: readonly Facet[]
  /** The 50 most frequent. */
  readonly outlets: readonly Facet[]
  /** `2026-05`. */
  readonly months: readonly Facet[]
  /** How many statements were counted. */
  readonly counted: number
  /** True where more match: those that were added last were counted. */
  readonly more: boolean
}

/** A run of `add` as it went. */
export interface ImportRun {
  readonly id: number
  readonly began: string
  /** Null: it was broken off, or goes on. */
  readonly finished: string | null
  readonly added: number
  readonly known: number
  readonly skipped: number
  /** What failed, with the reason: the first 200. */
  readonly failures: readonly { readonly name: string; readonly why: string }[]
  readonly failed: number
}

/** How much a ledger holds. */
export interface Counts {
  readonly pages: number
  readonly statements: number
  readonly speakers: number
  readonly distinct: number
}

/**
 * What a store must do: keep pages with their records so that nothing that it reported as kept is lost, and answer
 * questions about them. All lists are in a fixed order: the same ledger gives the same answers.
 *
 * Every method may throw OnrecordError `ledger-locked`, `ledger-full`, `ledger-broken` or `ledger-unreachable`.
 */
export interface Ledger {
  /** Begins a run of `add` or goes on with an unfinished one. `key` names its sources. */
  beginImport(key: string, at: string): Promise<Import>
  /** Which of the names were dealt with in that run. */
  doneIn(run: Import, names: readonly string[]): Promise<ReadonlySet<string>>
  /** Keeps what came of sources that gave no page. */
  note(run: Import, items: readonly ImportItem[]): Promise<void>
  finishImport(run: Import, at: string): Promise<void>
  /** Of captures, those that are there already, so that their pages need not be read: same name, time and address. */
  knownCaptures(captures: readonly Capture[]): Promise<ReadonlySet<string>>
  /**
   * Keeps pages, each whole or not at all. When it resolves they survive a killed process and a lost power supply.
   *
   * @throws OnrecordError `record-invalid` where bytes are not those of the record
   */
  add(arrivals: readonly Arrival[], run?: Import): Promise<Added[]>

  find(question: Question): Promise<Answers<Entry>>
  /**
   * As `find`, by ledgers that are answered from another thread: what comes from there as JSON need not be parsed to be
   * written again. Not given: there is no such thread.
   */
  findJson?(question: Question): Promise<AnswersJson>
  findArticles(question: Question): Promise<Answers<ArticleFound>>
  /** Speakers of that name or part of a name, those with most statements first; or the one of that id. */
  who(name: string, limit?: number): Promise<Profile[]>
  /** @param filter `begins`: the last word of the name may go on */
  speakers(filter: {
    readonly name?: string
    readonly begins?: boolean
    readonly kind?: SpeakerKind
    readonly limit?: number
    readonly offset?: number
  }): Promise<Answers<Person>>
  disputes(question: Question): Promise<Answers<Dispute>>
  /** @throws OnrecordError `not-found` */
  show(id: StatementId): Promise<Shown>
  /** The record of a page as it was read. @throws OnrecordError `not-found` */
  record(id: PageId): Promise<PageRecord>
  /** The record of a page with people's corrections made in it. @throws OnrecordError `not-found` */
  correctedRecord(id: PageId): Promise<PageRecord>
  /** The pages on which a person accepted, rejected, changed or added a statement, in the order in which they came. */
  reviewedPages(): Promise<PageId[]>
  /**
   * Pages in which words may stand, the likeliest first: words of a quotation, most of which stand there in that order, or
   * of a report, which stand there anywhere.
   *
   * @param keys words folded as for the anchors (`keyOf`)
   */
  alike(keys: readonly string[], how: 'in-order' | 'anywhere', limit: number): Promise<PageId[]>
  /** The statements that ids or beginnings of ids (8 digits or more) name. */
  idsOf(beginning: string): Promise<{ readonly statements: StatementId[]; readonly pages: PageId[] }>

  /** Pages, those added last first; with words, those whose title, outlet or address has them all. */
  pages(filter: {
    readonly words?: string
    readonly limit?: number
    readonly offset?: number
  }): Promise<Answers<PageListed>>
  /** @throws OnrecordError `not-found` */
  page(id: PageId): Promise<PageShown>
  /** The page's own bytes. @throws OnrecordError `not-found` */
  bytes(id: PageId): Promise<Uint8Array>
  /** What a question's answers can be narrowed to. @throws OnrecordError `usage` */
  facets(question: Question): Promise<Facets>
  /** Statements that nobody has looked at, the least sure first; of one page, or of all. */
  unsure(filter: { readonly page?: PageId; readonly limit?: number; readonly offset?: number }): Promise<Answers<Entry>>
  /** The last runs of `add`, the latest first. */
  runs(limit: number): Promise<ImportRun[]>

  correct(correction: NewCorrection): Promise<Correction>
  corrections(filter?: { readonly target?: string }): Promise<Correction[]>

  saveSearch(search: SavedSearch): Promise<void>
  searches(): Promise<SavedSearch[]>
  dropSearch(name: string): Promise<void>
  /** What matches a kept search and was added after its mark, in the order in which it was added: 1,000 at most. */
  news(name: string): Promise<News>
  /** Moves a kept search's mark, once what is new was told. */
  seen(name: string, mark: number): Promise<void>

  /** Holds every kept page against its hash and every statement against its page's words. */
  verify(options?: VerifyOptions): Promise<Verified>
  /** Keeps a timestamp token of a page's hash (RFC 3161, DER). */
  addTimestamp(page: PageId, token: Uint8Array): Promise<void>
  timestamps(page: PageId): Promise<Uint8Array[]>
  /** Every page's record with people's corrections made in it, in the order in which pages came. */
  records(): AsyncIterable<KeptRecord>
  /** Everything that was put in, as lines; what the ledger found out of it is found again. */
  exportAll(): AsyncIterable<ArchiveLine>
  /**
   * Takes an archive in.
   *
   * @throws OnrecordError `archive-invalid`: also where a page is not what its bytes say, as `isAsReread` tells; what came
   * before it is kept
   */
  importAll(lines: AsyncIterable<ArchiveLine>, options?: ArchiveOptions): Promise<Counts>
  counts(): Promise<Counts>
  close(): Promise<void>
}
