import { isTitle, NAME_SUFFIXES } from '../speakers/lexicon/titles.js'
import { NameFinder } from './finder.js'
import type { Hit } from './hits.js'
import { OFFICES } from './lexicon.js'
import { before, type Person, partsOf, sizeOf } from './person.js'
import { type Piece, piecesOf } from './tokens.js'

/**
 * Puts those who were found to the people who are known: each is one of these by another name, or somebody new.
 *
 * @param people are added to
 */
export function settleFound(people: Person[], found: Iterable<Person>): void {
  // Names of two words first: longer ones may have them in them, and a name of one word may be a part of one.
  const rank = (person: Person) => (sizeOf(person) === 1 ? Number.MAX_SAFE_INTEGER : sizeOf(person))
  const known = new NameFinder(people)
  const ends = new Map<string, Person>()
  const parts = new Set(people.flatMap(({ names }) => partsOf(names)))
  for (const person of [...found].sort((a, b) => rank(a) - rank(b) || before(a, b))) {
    const [name] = person.names as [string]
    const pieces = piecesOf(name)
    const hits = known.find(name)
    if (joins(person, pieces, hits, people)) continue
    const stays = hits.every((hit) => hit.people.every((index) => people[index]?.because === 'stay'))
    // "KOVAČ FREED": in capitals, what stands beside a name need not be one.
    if (pieces.length > 1 && !stays && pieces.every(({ isUpper }) => isUpper)) continue
    const edge = pieces.length > 1 ? `${pieces[0]?.key} ${pieces.at(-1)?.key}` : (pieces[0]?.key ?? '')
    const same = ends.get(edge)
    if (same) {
      same.names.push(name)
      for (const role of person.described) same.described.add(role)
      continue
    }
    if (pieces.length === 1 && parts.has(edge)) continue
    ends.set(edge, person)
    for (const part of partsOf(person.names)) parts.add(part)
    people.push(person)
    known.add(person)
  }
}

/** Whether a found name is that of somebody known, to whom it is put then. */
function joins(found: Person, pieces: readonly Piece[], hits: readonly Hit[], people: readonly Person[]): boolean {
  const [name] = found.names as [string]
  const hit = hits.find(({ form }) => form === 'name')
  const same = people[hit?.people[0] ?? -1]
  if (!hit || !same) return false
  if (same.because === 'stay') {
    // "Juan Carlos Pérez" is not Juan Carlos, who is public.
    if (!pieces.every((piece) => isIn(hit, piece) || isBeside(piece))) return false
  } else if (hit.end - hit.start < name.length) {
    // "Ana Kovač Ruiz" goes on with a name; in "Nurse Ana Kovač" the first word is none.
    const other = pieces.some(({ start }) => start >= hit.end) ? same.names : same.wholes
    if (!other.includes(name)) other.push(name)
  }
  for (const role of found.described) same.described.add(role)
  return true
}

const isIn = ({ start, end }: Hit, piece: Piece): boolean => piece.start >= start && piece.end <= end

/** A word that stands beside a name and is no part of it: a title, an office, "Jr.", an initial, a word in small letters. */
const isBeside = ({ key, isCapital }: Piece): boolean =>
  !isCapital || key.length === 1 || isTitle(key) || OFFICES.has(key) || NAME_SUFFIXES.has(key)
