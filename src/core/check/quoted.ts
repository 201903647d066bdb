import { type Words, wordsOf } from '../anchor/index.js'
import type { Span } from '../model/index.js'

/** The words of a quotation that its speaker is said to have said, apart from what the draft put in between. */
export interface Quoted {
  /** All words between the marks, those in brackets too. */
  readonly words: Words
  /** The parts between ellipses, in order; one where there is none. */
  readonly parts: readonly Part[]
  /** Whether a "[sic]" stands in it. */
  readonly sic: boolean
}

/** A run of a quotation's words without an ellipsis in it. */
export interface Part {
  /** By word: its key, what is in brackets inside it counted in ("[T]he" is "the"). */
  readonly keys: readonly string[]
  /** By word: its key without what is in brackets inside it ("want[ed]" is "want"); null: nothing is. */
  readonly bare: readonly (string | null)[]
  /** By word: its span in the draft's text. */
  readonly spans: readonly Span[]
  /** By word, and one more at the end: the bracketed words that stand before it; null: none. */
  readonly brackets: readonly (Span | null)[]
}

const ELLIPSIS = /\u2026|\.[ \u00a0]?\.[ \u00a0]?\./

/** Takes a quotation of the draft apart. Linear. */
export function quotedOf(text: string, { start, end }: Span): Quoted {
  const words = wordsOf(text, start, end)
  const parts: Part[] = []
  let part = newPart()
  let inside = null as Span | null
  let depth = 0
  let sic = false
  let before = start
  const close = () => {
    part.brackets.push(inside)
    inside = null
    if (part.keys.length > 0) parts.push(part)
    part = newPart()
  }
  for (let i = 0; i < words.key.length; i++) {
    const [from, to] = [words.start[i] as number, words.end[i] as number]
    const between = text.slice(before, from)
    before = to
    const within = depth > 0
    for (const character of between) {
      if (character === '[') depth++
      else if (character === ']' && depth > 0) depth--
    }
    const key = words.key[i] as string
    // The sign of a quoted line is no word.
    if (key === '>' && between.includes('\n')) continue
    if (ELLIPSIS.test(between) && !(within && depth > 0)) close()
    const last = part.keys.length - 1
    const glued = part.spans[last]?.end === from - between.length
    if (depth > 0) {
      if (key === 'sic') sic = true
      else if (glued && between === '[' && text.charAt(to) === ']') {
        // want[ed]
        part.bare[last] ??= part.keys[last] as string
        part.keys[last] = (part.keys[last] as string) + key
        part.spans[last] = { start: part.spans[last]?.start ?? from, end: to }
      } else if (text.charAt(to) === ']' && words.start[i + 1] === to + 1 && to - from <= 3) {
        // [T]he
        const next = words.key[i + 1] as string
        add(part, key + next, next, { start: from, end: words.end[i + 1] as number }, inside)
        inside = null
        before = words.end[i + 1] as number
        depth--
        i++
      } else inside = { start: inside?.start ?? from, end: to }
      continue
    }
    add(part, key, null, { start: from, end: to }, inside)
    inside = null
  }
  close()
  return { words, parts, sic }
}

interface Making {
  readonly keys: string[]
  readonly bare: (string | null)[]
  readonly spans: Span[]
  readonly brackets: (Span | null)[]
}

const newPart = (): Making => ({ keys: [], bare: [], spans: [], brackets: [] })

function add(part: Making, key: string, bare: string | null, span: Span, before: Span | null): void {
  part.keys.push(key)
  part.bare.push(bare)
  part.spans.push(span)
  part.brackets.push(before)
}

/** The words [from, to) of a part. */
export function slicePart({ keys, bare, spans, brackets }: Part, from: number, to: number): Part {
  return {
    keys: keys.slice(from, to),
    bare: bare.slice(from, to),
    spans: spans.slice(from, to),
    brackets: [...brackets.slice(from, to), null],
  }
}
