import type { Span } from '../model/index.js'

/** Letters and digits, with apostrophes, full stops and hyphens inside: all that scoring looks at. */
const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** The words of a text, in order. */
export function wordsOf(text: string): Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

/** Indices of the words that spans touch. */
export function inside(spans: readonly Span[], words: readonly Span[]): Set<number> {
  const out = new Set<number>()
  for (const { start, end } of spans) {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle] as Span).end > start) high = middle
      else low = middle + 1
    }
    for (let i = low; i < words.length && (words[i] as Span).start < end; i++) out.add(i)
  }
  return out
}

/** How many members two sets share. */
export function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let n = 0
  for (const x of small) if (large.has(x)) n++
  return n
}
