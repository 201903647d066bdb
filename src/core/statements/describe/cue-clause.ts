import type { Statement } from '../../model/index.js'
import type { BlockWords, Range } from './block-words.js'

/** A statement's cue with what stands about it in its sentence. All indices are token indices of the cue's block. */
export interface CueClause {
  readonly words: BlockWords
  readonly cue: Range
  readonly sentence: Range
  /** The parts of the content that stand in the block. */
  readonly content: readonly Range[]
  /** Null: no mention, or one in another block. */
  readonly mention: Range | null
}

/** The clause of a statement's cue; `words` are those of the block that the cue stands in. */
export function cueClauseOf(words: BlockWords, statement: Statement & { readonly cue: object }): CueClause | null {
  const cue = words.range(statement.cue)
  if (cue.first >= cue.end) return null
  const isHere = (range: Range) => range.first < range.end
  const mention = statement.mention ? words.range(statement.mention) : null
  const first = words.sentence(cue.first)
  const last = words.sentence(cue.end - 1)
  return {
    words,
    cue,
    sentence: { first: first.first, end: last.end },
    content: statement.content.map((span) => words.range(span)).filter(isHere),
    mention: mention && isHere(mention) ? mention : null,
  }
}

/** Whether token `i` is part of the statement's content. */
export function inContent({ content }: CueClause, i: number): boolean {
  for (const range of content) if (range.first <= i && i < range.end) return true
  return false
}
