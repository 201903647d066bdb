import type { Block, Span } from '../model/index.js'

/** A sentence of a WebAnno TSV file: no white space at its edges, whole tokens in it. */
export interface WebAnnoSentence extends Span {
  /** Number of its block, counted from 1, and of itself in it: INCEpTION keeps it, and the gap before it follows from it. */
  readonly id: string
  readonly tokens: readonly Span[]
}

/**
 * A text in sentences and tokens. A sentence never reaches over a block's edge; its end is guessed from marks and
 * capitals, which is good enough for the lines of an annotator's screen. A token never reaches over one of `edges`, so
 * that every span is whole tokens.
 */
export function sentencesOf(text: string, blocks: readonly Block[], edges: ReadonlySet<number>): WebAnnoSentence[] {
  const sentences: WebAnnoSentence[] = []
  let number = 0
  for (const stretch of stretchesOf(text, blocks)) {
    number++
    const tokens = tokensOf(text, stretch, edges)
    let first = 0
    let inBlock = 0
    tokens.forEach((token, i) => {
      const next = tokens[i + 1]
      if (next && !endsSentence(text, token, next)) return
      const own = tokens.slice(first, i + 1)
      first = i + 1
      sentences.push({
        start: (own[0] as Span).start,
        end: token.end,
        id: `b${number}s${++inBlock}`,
        tokens: own,
      })
    })
  }
  return sentences
}

/** The blocks, and what stands between them. */
function stretchesOf(text: string, blocks: readonly Block[]): Span[] {
  const stretches: Span[] = []
  let at = 0
  for (const { start, end } of blocks) {
    if (start > at) stretches.push({ start: at, end: start })
    stretches.push({ start, end })
    at = end
  }
  if (at < text.length) stretches.push({ start: at, end: text.length })
  return stretches.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/** A word, or one mark with what combines with it: an emoji of several characters is one token. */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}](?:[\p{M}\p{Emoji_Modifier}\u200d]|(?<=\u200d)[^\s\p{L}\p{N}])*/gu

function tokensOf(text: string, { start, end }: Span, edges: ReadonlySet<number>): Span[] {
  const tokens: Span[] = []
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    let from = start + match.index
    const to = from + match[0].length
    for (let at = from + 1; at < to; at++) {
      if (!edges.has(at)) continue
      tokens.push({ start: from, end: at })
      from = at
    }
    tokens.push({ start: from, end: to })
  }
  return tokens
}

const TITLES = new Set([
  'Mr',
  'Mrs',
  'Ms',
  'Dr',
  'Prof',
  'Sen',
  'Gov',
  'Rep',
  'Gen',
  'Col',
  'Lt',
  'Sgt',
  'St',
  'No',
  'vs',
])

function endsSentence(text: string, token: Span, next: Span): boolean {
  if (token.end === next.start) return false
  const gap = text.slice(token.end, next.start)
  if (gap.includes('\n\n')) return true
  if (!/^[\p{Lu}\p{N}"“‘«([]/u.test(text.slice(next.start, next.start + 2))) return false
  const before = text.slice(Math.max(0, token.end - 12), token.end)
  const word = /(?<!\p{L})(\p{L}+)\.$/u.exec(before)?.[1]
  if (word !== undefined && (TITLES.has(word) || /^\p{Lu}$/u.test(word))) return false
  return /[.!?…]["”’»)\]]*$/.test(before)
}
