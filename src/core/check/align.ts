import { stemOf } from '../compare/stem.js'

/** How a stretch of words goes into another. Index ranges, half-open: `q` of the draft's words, `w` of the source's. */
export interface Step {
  readonly how: 'same' | 'changed' | 'added' | 'left-out'
  readonly q: readonly [number, number]
  readonly w: readonly [number, number]
}

/** An alignment of all words of the draft's with a stretch of the source's. */
export interface Alignment {
  /** In order; two that follow each other are never both `same`. Neither first nor last is `left-out`. */
  readonly steps: readonly Step[]
  readonly cost: number
}

// A word changed costs less than one added and one left out; a word left out costs more than a chance match of a single
// word beyond it is worth, and each further one next to nothing, so that one long gap is found as one.
const CHANGED = 12
const KIN = 5
const ADDED = 9
const OPEN = 10
const FURTHER = 1

const FAR = 0x3fffffff

/**
 * The cheapest alignment of `q` with any stretch of `w`: dynamic programming with an affine price for words left out
 * (Gotoh 1982) and free ends in the source. Takes q.length × w.length steps; callers bound both.
 * Words of the same stem cost less to change.
 */
export function align(q: readonly string[], w: readonly string[]): Alignment {
  const n = q.length
  const m = w.length
  const ids = new Map<string, number>()
  const idOf = (key: string): number => {
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    return id
  }
  const a = Int32Array.from(q, idOf)
  const b = Int32Array.from(w, idOf)
  const stemA = Int32Array.from(q, (key) => idOf(stemOf(key)))
  const stemB = Int32Array.from(w, (key) => idOf(stemOf(key)))
  const width = m + 1
  // Bits 0 and 1: how the best that is not a gap came about (0 same or changed, 1 added, 2 out of a gap); bit 2: whether
  // the gap goes on.
  const from = new Uint8Array((n + 1) * width)
  let best = new Int32Array(width)
  let gap = new Int32Array(width).fill(FAR)
  let nextBest = new Int32Array(width)
  let nextGap = new Int32Array(width)
  for (let i = 1; i <= n; i++) {
    const word = a[i - 1] as number
    nextBest[0] = i * ADDED
    nextGap[0] = FAR
    from[i * width] = 1
    for (let j = 1; j <= m; j++) {
      const other = b[j - 1] as number
      const price = word === other ? 0 : stemA[i - 1] === stemB[j - 1] ? KIN : CHANGED
      const open = (nextBest[j - 1] as number) + OPEN
      const on = (nextGap[j - 1] as number) + FURTHER
      const inGap = Math.min(open, on)
      nextGap[j] = inGap
      let cost = (best[j - 1] as number) + price
      let how = 0
      const added = (best[j] as number) + ADDED
      if (added < cost) {
        cost = added
        how = 1
      }
      if (inGap < cost) {
        cost = inGap
        how = 2
      }
      nextBest[j] = cost
      from[i * width + j] = how | (on < open ? 4 : 0)
    }
    ;[best, nextBest] = [nextBest, best]
    ;[gap, nextGap] = [nextGap, gap]
  }
  let end = 0
  for (let j = 1; j <= m; j++) if ((best[j] as number) < (best[end] as number)) end = j
  return { steps: stepsBack(from, width, a, b, n, end), cost: best[end] as number }
}

function stepsBack(from: Uint8Array, width: number, a: Int32Array, b: Int32Array, n: number, end: number): Step[] {
  const back: Step[] = []
  const push = (how: Step['how'], q0: number, q1: number, w0: number, w1: number) => {
    const last = back.at(-1)
    if (last?.how === how) back[back.length - 1] = { how, q: [q0, last.q[1]], w: [w0, last.w[1]] }
    else back.push({ how, q: [q0, q1], w: [w0, w1] })
  }
  let i = n
  let j = end
  while (i > 0) {
    const how = (from[i * width + j] as number) & 3
    if (how === 1) {
      push('added', i - 1, i, j, j)
      i--
    } else if (how === 2) {
      let on = true
      while (on) {
        on = ((from[i * width + j] as number) & 4) !== 0
        push('left-out', i, i, j - 1, j)
        j--
      }
    } else {
      push(a[i - 1] === b[j - 1] ? 'same' : 'changed', i - 1, i, j - 1, j)
      i--
      j--
    }
  }
  return back.reverse()
}

/** Where `q` stands in `w` word for word: start indices, at most `limit`. Linear (Knuth, Morris and Pratt). */
export function exactly(q: readonly string[], w: readonly string[], limit: number): number[] {
  const out: number[] = []
  const n = q.length
  if (n === 0) return out
  const back = new Int32Array(n)
  for (let i = 1, k = 0; i < n; i++) {
    while (k > 0 && q[i] !== q[k]) k = back[k - 1] as number
    if (q[i] === q[k]) k++
    back[i] = k
  }
  for (let i = 0, k = 0; i < w.length && out.length < limit; i++) {
    while (k > 0 && w[i] !== q[k]) k = back[k - 1] as number
    if (w[i] === q[k]) k++
    if (k === n) {
      out.push(i - n + 1)
      k = back[k - 1] as number
    }
  }
  return out
}
