import { column, WIDTH } from './columns.js'
import type { Shape } from './text.js'

const RUN = column('runWords')
const FROM_LONGEST = column('fromLongestRun')
const SHORT_RUN = column('shortRun')

/** A run of prose goes on over this many units that are none: a subheading, a caption with its credit. */
const BRIDGE = 2

/** Distances beyond this say no more. */
const FAR_OFF = 100

interface Run {
  readonly first: number
  last: number
  words: number
  units: number
}

/**
 * Fills in `runWords` to `shortRun`: an article is the page's longest run of prose, furniture comes in runs of short
 * lines. What boxes tell in HTML, runs tell in plain text.
 */
export function runFeatures(shapes: readonly Shape[], rows: Float32Array): void {
  const runs = proseRuns(shapes)
  let longest: Run | null = null
  for (const run of runs) if (!longest || run.words > longest.words) longest = run
  let r = 0
  for (let i = 0; i < shapes.length; i++) {
    while (r < runs.length && (runs[r] as Run).last < i) r++
    const run = runs[r]
    const k = i * WIDTH + RUN
    if (run && run.first <= i) {
      rows[k] = run.words
      rows[k + 1] = run.words / Math.max(1, longest?.words ?? 0)
      rows[k + 2] = run.units
      rows[k + 3] = i - run.first
    }
    if (longest) {
      const before = Math.max(-FAR_OFF, i - longest.first)
      const after = Math.min(FAR_OFF, i - longest.last)
      rows[i * WIDTH + FROM_LONGEST] = before < 0 ? before : Math.max(after, 0)
    }
  }
  let start = 0
  for (let i = 0; i <= shapes.length; i++) {
    const s = shapes[i]
    if (s && s.wordCount <= 8 && s.endsSentence === 0) continue
    for (let j = start; j < i; j++) rows[j * WIDTH + SHORT_RUN] = Math.min(FAR_OFF, i - start)
    if (s) rows[i * WIDTH + SHORT_RUN] = 0
    start = i + 1
  }
}

function proseRuns(shapes: readonly Shape[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  for (let i = 0; i < shapes.length; i++) {
    const s = shapes[i] as Shape
    if (!s.prose) continue
    if (open && i - open.last <= BRIDGE + 1) {
      open.last = i
      open.words += s.wordCount
      open.units++
    } else {
      open = { first: i, last: i, words: s.wordCount, units: 1 }
      runs.push(open)
    }
  }
  return runs
}
