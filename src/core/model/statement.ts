import type { Span } from './span.js'

declare const statementId: unique symbol
/** Stable: the same page, content, cue and mention give the same id. */
export type StatementId = string & { readonly [statementId]: true }

declare const speakerId: unique symbol
/** Names a speaker within a record. */
export type SpeakerId = string & { readonly [speakerId]: true }

/** How the words are given: `direct`, all inside quotation marks; `indirect`, none; `mixed`, partly. */
export type Quotation = 'direct' | 'indirect' | 'mixed'

/** One attribution. All spans count UTF-16 code units of `Reading.text`. */
export interface Statement {
  readonly id: StatementId
  /** What was said; more than one span where the sentence is broken by its cue. In order, never overlapping. */
  readonly content: readonly Span[]
  /** The words that carry the attribution: "said", a headline's colon. Null: a bare quotation. */
  readonly cue: Span | null
  /** The words on the page that name who said it. Null: the page does not say. */
  readonly mention: Span | null
  /** A separate, later finding; null until speakers are settled. */
  readonly speaker: SpeakerId | null
  readonly quotation: Quotation
  /** The statement that reports this one (hearsay); null: the page itself reports it. */
  readonly within: StatementId | null
  /** Calibrated: of the statements at 0.8, eight in ten are right (content found and mention right). */
  readonly confidence: number
  /** Name and version of the tagger that found it. */
  readonly model: string
  /** The pattern or model output that it rests on, as words for a person. */
  readonly why: string
}
