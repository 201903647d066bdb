import type { PageRecord, Redaction } from '../exports/record.js'
import { unknownOf } from '../exports/unknown.js'
import { ARTICLE_ROLES, OnrecordError, type Role } from '../model/index.js'
import { findNamed } from '../speakers/named.js'
import { contactsOf } from './contacts.js'
import { NameFinder } from './finder.js'
import type { Hit } from './hits.js'
import type { Key } from './key.js'
import { OFFICES } from './lexicon.js'
import { isWordToo } from './names.js'
import { NearNames } from './near.js'
import { type PagePeople, peopleOn, spanAround, words } from './page-people.js'
import { keyOf, type Listed } from './people.js'
import { before, isName, newPerson, type Person, partsOf, sizeOf } from './person.js'
import { covered, type Replacement } from './replacement.js'
import type { Because, Finding, Review } from './review.js'
import { rewrite } from './rewrite.js'
import { SameRecords } from './same-records.js'
import { BY, MARK, plainWhy, stringsOf } from './strings.js'
import { piecesOf } from './tokens.js'

/** Whom to replace, and how. */
export interface RedactionOptions {
  /** Who is replaced wherever they are named. */
  readonly listed: readonly Listed[]
  /** Also replace everybody whom the articles name, but those in `stay`; withholds what is no part of the article. */
  readonly everybody?: boolean
  /** Public people, who are left as they are. */
  readonly stay?: readonly Listed[]
  /** Of earlier exports: its people are replaced too, by the same pseudonyms. */
  readonly key?: Key
  /** Names to stand for people, in order; without them, and after the last, "Person 1" and so on. */
  readonly pseudonyms?: readonly string[]
  /** Keeps the ids of the page, its statements and speakers, which whoever has the page can hold against it. */
  readonly keepIds?: boolean
  /** Keeps the page's own addresses and file names where they hold no name. */
  readonly keepAddresses?: boolean
}

/** What is put where it cannot be told, or must not be said, whom a name stands for. */
export const WITHHELD_NAME = '[name withheld]'
/** What is put for an address, handle or file name that holds a name. */
export const WITHHELD_ADDRESS = '[address withheld]'
/** What is put for a block that is no part of the article, where everybody is replaced. */
export const WITHHELD_BLOCK = '[withheld]'

/** Blocks of the article that name who made the page. */
const CREDITS: ReadonlySet<Role> = new Set<Role>(['byline', 'photo-credit', 'agency-credit'])

/**
 * Replaces people's names in records, the same name by the same pseudonym in all of them. Records are gone through twice:
 * `survey` each, `settle` once, then `redact` each, in the same order. The same records and options give the same. Linear
 * in the records.
 */
export class Redactor {
  readonly #options: RedactionOptions
  readonly #people: Person[] = []
  readonly #found = new Map<string, Person>()
  readonly #findings = new Map<string, Finding>()
  /** Numbers that the pages themselves give: "Person 7". */
  readonly #taken = new Set<string>()
  #finder: NameFinder
  #near: NearNames | null = null
  readonly #same = new SameRecords()
  #redacted = 0

