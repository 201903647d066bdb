import type { MentionForm, Span } from '../../model/index.js'
import type { MentionLook } from '../collect.js'
import type { Discourse } from '../discourse.js'
import type { Entity } from '../entities.js'

/** Whom a mention stands for. */
export interface Settled {
  /** Null: nobody, or not to be told; `why` says which. */
  readonly entity: Entity | null
  /** The words that name the speaker, and how. */
  readonly span: Span
  readonly form: MentionForm
  /** Nobody else comes near: what the words say of whom they stand for can be learnt. */
  readonly isSure?: boolean
  /** As words for a person. */
  readonly why: string
}

/** One way in which a page names who said something. */
export interface Construct {
  readonly name: string
  /** Null: the mention is none of this; `later`: it is, and rests on a statement that is not settled yet. */
  settle(look: MentionLook, d: Discourse): Settled | 'later' | null
}

/** The words that show an entity, for a reason why. */
export const shown = (d: Discourse, entity: Entity): string => {
  const { start, end } = entity.named
  return d.reading.text.slice(start, Math.min(end, start + 80))
}

/** A span from word `first` to one before word `end` of a mention. */
export const wordsSpan = (look: MentionLook, first: number, end: number): Span => ({
  start: look.starts[first] as number,
  end: look.ends[end - 1] as number,
})
