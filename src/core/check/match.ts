import { stemOf } from '../compare/stem.js'
import { align, exactly, type Step } from './align.js'
import { FUNCTION_WORDS } from './lexicon.js'
import type { Part } from './quoted.js'
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

/** The weight of a part's words. */
export const weightIn = ({ keys }: Part): number => keys.reduce((sum, key) => sum + weightOf(key), 0)

/** Steps of the alignment that one match may take; longer quotations are looked at in fewer places. */
const CELLS = 6_000_000

/** How a part goes into the words [from, to) of a source: word for word where it does, else the cheapest way. */
export function matchIn(text: Text, part: Part, from: number, to: number): Match | null {
  const [exact] = exactMatches(text, part, from, to, 1)
  if (exact) return exact
  const kept = keptWords(text, from, to)
  if (kept.length === 0 || part.keys.length === 0 || part.keys.length * kept.length > CELLS) return null
  const w = Array.from(kept, (i) => text.words.key[i] as string)
  const q = withBrackets(part, w)
  const steps = align(q, w).steps.flatMap((step) => unfold(step, kept))
  return matchOf(text, part, atEdges(text, withBeside(text, withoutStrays(text, steps, q), q), q.length))
}

/**
 * Places in [from, to) at which a part stands word for word, at most `limit`: as the text goes on, else as its speaker
 * does, the page's own words between passed over.
 */
export function exactMatches(text: Text, part: Part, from: number, to: number, limit: number): Match[] {
  const low = Math.max(0, from)
  const high = Math.min(text.words.key.length, to)
  if (high <= low) return []
  const w = text.words.key.slice(low, high)
  const q = withBrackets(part, w)
  const found = exactly(q, w, limit).map((at) =>
    matchOf(text, part, [{ how: 'same', q: [0, q.length], w: [low + at, low + at + q.length] }]),
  )
  if (found.length > 0) return found
  const kept = keptWords(text, low, high)
  if (kept.length === w.length) return []
  const rest = Array.from(kept, (i) => text.words.key[i] as string)
  return exactly(q, rest, limit).map((at) =>
    matchOf(text, part, unfold({ how: 'same', q: [0, q.length], w: [at, at + q.length] }, kept)),
  )
}

/** Word indices in [from, to) without the page's own words between a speaker's. */
function keptWords({ words, between }: Text, from: number, to: number): Int32Array {
  const low = Math.max(0, from)
  const high = Math.min(words.key.length, to)
  const out = new Int32Array(Math.max(0, high - low))
  let n = 0
  for (let w = low; w < high; w++) if (between[w] !== 1) out[n++] = w
  return out.subarray(0, n)
}

/** A step over kept words as steps over the text: what was passed over in the middle of it is left out. */
function unfold({ how, q, w }: Step, kept: Int32Array): Step[] {
  const at = (i: number): number => (i < kept.length ? (kept[i] as number) : (kept.at(-1) ?? -1) + 1)
  if (w[1] === w[0]) {
    const place = w[0] > 0 ? at(w[0] - 1) + 1 : at(0)
    return [{ how, q, w: [place, place] }]
  }
  const out: Step[] = []
  let from = w[0]
  const perWord = q[1] - q[0] === w[1] - w[0]
  const push = (end: number) => {
    const own: readonly [number, number] = perWord ? [q[0] + from - w[0], q[0] + end - w[0]] : [q[0], q[1]]
    out.push({ how, q: own, w: [at(from), at(end - 1) + 1] })
    from = end
  }
  for (let i = w[0] + 1; i < w[1]; i++) {
    if (at(i) === at(i - 1) + 1) continue
    push(i)
    const place = perWord ? q[0] + i - w[0] : q[0]
    out.push({ how: 'left-out', q: [place, place], w: [at(i - 1) + 1, at(i)] })
  }
  push(w[1])
  return out
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
function withoutStrays(text: Text, steps: readonly Step[], q: readonly string[]): Step[] {
  const out = [...steps]
  const weight = ({ q: [a, b] }: Step) => q.slice(a, b).reduce((sum, key) => sum + weightOf(key), 0)
  const isStray = (step: Step | undefined, gap: Step | undefined) =>
    step?.how === 'same' &&
    gap?.how === 'left-out' &&
    weight(step) < 2 &&
    gap.w[1] - gap.w[0] > 2 &&
    text.between[gap.w[0]] !== 1
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

/** So many words of the source's sentence may stand between a match and a word that belongs to it, at most. */
const BESIDE = 2

/**
 * Words added at an edge that the source's sentence has a word or two further out belong to the match: what is left out
 * between ("we [do not] agree") costs as much as they are worth, and may turn the sense.
 */
function withBeside(text: Text, steps: readonly Step[], q: readonly string[]): Step[] {
  const out = [...steps]
  const { key } = text.words
  const stands = ([from, to]: Step['q'], at: number) =>
    at >= 0 && q.slice(from, to).every((word, i) => key[at + i] === word)
  const first = out[0]
  if (first?.how === 'added' && out.length > 1) {
    const k = first.q[1] - first.q[0]
    const w = first.w[0]
    for (let gap = 1; gap <= BESIDE; gap++) {
      const at = w - gap - k
      if (!stands(first.q, at) || !sameSentence(text, at, w)) continue
      const { q: own } = first
      out.splice(
        0,
        1,
        { how: 'same', q: own, w: [at, w - gap] },
        { how: 'left-out', q: [own[1], own[1]], w: [w - gap, w] },
      )
      break
    }
  }
  const last = out.at(-1)
  if (last?.how === 'added' && out.length > 1) {
    const k = last.q[1] - last.q[0]
    const w = last.w[1]
    for (let gap = 1; gap <= BESIDE; gap++) {
      const at = w + gap
      if (!stands(last.q, at) || !sameSentence(text, w - 1, at + k - 1)) continue
      const { q: own } = last
      out.splice(-1, 1, { how: 'left-out', q: [own[0], own[0]], w: [w, at] }, { how: 'same', q: own, w: [at, at + k] })
      break
    }
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

/** A match of a part with steps that take in all of its words. */
export function matchOf(text: Text, part: Part, steps: readonly Step[]): Match {
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
    if (how === 'left-out' && text.between[w[0]] !== 1) {
      // A long gap is one gap.
      const lost = text.words.key.slice(w[0], Math.min(w[1], w[0] + 8))
      all += lost.reduce((sum, key) => sum + weightOf(key), 0) / 2
    }
  }
  const inSource = steps.filter(({ w }) => w[1] > w[0])
  const first = inSource[0]?.w[0] ?? steps[0]?.w[0] ?? 0
  return { text, part, steps, same, similarity: all === 0 ? 0 : same / all, first, end: inSource.at(-1)?.w[1] ?? first }
}