  /** @throws OnrecordError `usage` where lists and key contradict each other */
  constructor(options: RedactionOptions) {
    this.#options = options
    const byKey = new Map<string, Person>()
    const put = ({ name, variants, pseudonym }: Listed, because: Person['because']) => {
      const known = byKey.get(keyOf(name))
      if (!known) {
        const person = newPerson([name, ...variants], because, pseudonym)
        byKey.set(keyOf(name), person)
        this.#people.push(person)
        return
      }
      if ((known.because === 'stay') !== (because === 'stay'))
        throw new OnrecordError(
          'usage',
          `"${name}" is both to be replaced and to stay. Take the name out of one of the lists, or out of the key.`,
        )
      if (pseudonym !== null && known.pseudonym !== null && known.pseudonym !== pseudonym)
        throw new OnrecordError(
          'usage',
          `"${name}" is "${known.pseudonym}" in the key and "${pseudonym}" in the list. Let both say the same.`,
        )
      known.pseudonym ??= pseudonym
      for (const each of variants) if (!known.names.includes(each)) known.names.push(each)
    }
    for (const person of options.key ?? []) put(person, 'key')
    for (const person of options.listed) put(person, 'listed')
    for (const person of options.stay ?? []) put(person, 'stay')
    const pseudonyms = new Map<string, string>()
    for (const { pseudonym, names } of this.#people) {
      if (pseudonym === null) continue
      const other = pseudonyms.get(keyOf(pseudonym))
      if (other !== undefined)
        throw new OnrecordError(
          'usage',
          `"${pseudonym}" stands for both "${other}" and "${names[0]}". Give each their own.`,
        )
      pseudonyms.set(keyOf(pseudonym), names[0] as string)
    }
    this.#finder = this.#finderNow()
    for (const { pseudonym } of this.#people) {
      if (pseudonym !== null && this.#finder.find(pseudonym).length > 0)
        throw new OnrecordError(
          'usage',
          `The pseudonym "${pseudonym}" is, or holds, a name on the lists. Choose another.`,
        )
    }
  }

  /** Looks a record through for whom it names. */
  survey(record: PageRecord): void {
    const at = this.#same.keep(record)
    const { text } = record.reading
    for (const match of text.matchAll(/\b(Person|Name)\s{1,4}(\d{1,9})\b/giu))
      this.#taken.add(keyOf(`${match[1]} ${match[2]}`))
    for (const pseudonym of this.#options.pseudonyms ?? [])
      if (text.includes(pseudonym)) this.#taken.add(keyOf(pseudonym))
    for (const hit of this.#finder.find(text)) {
      for (const index of hit.people) {
        const person = this.#people[index] as Person
        person.first ??= [at, hit.start]
      }
    }
    for (const string of stringsOf(record)) {
      for (const hit of this.#finder.find(string))
        for (const index of hit.people) (this.#people[index] as Person).first ??= [at, text.length]
    }
    if (this.#options.everybody) this.#discover(record, at)
  }

  #discover({ reading, speakers }: PageRecord, at: number): void {
    const { text } = reading
    const put = (name: string, kind: Person['kind'], offset: number, roles: readonly string[] = []) => {
      const clean = name
        .replace(/[’'ʼ]s?$/u, '')
        .replace(/\s+/gu, ' ')
        .trim()
      const key = keyOf(clean)
      if ([...key.replaceAll(' ', '')].length < 2 || /[@#\d]/.test(clean)) return
      const known = this.#found.get(key)
      const person =
        known?.kind === 'person' || (known && kind === 'unknown') ? known : newPerson([clean], 'found', null, kind)
      person.first ??= known?.first ?? [at, offset]
      for (const role of roles) person.described.add(role)
      this.#found.set(key, person)
    }
    for (const { kind, places, roles, isPlaced } of findNamed(reading)) {
      if ((kind !== 'person' && kind !== 'unknown') || (kind === 'unknown' && isPlaced)) continue
      const longest = places.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
      put(
        text.slice(longest.start, longest.end),
        kind,
        places[0]?.start ?? 0,
        roles.map((span) => words(text, span)),
      )
    }
    for (const { kind, name, named, mentions, roles } of speakers) {
      if (kind !== 'person' && kind !== 'unknown' && kind !== 'unnamed') continue
      if (!mentions.some(({ form }) => form === 'name' || form === 'part-of-name' || form === 'label')) continue
      if (isName(name))
        put(
          name,
          'person',
          named.start,
          roles.map((span) => words(text, span)),
        )
    }
    for (const author of reading.meta.authors) if (isName(author)) put(author, 'person', text.length)
  }

  /** Gives everybody who was found a pseudonym. Call it once, when every record was surveyed. */
  settle(): void {
    // Names of two words first: longer ones may have them in them, and a name of one word may be a part of one.
    const rank = (person: Person) => (sizeOf(person) === 1 ? Number.MAX_SAFE_INTEGER : sizeOf(person))
    const found = [...this.#found.values()].sort((a, b) => rank(a) - rank(b) || before(a, b))
    const known = this.#finderNow()
    const ends = new Map<string, Person>()
    const parts = new Set(this.#people.flatMap(({ names }) => partsOf(names)))
    for (const person of found) {
      const [name] = person.names as [string]
      const pieces = piecesOf(name)
      const hits = known.find(name)
      const hit = hits.find(({ form }) => form === 'name')
      const [only] = hit?.people ?? []
      if (hit && only !== undefined) {
        const same = this.#people[only] as Person
        // "Ana Kovač Ruiz" goes on with a name; in "Nurse Ana Kovač" the first word is none.
        const goesOn = pieces.some(({ start }) => start >= hit.end)
        const other = goesOn ? same.names : same.wholes
        if (same.because !== 'stay' && hit.end - hit.start < name.length && !other.includes(name)) other.push(name)
        for (const role of person.described) same.described.add(role)
        continue
      }
      // "KOVAČ FREED": in capitals, what stands beside a name need not be one.
      if (pieces.length > 1 && hits.length > 0 && pieces.every(({ isUpper }) => isUpper)) continue
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
      this.#people.push(person)
      known.add(person)
    }
    this.#number()
    this.#finder = this.#finderNow()
    this.#near = new NearNames(this.#people.flatMap(({ names, because }) => (because === 'stay' ? [] : partsOf(names))))
  }

  // In the order in which they are first met, for the order of a list may be that of the alphabet.
  #number(): void {
    for (const { pseudonym } of this.#people) if (pseudonym !== null) this.#taken.add(keyOf(pseudonym))
    const given = [...(this.#options.pseudonyms ?? [])]
    const counts = { person: 0, unknown: 0 }
    const waiting = this.#people.filter((p) => p.because !== 'stay' && p.pseudonym === null && p.first !== null)
    for (const person of waiting.sort(before)) {
      let next = person.kind === 'person' ? given.shift() : undefined
      while (next !== undefined && (this.#taken.has(keyOf(next)) || this.#finder.find(next).length > 0))
        next = given.shift()
      while (next === undefined) {
        const numbered = `${person.kind === 'person' ? 'Person' : 'Name'} ${++counts[person.kind]}`
        if (!this.#taken.has(keyOf(numbered))) next = numbered
      }
      this.#taken.add(keyOf(next))
      person.pseudonym = next
    }
  }

  /**
   * The record with its names replaced.
   *
   * @throws OnrecordError `output-failed` where it is not the next of those that were surveyed; `internal` where a name would
   *   still be in it. Nothing that was redacted is to be used then
   */
  redact(record: PageRecord): PageRecord {
    this.#same.expect(record)
    this.#redacted++
    const { keepIds = false, keepAddresses = false, everybody = false } = this.#options
    const { reading } = record
    const page = peopleOn(record, this.#people, this.#finder)
    const counted = new Set<Person>()
    const replace = (text: string, hits: readonly Hit[], place: PagePeople | null): Replacement[] => {
      const out: Replacement[] = []
      for (const hit of hits) {
        const words = this.#wordsFor(hit, text, place, page, counted)
        if (words !== null) out.push({ start: hit.start, end: hit.end, words })
      }
      return out
    }
    const string = (value: string): string => {
      let out = ''
      let at = 0
      for (const { start, end, words } of replace(value, page.find(value), null)) {
        out += value.slice(at, start) + words
        at = end
      }
      return out + value.slice(at)
    }
    const inText = replace(reading.text, page.find(reading.text), page)
    const contacts = everybody ? contactsOf(reading.text).map((span) => ({ ...span, words: WITHHELD_ADDRESS })) : []
    const withheld = everybody ? reading.blocks.filter(({ role }) => !ARTICLE_ROLES.has(role) || CREDITS.has(role)) : []
    const redaction: Redaction = {
      by: BY,
      people: everybody || record.redaction?.people === 'all' ? 'all' : 'listed',
      ids: keepIds ? 'kept' : 'new',
      addresses: keepAddresses ? 'kept' : 'left-out',
    }
    const redacted = rewrite(record, {
      replacements: covered(
        covered(inText, contacts, reading.text),
        withheld.map((span) => ({ ...span, words: WITHHELD_BLOCK })),
        reading.text,
      ),
      string,
      why: (value) => string(plainWhy(value)),
      address: (value) => (keepAddresses && page.find(value).length === 0 ? value : null),
      author: (value) => (everybody && page.find(value).length === 0 ? WITHHELD_NAME : string(value)),
      keepsIds: keepIds,
      roundsScores: true,
      redaction,
      mark: MARK,
    })
    for (const person of counted) person.records++
    this.#look(record, redacted)
    this.#guard(redacted, page)
    return redacted
  }

  /** Whom each pseudonym stands for, of everybody who has one. */
  key(): Key {
    const inOrder = (a: Person, b: Person) =>
      a.because === 'key' || b.because === 'key'
        ? Number(b.because === 'key') - Number(a.because === 'key')
        : before(a, b)
    return [...this.#people].sort(inOrder).flatMap(({ names, pseudonym, because }) => {
      const [name, ...variants] = names as [string, ...string[]]
      return pseudonym === null || because === 'stay' ? [] : [{ name, variants, pseudonym }]
    })
  }

  /** What was done in the records that were redacted so far, and what a person should look at. */
  review(): Review {
    const people = this.#people.filter(({ because }) => because !== 'stay')
    return {
      records: this.#redacted,
      people: people
        .filter(({ because, places, first }) => because === 'listed' || places > 0 || first !== null)
        .map(({ names: [name, ...variants], pseudonym, because, kind, places, records, described }) => ({
          name: name as string,
          variants,
          pseudonym: places > 0 || because === 'found' ? pseudonym : null,
          because: because as Because,
          kind,
          places,
          records,
          described: [...described],
          office: [...described].find((role) => piecesOf(role).some(({ key }) => OFFICES.has(key))) ?? null,
        })),
      stay: this.#people
        .filter(({ because }) => because === 'stay')
        .map(({ names, places }) => ({ name: names[0] as string, places })),
      findings: [...this.#findings.values()],
    }
  }

  #finderNow(): NameFinder {
    return new NameFinder(this.#people)
  }

  /** @returns what is put there; null: it stays */
  #wordsFor(hit: Hit, text: string, place: PagePeople | null, page: PagePeople, counted: Set<Person>): string | null {
    const shown = text.slice(hit.start, hit.end)
    const people = hit.people.map((index) => this.#people[index] as Person)
    const count = (person: Person) => {
      person.places++
      counted.add(person)
    }
    if (people.every(({ because }) => because === 'stay')) {
      for (const person of people) count(person)
      return null
    }
    if (hit.form === 'address') {
      for (const person of people) if (person.because !== 'stay') count(person)
      return WITHHELD_ADDRESS
    }
    const inOther = place !== null && hit.form === 'part' && spanAround(place.others, hit)
    if (inOther && hit.isFirst && inOther.hasOwnSurname) {
      this.#find('first-name', words(text, inOther))
      return null
    }
    const only = inOther || hit.isOthers ? null : this.#onlyOne(hit, shown, place, page)
    const person = only === null ? null : (this.#people[only] as Person)
    if (person?.because === 'stay') {
      count(person)
      return null
    }
    if (person !== null && person.pseudonym !== null) {
      count(person)
      return person.pseudonym
    }
    const around = inOther ? words(text, inOther) : shown
    const whose = people.flatMap(({ pseudonym }) => (pseudonym === null ? [] : [pseudonym]))
    for (const each of people) if (each.because !== 'stay') count(each)
    this.#find('withheld', `${around} (${[...new Set(whose)].slice(0, 4).join(', ')})`)
    return WITHHELD_NAME
  }

  // Whom a name stands for, where the page tells.
  #onlyOne(
    { people, form, start, end }: Hit,
    shown: string,
    place: PagePeople | null,
    page: PagePeople,
  ): number | null {
    const settled = place && spanAround(place.speakerAt, { start, end })
    if (settled && people.includes(settled.person)) return settled.person
    const isShared = form === 'part' && piecesOf(shown).some(({ key }) => page.otherWords.has(key))
    const here = people.filter((index) => page.whole.has(index))
    if (isShared) return null
    if (people.length === 1) return people[0] as number
    return here.length === 1 ? (here[0] as number) : null
  }

  #find(kind: Finding['kind'], shown: string, places = 1): void {
    const key = `${kind} ${shown}`
    const known = this.#findings.get(key)
    if (!known && this.#findings.size >= MOST_FINDINGS) return
    this.#findings.set(key, { kind, words: shown, places: (known?.places ?? 0) + places })
  }

  // What is still there and may tell who somebody is. Nothing of it is changed.
  #look(before: PageRecord, after: PageRecord): void {
    const { text, meta } = after.reading
    for (const [word, places] of this.#near?.find(text) ?? []) this.#find('near', word, places)
    for (const { key, isCapital } of piecesOf(text)) {
      if (!isCapital && isWordToo(key) && this.#isPart(key)) this.#find('word', key)
    }
    for (const span of contactsOf(text)) this.#find('contact', words(text, span))
    for (const { anonymity } of after.speakers) if (anonymity) this.#find('unnamed', words(text, anonymity))
    if (meta.publisher !== null) this.#find('outlet', meta.publisher)
    const unknown = [before, before.page, before.reading.meta, ...before.statements, ...before.speakers]
    for (const each of unknown) for (const name of Object.keys(unknownOf(each))) this.#find('cut', `member "${name}"`)
  }

  #isPart(key: string): boolean {
    this.#parts ??= new Set(this.#people.flatMap(({ names, because }) => (because === 'stay' ? [] : partsOf(names))))
    return this.#parts.has(key)
  }
  #parts: Set<string> | null = null

  // A last look at all that is to be published. What it finds is a fault of this program.
  #guard(redacted: PageRecord, page: PagePeople): void {
    const { text } = redacted.reading
    for (const value of [text, ...stringsOf(redacted)]) {
      for (const hit of page.find(value)) {
        if (hit.people.some((index) => (this.#people[index] as Person).because === 'stay')) continue
        if (hit.form === 'part' && hit.isFirst) continue
        throw new OnrecordError(
          'internal',
          `A name that was to be replaced (${hit.people.map((index) => (this.#people[index] as Person).pseudonym ?? 'without a pseudonym').join(', ')}) is still in a record. Do not use what was written; please report it without the page.`,
        )
      }
    }
  }
}

/** Findings are listed up to this number; a page cannot fill the memory with them. */
const MOST_FINDINGS = 20_000
