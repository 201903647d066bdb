import type { SpeakerKind } from '../model/index.js'
import type { Discourse } from './discourse.js'
import { addOccurrence, type Entity, newEntity } from './entities.js'
import { isBodyNoun } from './lexicon/bodies.js'
import { isEpithet, isPersonNoun, KIN } from './lexicon/people.js'
import { PRONOUNS } from './lexicon/pronouns.js'
import { NAME_ADJECTIVES } from './lexicon/small-words.js'
import { american, singular } from './lexicon/word-list.js'
import type { Occurrence } from './occurrence.js'
import { nearest, rank } from './ranker.js'

/** Of what is described by one noun no more than this are told apart, the latest ones. */
const MOST_ALIKE = 6

/**
 * Whom a description stands for: "the envoy", somebody whose role the page has given; "the union", an organisation with
 * that word in its name; "the office", what was described so before; "the 70-year-old", the person just spoken of. Else
 * it is somebody, or something, new.
 */
export function describe(d: Discourse, occurrence: Occurrence): Entity {
  const key = keyOf(d, occurrence)
  const known = knownAs(d, occurrence, key)
  if (known) {
    addOccurrence(known, occurrence)
    return known
  }
  const near = nearAs(d, occurrence)
  if (near) {
    addOccurrence(near, occurrence, false)
    return near
  }
  const entity = newEntity({
    kind: kindOf(occurrence),
    named: { start: occurrence.coreStart, end: occurrence.coreEnd },
    words: occurrence.words,
    isNamed: false,
    gender: occurrence.gender,
    plural: occurrence.plural,
  })
  addOccurrence(entity, occurrence)
  d.described.set(key, entity)
  const head = headOf(occurrence)
  const alike = d.byHead.get(head) ?? []
  if (alike.length === MOST_ALIKE) alike.shift()
  alike.push(entity)
  d.byHead.set(head, alike)
  return entity
}

const headOf = ({ words }: Occurrence): string => american(singular(words.at(-1) ?? ''))

// "his spokesman" is another's than "his spokesman" of before, where "his" is another's.
function keyOf(d: Discourse, { words, plural, owner, start, sentence, block }: Occurrence): string {
  const key = `${plural ? '+' : ''}${words.join(' ')}`
  const pronoun = owner === null ? undefined : PRONOUNS.get(owner)
  if (pronoun?.person !== 3 || !isSomebodys(words.at(-1) ?? '')) return owner === null ? key : `${owner} ${key}`
  const { plural: isMany, gender, isThing } = pronoun
  const [whose] = rank(d, { plural: isMany, gender, isThing, at: start, sentence, block })
  return `${whose ? whose.entity.named.start : owner} ${key}`
}
const isSomebodys = (noun: string): boolean => isPersonNoun(noun) || isBodyNoun(noun)

// A person without a name is an unnamed source, unless the page says whose kin it is.
function kindOf({ kind, words, article }: Occurrence): SpeakerKind {
  if (kind !== 'person') return kind
  return article === 'own' && KIN.has(words.at(-1) ?? '') ? 'person' : 'unnamed'
}

function knownAs(d: Discourse, occurrence: Occurrence, key: string): Entity | null {
  const { article, plural, kind } = occurrence
  if (article === 'a') return null
  const same = d.described.get(key)
  if (article === 'own') return same ?? null
  if (article === 'bare') return plural || isTitleLike(occurrence) ? (same ?? null) : null
  const head = headOf(occurrence)
  if (!plural) {
    const roles = d.directory.byRole(head)
    const role = latest(
      roles.filter((entity) => agrees(entity, occurrence)),
      occurrence,
    )
    const [one] = roles
    if (!role && one && roles.length === 1 && isNear(one, occurrence) && !isForeign(occurrence)) return one
    if (role && ((kind !== 'organisation' && isOpen(role, occurrence)) || role.lastAt >= 0)) return role
  }
  if (kind === 'organisation') {
    const body = latest(d.directory.byWord(head), occurrence)
    if (body && (body.lastAt >= 0 || occurrence.words.length === 1)) return body
  }
  if (same) return same
  const alike = latest(d.byHead.get(head) ?? [], occurrence)
  if (alike && agrees(alike, occurrence)) return alike
  return null
}

// "the 70-year-old", "the company": whoever was just spoken of.
function nearAs(d: Discourse, occurrence: Occurrence): Entity | null {
  const { article, plural, kind, isRestricted, words } = occurrence
  if (article !== 'the' || plural || isRestricted) return null
  if (kind === 'organisation') return words.length === 1 ? nearest(d, occurrence) : null
  const noun = words.at(-1) ?? ''
  if (kind !== 'person' || !isEpithet(noun, false)) return null
  const near = nearest(d, occurrence)
  if (!near) return null
  // "the 57-year-old scientist": whoever else that is, it is said of somebody who was spoken of.
  const hasRole = near.heads.size > 0 && !words.some((word) => word.endsWith('year-old'))
  return isEpithet(noun, hasRole) ? near : null
}

// "the leader of the council" need not be the one who is called a leader further on: not unless that says "of the council" too.
const isOpen = (entity: Entity, { isRestricted, ofWhat }: Occurrence): boolean =>
  !isRestricted && (ofWhat === null || entity.roleWords.has(ofWhat) || entity.words.includes(ofWhat))

const isTitleLike = ({ kind }: Occurrence): boolean => kind === 'organisation'

// The one that was spoken of last; of those not spoken of yet, the only one.
function latest(list: readonly Entity[], occurrence: Occurrence): Entity | null {
  let best: Entity | null = null
  for (const entity of list) {
    if (entity.plural !== occurrence.plural) continue
    if (entity.gender && occurrence.gender && entity.gender !== occurrence.gender) continue
    // "the Florida senator".
    if (entity.state && occurrence.words.includes(entity.state)) return entity
    if (!best || entity.lastAt > best.lastAt) best = entity
  }
  return best && (best.lastAt >= 0 || list.length === 1) ? best : null
}

/** A role that somebody alone has may be told with a word more ("the former Ohio governor") this near, in UTF-16 code units. */
const NEAR = 800
const isNear = (entity: Entity, { start, gender }: Occurrence): boolean =>
  !entity.plural &&
  entity.lastAt >= 0 &&
  start - entity.lastAt < NEAR &&
  (!gender || !entity.gender || gender === entity.gender)

// "the Russian president", after an American one.
const isForeign = ({ words }: Occurrence): boolean =>
  words.slice(0, -1).some((word) => NAME_ADJECTIVES.has(word) && !SMALL.has(word))

// "the state office" is not "the tax office", nor "the Russian president" the American one: what is said more now must have
// been said before.
function agrees(entity: Entity, { words }: Occurrence): boolean {
  for (let i = 0; i < words.length - 1; i++) {
    const word = words[i] as string
    if (!entity.words.includes(word) && !entity.roleWords.has(word) && word !== entity.state && !SMALL.has(word))
      return false
  }
  return true
}
const SMALL = new Set([
  'new',
  'same',
  'two',
  'three',
  'first',
  'recent',
  'latest',
  'own',
  'local',
  "'s",
  'former',
  'then',
  'late',
  'veteran',
  'longtime',
])
