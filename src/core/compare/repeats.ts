import { wordsOf } from '../anchor/index.js'
import { LEAST_WORDS } from './prints.js'
import type { Said } from './said.js'
import { type Stretch, wordDiff } from './word-diff.js'

/**
 * How one statement repeats another. `exact`: the same words, whatever their marks; `trimmed`: words are left off at an end;
 * `ellipsis`: left out inside, and an ellipsis or brackets say so, or the cue stands there; `altered`: other words.
 */
export type RepeatRelation = 'exact' | 'trimmed' | 'ellipsis' | 'altered'

/** What two statements have in common. */
export interface Repeat {
  readonly relation: RepeatRelation
  /** The words of both, folded, in stretches: what differs is what one of the pages has wrong, or has left out. */
  readonly stretches: readonly Stretch[]
  readonly a: readonly string[]
  readonly b: readonly string[]
}

/** Longer quotations are compared by so many of their first words. */
const LONGEST = 600
/** Share of the shorter one's words that must be the same for the two to be one quotation with words changed. */
const SAME = 0.75

/**
 * How one statement repeats another by its words; null: it does not, as far as words tell. Whether the same person said both
 * is for the caller. Compares what stands in quotation marks where both have some, else the whole content, which must then
 * be the same. Time is bounded.
 */
export function repeatOf(
  one: Pick<Said, 'content' | 'quoted'>,
  other: Pick<Said, 'content' | 'quoted'>,
): Repeat | null {
  const isQuoted = one.quoted.length > 0 && other.quoted.length > 0
  const pieces = isQuoted ? [one.quoted, other.quoted] : [one.content, other.content]
  const [a, b] = pieces.map((each) => each.flatMap((piece) => wordsOf(piece).key).slice(0, LONGEST)) as [
    string[],
    string[],
  ]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < LEAST_WORDS) return null
  const result = (relation: RepeatRelation, stretches: readonly Stretch[]): Repeat => ({ relation, stretches, a, b })
  if (short.length === long.length && short.every((word, i) => word === long[i])) {
    return result('exact', [{ same: true, a: [0, a.length], b: [0, b.length] }])
  }
  // What is told in a page's own words is a repeat only where all of them are the same.
  if (!isQuoted) return null
  const at = indexOf(long, short)
  if (at >= 0) {
    const same = (start: number, length: number): readonly [number, number] => [start, start + length]
    const aFrom = short === a ? 0 : at
    const bFrom = short === a ? at : 0
    const stretches: Stretch[] = [
      { same: false, a: [0, aFrom], b: [0, bFrom] },
      { same: true, a: same(aFrom, short.length), b: same(bFrom, short.length) },
      { same: false, a: [aFrom + short.length, a.length], b: [bFrom + short.length, b.length] },
    ]
    return result(
      'trimmed',
      stretches.filter(({ a: [a0, a1], b: [b0, b1] }) => a1 > a0 || b1 > b0),
    )
  }
  // What stands outside the shorter one's first and last words in the longer is trimmed, and no difference.
  const differences = Math.ceil((1 - SAME) * short.length) * 2 + (long.length - short.length)
  const stretches = wordDiff(a, b, differences)
  if (!stretches) return null
  let shared = 0
  let changes = 0
  let gaps = 0
  stretches.forEach(({ same, a: [a0, a1], b: [b0, b1] }, i) => {
    const isEdge = i === 0 || i === stretches.length - 1
    const [mine, theirs] = short === a ? [a1 - a0, b1 - b0] : [b1 - b0, a1 - a0]
    if (same) shared += a1 - a0
    else if (mine === 0 && !isEdge) gaps += theirs
    else if (mine > 0) changes += mine
  })
  if (shared < SAME * short.length) return null
  const parts = short === a ? pieces[0] : pieces[1]
  const marked = (parts?.length ?? 0) > 1 || (parts ?? []).some((part) => MARKED.test(part))
  if (changes === 0 && gaps > 0 && marked) return result('ellipsis', stretches)
  return result('altered', stretches)
}

const MARKED = /\u2026|\.{3}|\. \. \.|\[[^[\]]{0,80}\]/

/** Where one list of words stands in another; -1: nowhere. Bounded by the lists' length (Knuth, Morris and Pratt 1977). */
function indexOf(text: readonly string[], pattern: readonly string[]): number {
  const back = new Int32Array(pattern.length)
  for (let i = 1, k = 0; i < pattern.length; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = back[k - 1] as number
    if (pattern[i] === pattern[k]) k++
    back[i] = k
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== pattern[k]) k = back[k - 1] as number
    if (text[i] === pattern[k]) k++
    if (k === pattern.length) return i - k + 1
  }
  return -1
}
