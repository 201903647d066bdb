/** A stretch of two lists of words, as [start, end) in each: the same words, or other ones (either may be empty). */
export interface Stretch {
  readonly same: boolean
  readonly a: readonly [start: number, end: number]
  readonly b: readonly [start: number, end: number]
}

/**
 * The shortest way from one list of words to another, in stretches (Myers 1986, "An O(ND) Difference Algorithm"); null where
 * it takes more than `most` words left out or put in. Time and room go with the words and the square of the differences.
 */
export function wordDiff(a: readonly string[], b: readonly string[], most: number): Stretch[] | null {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const n = a.length - head - tail
  const m = b.length - head - tail
  const limit = Math.min(most, n + m)
  const path = pathOf(n, m, limit, (x, y) => a[head + x] === b[head + y])
  if (!path) return null
  const stretches: Stretch[] = []
  const add = (same: boolean, a0: number, a1: number, b0: number, b1: number) => {
    if (a0 === a1 && b0 === b1) return
    const last = stretches.at(-1)
    if (last && last.same === same) {
      stretches[stretches.length - 1] = { same, a: [last.a[0], a1], b: [last.b[0], b1] }
    } else stretches.push({ same, a: [a0, a1], b: [b0, b1] })
  }
  add(true, 0, head, 0, head)
  let x = 0
  let y = 0
  for (const [toX, toY] of path) {
    const dx = toX - x
    const dy = toY - y
    const diagonal = Math.min(dx, dy)
    // One step right or down, then down the diagonal.
    if (dx > dy) add(false, head + x, head + x + 1, head + y, head + y)
    if (dy > dx) add(false, head + x, head + x, head + y, head + y + 1)
    add(true, head + toX - diagonal, head + toX, head + toY - diagonal, head + toY)
    x = toX
    y = toY
  }
  add(true, a.length - tail, a.length, b.length - tail, b.length)
  return stretches
}

/** Points at which each step's diagonal ends, from the first to the last; null: more than `limit` steps. */
function pathOf(
  n: number,
  m: number,
  limit: number,
  same: (x: number, y: number) => boolean,
): [number, number][] | null {
  const trace: Int32Array[] = []
  const size = 2 * limit + 3
  const middle = limit + 1
  const far = new Int32Array(size)
  for (let d = 0; d <= limit; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (far[middle + k - 1] as number) < (far[middle + k + 1] as number))
      let x = down ? (far[middle + k + 1] as number) : (far[middle + k - 1] as number) + 1
      if (d === 0) x = 0
      let y = x - k
      while (x < n && y < m && same(x, y)) {
        x++
        y++
      }
      far[middle + k] = x
      if (x >= n && y >= m) {
        trace.push(far.slice())
        return walkBack(trace, n, m, middle)
      }
    }
    trace.push(far.slice())
  }
  return null
}

function walkBack(trace: readonly Int32Array[], n: number, m: number, middle: number): [number, number][] {
  const points: [number, number][] = [[n, m]]
  let x = n
  let y = m
  for (let d = trace.length - 1; d > 0; d--) {
    const before = trace[d - 1] as Int32Array
    const k = x - y
    const down = k === -d || (k !== d && (before[middle + k - 1] as number) < (before[middle + k + 1] as number))
    const from = down ? k + 1 : k - 1
    x = before[middle + from] as number
    y = x - from
    points.push([x, y])
  }
  return points.reverse()
}
