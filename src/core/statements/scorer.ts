import type { Features } from './features.js'
import { mix } from './hashing.js'
import { readWeights } from './weights.js'

/** A log-linear model over hashed features: signed bytes (any numbers while training) times a scale. The table's size is a power of two. */
export interface Weights {
  readonly table: ArrayLike<number>
  readonly scale: number
}

/** Reads weights as the training script writes them. */
export const weightsOf = (digits: string, scale: number): Weights => ({ table: readWeights(digits), scale })

/** The weight of a list of features, each mixed with `salt`: a class's number, or 0. */
export function weigh(f: Features, salt: number, { table, scale }: Weights): number {
  const mask = table.length - 1
  let sum = 0
  for (let i = 0; i < f.length; i++) sum += table[mix(f.hashes[i] as number, salt) & mask] as number
  return sum * scale
}

/** Turns the first `n` weights into probabilities that add up to one, in place. */
export function softmax(scores: Float64Array, n: number): void {
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) if ((scores[i] as number) > top) top = scores[i] as number
  let sum = 0
  for (let i = 0; i < n; i++) {
    const e = Math.exp((scores[i] as number) - top)
    scores[i] = e
    sum += e
  }
  for (let i = 0; i < n; i++) scores[i] = (scores[i] as number) / sum
}
