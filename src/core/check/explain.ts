import { wordRange } from '../anchor/index.js'
import { exactMatches, type Match, matchIn, weightIn } from './match.js'
import type { Part } from './quoted.js'
import type { Candidate } from './sources.js'
import { type Text, textOf } from './texts.js'

/** A quotation's parts as they stand in one source. */
export interface Explanation {
  readonly text: Text
  /** By part; null: not found there. */
  readonly matches: readonly (Match | null)[]
  /** Share of the words that are the same, weighed, 0 to 1. */
  readonly similarity: number
}

/** Less alike than this, weighed, a quotation is another one. Set on seed 1 of bench/check.mjs. */
export const ALTERED = 0.6
/** Places of the same words in one stretch, of which the one whose speaker fits is chosen. */
const SAME_WORDS = 4
/** Words that an ellipsis may stand for before what follows it is looked for elsewhere. */
const ELLIPSIS = 400
/** Words about a candidate that are looked at too: what a cue in the middle takes. */
const MARGIN = 48

/** The stretch of a source's words that a candidate stands for, with a margin. */
export function stretchOf(part: Part, { source, start, end }: Candidate): { text: Text; from: number; to: number } {
  const text = textOf(source)
  const margin = MARGIN + (part.keys.length >> 2)
  const [from, to] = wordRange(text.words, start, end)
  return { text, from: Math.max(0, from - margin), to: Math.min(text.words.key.length, to + margin) }
}

/**
 * The main part where the candidate is, the others before and after it, as far as they are near.
 *
 * @param exact only places at which the main part stands word for word
 */
export function explain(parts: readonly Part[], main: number, candidate: Candidate, exact: boolean): Explanation[] {
  const part = parts[main] as Part
  const { text, from, to } = stretchOf(part, candidate)
  const mains = exact ? exactMatches(text, part, from, to, SAME_WORDS) : [matchIn(text, part, from, to)]
  return mains.flatMap((match) => {
    if (!match) return []
    const matches: (Match | null)[] = parts.map(() => null)
    matches[main] = match
    let at = match.end
    for (let i = main + 1; i < parts.length; i++) {
      const next = good(matchIn(text, parts[i] as Part, at, at + ELLIPSIS))
      matches[i] = next
      if (next) at = next.end
    }
    at = match.first
    for (let i = main - 1; i >= 0; i--) {
      const next = good(matchIn(text, parts[i] as Part, at - ELLIPSIS, at))
      matches[i] = next
      if (next) at = next.first
    }
    return [{ text, matches, similarity: similarityOf(parts, matches) }]
  })
}

const good = (match: Match | null): Match | null => (match && match.similarity >= ALTERED ? match : null)

function similarityOf(parts: readonly Part[], matches: readonly (Match | null)[]): number {
  let all = 0
  let same = 0
  parts.forEach((part, i) => {
    const weight = weightIn(part)
    all += weight
    same += weight * (matches[i]?.similarity ?? 0)
  })
  return all === 0 ? 0 : same / all
}
