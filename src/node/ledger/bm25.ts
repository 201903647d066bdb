import type { Term } from '../../core/ledger/words.js'

const K1 = 1.2
const B = 0.75
/** What a word weighs in a statement's content, and in who is named as having said it. */
const CONTENT = 1
const WHO = 0.5
/** What a phrase weighs that stands in half of the rows or more. */
const COMMON = 1e-6

/** What BM25 asks of a search as a whole. */
export interface Corpus {
  readonly rows: number
  /** Words and facets of all rows. */
  readonly tokens: number
}

/** A phrase, and what it weighs. */
export interface Weighed {
  readonly term: Term
  readonly idf: number
}

/** A row number with its rank; the smaller the rank, the better. */
export interface Rank {
  readonly n: number
  readonly rank: number
}

/** What a phrase weighs that stands in so many of the rows (inverse document frequency, never below 1e-6). */
export function idfOf(hits: number, { rows }: Corpus): number {
  const idf = Math.log((rows - hits + 0.5) / (hits + 0.5))
  return idf <= 0 ? COMMON : idf
}

/** A row's words as `ranks` reads them: those of the content, then those of who said it, each with a space on both sides. */
export function rankedText(words: readonly string[], who: readonly string[]): string {
  return ` ${words.join(' ')} | ${who.join(' ')} `
}

/** What a phrase looks like in a `rankedText`. */
export function needleOf({ words, prefix }: Term): string {
  return ` ${words.join(' ')}${prefix ? '' : ' '}`
}

/**
 * Rows' ranks, exactly as FTS5's `bm25(…, 1.0, 0.5, 0.0)` gives them (Robertson and Zaragoza 2009, k1 1.2, b 0.75). FTS5
 * itself goes through every row of every phrase and filter of a question before it ranks the first.
 *
 * @param lines one row a line: `NUMBER,TOKENS` and then its `rankedText`
 */
export function ranks(lines: string, phrases: readonly Weighed[], { rows, tokens }: Corpus): Rank[] {
  const average = tokens / rows
  const needles = phrases.map(({ term }) => needleOf(term))
  const places = needles.map((needle) => placeOf(lines, needle, 0))
  const found: Rank[] = []
  for (let from = 0; from < lines.length; ) {
    const comma = lines.indexOf(',', from)
    const text = lines.indexOf(' ', comma)
    const divider = lines.indexOf('|', text)
    const newline = lines.indexOf('\n', divider)
    const end = newline < 0 ? lines.length : newline
    const norm = K1 * (1 - B + (B * Number(lines.slice(comma + 1, text))) / average)
    let score = 0
    for (const [i, needle] of needles.entries()) {
      let at = places[i] as number
      let frequency = 0
      while (at < end) {
        frequency += at < divider ? CONTENT : WHO
        at = placeOf(lines, needle, at + 1)
      }
      places[i] = at
      score += ((phrases[i] as Weighed).idf * (frequency * (K1 + 1))) / (frequency + norm)
    }
    found.push({ n: Number(lines.slice(from, comma)), rank: -score })
    from = end + 1
  }
  return found
}

function placeOf(lines: string, needle: string, from: number): number {
  const at = lines.indexOf(needle, from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
