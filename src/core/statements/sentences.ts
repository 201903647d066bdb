import type { Quote } from './quotation-marks.js'
import type { Token } from './tagger.js'

const OPENERS = new Set(['the', 'he', 'she', 'it', 'they', 'we', 'i', 'but', 'and', 'in', 'a', 'an', 'this', 'that'])

/**
 * One past the last token of each sentence. A sentence ends at its block's end and at . ! ? or …, with the closing
 * marks and brackets after it, unless a lower-case word goes on, or the dot belongs to an abbreviation ("Mr.", "U.S.",
 * which end a sentence only before a word that commonly begins one).
 */
export function findSentences(
  text: string,
  tokens: readonly Token[],
  blockEnds: readonly number[],
  quotes: readonly Quote[],
): number[] {
  const ends: number[] = []
  const closers = new Set<number>()
  for (const quote of quotes) if (quote.closed) closers.add(quote.end - 1)
  let first = 0
  for (const blockEnd of blockEnds) {
    for (let i = first; i < blockEnd; i++) {
      const token = tokens[i] as Token
      if (!isTerminal(text, token)) continue
      let end = i + 1
      while (end < blockEnd && (closers.has(end) || isBracketOrTerminal(text, tokens[end] as Token))) end++
      if (end >= blockEnd) break
      const next = tokens[end] as Token
      const single = token.end - token.start === 1
      if (next.start === (tokens[end - 1] as Token).end && end === i + 1) continue
      const initial = text.slice(next.start, Math.min(next.end, next.start + 2))
      if (initial !== initial.toUpperCase() && initial.charAt(0) === initial.charAt(0).toLowerCase()) continue
      if (!single && text.charCodeAt(token.end - 1) === 46 && text.charCodeAt(token.start) !== 46) {
        if (
          !OPENERS.has(text.slice(next.start, next.end).toLowerCase()) ||
          initial.charAt(0) === initial.charAt(0).toLowerCase()
        )
          continue
      }
      ends.push(end)
      i = end - 1
    }
    if (ends.at(-1) !== blockEnd && blockEnd > first) ends.push(blockEnd)
    first = blockEnd
  }
  return ends
}

function isTerminal(text: string, token: Token): boolean {
  const last = text.charCodeAt(token.end - 1)
  return last === 46 || last === 33 || last === 63 || last === 0x2026 || last === 0x3002
}

function isBracketOrTerminal(text: string, token: Token): boolean {
  if (token.end - token.start !== 1) return false
  const code = text.charCodeAt(token.start)
  return code === 41 || code === 93 || code === 33 || code === 63 || code === 46 || code === 0x201d || code === 0x2026
}
