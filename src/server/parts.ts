import type { Sources } from '../core/check/index.js'
import type { PageRecord } from '../core/exports/record.js'
import type { Capture, Ledger } from '../core/ledger/port.js'
import type { OnrecordError, PageId, PageKind } from '../core/model/index.js'

/** A file or a text that a person hands in. */
export interface Upload {
  /** What it is called: a file's name, or what the person typed. */
  readonly name: string
  readonly bytes: Uint8Array
  /** As the sender gives it; null: it does not. What the bytes are is found out all the same. */
  readonly contentType: string | null
}

/** A page that was come by, with its bytes as they came. */
export interface Got extends Capture {
  readonly bytes: Uint8Array
  readonly contentType: string | null
}

/** One thing found in a source: a page, one that is passed over, or one that could not be had. */
export type Taken =
  | ({ readonly kind: 'page' } & Got)
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: string }
  | { readonly kind: 'failure'; readonly name: string; readonly error: OnrecordError }

/**
 * Where pages come from. What is handed in may hold many: a web archive, a mailbox, a feed's address.
 *
 * May throw OnrecordError as the sources do: `url-invalid`, `offline`, `archive-broken`, …
 */
export interface Intake {
  /** All pages in an upload. */
  fromUpload(upload: Upload, signal: AbortSignal): AsyncIterable<Taken>
  /** All pages at an http(s) address: one, or those of a feed, a sitemap, an archive. */
  fromAddress(address: string, signal: AbortSignal): AsyncIterable<Taken>
}

/** What turns bytes into a record, away from the thread that answers requests. */
export interface Reader {
  /**
   * @param page `kind` says how to read it where the caller knows: `article` of a text that has no furniture
   * @returns the record, and the bytes that its id is the hash of: the page's own, unpacked where they came compressed
   * @throws OnrecordError `page-binary`, `page-empty`, `page-timeout`, `page-memory`, `model-missing`, …
   */
  read(
    page: Omit<Got, 'retrieved' | 'headers'> & { readonly kind?: PageKind },
  ): Promise<{ readonly record: PageRecord; readonly bytes: Uint8Array }>
}

/** What one request left behind in the log: never a page's words, a question or a name. */
export interface Logged {
  readonly method: string
  /** The route's pattern (`/api/statements/{id}`), not the address asked for. */
  readonly route: string
  readonly status: number
  /** Milliseconds. */
  readonly took: number
  readonly code?: string
}

/** Where the server tells of what it does. */
export interface Log {
  request(logged: Logged): void
  /** Something that should not have happened. */
  fault(error: unknown): void
}

/** What the server is handed. */
export interface Parts {
  readonly ledger: Ledger
  /** What the ledger is called, for people: its path, or its address without a password. */
  readonly place: string
  readonly intake: Intake
  readonly reader: Reader
  /** The ledger as what a draft is held against, without the pages of those ids. */
  readonly sources: (but: ReadonlySet<PageId>) => Sources
  readonly log: Log
  /** The time. */
  readonly now: () => Date
}
