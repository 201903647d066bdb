import type { DecodeOptions } from './config.js'
import { type DecodedPassage, type Run, wordsIn } from './roles.js'
import type { Settled } from './settle.js'

/** A statement with its rank, 0 to 1. */
export interface Ranked extends Settled {
  readonly score: number
}

/** A statement that stands beside the others. */
export interface Standing extends Ranked {
  /** What its confidence is made from: the log odds of its rank, and the share of its words that it kept. */
  readonly settled: readonly [number, number]
}

/** Logistic regression: `weights` over `features`, the last weight by itself. */
export function logistic(features: readonly number[], weights: readonly number[]): number {
  let x = weights[features.length] as number
  for (let i = 0; i < features.length; i++) x += (features[i] as number) * (weights[i] as number)
  return 1 / (1 + Math.exp(-x))
}

/**
 * The statements that can stand together, in order: no word is content of two. A word that several claim goes to the one
 * whose rank times its own probability is highest; a statement that keeps too few of its words falls, the least sure
 * first.
 */
export function stand(
  passage: DecodedPassage,
  statements: readonly Ranked[],
  threshold: number,
  o: DecodeOptions,
): Standing[] {
  const { word } = passage
  const owner = new Int32Array(word.length).fill(-1)
  const claim = new Float64Array(word.length)
  const kept: Ranked[] = []
  const isHeld = (s: Ranked, i: number) =>
    (owner[i] as number) >= 0 && s.score * s.share(i) <= o.margin * (claim[i] as number)
  const sorted = statements
    .filter((s) => s.score >= (s.isQuoted ? threshold * o.quoted : threshold))
    .sort((a, b) => b.score - a.score || a.at - b.at)
  for (const s of sorted) {
    let words = 0
    let lost = 0
    for (const i of tokensOf(s.content)) {
      if (word[i] !== 1) continue
      words++
      if (isHeld(s, i)) lost++
    }
    if (words === 0 || lost > o.taken * words) continue
    for (const i of tokensOf(s.content)) {
      if (isHeld(s, i)) continue
      owner[i] = kept.length
      claim[i] = s.score * s.share(i)
    }
    kept.push(s)
  }
  const out: Standing[] = []
  const runs = runsByOwner(owner, kept.length)
  kept.forEach((s, k) => {
    const content = (runs[k] as Run[]).filter((run) => wordsIn(passage, [run]) > 0)
    if (content.length === 0) return
    const part = wordsIn(passage, content) / wordsIn(passage, s.content)
    out.push({ ...s, content, settled: [Math.log(s.score / (1 - s.score)), part] })
  })
  return out.sort((a, b) => (a.content[0] as Run)[0] - (b.content[0] as Run)[0])
}

function* tokensOf(runs: readonly Run[]): Generator<number> {
  for (const [first, end] of runs) for (let i = first; i < end; i++) yield i
}

function runsByOwner(owner: Int32Array, owners: number): Run[][] {
  const runs: [number, number][][] = Array.from({ length: owners }, () => [])
  owner.forEach((k, i) => {
    if (k < 0) return
    const own = runs[k] as [number, number][]
    const last = own[own.length - 1]
    if (last && last[1] === i) last[1] = i + 1
    else own.push([i, i + 1])
  })
  return runs
}
