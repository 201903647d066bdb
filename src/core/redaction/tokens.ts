import { folded, isInked } from './fold.js'

/** What stands before a piece of a text, as far as it tells whether a name can go on over it. */
export const GAP = {
  /** Nothing: the next piece of one word ("Kovac92", "AnaKovac"). */
  none: 0,
  /** What can stand between the words of a name: white space, a hyphen, a full stop, a comma, an apostrophe. */
  join: 1,
  /** A hyphen at a line's end, or a hyphen alone: it may stand inside a word of a name. */
  broken: 2,
  /** Anything else: no name goes on. */
  wide: 3,
} as const

/** One of {@link GAP}. */
export type Gap = (typeof GAP)[keyof typeof GAP]

/** A run of letters, or of digits, that no case change cuts. Offsets count UTF-16 code units of the text. */
export interface Piece {
  readonly start: number
  /** With the marks that combine with its last letter. */
  readonly end: number
  /** Folded. */
  readonly key: string
  readonly gap: Gap
  /** Capital first, or of a script without case. */
  readonly isCapital: boolean
  /** Nothing but capitals. */
  readonly isUpper: boolean
  readonly isDigits: boolean
}

/** A name may go on over no more characters than these between two words. */
const WIDEST_GAP = 6

const JOINS = /^[\s\-.,_+·・･‧'’‘ʼʹ´`‐‑‒–⁃−()"“”„«»]*$/u
const BREAKS = /^[-‐‑⁃][ \t]*(?:(?:\r\n?|\n)[ \t]*)?$/u
/** Scripts that write words without spaces between them: each letter is a piece. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters by Unicode that stand for an apostrophe. */
const APOSTROPHES = /^[ʼʹʻˈ＇]/u
const UPPER = /^[\p{Lu}\p{Lt}]/u
const LOWER = /^\p{Ll}/u
const DIGIT = /^\p{N}/u
/** A small letter of Greek that looks like a "v" among Latin letters; its capital looks like an "N". */
const NU = 'ν'

/** The pieces of a text, in order. Linear. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let key = ''
  let start = 0
  let end = 0
  let kind: 'letters' | 'digits' = 'letters'
  let capital = false
  let uppers = 0
  let letters = 0
  let wasLower = false
  let hasNu = false
  let last = 0
  const close = () => {
    if (key === '') return
    // "Koνač": the fold of nu and of an n are one, so the letters themselves tell.
    if (hasNu && /[a-z]/i.test(text.slice(start, end))) key = withV(text.slice(start, end))
    hasNu = false
    pieces.push({
      start,
      end,
      key,
      gap: gapOf(text, last, start, pieces.length > 0),
      isCapital: capital,
      isUpper: uppers === letters,
      isDigits: kind === 'digits',
    })
    last = end
    key = ''
  }
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) as number
    const character = String.fromCodePoint(codePoint)
    const next = at + character.length
    const fold = folded(codePoint)
    if (fold === '') {
      // What does not count neither cuts a word nor is left behind at its end.
      if (key !== '') end = next
    } else if (!isInked(fold) || APOSTROPHES.test(character)) close()
    else {
      const digits = DIGIT.test(fold)
      const upper = UPPER.test(character)
      const lower = LOWER.test(character)
      const cuts =
        key !== '' && (digits !== (kind === 'digits') || (upper && wasLower) || (UNSPACED.test(character) && !digits))
      if (cuts || (key !== '' && isUnspaced(text, start))) close()
      if (key === '') {
        start = at
        kind = digits ? 'digits' : 'letters'
        capital = !lower
        uppers = 0
        letters = 0
      }
      key += fold
      end = next
      if (character === NU) hasNu = true
      letters++
      if (upper) uppers++
      wasLower = lower
    }
    at = next
  }
  close()
  return pieces
}

const withV = (word: string): string =>
  [...word].map((letter) => (letter === NU ? 'v' : folded(letter.codePointAt(0) as number))).join('')

const isUnspaced = (text: string, at: number): boolean => UNSPACED.test(text.slice(at, at + 2))

function gapOf(text: string, from: number, to: number, follows: boolean): Gap {
  if (!follows) return GAP.wide
  if (from === to) return GAP.none
  // What does not count, as soft hyphens, makes a gap no wider.
  let gap = ''
  for (const character of text.slice(from, Math.min(to, from + 64))) {
    if (folded(character.codePointAt(0) as number) !== '') gap += character
  }
  if (gap === '') return to - from > 64 ? GAP.wide : GAP.none
  if (BREAKS.test(gap)) return GAP.broken
  const squeezed = gap.replace(/\s+/gu, ' ')
  return to - from <= 64 && squeezed.length <= WIDEST_GAP && JOINS.test(gap) ? GAP.join : GAP.wide
}
