import { piecesOf } from './tokens.js'

/** A stem with fewer letters begins too many words. */
const LEAST_STEM = 5
const LEAST_STEM_CYRILLIC = 4

/** Nowacka, whose brother is Nowacki. */
const FEMININE = /[scz]ka$/
const FEMININE_ENDINGS = 'e ej ie iej ich im imi o oj om ou u'
/** How a name ends, and the endings of its cases, which take the place of that. Folded once, when the module is loaded. */
const LATIN: readonly (readonly [string, string])[] = [
  ['a', 'e i y u om ou ej oj ie ami ama ach ove'],
  ['ko', 'ka ki ku kom kiem kowi'],
  // Novotná is his wife.
  ['y', 'eho emu em ym ych ymi'],
]
const CYRILLIC: readonly (readonly [string, string])[] = [
  ['ая', 'ой ою ую ые ых ым ыми ие их им ими'],
  ['яя', 'ей ею юю ие их им ими'],
  ['ий', 'ого его ому ему им ом ем ие их ими'],
  ['ый', 'ого ому ым ом ые ых ыми'],
  ['а', 'ой ою у ы е и ых ым ыми ам ами ах'],
  ['я', 'ей ею ю и е ям ями ях'],
  ['о', 'а у ом ові'],
]

const fold = (word: string): string => piecesOf(word)[0]?.key ?? ''
const table = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([end, endings]) => ({ end: fold(end), endings: new Set(endings.split(' ').map(fold)) }))
const FEMININE_ROW = table([['a', FEMININE_ENDINGS]])
const ROWS = { latin: table(LATIN), cyrillic: table(CYRILLIC) }
const IS_CYRILLIC = /\p{Script=Cyrillic}/u
const IS_LATIN = /^[a-z]+$/

/** What a name keeps in all its cases, and what may follow it: Nowacka, Nowackiej. */
export interface Stem {
  readonly stem: string
  readonly endings: ReadonlySet<string>
}

/**
 * The stem of a name that loses its ending in other cases. Null: it loses none, or the stem is too short.
 *
 * @param key folded
 */
export function stemOf(key: string): Stem | null {
  const isCyrillic = IS_CYRILLIC.test(key)
  if (!isCyrillic && !IS_LATIN.test(key)) return null
  const rows = isCyrillic ? ROWS.cyrillic : FEMININE.test(key) ? FEMININE_ROW : ROWS.latin
  const row = rows.find(({ end }) => key.endsWith(end))
  if (!row) return null
  const stem = key.slice(0, -row.end.length)
  return stem.length < (isCyrillic ? LEAST_STEM_CYRILLIC : LEAST_STEM) ? null : { stem, endings: row.endings }
}
