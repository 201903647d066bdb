import { isTitle, NAME_SUFFIXES } from '../speakers/lexicon/titles.js'
import { PARTICLES, WORDS_TOO } from './lexicon.js'
import { type Piece, piecesOf } from './tokens.js'

/** A way in which a person can be written. */
export interface Form {
  /** Folded words. */
  readonly words: readonly string[]
  /** A name in full, or a part of one that others may have too. */
  readonly isWhole: boolean
  /** A part that begins the name: a first name. */
  readonly isFirst: boolean
}

/** A longer name is looked for by its first words. */
const MOST_WORDS = 12

/** What a person is called. */
export interface Called {
  /** The name in full, then others, each by its parts too. */
  readonly names: readonly string[]
  /** Other words for the person, as a whole only. */
  readonly wholes?: readonly string[]
}

/** The ways in which a person can be written, and the initials. */
export function formsOf({ names, wholes = [] }: Called): { readonly forms: Form[]; readonly initials: string[] } {
  const forms = new Map<string, Form>()
  const initials = new Set<string>()
  const put = (words: readonly string[], isWhole: boolean, isFirst = false) => {
    const key = words.join(' ')
    const known = forms.get(key)
    if (words.length > 0 && (!known || (isWhole && !known.isWhole))) forms.set(key, { words, isWhole, isFirst })
  }
  names.forEach((name, i) => {
    const pieces = coreOf(piecesOf(name))
    const words = pieces.map(({ key }) => key).slice(0, MOST_WORDS)
    const last = words.at(-1)
    if (last === undefined) return
    put(words, true)
    if (words.length === 1) return
    const full = words.filter((word) => word.length > 1)
    // "Kovač, Ana", "Ana Kovač" of "Ana Maria Kovač"; with particles, "van der Aa, Ursula".
    put([last, ...words.slice(0, -1)], true)
    if (full.length > 2 && full.at(-1) === last) {
      put([full[0] as string, last], true)
      put([last, full[0] as string], true)
      put([last, ...full.slice(0, -1)], true)
    }
    const particle = words.findIndex((word, k) => k > 0 && k < words.length - 1 && PARTICLES.has(word))
    if (particle > 0) {
      put([...words.slice(particle), ...words.slice(0, particle)], true)
      put(words.slice(particle), false)
    }
    // Parts of another name count where it reads as a name: "the Baker of Zadar" has none.
    const isName = pieces.every(({ isCapital, key }) => isCapital || PARTICLES.has(key))
    if (i > 0 && !isName) return
    // "Van der Aa" beside "Ursula van der Aa" begins with no first name; "Ben Kovač" does.
    const isTail = names.slice(0, i).some((other) => endsWith(piecesOf(other), words))
    const isSmall = ({ key, isCapital }: Piece, k: number) =>
      PARTICLES.has(key) && k < pieces.length - 1 && (k > 0 || !isCapital || isTail)
    pieces.slice(0, MOST_WORDS).forEach((piece, k) => {
      if (!piece.isDigits && !isSmall(piece, k) && [...piece.key].length > 1) put([piece.key], false, k === 0)
    })
    const letters = pieces
      .slice(0, MOST_WORDS)
      .filter((piece, k) => !isSmall(piece, k) && !(k > 0 && PARTICLES.has(piece.key)))
      .map(({ key }) => [...key][0] as string)
    if (letters.length > 1 && isName) {
      initials.add(letters.join(''))
      initials.add(`${letters[0]}${letters.at(-1)}`)
    }
  })
  for (const each of wholes) {
    put(
      piecesOf(each)
        .map(({ key }) => key)
        .slice(0, MOST_WORDS),
      true,
    )
  }
  return { forms: [...forms.values()], initials: [...initials] }
}

/** Whether a name of more words ends with these. */
const endsWith = (pieces: readonly Piece[], words: readonly string[]): boolean =>
  pieces.length > words.length && words.every((word, k) => pieces[pieces.length - words.length + k]?.key === word)

/** Without titles before the name and suffixes after it, where anything is left. */
function coreOf(pieces: readonly Piece[]): Piece[] {
  let first = 0
  let end = pieces.length
  while (end - first > 2 && isTitle((pieces[first] as Piece).key)) first++
  while (end - first > 2 && NAME_SUFFIXES.has((pieces[end - 1] as Piece).key)) end--
  return pieces.slice(first, end)
}

/** Whether a folded word is a word of English too. */
export const isWordToo = (key: string): boolean => WORDS_TOO.has(key)
