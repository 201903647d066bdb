import search from 'approx-string-match'
import { cutsCharacter, type Span, span } from '../model/index.js'
import { occurrences } from './occurrences.js'
import { type Words, wordAt, wordsOf } from './words.js'

/**
 * What is kept of a span so that it can be found again: its words, what stands around them, and where it stood. As W3C
 * Web Annotation's TextQuoteSelector with a TextPositionSelector.
 */
export interface Selector {
  readonly exact: string
  /** Up to 32 UTF-16 code units before it. */
  readonly prefix: string
  /** Up to 32 UTF-16 code units after it. */
  readonly suffix: string
  /** Offset of its first code unit in the text that it was taken from. */
  readonly start: number
}

/** Where a span stands in a changed text. */
export interface Anchored {
  /** `exact`: the same words; `near`: words that are nearly the same; `lost`: neither. */
  readonly how: 'exact' | 'near' | 'lost'
  /** In the changed text; null where it is lost. */
  readonly span: Span | null
  /** Share of the code units that are the same, 0 to 1; of a lost one that of the best place there was. */
  readonly similarity: number
  /** As words for a person. */
  readonly why: string
}

const CONTEXT = 32

/** The selector of a span of `text`; its context never cuts a character in two. */
export function selectorOf(text: string, { start, end }: Span): Selector {
  let from = Math.max(0, start - CONTEXT)
  let to = Math.min(text.length, end + CONTEXT)
  if (cutsCharacter(text, from)) from++
  if (cutsCharacter(text, to)) to--
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to), start }
}

/** Words changed beyond this are other words. Hypothesis allows as much at most: half of a short quotation is chance. */
const NEAREST = 0.75
/** Two places this close in similarity, context counted in, cannot be told apart. */
const TIE = 0.02
/** Code units of a pattern that are searched for at once; of a longer one its two ends are. */
const LONGEST = 512
/** Places that are looked at closely. */
const WINDOWS = 4
/** Places with the same words that are compared by their context; what repeats more often says nothing anyhow. */
const MOST = 512

/**
 * Finds a span again in a changed text: where its very words stand (of several places the one with the same words
 * around it, else the nearest to where it was), else where words stand that are nearly the same, else openly lost. Of
 * places that nothing tells apart none is chosen. Linear in the text.
 */
export function anchor(text: string, selector: Selector): Anchored {
  if (selector.exact === '') return lost(0, 'there are no words to look for')
  return exactly(text, selector) ?? nearly(text, selector)
}

function exactly(text: string, selector: Selector): Anchored | null {
  const { exact } = selector
  let best: { start: number; context: number } | null = null
  let count = 0
  for (const start of occurrences(text, exact)) {
    if (cutsCharacter(text, start) || cutsCharacter(text, start + exact.length)) continue
    if (++count > MOST) break
    const context = contextAt(text, start, start + exact.length, selector)
    if (
      best === null ||
      context > best.context ||
      (context === best.context && distance(start, selector) < distance(best.start, selector))
    )
      best = { start, context }
  }
  if (best === null) return null
  const why =
    count === 1
      ? 'the same words stand once'
      : best.context > 0
        ? `the same words stand ${count > MOST ? `more than ${MOST}` : count} times; here what is around them is most alike`
        : `the same words stand ${count > MOST ? `more than ${MOST}` : count} times; this is nearest to where they were`
  return { how: 'exact', span: span(text, best.start, best.start + exact.length), similarity: 1, why }
}

const distance = (start: number, selector: Selector): number => Math.abs(start - selector.start)

/** Code units of the context that are the same, counted from the span outwards. */
function contextAt(text: string, start: number, end: number, { prefix, suffix }: Selector): number {
  let same = 0
  for (let i = 1; i <= prefix.length && text.charCodeAt(start - i) === prefix.charCodeAt(prefix.length - i); i++) same++
  for (let i = 0; i < suffix.length && text.charCodeAt(end + i) === suffix.charCodeAt(i); i++) same++
  return same
}

interface Near {
  readonly start: number
  readonly end: number
  readonly similarity: number
  readonly context: number
}

function nearly(text: string, selector: Selector): Anchored {
  const { exact } = selector
  const words = wordsOf(text)
  const found: Near[] = []
  for (const [from, to] of windowsOf(words, selector)) {
    const near = nearIn(text, from, to, exact)
    if (!near || found.some(({ start, end }) => start < near.end && near.start < end)) continue
    found.push({ ...near, context: contextAt(text, near.start, near.end, selector) / (2 * CONTEXT) })
  }
  // Context tells places apart that are about as near; it does not make another wording the same.
  const rank = ({ similarity, context }: Near) => similarity + 0.1 * context
  found.sort((a, b) => rank(b) - rank(a) || distance(a.start, selector) - distance(b.start, selector))
  const [best, second] = found
  if (!best) return lost(0, 'no place shares enough of its words')
  const percent = Math.floor(best.similarity * 100)
  if (best.similarity < NEAREST) return lost(best.similarity, `the nearest place is alike to ${percent} % only`)
  if (second && rank(best) - rank(second) < TIE)
    return lost(best.similarity, `two places are alike to ${percent} %, and nothing tells which`)
  return {
    how: 'near',
    span: span(text, best.start, best.end),
    similarity: best.similarity,
    why: `alike to ${percent} %: the words have changed`,
  }
}

