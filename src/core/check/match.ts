import { align, exactly, type Step } from './align.js'
import { FUNCTION_WORDS } from './lexicon.js'
import type { Part } from './quoted.js'
import { stemOf } from './stem.js'
import { sentenceEndsBefore, statementsAt, type Text } from './texts.js'

/** A part of a quotation as it stands in a source. */
export interface Match {
  readonly text: Text
  readonly part: Part
  /** In order; `w` counts words of the source's whole text. */
  readonly steps: readonly Step[]
  /** Share of the words that are the same, weighed, 0 to 1. */
  readonly similarity: number
  /** Weight of the words that are the same. */
  readonly same: number
  /** The first and one past the last word of the source that it takes in. */
  readonly first: number
  readonly end: number
}

/** Words that carry little count as much less than others: two of five words the same is chance if they are "of the". */
export const weightOf = (key: string): number => (FUNCTION_WORDS.has(key) ? 0.3 : 1)

/** Steps of the alignment that one match may take; longer quotations are looked at in fewer places. */
const CELLS = 6_000_000

/** How a part goes into the words [from, to) of a source: word for word where it does, else the cheapest way. */
export function matchIn(text: Text, part: Part, from: number, to: number): Match | null {
  const low = Math.max(0, from)
  const high = Math.min(text.words.key.length, to)
  if (high <= low || part.keys.length === 0) return null
  const w = text.words.key.slice(low, high)
  const q = withBrackets(part, w)
  const [at] = exactly(q, w, 1)
  if (at !== undefined) {
    const first = low + at
    return matchOf(text, part, [{ how: 'same', q: [0, q.length], w: [first, first + q.length] }])
  }
  if (q.length * w.length > CELLS) return null
  const steps = align(q, w, (a, b) => stemOf(a) === stemOf(b)).steps.map(
    ({ how, q: own, w: [a, b] }): Step => ({ how, q: own, w: [a + low, b + low] }),
  )
  return matchOf(text, part, atEdges(text, withoutStrays(steps, q), q.length))
}

/** Every place in [from, to) at which a part stands word for word, at most `limit`. */
export function exactMatches(text: Text, part: Part, from: number, to: number, limit: number): Match[] {
  const low = Math.max(0, from)
  const w = text.words.key.slice(low, to)
  const q = withBrackets(part, w)
  return exactly(q, w, limit).map((at) =>
    matchOf(text, part, [{ how: 'same', q: [0, q.length], w: [low + at, low + at + q.length] }]),
  )
}

// A word with a bracket in it ("want[ed]", "[T]he") is the source's word that it can be made of.
function withBrackets(part: Part, w: readonly string[]): readonly string[] {
  if (part.bare.every((bare) => bare === null)) return part.keys
  const there = new Set(w)
  return part.keys.map((key, i) => {
    const bare = part.bare[i]
    if (bare === null || bare === undefined || there.has(key)) return key
    if (there.has(bare)) return bare
    return (bare.length > 2 && w.find((word) => word.startsWith(bare))) || key
  })
}

/** A single word or two that happen to be the same beyond a gap, at the edge of a match, are no part of it. */
function withoutStrays(steps: readonly Step[], q: readonly string[]): Step[] {
  const out = [...steps]
  const weight = ({ q: [a, b] }: Step) => q.slice(a, b).reduce((sum, key) => sum + weightOf(key), 0)
  const isStray = (step: Step | undefined, gap: Step | undefined) =>
    step?.how === 'same' && gap?.how === 'left-out' && weight(step) < 2 && gap.w[1] - gap.w[0] > 2
  while (out.length > 2 && isStray(out[0], out[1])) {
    const [stray, gap] = out.splice(0, 2) as [Step, Step]
    out.unshift({ how: 'added', q: [0, stray.q[1]], w: [gap.w[1], gap.w[1]] })
  }
  while (out.length > 2 && isStray(out.at(-1), out.at(-2))) {
    const [gap, stray] = out.splice(-2) as [Step, Step]
    out.push({ how: 'added', q: [stray.q[0], stray.q[1]], w: [gap.w[0], gap.w[0]] })
  }
  return out
}

/**
 * Words added at an edge stand for those that the source's sentence has there, where they are as many: free ends hide
 * that a first word was changed.
 */
function atEdges(text: Text, steps: Step[], length: number): Step[] {
  const out = [...steps]
  const first = out[0]
  if (first?.how === 'added' && out.length > 1) {
    const [, k] = first.q
    const w = first.w[0]
    if (k <= 6 && w - k >= 0 && sentenceEndsBefore(text.words, w - k) && sameSentence(text, w - k, w))
      out[0] = { how: 'changed', q: first.q, w: [w - k, w] }
  }
  const last = out.at(-1)
  if (last?.how === 'added' && out.length > 1) {
    const k = length - last.q[0]
    const w = last.w[1]
    if (
      k <= 6 &&
      w + k <= text.words.key.length &&
      (sentenceEndsBefore(text.words, w + k) || !sharesStatement(text, w - 1, w + k)) &&
      sameSentence(text, w - 1, w + k - 1)
    )
      out[out.length - 1] = { how: 'changed', q: last.q, w: [w, w + k] }
  }
  return out
}

function sharesStatement(text: Text, a: number, b: number): boolean {
  if (b >= text.words.key.length) return false
  return text.statement[a] === text.statement[b]
}

function sameSentence(text: Text, first: number, last: number): boolean {
  for (let w = first + 1; w <= last; w++) if (sentenceEndsBefore(text.words, w)) return false
  const at = statementsAt(text, first)
  const to = statementsAt(text, last)
  return at.length === to.length && at.every((s, i) => s === to[i])
}

function matchOf(text: Text, part: Part, steps: readonly Step[]): Match {
  let all = 0
  let same = 0
  for (const { how, q, w } of steps) {
    for (let i = q[0]; i < q[1]; i++) {
      const key = part.keys[i] as string
      const weight = weightOf(key)
      all += weight
      if (how === 'same') same += weight
      else if (how === 'changed' && stemOf(key) === stemOf(text.words.key[w[0] + i - q[0]] ?? '')) same += weight / 2
    }
    if (how === 'left-out') {
      // A long gap is one gap.
      const lost = text.words.key.slice(w[0], Math.min(w[1], w[0] + 8))
      all += lost.reduce((sum, key) => sum + weightOf(key), 0) / 2
    }
  }
  const inSource = steps.filter(({ w }) => w[1] > w[0])
  const first = inSource[0]?.w[0] ?? steps[0]?.w[0] ?? 0
  return { text, part, steps, same, similarity: all === 0 ? 0 : same / all, first, end: inSource.at(-1)?.w[1] ?? first }
}
