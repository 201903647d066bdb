import { BRIDGES, PLAIN_WIDTH, plainColumn } from './columns.js'
import type { PlainShape } from './shape.js'

/** Units of prose that stand together. */
export interface ProseRun {
  readonly first: number
  last: number
  words: number
  units: number
  /** Of the units' prose weights, the sum. */
  weight: number
}

/** The runs of prose, each going on over up to `bridge` units that are none. */
export function proseRuns(shapes: readonly PlainShape[], weight: Float64Array, bridge: number): ProseRun[] {
  const runs: ProseRun[] = []
  let open: ProseRun | null = null
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as PlainShape
    if (!s.prose) continue
    if (!open || i - open.last > bridge + 1) {
      open = { first: i, last: i, words: 0, units: 0, weight: 0 }
      runs.push(open)
    }
    open.last = i
    open.words += s.wordCount
    open.units++
    open.weight += weight[i] as number
  }
  return runs
}

/** The run with the most words, the first of equals; null where there is none. */
export function longestRun(runs: readonly ProseRun[]): ProseRun | null {
  let longest: ProseRun | null = null
  for (const run of runs) if (!longest || run.words > longest.words) longest = run
  return longest
}

/** Fills in `runWords0` to `runDensity6`: the run of prose a unit is in, for runs strictly and loosely taken. */
export function runFeatures(shapes: readonly PlainShape[], weight: Float64Array, out: Float32Array): void {
  for (const bridge of BRIDGES) {
    const column = plainColumn(`runWords${bridge}`)
    const runs = proseRuns(shapes, weight, bridge)
    const most = Math.max(1, longestRun(runs)?.words ?? 0)
    let r = 0
    let before = 0
    for (let i = 0; i < shapes.length; i++) {
      while (r < runs.length && (runs[r] as ProseRun).last < i) before += (runs[r++] as ProseRun).words
      const k = i * PLAIN_WIDTH + column
      const run = runs[r]
      out[k + 4] = before / most
      if (!run || run.first > i) continue
      out.set([run.words, run.words / most, run.units, i - run.first], k)
      out[k + 5] = run.weight / run.units
      out[k + 6] = run.units / (run.last - run.first + 1)
    }
  }
}
