import { type Span, span } from '../model/index.js'
import { hasInk, isOfWord } from './fold.js'

/** Words to stand for a stretch of a text. Offsets count UTF-16 code units. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Spans that cut a stretch where they begin or end in it; and those that do so unless they lie within it. */
interface Cuts {
  readonly always: readonly Span[]
  readonly alone: readonly Span[]
}

/** A text with stretches replaced, and where each place of the old text is now. */
export interface Replaced {
  readonly text: string
  /** The place of a span: one that begins or ends inside a stretch has the whole of what stands for it. */
  at(span: Span): Span
}

/**
 * Replaces stretches of a text. A stretch is cut where a span begins or ends inside it, and each part that has a letter or
 * digit is replaced, so that no span becomes empty and spans that did not overlap do not overlap afterwards. Spans that
 * stand alone and lie within a stretch do not cut it: they have the whole of it then.
 *
 * @param replacements in order, none overlapping
 * @param cuts in any order
 */
export function replaced(
  text: string,
  replacements: readonly Replacement[],
  cuts: Cuts = { always: [], alone: [] },
): Replaced {
  const edges = edgesOf(replacements, cuts)
  const parts: Replacement[] = []
  let edge = 0
  for (const stretch of replacements) {
    const { start, end } = stretch
    while (edge < edges.length && (edges[edge] as number) <= start) edge++
    let from = start
    for (; edge < edges.length && (edges[edge] as number) < end; edge++) {
      putPart(from, edges[edge] as number, stretch)
      from = edges[edge] as number
    }
    putPart(from, end, stretch)
  }
  const starts: number[] = []
  const shifted: number[] = []
  let out = ''
  let at = 0
  for (const { start, end, words } of parts) {
    out += text.slice(at, start)
    starts.push(start)
    shifted.push(out.length)
    out += words
    at = end
  }
  out += text.slice(at)

  return { text: out, at: ({ start, end }) => span(out, offset(start, false), offset(end, true)) }

  // White space and marks at the edges of a part stay, where it was cut.
  function putPart(from: number, to: number, { start, end, words }: Replacement): void {
    let first = from
    let last = to
    while (first < last && !isWord(character(first))) first += character(first).length
    if (first >= last) return
    while (last > first && !isWord(before(last))) last -= before(last).length
    parts.push({ start: from === start ? from : first, end: to === end ? to : last, words })
  }

  function character(offset: number): string {
    return String.fromCodePoint(text.codePointAt(offset) as number)
  }

  function before(offset: number): string {
    const pair = text.slice(Math.max(0, offset - 2), offset)
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1)
  }

  function offset(old: number, isEnd: boolean): number {
    let low = 0
    let high = starts.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (isEnd ? (starts[mid] as number) >= old : (starts[mid] as number) > old) high = mid
      else low = mid + 1
    }
    if (low === 0) return old
    const part = parts[low - 1] as Replacement
    const begin = shifted[low - 1] as number
    if (old >= part.end) return begin + part.words.length + (old - part.end)
    if (old === part.start) return begin
    return isEnd ? begin + part.words.length : begin
  }
}

const isWord = (character: string): boolean => isOfWord(character.codePointAt(0) as number)

function edgesOf(replacements: readonly Replacement[], { always, alone }: Cuts): number[] {
  const edges = new Set(always.flatMap(({ start, end }) => [start, end]))
  for (const { start, end } of alone) {
    let low = 0
    let high = replacements.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((replacements[mid] as Replacement).end > start) high = mid
      else low = mid + 1
    }
    const around = replacements[low]
    if (around && around.start <= start && end <= around.end) continue
    edges.add(start)
    edges.add(end)
  }
  return [...edges].sort((a, b) => a - b)
}

/** Replacements, and others that cover them where both are. */
export function covered(inText: readonly Replacement[], over: readonly Replacement[], text: string): Replacement[] {
  const out: Replacement[] = []
  let r = 0
  for (const { start, end, words } of over) {
    while (r < inText.length && (inText[r] as Replacement).end <= start) out.push(inText[r++] as Replacement)
    // A name that goes over the block's edge is cut there.
    while (r < inText.length && (inText[r] as Replacement).start < end) {
      const name = inText[r] as Replacement
      if (name.start < start) out.push({ ...name, end: start })
      if (name.end > end) break
      r++
    }
    if (hasInk(text.slice(start, end))) out.push({ start, end, words })
    const name = inText[r]
    if (name && name.start < end && name.end > end) {
      out.push({ ...name, start: end })
      r++
    }
  }
  while (r < inText.length) out.push(inText[r++] as Replacement)
  return out
}
