import { POS } from './parts-of-speech.js'
import type { Token } from './tagger.js'
import { isApostrophe, isDigit, isSpace, isWordAt, isWordToken } from './tokens.js'

/** A stretch between quotation marks, by token indices. */
export interface Quote {
  /** The token of the opening mark. */
  readonly open: number
  /** One past the last token: past the closing mark, or past the block's last token where none closes it. */
  readonly end: number
  /** 0 for the outermost. */
  readonly depth: number
  /** Whether a closing mark stands at `end - 1`. */
  readonly closed: boolean
  /** Index, in the list, of the quotation of an earlier block that this one goes on with, reopened; -1: none. */
  readonly continues: number
}

const DOUBLE = 1
const SINGLE = 2
const GUILLEMET = 3
const LOW = 4
const REVERSED = 5
const LOW_SINGLE = 6
const GRAVE = 7

// Deeper nesting than this is noise; marks beyond it are left as punctuation.
const DEEPEST = 6

interface Opened {
  readonly family: number
  readonly token: number
  readonly slot: number
}

/**
 * Parses the quotation marks of a passage: straight and curly, double and single, guillemets either way round, low-9
 * marks, `…' and ``…''. Apostrophes ("the workers' pay", "'90s") and inches ("6' 2"") are told apart by what stands beside
 * them. A quotation that its block does not close goes to the block's end; where the next block opens with the same
 * mark, it goes on there. One pass, linear in the number of tokens.
 *
 * @param blockEnds for each block of the passage, one past its last token
 * @returns outermost and nested quotations, by opening token
 */
export function findQuotes(text: string, tokens: readonly Token[], blockEnds: readonly number[]): Quote[] {
  const quotes: { open: number; end: number; depth: number; closed: boolean; continues: number }[] = []
  const stack: Opened[] = []
  let first = 0
  let unclosed = -1
  for (const blockEnd of blockEnds) {
    const closers = lastClosers(text, tokens, first, blockEnd)
    for (let i = first; i < blockEnd; i++) {
      const token = tokens[i] as Token
      const code = text.charCodeAt(token.start)
      if (!isMark(code)) continue
      if (token.end - token.start > 1 && !isDoubled(text, token)) continue
      const act = actOf(text, tokens, i, first, blockEnd, stack, closers)
      if (act === 0) continue
      if (act > 0) {
        // The same family cannot open inside itself: the earlier one was never closed.
        const twin = stack.findIndex((o) => o.family === act)
        if (twin >= 0) {
          for (const lost of stack.splice(twin)) {
            const quote = quotes[lost.slot]
            if (quote) quote.end = i
          }
        }
        if (stack.length >= DEEPEST) continue
        stack.push({ family: act, token: i, slot: quotes.length })
        const goesOn =
          i === first && unclosed >= 0 && text.charCodeAt((tokens[quotes[unclosed]?.open ?? 0] as Token).start) === code
        quotes.push({
          open: i,
          end: blockEnd,
          depth: stack.length - 1,
          closed: false,
          continues: goesOn ? unclosed : -1,
        })
        continue
      }
      let at = stack.length - 1
      while (at >= 0 && stack[at]?.family !== -act) at--
      if (at < 0) continue
      for (const done of stack.splice(at)) {
        const quote = quotes[done.slot]
        if (!quote) continue
        quote.closed = done.family === -act && stack.length === quote.depth
        quote.end = quote.closed ? i + 1 : i
      }
    }
    unclosed = stack[0]?.slot ?? -1
    stack.length = 0
    first = blockEnd
  }
  return quotes
}

// Two apostrophes or two graves, as in ``We were never asked.''
const isDoubled = (text: string, token: Token): boolean =>
  token.end - token.start === 2 && text.charCodeAt(token.start) === text.charCodeAt(token.start + 1)

/** Whether a code unit can be a quotation mark. */
export function isMark(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x60 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a ||
    code === 0xff02
  )
}

// For straight and curly single marks: the last place in the block where one could close, so that an opening without a
// closing is told in constant time.
function lastClosers(text: string, tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    const token = tokens[i] as Token
    if (token.end - token.start === 1 && isApostrophe(text.charCodeAt(token.start)) && closes(text, token.start))
      return i
  }
  return -1
}

const glued = (text: string, at: number): boolean => at >= 0 && at < text.length && !isSpace(text.charCodeAt(at))

// A closing mark follows a visible character and is not followed by a word.
function closes(text: string, at: number): boolean {
  return glued(text, at - 1) && !opensAfter(text.charCodeAt(at - 1)) && !isWordAt(text, at + 1)
}