const lost = (similarity: number, why: string): Anchored => ({ how: 'lost', span: null, similarity, why })

/** The stretches of the text that share most of the selector's rarer words in the same order: at most `WINDOWS`. */
function windowsOf(words: Words, { exact, start }: Selector): [number, number][] {
  const pattern = wordsOf(exact)
  const length = exact.length + (exact.length >> 1) + 64
  if (pattern.key.length === 0) return [[Math.max(0, start - length), start + length]]
  const at = new Map<string, number[]>()
  pattern.key.forEach((key, i) => {
    const list = at.get(key)
    if (!list) at.set(key, [i])
    else if (list.length < 4) list.push(i)
  })
  const counts = new Map<string, number>()
  for (const key of words.key) if (at.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const votes = new Map<number, number>()
  const bucket = 64
  for (let w = 0; w < words.key.length; w++) {
    const key = words.key[w] as string
    const places = at.get(key)
    if (!places) continue
    for (const i of places) {
      const diagonal = (words.start[w] as number) - (pattern.start[i] as number)
      const b = Math.floor(diagonal / bucket)
      votes.set(b, (votes.get(b) ?? 0) + 1 / (counts.get(key) ?? 1) + 1e-3)
    }
  }
  const ranked = [...votes]
    .map(([b, score]): [number, number] => [b, score + 0.5 * ((votes.get(b - 1) ?? 0) + (votes.get(b + 1) ?? 0))])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 3 * WINDOWS)
  const out: [number, number][] = []
  for (const [b] of ranked) {
    const from = b * bucket - 64 - (exact.length >> 2)
    if (out.some(([other]) => Math.abs(other - from) <= 2 * bucket)) continue
    out.push([Math.max(0, from), from + 128 + length])
    if (out.length === WINDOWS) break
  }
  return out
}

function nearIn(text: string, from: number, to: number, exact: string): Omit<Near, 'context'> | null {
  const [low, high] = [whole(text, Math.max(0, from)), whole(text, Math.min(text.length, to))]
  const part = text.slice(low, high)
  if (exact.length <= LONGEST) {
    const match = best(part, exact)
    if (!match) return null
    return { ...atWords(text, low + match.start, low + match.end), similarity: 1 - match.errors / exact.length }
  }
  // Each end near where it is to be expected: a window as long as the pattern may be a whole page.
  const head = bestNear(part, 64 + (exact.length >> 2), exact.slice(0, LONGEST))
  const end = head && bestNear(part, head.start + exact.length - LONGEST, exact.slice(-LONGEST))
  if (!head || !end || end.end <= head.start) return null
  const changed = Math.abs(end.end - head.start - exact.length)
  const similarity = 1 - Math.min(1, (head.errors + end.errors) / (2 * LONGEST) + changed / exact.length)
  return { ...atWords(text, low + head.start, low + end.end), similarity }
}

// Half of it changed is further than anything that is kept; the bound keeps the search quick.
const best = (part: string, pattern: string) => search(part, pattern, pattern.length >> 1)[0]

const AROUND = 2048

function bestNear(part: string, at: number, pattern: string): { start: number; end: number; errors: number } | null {
  const from = Math.max(0, at - AROUND)
  const match = best(part.slice(from, at + pattern.length + AROUND), pattern)
  return match ? { start: from + match.start, end: from + match.end, errors: match.errors } : null
}

const whole = (text: string, offset: number): number => (cutsCharacter(text, offset) ? offset - 1 : offset)

/** A match found letter by letter may begin or end inside a word: it takes the word in where most of it is in. */
function atWords(text: string, start: number, end: number): { start: number; end: number } {
  const near = wordsOf(text, whole(text, Math.max(0, start - 64)), whole(text, Math.min(text.length, end + 64)))
  let [from, to] = [start, end]
  const first = wordAt(near, start)
  if (first < near.key.length && (near.start[first] as number) < start) {
    const [s, e] = [near.start[first] as number, near.end[first] as number]
    from = start - s <= e - start ? s : e
  }
  const last = wordAt(near, end - 1)
  if (last < near.key.length && (near.start[last] as number) < end && (near.end[last] as number) > end) {
    const [s, e] = [near.start[last] as number, near.end[last] as number]
    to = end - s >= e - end ? e : s
  }
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  if (from >= to) [from, to] = [start, end]
  return { start: whole(text, from), end: cutsCharacter(text, to) ? to + 1 : to }
}
