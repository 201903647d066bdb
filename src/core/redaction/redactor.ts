import type { PageRecord, Redaction } from '../exports/record.js'
import { unknownOf } from '../exports/unknown.js'
import { OnrecordError } from '../model/index.js'
import { contactsOf } from './contacts.js'
import { Discovery } from './discovery.js'
import { NameFinder } from './finder.js'
import { peopleGiven } from './given.js'
import { isKept, shownHead } from './head.js'
import type { Hit } from './hits.js'
import type { Key } from './key.js'
import { Labels } from './labels.js'
import { OFFICES } from './lexicon.js'
import { isWordToo } from './names.js'
import { NearNames } from './near.js'
import { type PagePeople, peopleOn, spanAround, words } from './page-people.js'
import { keyOf, type Listed } from './people.js'
import { before, type Person, partsOf } from './person.js'
import { phraseAt } from './phrases.js'
import { covered, type Replacement } from './replacement.js'
import type { Because, Finding, Review } from './review.js'
import { rewrite } from './rewrite.js'
import { SameRecords } from './same-records.js'
import { settleFound } from './settling.js'
import { BY, MARK, plainWhy, stringsOf } from './strings.js'
import { piecesOf } from './tokens.js'
import { loneSurnames } from './unspaced.js'

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

/**
 * Replaces people's names in records, the same name by the same pseudonym in all of them. Records are gone through twice:
 * `survey` each, `settle` once, then `redact` each, in the same order. The same records and options give the same. Linear
 * in the records.
 */
export class Redactor {
  readonly #options: RedactionOptions
  readonly #people: Person[]
  readonly #discovery = new Discovery((name) => this.#find('digits', name))
  readonly #findings = new Map<string, Finding>()
  /** Numbers that the pages themselves give: "Person 7". */
  readonly #taken = new Set<string>()
  readonly #labels: Labels
  #finder: NameFinder
  #near: NearNames | null = null
  readonly #same = new SameRecords()
  #redacted = 0

