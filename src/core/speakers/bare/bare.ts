import type { Statement } from '../../model/index.js'
import type { Discourse } from '../discourse.js'
import type { Entity } from '../entities.js'

/** Who says a statement that has no mention. */
export interface Unmentioned {
  /** Null: the page does not tell; `why` says what it was undecided between. */
  readonly entity: Entity | null
  readonly why: string
}

/** One way in which a page lets its reader know who speaks without saying so there. */
export interface BareConstruct {
  readonly name: string
  /** @param block index in `reading.blocks` of the block that the statement begins in. Null: it is none of this. */
  settle(statement: Statement, block: number, d: Discourse): Unmentioned | null
}

/** The first offset of a statement's own words: its content, or its cue if that comes first. */
export const beginOf = ({ content, cue }: Statement): number =>
  Math.min(content[0]?.start ?? Number.POSITIVE_INFINITY, cue?.start ?? Number.POSITIVE_INFINITY)

/** One past the last offset of a statement's content, cue and mention. */
export const endOf = ({ content, cue, mention }: Statement): number =>
  Math.max(content.at(-1)?.end ?? 0, cue?.end ?? 0, mention?.end ?? 0)
