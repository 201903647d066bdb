import type { Act, PageId, Quotation, SpeakerKind, StatementId } from '../model/index.js'

/** A statement in its words, for comparing it with others: what a store gives, without the pages' readings. */
export interface Said {
  readonly id: StatementId
  readonly page: PageId
  /** Where in its page it stands: the offset of its first content span in `Reading.text`. */
  readonly at: number
  /** The content's pieces, in order, in the page's own words. */
  readonly content: readonly string[]
  /** The parts of the content that stand in quotation marks: all of it where `quotation` is `direct`. */
  readonly quoted: readonly string[]
  readonly quotation: Quotation
  readonly act: Act
  readonly negated: boolean
  readonly hedges: readonly string[]
  readonly cue: string | null
  readonly mention: string | null
  readonly speaker: Voice | null
  readonly addressee: string | null
  /** The block of the page that it stands in, in its own words. */
  readonly context: string
  /** ISO 8601, a date or range as in `Time`: when it was said, or else when its page was published; null: not known. */
  readonly date: string | null
  /** Who published the page; null: not known. */
  readonly outlet: string | null
  /** The statement of the same page that reports this one. */
  readonly within: StatementId | null
}

/** A speaker by name, as far as comparing needs to know it. */
export interface Voice {
  /** The speaker's id: of the ledger where it is settled across pages, else of the page. */
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  /** The other names and the roles that pages give it, in their words. */
  readonly otherNames: readonly string[]
  readonly roles: readonly string[]
}