  /** @throws OnrecordError `usage` where lists and key contradict each other */
  constructor(options: RedactionOptions) {
    this.#options = options
    this.#people = peopleGiven(options)
    this.#labels = new Labels(this.#people)
    this.#finder = this.#finderNow()
    for (const { pseudonym } of this.#people) {
      if (pseudonym !== null && this.#finder.find(pseudonym).length > 0)
        throw new OnrecordError(
          'usage',
          `The pseudonym "${pseudonym}" is, or holds, a name on the lists. Choose another.`,
        )
    }
  }

  /**
   * Looks a record through for whom it names.
   *
   * @throws OnrecordError `usage` where the page itself has a pseudonym that the list gives
   */
  survey(record: PageRecord): void {
    const at = this.#same.keep(record)
    const { text } = record.reading
    this.#labels.refuse(record)
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
    if (this.#options.everybody) this.#discovery.survey(record, at)
  }

  /** Gives everybody who was found a pseudonym. Call it once, when every record was surveyed. */
  settle(): void {
    settleFound(this.#people, this.#discovery.people())
    this.#number()
    this.#finder = this.#finderNow()
    const names = this.#people.flatMap(({ names, because }) => (because === 'stay' ? [] : [names]))
    this.#near = new NearNames(names.flatMap(partsOf), names.flatMap(loneSurnames))
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
      hits.forEach((hit, i) => {
        const words = this.#wordsFor(hit, text, place, page, counted)
        const end = Math.min(wordEnd(text, hit.end), hits[i + 1]?.start ?? text.length)
        // "MacKenzie" need not be the Mac of another place.
        if (words !== null) out.push({ start: hit.start, end, words: end > hit.end ? WITHHELD_NAME : words })
      })
      return out
    }
    const string = (value: string): string => {
      let out = ''
      let at = 0
      const names = replace(value, page.find(value), null)
      for (const { start, end, words } of covered(names, this.#labels.places(value, record), value)) {
        out += value.slice(at, start) + words
        at = end
      }
      return out + value.slice(at)
    }
    const inText = replace(reading.text, page.find(reading.text), page)
    const contacts = everybody ? contactsOf(reading.text).map((span) => ({ ...span, words: WITHHELD_ADDRESS })) : []
    const withheld = everybody ? reading.blocks.filter((block) => !isKept(block)) : []
    const redaction: Redaction = {
      by: BY,
      people: everybody || record.redaction?.people === 'all' ? 'all' : 'listed',
      ids: keepIds ? 'kept' : 'new',
      addresses: keepAddresses ? 'kept' : 'left-out',
    }
    const meta = everybody ? shownHead(reading, (field, said) => this.#find('cut', `${field} “${said}”`)) : reading.meta
    const shown: PageRecord = { ...record, reading: { ...reading, meta } }
    const labels = this.#labels.places(reading.text, record)
    for (const { start, end } of labels) this.#find('label', reading.text.slice(start, end))
    const redacted = rewrite(shown, {
      replacements: covered(
        covered(covered(inText, labels, reading.text), contacts, reading.text),
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
    this.#guard(redacted, page, record.page.id)
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
    const settled = place === null ? null : (spanAround(place.speakerAt, hit)?.person ?? null)
    const areAllPublic = people.every(({ because }) => because === 'stay')
    const isOfOther = areAllPublic && settled !== null && this.#people[settled]?.because !== 'stay'
    if (areAllPublic && !isOfOther && (settled !== null || this.#areMeant(hit, shown, page))) {
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
    const only = inOther || hit.isOthers ? null : isOfOther ? settled : this.#onlyOne(hit, shown, settled, page)
    const person = only === null ? null : (this.#people[only] as Person)
    if (person?.because === 'stay' && !areAllPublic) {
      count(person)
      return null
    }
    if (person !== null && person.pseudonym !== null) {
      count(person)
      return person.pseudonym
    }
    const around = inOther ? words(text, inOther) : shown
    const whose = people.flatMap(({ names, pseudonym, because }) =>
      because === 'stay' ? [`public: ${names[0]}`] : pseudonym === null ? [] : [pseudonym],
    )
    for (const each of people) if (each.because !== 'stay') count(each)
    this.#find('withheld', `${around} (${[...new Set(whose)].slice(0, 4).join(', ')})`)
    return WITHHELD_NAME
  }

  // Whether the public people whose name this is are whom the page means by it. A part is anybody's, where all are looked at.
  #areMeant({ people, form }: Hit, shown: string, page: PagePeople): boolean {
    if (!this.#options.everybody || form === 'initials' || form === 'address') return true
    const pieces = piecesOf(shown)
    if (form === 'name') return pieces.length > 1 || !page.privateParts.has(pieces[0]?.key ?? '')
    return people.some((index) => page.whole.has(index)) && !pieces.some(({ key }) => page.alone.has(key))
  }

  // Whom a name stands for, where the page tells.
  #onlyOne(hit: Hit, shown: string, settled: number | null, page: PagePeople): number | null {
    const { people, form } = hit
    if (settled !== null && people.includes(settled)) return settled
    const keys = piecesOf(shown).map(({ key }) => key)
    if (form === 'part' && keys.some((key) => page.otherWords.has(key))) return null
    const here = people.filter((index) => page.whole.has(index))
    if (this.#options.everybody && form === 'part') {
      // "Greta, 11" need not be the Greta Olsen of another page.
      if (keys.some((key) => page.alone.has(key))) return null
      if (here.length === 0 && people.every((index) => isGiven(hit, keys, this.#people[index] as Person))) return null
    }
    if (people.length === 1) return people[0] as number
    const [only, ...more] = here
    // Of somebody private and somebody public who share it, the page's naming the public one proves nothing.
    return only === undefined || more.length > 0 || this.#people[only]?.because === 'stay' ? null : only
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
    const pieces = piecesOf(text)
    pieces.forEach(({ key, isCapital }, i) => {
      if (!this.#isPart(key)) return
      const phrase = phraseAt(text, pieces, i)
      if (phrase) this.#find('word', words(text, phrase))
      else if (!isCapital && isWordToo(key)) this.#find('word', key)
    })
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
  #guard(redacted: PageRecord, page: PagePeople, id: string): void {
    const { text } = redacted.reading
    for (const value of [text, ...stringsOf(redacted)]) {
      for (const hit of page.find(value.replace(PUT, '‹Xx›'))) {
        if (hit.people.some((index) => (this.#people[index] as Person).because === 'stay')) continue
        if (hit.form === 'part' && hit.isFirst) continue
        throw new OnrecordError(
          'internal',
          `A name that was to be replaced (${hit.people.map((index) => (this.#people[index] as Person).pseudonym ?? 'without a pseudonym').join(', ')}) is still in record ${this.#redacted} (page ${id}). Do not use what was written; please report it without the page.`,
        )
      }
    }
  }
}

/**
 * What this program puts for names, whoever is called Person. The guard takes it for a word with a capital: "fall", a word of
 * which the page has a namesake, would else be looked for where no other capital is left.
 */
const PUT = /\[(?:(?:name|address|label) )?withheld\]|(?:Person|Name) \d{1,9}/gu

/** Where the word ends of which a name was found to be the beginning: of "MacKenzie" no "Kenzie" is left. */
function wordEnd(text: string, at: number): number {
  CAMEL.lastIndex = at
  return CAMEL.test(text) ? CAMEL.lastIndex : at
}
const CAMEL = /\p{Lu}[\p{Lu}\p{Ll}\p{M}]*/uy

/** Whether a part of somebody's name is not their surname, which few share. */
const isGiven = ({ isFirst }: Hit, keys: readonly string[], { names }: Person): boolean =>
  isFirst || !names.some((name) => keys.at(-1)?.startsWith(piecesOf(name).at(-1)?.key ?? ''))

/** Findings are listed up to this number; a page cannot fill the memory with them. */
const MOST_FINDINGS = 20_000
