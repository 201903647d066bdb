import { PLAIN_WIDTH, plainColumn, WINDOWS } from './columns.js'
import type { PlainShape } from './shape.js'

const LOOK = plainColumn('sameLook')
const WINDOW = plainColumn('wordsBefore5')
const STAMP = plainColumn('sinceStamp')
const PROSE = plainColumn('proseBefore1')

/** Distances beyond this say no more. */
const FAR_OFF = 100

/** A line counts as a template's from this many like it on the page. */
const TEMPLATE = 3

/** Longer units than this are no lines, words. */
const LONGEST_LINE = 14

/** Fills in `sameLook` to `proseWeightAfter2`: what stands around a unit. `weight`: the mean weight of a unit's words. */
export function aroundFeatures(
  shapes: readonly PlainShape[],
  weight: Float64Array,
  proseWeight: Float64Array,
  out: Float32Array,
): void {
  const n = shapes.length
  const looks = new Map<number, number>()
  for (const s of shapes) looks.set(s.look, (looks.get(s.look) ?? 0) + 1)
  const template = templates(shapes)
  for (let i = 0; i < n; i++) {
    const k = i * PLAIN_WIDTH + LOOK
    out[k] = (looks.get((shapes[i] as PlainShape).look) as number) / n
    out[k + 1] = template[i] as number
  }
  windowFeatures(shapes, [weight, proseWeight], template, out)
  stampFeatures(shapes, out)
  proseFeatures(shapes, proseWeight, out, PROSE, 1)
  proseFeatures(shapes, proseWeight, out, PROSE + 4, -1)
}

/** 1 for a line that begins or ends, digits aside, in the words of two other lines: "12 votes", "Ana, 3 days ago at 7:47 am". */
function templates(shapes: readonly PlainShape[]): Float64Array {
  const counts = new Map<string, number>()
  const keysOf = ({ words }: PlainShape): string[] => {
    const n = words.length
    if (n === 0 || n > LONGEST_LINE) return []
    return n <= 2 ? [words.join(' ')] : [`^${words.slice(0, 2).join(' ')}`, `${words.slice(n - 3).join(' ')}$`]
  }
  for (const s of shapes) for (const key of keysOf(s)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Float64Array.from(shapes, (s) => (keysOf(s).some((key) => (counts.get(key) as number) >= TEMPLATE) ? 1 : 0))
}

/** No more words of a unit are counted in the mean of a window. */
const MOST_WORDS = 100

function windowFeatures(
  shapes: readonly PlainShape[],
  weights: readonly Float64Array[],
  template: Float64Array,
  out: Float32Array,
): void {
  const n = shapes.length
  const words = Float64Array.from(shapes, (s) => Math.min(MOST_WORDS, s.wordCount))
  const stamps = Float64Array.from(shapes, (s) => (s.stamp || s.dated ? 1 : 0))
  const sums = [words, ...weights, stamps, template].map(runningSum)
  for (let i = 0; i < n; i++) {
    let k = i * PLAIN_WIDTH + WINDOW
    for (const size of WINDOWS) {
      k = putMeans(sums, Math.max(0, i - size), i, out, k)
      k = putMeans(sums, i + 1, Math.min(n, i + 1 + size), out, k)
    }
  }
}

function runningSum(values: Float64Array): Float64Array {
  const sum = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sum[i + 1] = (sum[i] as number) + (values[i] as number)
  return sum
}

/** The means over [from, to), NaN where it is empty. Returns the column after the last. */
function putMeans(sums: readonly Float64Array[], from: number, to: number, out: Float32Array, at: number): number {
  let k = at
  for (const sum of sums)
    out[k++] = to > from ? ((sum[to] as number) - (sum[from] as number)) / (to - from) : Number.NaN
  return k
}

function stampFeatures(shapes: readonly PlainShape[], out: Float32Array): void {
  const n = shapes.length
  let since = FAR_OFF
  for (let i = 0; i < n; i++) {
    out[i * PLAIN_WIDTH + STAMP] = since
    since = (shapes[i] as PlainShape).stamp ? 1 : Math.min(FAR_OFF, since + 1)
  }
  let until = FAR_OFF
  for (let i = n - 1; i >= 0; i--) {
    out[i * PLAIN_WIDTH + STAMP + 1] = until
    until = (shapes[i] as PlainShape).stamp ? 1 : Math.min(FAR_OFF, until + 1)
  }
}

/** Words and weight of the nearest two units of prose, before (`step` 1) or after (-1). */
function proseFeatures(
  shapes: readonly PlainShape[],
  weight: Float64Array,
  out: Float32Array,
  column: number,
  step: 1 | -1,
): void {
  const n = shapes.length
  let near = -1
  let next = -1
  for (let i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step) {
    const k = i * PLAIN_WIDTH + column
    if (near >= 0) out.set([(shapes[near] as PlainShape).wordCount, weight[near] as number], k)
    if (next >= 0) out.set([(shapes[next] as PlainShape).wordCount, weight[next] as number], k + 2)
    if ((shapes[i] as PlainShape).prose) {
      next = near
      near = i
    }
  }
}
