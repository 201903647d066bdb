import { ACTS, type Act, OnrecordError, type PageId, type StatementId } from '../model/index.js'

/** [start, end) in UTF-16 code units of the page's `Reading.text`. */
export type Pair = readonly [start: number, end: number]

/** A change that a person makes to the record. The machine's findings stay beside it. */
export type Change =
  /** It is right as it stands. */
  | { readonly kind: 'accept'; readonly statement: StatementId }
  /** It is no statement. */
  | { readonly kind: 'reject'; readonly statement: StatementId }
  /** Other spans, another act; what is not given stays. A span that is null is taken away. */
  | {
      readonly kind: 'edit'
      readonly statement: StatementId
      readonly content?: readonly Pair[]
      readonly cue?: Pair | null
      readonly mention?: Pair | null
      readonly act?: Act
    }
  /** Another speaker: one of the ledger's, by id; null: not settled. */
  | { readonly kind: 'speaker'; readonly statement: StatementId; readonly speaker: string | null }
  /** A statement that was missed. */
  | {
      readonly kind: 'add'
      readonly page: PageId
      /** Its id, made by `addedId` of the rest. */
      readonly statement: StatementId
      readonly content: readonly Pair[]
      readonly cue: Pair | null
      readonly mention: Pair | null
      readonly act: Act
      readonly speaker: string | null
    }
  /** Two speakers are one: what is `from`'s becomes `into`'s. */
  | { readonly kind: 'merge'; readonly from: string; readonly into: string }
  /** Statements of a speaker that are another's: on these pages. */
  | { readonly kind: 'split'; readonly from: string; readonly pages: readonly PageId[]; readonly into: string }
  /** A response link is right, or is none. */
  | {
      readonly kind: 'link'
      readonly answer: StatementId
      readonly claim: StatementId
      readonly is: 'denies' | 'confirms' | 'supports' | 'disputes' | null
    }
  /** Takes an earlier correction back. */
  | { readonly kind: 'undo'; readonly correction: number }

/** A correction before it is kept. */
export interface NewCorrection {
  readonly change: Change
  /** Who made it, as they call themselves. */
  readonly by: string
  /** ISO 8601 with time and zone. */
  readonly at: string
  /** Why, in their words; empty: not given. */
  readonly note?: string
}

/** A correction as kept: one of a list that is only ever appended to. */
export interface Correction extends Required<NewCorrection> {
  /** Its number in the ledger, from 1. */
  readonly number: number
  /** The number of the correction that took it back; null: it stands. */
  readonly undoneBy: number | null
}

/** What a correction changes: the id of a statement or of a speaker; of an undo, the number it takes back. */
export function targetOf(change: Change): string {
  switch (change.kind) {
    case 'merge':
    case 'split':
      return change.from
    case 'link':
      return change.answer
    case 'undo':
      return `#${change.correction}`
    default:
      return change.statement
  }
}

/**
 * Whether an act is one of the list, for what people type.
 *
 * @throws OnrecordError `usage`
 */
export function actNamed(name: string): Act {
  const act = ACTS.find((each) => each.name === name)
  if (!act)
    throw new OnrecordError('usage', `There is no act "${name}". Choose from ${ACTS.map((a) => a.name).join(', ')}.`)
  return act.name
}
