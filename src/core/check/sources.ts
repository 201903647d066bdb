import type { Source } from './verdict.js'

/** A stretch of a source that may hold what is looked for. */
export interface Candidate {
  readonly source: Source
  /** In the source's text, in UTF-16 code units; words about it are looked at too. */
  readonly start: number
  readonly end: number
}

/**
 * What the check needs of whatever holds the sources: a list in memory, a ledger's store. The smallest shape.
 */
export interface Sources {
  /**
   * Stretches that may hold the words, the likeliest first.
   *
   * @param keys the words by their keys (`keyOf`), in order
   * @param how `in-order`: a quotation, most of whose words stand there in that order; `anywhere`: words of a report,
   * which stand there in any order and form
   * @param limit the most stretches that are of use
   */
  find(
    keys: readonly string[],
    how: 'in-order' | 'anywhere',
    limit: number,
  ): readonly Candidate[] | Promise<readonly Candidate[]>
}
