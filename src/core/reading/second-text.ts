import { type PlainShape, rarityOf } from './features/plain/index.js'

/** Columns of pass two for plain text, after FEATURES and those of second.ts; training/reading/second.py has the same. */
export const FURTHER_TEXT = 17

const NEAR = 3
const WIDE = 20
const BESIDE = 2

/** A score above this speaks for the article when its heaviest run is looked for. */
const EVEN = 0.5

/**
 * What pass two sees of a plain-text page beside the columns of second.ts: pass one's scores of the nearest prose, of a
 * narrow and a wide window, of lines that look alike, of the page's heaviest run, and how far a unit's words are those of
 * the units that scored well.
 */
export function furtherTextColumns(shapes: readonly PlainShape[], one: Float64Array): Float64Array {
  const n = shapes.length
  const out = new Float64Array(n * FURTHER_TEXT).fill(Number.NaN)
  nearestProse(shapes, one, out, 0, 1)
  nearestProse(shapes, one, out, 2, -1)
  windows(shapes, one, out)
  alike(shapes, one, out)
  heaviestRun(shapes, one, out)
  agreement(shapes, one, out)
  beside(one, out)
  ranks(one, out)
  return out
}

/** Columns 0 to 3: the scores of the nearest two units of prose before (`step` 1) and after (-1). */
function nearestProse(
  shapes: readonly PlainShape[],
  one: Float64Array,
  out: Float64Array,
  column: number,
  step: 1 | -1,
): void {
  let near = -1
  let next = -1
  for (let i = step > 0 ? 0 : shapes.length - 1; i >= 0 && i < shapes.length; i += step) {
    const at = i * FURTHER_TEXT + column
    if (near >= 0) out[at] = one[near] as number
    if (next >= 0) out[at + 1] = one[next] as number
    if (!shapes[i]?.prose) continue
    next = near
    near = i
  }
}

/** Columns 4 and 5: the mean score of the words in a narrow and a wide window. */
function windows(shapes: readonly PlainShape[], one: Float64Array, out: Float64Array): void {
  const n = shapes.length
  const { mass, words } = sums(shapes, one)
  for (let i = 0; i < n; i++) {
    for (const [column, reach] of [
      [4, NEAR],
      [5, WIDE],
    ] as const) {
      const from = Math.max(0, i - reach)
      const to = Math.min(n, i + reach + 1)
      out[i * FURTHER_TEXT + column] = between(mass, from, to) / Math.max(1, between(words, from, to))
    }
  }
}

/** Running sums of score times words, and of words. */
function sums(shapes: readonly PlainShape[], one: Float64Array): { mass: Float64Array; words: Float64Array } {
  const mass = new Float64Array(shapes.length + 1)
  const words = new Float64Array(shapes.length + 1)
  for (let i = 0; i < shapes.length; i++) {
    const w = shapes[i]?.wordCount ?? 0
    mass[i + 1] = (mass[i] as number) + (one[i] as number) * w
    words[i + 1] = (words[i] as number) + w
  }
  return { mass, words }
}

function between(sum: Float64Array, from: number, to: number): number {
  return (sum[to] as number) - (sum[from] as number)
}

/** Column 6: the mean score of the page's other units of the same look. */
function alike(shapes: readonly PlainShape[], one: Float64Array, out: Float64Array): void {
  const groups = new Map<number, { score: number; units: number }>()
  for (let i = 0; i < shapes.length; i++) {
    const look = shapes[i]?.look ?? 0
    const group = groups.get(look) ?? { score: 0, units: 0 }
    group.score += one[i] as number
    group.units++
    groups.set(look, group)
  }
  for (let i = 0; i < shapes.length; i++) {
    const { score, units } = groups.get(shapes[i]?.look ?? 0) as { score: number; units: number }
    // A unit alone of its look comes to 0.2, little and not much surer than that.
    out[i * FURTHER_TEXT + 6] = (score - (one[i] as number) + 0.1) / (units - 0.5)
  }
}

/**
 * Columns 7 to 11: where a unit stands to the page's heaviest run, the stretch whose scores above {@link EVEN}, less those
 * below, add up to the most (Kadane's algorithm), long units counting more; how much of the page's weight it has; its mean.
 */
function heaviestRun(shapes: readonly PlainShape[], one: Float64Array, out: Float64Array): void {
  const n = shapes.length
  let most = 0
  let first = -1
  let last = -1
  let sum = 0
  let start = 0
  let above = 0
  for (let i = 0; i < n; i++) {
    const value = ((one[i] as number) - EVEN) * Math.sqrt((shapes[i]?.wordCount ?? 0) + 1)
    if (value > 0) above += value
    if (sum <= 0) {
      sum = 0
      start = i
    }
    sum += value
    if (sum > most) {
      most = sum
      first = start
      last = i
    }
  }
  if (first < 0) return
  const { mass, words } = sums(shapes, one)
  const mean = between(mass, first, last + 1) / Math.max(1, between(words, first, last + 1))
  for (let i = 0; i < n; i++) {
    const outside = i < first ? first - i : i > last ? last - i : 0
    out.set([outside, i - first, last - i, most / above, mean], i * FURTHER_TEXT + 7)
  }
}

/** Columns 12 and 13: how far a unit's longer words stand in other units that scored well. */
function agreement(shapes: readonly PlainShape[], one: Float64Array, out: Float64Array): void {
  const rarity = rarityOf(shapes)
  const mass = new Map<string, number>()
  for (let i = 0; i < shapes.length; i++) {
    for (const w of shapes[i]?.topical ?? []) mass.set(w, (mass.get(w) ?? 0) + (one[i] as number))
  }
  for (let i = 0; i < shapes.length; i++) {
    const { topical } = shapes[i] as PlainShape
    if (topical.size === 0) continue
    let all = 0
    let here = 0
    let amount = 0
    for (const w of topical) {
      const r = rarity.get(w) as number
      const others = Math.max(0, (mass.get(w) as number) - (one[i] as number))
      all += r
      here += r * Math.min(1, others)
      amount += Math.log1p(others)
    }
    out[i * FURTHER_TEXT + 12] = here / all
    out[i * FURTHER_TEXT + 13] = amount / topical.size
  }
}

/** Columns 14 and 15: the least and the greatest score of the unit and two on either side. */
function beside(one: Float64Array, out: Float64Array): void {
  for (let i = 0; i < one.length; i++) {
    const near = one.subarray(Math.max(0, i - BESIDE), i + BESIDE + 1)
    out[i * FURTHER_TEXT + 14] = Math.min(...near)
    out[i * FURTHER_TEXT + 15] = Math.max(...near)
  }
}

/** Column 16: how many units scored better, of equals those before it. */
function ranks(one: Float64Array, out: Float64Array): void {
  const order = Array.from(one.keys()).sort((a, b) => (one[b] as number) - (one[a] as number) || a - b)
  for (let rank = 0; rank < order.length; rank++) out[(order[rank] as number) * FURTHER_TEXT + 16] = rank
}
