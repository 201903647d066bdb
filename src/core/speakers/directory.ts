import type { WeakWord } from './collect.js'
import { addOccurrence, type Entity, newEntity } from './entities.js'
import { isAmericanState, isGovernment } from './lexicon/governments.js'
import { PARTICLES } from './lexicon/small-words.js'
import { american } from './lexicon/word-list.js'
import type { Occurrence } from './occurrence.js'

/** Of entities that share a surname no more than this are told apart. */
const MOST_NAMESAKES = 8

/** Who the article names, by every form of the name that could stand for it. */
export interface Directory {
  readonly entities: Entity[]
  /** The ones that a name (lower-case words) could be; empty: nobody named so. */
  look(words: readonly string[]): readonly Entity[]
  /** Entities whose roles have this noun at their head: "envoy". */
  byRole(head: string): readonly Entity[]
  /** Organisations whose names hold this word: "union". */
  byWord(word: string): readonly Entity[]
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/
const plain = (word: string): string => word.replace(/\.$/, '')

/** A name's words without initials, "Jr." and full stops. */
const nucleus = (words: readonly string[]): string[] => {
  const kept = words.filter((word) => !SUFFIX.test(word)).map(plain)
  return kept.length > 2 ? kept.filter((word, i) => i === 0 || i === kept.length - 1 || word.length > 1) : kept
}

const clash = (a: Entity, b: Occurrence): boolean => a.gender !== null && b.gender !== null && a.gender !== b.gender

/**
 * Puts names together: "Donald J. Trump", "Donald Trump", "Mr. Trump" and "Trump" are one; so are "Clean Rivers Trust",
 * "CRT" and "Clean Rivers". A part of a name that several share keeps them all as options, settled later by the page's
 * order. Linear in the number of names.
 */
export function directoryOf(names: readonly Occurrence[]): Directory {
  const entities: Entity[] = []
  const full = new Map<string, Entity>()
  const ends = new Map<string, Entity>()
  const parts = new Map<string, Entity[]>()
  const roles = new Map<string, Entity[]>()
  const inNames = new Map<string, Entity[]>()
  const firsts = new Map<string, number>()
  for (const { words, coreStart } of names)
    if (words.length === 1 && !firsts.has(words[0] as string)) firsts.set(words[0] as string, coreStart)
  const several = names.filter((name) => nucleus(name.words).length > 1)
  const placed = new Set(
    names.filter(({ isPlaced, words }) => isPlaced && words.length === 1).map(({ words }) => words[0] as string),
  )
  const single = names.filter((name) => nucleus(name.words).length <= 1)

  for (const name of several) {
    const words = nucleus(name.words)
    const key = words.join(' ')
    const edge = `${words[0]} ${words.at(-1)}`
    let entity = full.get(key)
    if (!entity && name.kind === 'person') {
      const other = ends.get(edge)
      if (other && !clash(other, name)) entity = other
    }
    if (!entity) {
      entity = make(name)
      full.set(key, entity)
      if (name.kind === 'person') ends.set(edge, entity)
    }
    join(entity, name)
  }
  absorb()
  for (const entity of entities) {
    const words = nucleus(entity.words)
    if (entity.kind === 'person' || entity.kind === 'unknown') {
      for (let i = 1; i < words.length; i++) file(parts, words.slice(i).join(' '), entity)
      file(parts, `^${words[0]}`, entity)
    } else {
      for (let i = 1; i < words.length; i++) file(parts, words.slice(0, i).join(' '), entity)
      for (const word of words) file(inNames, american(word), entity)
      const initials = words.filter((word) => word !== 'of' && word !== 'the' && word !== 'and' && word !== 'for')
      if (initials.length > 1) file(parts, initials.map((word) => word.charAt(0)).join(''), entity)
    }
    for (const { alias } of entity.occurrences) if (alias) file(parts, alias, entity)
  }
  takeParts()
  for (const name of single) {
    const words = nucleus(name.words)
    const [word] = words as [string]
    const all = look(words).filter((entity) => !clash(entity, name) && fits(entity, name))
    const people = name.article === 'the' ? [] : all.filter((entity) => entity.kind === 'person')
    // "the Post", of the Sellim Post.
    const ended =
      name.article === 'the' && all.length === 0
        ? (inNames.get(american(word)) ?? []).filter((entity) => entity.words.at(-1) === word)
        : all
    const options = people.length > 0 ? people : ended.filter((entity) => !isElsewhere(entity, word, firstAt(word)))
    if (options.length === 1 && options[0]) join(options[0], name)
    else if (options.length > 1) name.options = options
    else {
      const entity = make(name)
      full.set(word, entity)
      join(entity, name)
    }
  }
  for (const entity of entities) if (isPlace(entity)) entity.kind = 'government'
  for (const entity of entities) for (const head of entity.heads) file(roles, head, entity)
  return {
    entities,
    look,
    byRole: (head) => roles.get(head) ?? [],
    byWord: (word) => inNames.get(word) ?? [],
  }

  function firstAt(word: string): number {
    return firsts.get(word) ?? 0
  }

  // "in Marrow" is the town, and no short form of the Marrow Clinic.
  function isElsewhere(entity: Entity, word: string, at: number): boolean {
    if (entity.words.length < 2 || entity.words[0] !== word) return false
    // "HP" that came before "the HP Way" is not short for it.
    if ((entity.occurrences[0]?.coreStart ?? 0) > at) return true
    return placed.has(word) || isGovernment(word) || isAmericanState(word)
  }

  function make(name: Occurrence): Entity {
    const entity = newEntity({
      kind: name.kind,
      named: { start: name.coreStart, end: name.coreEnd },
      words: name.words,
      isNamed: true,
      gender: name.gender,
      plural: name.kind === 'group',
    })
    entities.push(entity)
    return entity
  }

  // The fullest name is the one with the most words; of equals, the first.
  function join(entity: Entity, name: Occurrence): void {
    addOccurrence(entity, name)
    if (
      name.words.length > entity.words.length &&
      name.coreEnd - name.coreStart > entity.named.end - entity.named.start
    ) {
      entity.words = name.words
      entity.named = { start: name.coreStart, end: name.coreEnd }
    }
  }

  // "Billionaire Mark Roe" at a sentence's start is "Mark Roe", if he is named so elsewhere.
  function absorb(): void {
    for (const [key, entity] of full) {
      const words = key.split(' ')
      if (words.length < 3 || entity.kind !== 'person') continue
      const other = full.get(words.slice(-2).join(' '))
      if (!other || other === entity || other.kind !== 'person') continue
      for (const name of entity.occurrences.splice(0)) addOccurrence(other, name)
      full.set(key, other)
    }
    for (let i = entities.length - 1; i >= 0; i--) if (entities[i]?.occurrences.length === 0) entities.splice(i, 1)
  }

  // "van der Aa" is "Ursula van der Aa"; "Clean Rivers" is the Clean Rivers Trust, where that came first.
  function takeParts(): void {
    for (const [key, entity] of full) {
      const others = (parts.get(key) ?? []).filter((other) => other !== entity)
      const [other] = others
      if (!other || others.length > 1 || entity.words.length < 2 || entity.occurrences.length === 0) continue
      const isPerson = other.kind === 'person' || other.kind === 'unknown'
      const isFirst = (entity.occurrences[0]?.coreStart ?? 0) < (other.occurrences[0]?.coreStart ?? 0)
      if (isPerson ? !PARTICLES.has(entity.words[0] as string) : isFirst || entity.heads.size > 0 || entity.gender)
        continue
      for (const name of entity.occurrences.splice(0)) addOccurrence(other, name)
      full.set(key, other)
    }
    for (let i = entities.length - 1; i >= 0; i--) if (entities[i]?.occurrences.length === 0) entities.splice(i, 1)
  }

  function look(words: readonly string[]): readonly Entity[] {
    const bare = nucleus(words)
    const key = bare.join(' ')
    const exact = full.get(key)
    if (exact) return [exact]
    const part = parts.get(key)
    if (part) return part
    return bare.length === 1 ? (parts.get(`^${key}`) ?? []) : []
  }
}

// "in Marrow", "near Sellim": a name of nobody's role that mostly stands so is a place; where it speaks, it speaks for
// those who govern it.
function isPlace({ kind, heads, gender, occurrences }: Entity): boolean {
  if ((kind !== 'unknown' && kind !== 'person') || heads.size > 0 || gender !== null) return false
  return occurrences.filter(({ isPlaced }) => isPlaced).length * 2 >= occurrences.length
}

// A part of a person's name is no organisation's: "Podesta Group" and "Podesta" may be two.
function fits(entity: Entity, name: Occurrence): boolean {
  return name.kind !== 'person' || entity.kind === 'person' || entity.kind === 'unknown'
}

function file(map: Map<string, Entity[]>, key: string, entity: Entity): void {
  const list = map.get(key)
  if (!list) map.set(key, [entity])
  else if (list.length < MOST_NAMESAKES && !list.includes(entity)) list.push(entity)
}

/** The most words of a name that are looked for where every word has a capital. */
const LONGEST_WEAK = 5

/** Where every word has a capital: the names that are known from elsewhere, as occurrences. */
export function findKnown(directory: Directory, weak: readonly WeakWord[]): Occurrence[] {
  const out: Occurrence[] = []
  for (let i = 0; i < weak.length; i++) {
    if (!weak[i]?.isCapital) continue
    for (let length = Math.min(LONGEST_WEAK, weak.length - i); length > 0; length--) {
      const last = weak[i + length - 1] as WeakWord
      const first = weak[i] as WeakWord
      if (last.block !== first.block || !last.isCapital) continue
      const words = weak.slice(i, i + length).map(({ low }) => low)
      const found = directory.look(words)
      if (found.length === 0) continue
      const occurrence = weakOccurrence(first, last, words)
      if (found.length === 1) addOccurrence(found[0] as Entity, occurrence)
      else occurrence.options = found
      out.push(occurrence)
      i += length - 1
      break
    }
  }
  return out
}

function weakOccurrence(first: WeakWord, last: WeakWord, words: readonly string[]): Occurrence {
  return {
    start: first.start,
    end: last.end,
    coreStart: first.start,
    coreEnd: last.end,
    isName: true,
    words,
    kind: 'unknown',
    gender: null,
    plural: false,
    article: 'bare',
    sentence: first.sentence,
    block: first.block,
    isSubject: first.opens,
    isOwner: last.isOwner,
    isQuoted: false,
    isWeak: true,
    alias: null,
    state: null,
    owner: null,
    together: [],
    isRestricted: false,
    ofWhat: null,
    isPlaced: false,
    roles: [],
    roleHeads: [],
    roleWords: [],
    apposed: null,
    entity: null,
    options: null,
  }
}
