import type { Act } from './act.js'
import type { Span } from './span.js'

declare const statementId: unique symbol
/** Stable: the same page, content, cue and mention give the same id. */
export type StatementId = string & { readonly [statementId]: true }

declare const speakerId: unique symbol
/** Names a speaker within a record. */
export type SpeakerId = string & { readonly [speakerId]: true }

/** How the words are given: `direct`, all inside quotation marks; `indirect`, none; `mixed`, partly. */
export type Quotation = 'direct' | 'indirect' | 'mixed'

/** A time that the page gives, and the date or range that it stands for. */
export interface Time {
  /** The words on the page: "on Wednesday". */
  readonly span: Span
  /**
   * ISO 8601: a date (`2026-05-12`), a month (`2026-05`), a year, or two of them with a slash, both inclusive
   * (`2026-05-04/2026-05-10`). Null where the page has no date to reckon from.
   */
  readonly date: string | null
}

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
  /** The parts of a `mixed` statement's content that stand in quotation marks; empty otherwise. In order. */
  readonly quoted: readonly Span[]
  /** What it does, by the words that carry it and, where these are neutral, by its own. */
  readonly act: Act
  /** Whether the words that carry it say that it was not said, thought or wanted: "did not say that". */
  readonly negated: boolean
  /** Words in the statement that weaken it: "may", "alleged", "about" before a number. In order. */
  readonly hedges: readonly Span[]
  /** To whom it was said: "reporters" in "told reporters". */
  readonly addressee: Span | null
  /** By what means: "in an email", "at a news conference". */
  readonly medium: Span | null
  /** When it was said, as far as the page says. */
  readonly when: Time | null
  /** The statement that reports this one (hearsay); null: the page itself reports it. */
  readonly within: StatementId | null
  /** Calibrated: of the statements at 0.8, eight in ten are right (content found and mention right). */
  readonly confidence: number
  /** Name and version of the tagger that found it. */
  readonly model: string
  /** The pattern or model output that it rests on, as words for a person. */
  readonly why: string
  /** Why this speaker, or what it was undecided between, as words for a person; empty until speakers are settled. */
  readonly speakerWhy: string
}
