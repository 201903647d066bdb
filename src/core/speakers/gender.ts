import type { GenderedPronoun } from './collect.js'
import type { Entity } from './entities.js'
import type { Occurrence } from './occurrence.js'

/** So many pronouns must speak for a gender, and at most a fifth of all against it. */
const LEAST_VOTES = 2
const MOST_AGAINST = 0.2

/**
 * Settles genders by the page's own pronouns: a "she" in a sentence that names one person, or after a sentence that does,
 * is a vote for that person's gender. Names themselves are never asked.
 *
 * @param names in order, each with its entity where it has one
 */
export function settleGenders(names: readonly Occurrence[], pronouns: readonly GenderedPronoun[]): void {
  const people = names.filter(
    (name) => (name.entity?.kind === 'person' || (name.entity?.kind === 'unknown' && name.isSubject)) && !name.isQuoted,
  )
  const votes = new Map<Entity, [number, number]>()
  let last = 0
  let first = 0
  for (const pronoun of pronouns) {
    while (last < people.length && (people[last] as Occurrence).coreStart < pronoun.at) last++
    while (first < last && (people[first] as Occurrence).sentence < pronoun.sentence - 1) first++
    const own = only(people, first, last, pronoun.sentence)
    const entity = own ?? only(people, first, last, pronoun.sentence - 1, pronoun.sentence)
    if (!entity) continue
    const count = votes.get(entity) ?? [0, 0]
    count[pronoun.gender === 'm' ? 0 : 1] += own ? 2 : 1
    votes.set(entity, count)
  }
  for (const [entity, [m, f]] of votes) {
    if (entity.kind === 'unknown' && m + f >= LEAST_VOTES) entity.kind = 'person'
    if (entity.gender !== null || m + f < LEAST_VOTES) continue
    if (f <= (m + f) * MOST_AGAINST) entity.gender = 'm'
    else if (m <= (m + f) * MOST_AGAINST) entity.gender = 'f'
  }
}

/** People of one sentence from here on are not looked through. */
const MOST_PEOPLE = 12

// The one person of a sentence; null where there are none or several, or where sentence `empty` has any.
function only(people: readonly Occurrence[], first: number, last: number, sentence: number, empty = -1): Entity | null {
  let found: Entity | null = null
  for (let i = last - 1; i >= first && i >= last - MOST_PEOPLE; i--) {
    const person = people[i] as Occurrence
    if (person.sentence === empty) return null
    if (person.sentence < sentence) break
    if (person.sentence !== sentence) continue
    if (found && found !== person.entity) return null
    found = person.entity
  }
  return found
}
