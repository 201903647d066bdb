import { formsOf } from './names.js'
import type { Because } from './review.js'
import { piecesOf } from './tokens.js'

/** Somebody whom a list or a page names, and what became of it. */
export interface Person {
  readonly names: string[]
  /** Longer words for them that the pages were found to have: "Nurse Ana Kovač". */
  readonly wholes: string[]
  readonly because: Because | 'stay'
  readonly kind: 'person' | 'unknown'
  pseudonym: string | null
  /** [record, offset] of the first place that names them. */
  first: readonly [number, number] | null
  places: number
  records: number
  readonly described: Set<string>
}

/** Somebody new, named nowhere so far. */
export function newPerson(
  names: readonly string[],
  because: Person['because'],
  pseudonym: string | null,
  kind: Person['kind'] = 'person',
): Person {
  return {
    names: [...names],
    wholes: [],
    because,
    kind,
    pseudonym,
    first: null,
    places: 0,
    records: 0,
    described: new Set(),
  }
}

/** How many words the name has. */
export const sizeOf = ({ names }: Person): number => piecesOf(names[0] as string).length

/** In the order in which they are first named. */
export const before = (a: Person, b: Person): number =>
  (a.first?.[0] ?? 0) - (b.first?.[0] ?? 0) ||
  (a.first?.[1] ?? 0) - (b.first?.[1] ?? 0) ||
  ((a.names[0] as string) < (b.names[0] as string) ? -1 : 1)

/** The single folded words by which people can be named. */
export function partsOf(names: readonly string[]): string[] {
  const { forms } = formsOf({ names })
  return forms.flatMap(({ words: [word, ...more], endings }) =>
    word === undefined || more.length > 0 || endings ? [] : [word],
  )
}

/** Words that can be a name: few, some of them with a capital, and of more than one letter. */
export function isName(value: string): boolean {
  const pieces = piecesOf(value)
  return (
    pieces.length <= 8 &&
    pieces.map(({ key }) => key).join('').length > 1 &&
    pieces.some(({ isCapital, isDigits }) => isCapital && !isDigits)
  )
}
