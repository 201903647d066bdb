import { isTitle, NAME_SUFFIXES } from '../speakers/lexicon/titles.js'
import { stemOf } from './declined.js'
import { PARTICLES, WORDS_TOO } from './lexicon.js'
import { type Piece, piecesOf } from './tokens.js'
import { isUnspaced, waysOf } from './unspaced.js'

/** A way in which a person can be written. */
export interface Form {
  /** Folded words. */
  readonly words: readonly string[]
  /** A name in full, or a part of one that others may have too. */
  readonly isWhole: boolean
  /** A part that begins the name: a first name. */
  readonly isFirst: boolean
  /** The word is a stem: one of these follows it. */
  readonly endings?: ReadonlySet<string>
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

const PART = { isWhole: false, isFirst: false } as const

type Put = (words: readonly string[], isWhole: boolean, isFirst?: boolean) => void

/** The ways in which a person can be written, and the initials. */
export function formsOf({ names, wholes = [] }: Called): { readonly forms: Form[]; readonly initials: string[] } {
  const forms = new Map<string, Form>()
  const initials = new Set<string>()
  const put: Put = (words, isWhole, isFirst = false) => {
    const key = words.join(' ')
    const known = forms.get(key)
    if (words.length > 0 && (!known || (isWhole && !known.isWhole))) forms.set(key, { words, isWhole, isFirst })
  }
  names.forEach((name, i) => {
    for (const spelling of spellingsOf(name)) {
      const pieces = coreOf(piecesOf(spelling)).slice(0, MOST_WORDS)
      const words = pieces.map(({ key }) => key)
      put(words, true)
      for (const way of waysOf(spelling)) put(way.words.slice(0, MOST_WORDS), way.isWhole)
      if (words.length < 2 || isUnspaced(spelling)) continue
      putTurned(words, put)
      // Parts of another name count where it reads as a name: "the Baker of Zadar" has none.
      const isName = pieces.every(({ isCapital, key }) => isCapital || PARTICLES.has(key))
      if (i > 0 && !isName) continue
      // "Van der Aa" beside "Ursula van der Aa" begins with no first name; "Ben Kovač" does.
      const isTail = names.slice(0, i).some((other) => endsWith(piecesOf(other), words))
      const letters = putParts(pieces, isTail, put)
      const stem = stemOf(words.at(-1) as string)
      if (stem) forms.set(`${stem.stem}-`, { ...PART, words: [stem.stem], endings: stem.endings })
      if (letters.length < 2 || !isName) continue
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

/** "Kovač, Ana", "Ana Kovač" of "Ana Maria Kovač"; with particles, "van der Aa, Ursula". */
function putTurned(words: readonly string[], put: Put): void {
  const last = words.at(-1) as string
  const full = words.filter((word) => word.length > 1)
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
}

/**
 * Each word of a name by itself.
 *
 * @param isTail whether it is the end of another of the person's names
 * @returns the initials
 */
function putParts(pieces: readonly Piece[], isTail: boolean, put: Put): string[] {
  const letters: string[] = []
  pieces.forEach(({ key, isCapital, isDigits }, k) => {
    const isParticle = PARTICLES.has(key) && (k > 0 || !isCapital || isTail)
    const isSmall = isParticle && k < pieces.length - 1
    if (!isDigits && !isSmall && [...key].length > 1) put([key], false, k === 0)
    if (!isParticle) letters.push([...key][0] as string)
  })
  return letters
}

/** Letters that are written by two where a keyboard lacks them. */
const BY_TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

/** A name, and how it is spelled in plain letters: "Zoë Müller", "Zoë Mueller". */
function spellingsOf(name: string): string[] {
  const composed = name.normalize('NFC')
  const isShouted = composed === composed.toUpperCase()
  const spelled = composed.replace(/[äöüåø]/giu, (letter) => {
    const two = BY_TWO[letter.toLowerCase()] as string
    if (letter === letter.toLowerCase()) return two
    return isShouted ? two.toUpperCase() : `${two[0]?.toUpperCase()}${two[1]}`
  })
  return spelled === composed ? [name] : [name, spelled]
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