// After white space, an opening bracket, a dash or another opening mark, a mark opens.
function opensAfter(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x28 ||
    code === 0x5b ||
    code === 0x7b ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2f ||
    code === 0x201c ||
    code === 0x2018 ||
    code === 0xab ||
    code === 0x201e
  )
}

// The family that a mark opens (positive), closes (negative), or 0: it is no quotation mark here.
function actOf(
  text: string,
  tokens: readonly Token[],
  i: number,
  first: number,
  end: number,
  stack: readonly Opened[],
  lastCloser: number,
): number {
  const token = tokens[i] as Token
  const at = token.start
  const after = token.end
  const doubled = after - at === 2
  const code = doubled ? 0x22 : text.charCodeAt(at)
  const isOpen = (family: number) => stack.some((o) => o.family === family)
  const before = i === first ? 32 : text.charCodeAt(at - 1)
  const atEdge = i === first || opensAfter(before)
  const followed = i + 1 < end && glued(text, after)
  switch (code) {
    case 0x22:
    case 0xff02:
      if (isOpen(DOUBLE)) {
        if (atEdge && followed && i > first && before !== 0x2014 && before !== 0x2013) return DOUBLE
        return -DOUBLE
      }
      // Inches: 6' 2".
      if (isDigit(before) && i > first && !doubled) return 0
      if (atEdge && followed) return DOUBLE
      // A mark with a word glued on both sides, or one that stands free, opens only when something follows.
      return followed && isWordAt(text, after) ? DOUBLE : 0
    case 0x201c:
    case 0x201f:
      if (isOpen(LOW)) return -LOW
      return DOUBLE
    case 0x201d:
      if (isOpen(DOUBLE)) return -DOUBLE
      if (isOpen(LOW)) return -LOW
      // Some fonts close on both sides: a closing mark at an opening place.
      return atEdge && followed && isWordAt(text, at + 1) ? DOUBLE : 0
    case 0x201e:
      return LOW
    case 0x201a:
      return LOW_SINGLE
    case 0xab:
    case 0x2039:
      return isOpen(REVERSED) ? -REVERSED : GUILLEMET
    case 0xbb:
    case 0x203a:
      if (isOpen(GUILLEMET)) return -GUILLEMET
      return atEdge && followed ? REVERSED : 0
    case 0x60:
      return atEdge && followed ? GRAVE : 0
    default: {
      if (isOpen(LOW_SINGLE) && code === 0x2018) return -LOW_SINGLE
      const single = isOpen(SINGLE)
      if (!single && isOpen(GRAVE) && closes(text, at)) return -GRAVE
      if (single && closes(text, at)) {
        // "the workers' pay" inside a single quotation: an s before, a word after, and a better closer to come.
        const plural = (before | 32) === 0x73 && text.charCodeAt(at + 1) === 32 && isWordAt(text, at + 2)
        return plural && lastCloser > i ? 0 : -SINGLE
      }
      if (atEdge && followed && !single && lastCloser > i && code !== 0x2019 && !elides(text, at + 1)) return SINGLE
      return 0
    }
  }
}

const ELISIONS = new Set(['em', 'til', 'tis', 'twas', 'n', 'cause', 'bout', 'round', 'cuz', 'nuff'])

// "'90s", "'em", "'tis": a word that begins with an apostrophe.
function elides(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) return true
  let end = at
  while (end < at + 8 && end < text.length && isWordAt(text, end)) end++
  return ELISIONS.has(text.slice(at, end).toLowerCase())
}

/**
 * Gives the apostrophe of a plural's genitive ("the Tenants' League") its part of speech: one that is no quotation mark,
 * joined to a noun that ends in an s, with a word after it.
 *
 * @param quotes those of the passage
 * @param pos by token; changed in place
 */
export function markGenitives(text: string, tokens: readonly Token[], quotes: readonly Quote[], pos: Uint8Array): void {
  const marks = new Set<number>()
  for (const quote of quotes) marks.add(quote.open).add(quote.closed ? quote.end - 1 : quote.open)
  for (let i = 1; i < tokens.length - 1; i++) {
    if (pos[i] !== POS.MARK || marks.has(i)) continue
    const { start } = tokens[i] as Token
    const before = pos[i - 1]
    if ((before !== POS.NOUN && before !== POS.NAME) || (tokens[i - 1] as Token).end !== start) continue
    const last = text.charCodeAt(start - 1) | 32
    if (!isApostrophe(text.charCodeAt(start)) || (last !== 0x73 && last !== 0x78 && last !== 0x7a)) continue
    if (isSpace(text.charCodeAt(start + 1)) && isWordToken(text, tokens[i + 1] as Token)) pos[i] = POS.GENITIVE
  }
}
