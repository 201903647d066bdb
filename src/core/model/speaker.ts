import type { Span } from './span.js'
import type { SpeakerId, StatementId } from './statement.js'

/**
 * What a speaker is, as far as the page's words say: `government` is one that speaks as a place ("Beijing") or as a
 * whole; `unnamed` is a source that the page does not name ("an official who asked not to be named").
 */
export type SpeakerKind = 'person' | 'organisation' | 'government' | 'group' | 'document' | 'unnamed' | 'unknown'

/** How a mention names its speaker. */
export type MentionForm = 'name' | 'part-of-name' | 'short-form' | 'role' | 'description' | 'pronoun' | 'label'

/** One place at which the page speaks of a speaker. */
export interface Mention {
  readonly span: Span
  readonly form: MentionForm
  /** Why it is this speaker, as words for a person. */
  readonly why: string
}

/** Whoever mentions stand for. All spans count UTF-16 code units of `Reading.text`. */
export interface Speaker {
  /** Stable: the same page and the same first mention give the same id. */
  readonly id: SpeakerId
  /** The name as the page gives it at fullest; where it has none, the words that describe the speaker. */
  readonly name: string
  /** Where `name` stands. */
  readonly named: Span
  readonly kind: SpeakerKind
  /** Roles and affiliations in the page's words: "foreign minister", "deputy director of the group Open Gates". In order. */
  readonly roles: readonly Span[]
  /** Other names that the page uses for it, the first place of each. In order. */
  readonly otherNames: readonly Span[]
  /** What the page says of a source that it does not name: "who asked not to be named because …". */
  readonly anonymity: Span | null
  /** Every mention, in order. */
  readonly mentions: readonly Mention[]
  /** Its statements, in order. */
  readonly statements: readonly StatementId[]
}
