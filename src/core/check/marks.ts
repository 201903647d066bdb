import type { Words } from '../anchor/index.js'
import type { Mark } from './verdict.js'

/** How the same words differ as they are written. */
export interface Written {
  readonly marks: Set<Mark>
  /** Words, by index in the draft's stretch, whose capitals differ elsewhere than in a first letter that may. */
  readonly capitals: number[]
}

const QUOTES = /["'“”„‟‘’‚‛«»‹›`´＂＇]+/gu
const DASHES = /[\u2010-\u2015\u2212-]+/gu
const SPACES = /[\s\u00a0\u200b-\u200f\u2060\ufeff]+/gu

/** A word of the draft's, and whether the draft's brackets stand in it, or before it. */
export interface WrittenWord {
  readonly start: number
  readonly end: number
  readonly bracketed: boolean
  readonly afterBracket: boolean
}

/**
 * Compares two stretches of the same words as they are written: letters, and what stands between them.
 *
 * @param spans the draft's words, in its text
 * @param w index of the source's first word
 * @param opens whether the draft's first word begins a quotation or a part of one, where its first letter may change
 */
export function compareWritten(
  draft: string,
  spans: readonly WrittenWord[],
  source: Words,
  w: number,
  opens: boolean,
): Written {
  const marks = new Set<Mark>()
  const capitals: number[] = []
  spans.forEach((span, i) => {
    const own = draft.slice(span.start, span.end)
    const other = source.text.slice(source.start[w + i], source.end[w + i])
    if (own !== other && !span.bracketed) {
      if (own.toLowerCase() !== other.toLowerCase()) marks.add('letters')
      if (!sameCapitals(own, other)) {
        if (opens && i === 0 && sameCapitals(rest(own), rest(other))) marks.add('first-letter')
        else capitals.push(i)
      }
    }
    const before = spans[i - 1]
    if (before && !span.afterBracket)
      between(draft.slice(before.end, span.start), source.text.slice(source.end[w + i - 1], source.start[w + i]), marks)
  })
  return { marks, capitals }
}

// Invisible characters have no capitals.
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}]/gu, '')
const sameCapitals = (a: string, b: string) =>
  letters(a) === letters(b) || letters(a).toLowerCase() !== letters(b).toLowerCase()
const rest = (text: string) => letters(text).replace(/^./u, '')

function between(own: string, other: string, marks: Set<Mark>): void {
  // Where a line is broken is no difference.
  const a = own.replace(/[ \t\r\n]+/g, ' ')
  const b = other.replace(/[ \t\r\n]+/g, ' ')
  if (a === b) return
  const bare = (text: string) => text.replace(SPACES, '')
  if (bare(a) === bare(b)) return void marks.add('spacing')
  const quoteless = (text: string) => bare(text).replace(QUOTES, '')
  if (quoteless(a) === quoteless(b)) return void marks.add('quotation-marks')
  const dashes = (text: string) => quoteless(text).replace(DASHES, '-')
  if (dashes(a) === dashes(b) || (dashes(a) + dashes(b)).replaceAll('-', '') === '') return void marks.add('dashes')
  marks.add('punctuation')
}
