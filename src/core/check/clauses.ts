import type { Words } from '../anchor/index.js'
import { stemOf } from '../compare/stem.js'
import { FUNCTION_WORDS, HEDGES, isNegation } from './lexicon.js'

/** A clause of a sentence: the stems that bear what it says, and whether it denies it. */
export interface Clause {
  readonly stems: ReadonlySet<string>
  readonly negative: boolean
}

/** Words that a clause may begin with after another. */
const JOINTS: ReadonlySet<string> = new Set('and but or nor yet while whereas although though because so'.split(' '))
/** Of a clause's stems so many must be another's for the two to be about the same. */
const SAME = 0.5

/** Whether a word bears what a sentence says. */
export const isBearing = (key: string): boolean => !FUNCTION_WORDS.has(key) && !HEDGES.has(key) && !isNegation(key)

/** How many words of a clause or sentence deny; "nor" carries on what was denied before. */
export function denialsIn(keys: readonly string[]): number {
  const all = keys.filter(isNegation)
  return all.filter((key, i) => key !== 'nor' || i === 0).length
}

/** The clauses of the words [from, to), which are one sentence: parted at commas and at words that join. */
export function clausesIn(words: Words, from: number, to: number): Clause[] {
  const out: Clause[] = []
  let start = from
  for (let i = from + 1; i <= to; i++) {
    const gap = i < to ? words.text.slice(words.end[i - 1], words.start[i]) : ''
    if (i < to && !JOINTS.has(words.key[i] as string) && !/[,;:\u2014\u2013]/.test(gap)) continue
    const keys = words.key.slice(start, i)
    const stems = new Set(keys.filter(isBearing).map(stemOf))
    if (stems.size > 0) out.push({ stems, negative: denialsIn(keys) % 2 === 1 })
    start = i
  }
  return out
}

/** Whether a clause of one says no to what the other's clause about the same says. */
export function contradict(own: readonly Clause[], theirs: readonly Clause[]): boolean {
  return own.slice(0, 32).some(({ stems, negative }) => {
    let best: Clause | null = null
    let most = 0
    for (const clause of theirs.slice(0, 64)) {
      const shared = [...stems].filter((stem) => clause.stems.has(stem)).length
      if (shared <= most) continue
      best = clause
      most = shared
    }
    return best !== null && most >= stems.size * SAME && best.negative !== negative
  })
}
