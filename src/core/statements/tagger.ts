import type { Reading } from '../model/index.js'

/** A token of `Reading.text`: [start, end) in UTF-16 code units. */
export interface Token {
  readonly start: number
  readonly end: number
}

/**
 * A stretch of a reading that a tagger sees at once: whole blocks, in order; of a block that is too long for one
 * passage, a part that begins and ends at white space where it has any.
 */
export interface Passage {
  readonly reading: Reading
  /** Index of the first block in `reading.blocks`, and one past the last. */
  readonly firstBlock: number
  readonly endBlock: number
  /** In order, never overlapping; those of the passage's blocks. */
  readonly tokens: readonly Token[]
}

/**
 * One possible attribution in a passage: an anchor (cue words, a headline's colon, or a bare quotation's opening mark),
 * and for each token of the passage how likely it belongs to the content and to the mention. A trained network fills in
 * graded scores; the rules fill in their weights for a span and 0 elsewhere.
 */
export interface Anchor {
  /** Half-open range of token indices of the cue; null: a bare quotation. */
  readonly cue: readonly [number, number] | null
  /** 0 to 1: that there is a statement at this anchor. */
  readonly score: number
  /** Score of each token of the passage, 0 to 1, sparse: runs of tokens with one score. */
  readonly content: readonly ScoredRun[]
  readonly mention: readonly ScoredRun[]
  /** What the anchor rests on, as words for a person, e.g. the rule's name. */
  readonly why: string
  /** Statements that this one reports; not set by taggers, which let no token be content of two. */
  readonly inner?: readonly Anchor[]
}

/** Tokens [first, end) of a passage share one score, 0 to 1. */
export interface ScoredRun {
  readonly first: number
  readonly end: number
  readonly score: number
}

/** Scores passages. What waits (a network's inference) lies behind the promise; results are in the passages' order. */
export interface Tagger {
  /** Name and version, kept in each statement's `model`. */
  readonly name: string
  /** An anchor that scores below this is no statement. */
  readonly threshold: number
  tag(passages: readonly Passage[]): Promise<readonly (readonly Anchor[])[]>
}
