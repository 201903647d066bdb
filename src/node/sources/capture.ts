import type { OnrecordError } from '../../core/model/index.js'

/** The bytes of one page as they were found, and where they come from. */
export interface Capture {
  readonly kind: 'capture'
  /**
   * Unique and stable within its source, so that an interrupted run can go on where it ended: a file's path as it was
   * named, the address that was asked for, or `ARCHIVE#RECORD-ID`.
   */
  readonly name: string
  /** As found: a file that is gzip is still packed; an answer or a record has its transfer and content coding undone. */
  readonly bytes: Uint8Array
  /** Where the page was, after redirects, without fragment; null: it was a file. */
  readonly url: string | null
  /** ISO 8601, UTC. When the page was fetched, by the clock of this machine; an archive's WARC-Date; a file's time of change. */
  readonly retrieved: string
  /** The answer's HTTP headers in order, names in lower case, without `set-cookie`, which says who asked. Files: none. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The `content-type` among them. */
  readonly contentType: string | null
}

/** Something in a source that was left out on purpose. `reason` goes on from "skipped: ", without a full stop. */
export interface Skipped {
  readonly kind: 'skipped'
  readonly name: string
  readonly reason: string
}

/** Something in a source that could not be had. The rest of the source is read on. */
export interface Failure {
  readonly kind: 'failure'
  readonly name: string
  readonly url: string | null
  readonly error: OnrecordError
}

/** What comes out of a source. */
export type Found = Capture | Skipped | Failure

/** Whether the capture of that name is had already. */
export type IsHad = (name: string) => boolean | Promise<boolean>

/** Why one that is had is skipped. */
export const HAD = 'had already'
