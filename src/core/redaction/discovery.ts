import type { PageRecord } from '../exports/record.js'
import { findNamed } from '../speakers/named.js'
import { words } from './page-people.js'
import { keyOf } from './people.js'
import { isName, newPerson, type Person } from './person.js'

/** Finds whom records name, whether they speak or not. */
export class Discovery {
  readonly #found = new Map<string, Person>()

  /** Everybody who was found so far, each once by their name. */
  people(): Iterable<Person> {
    return this.#found.values()
  }

  /** @param at the record's number */
  survey({ reading, speakers }: PageRecord, at: number): void {
    const { text } = reading
    const wordsOf = (spans: Parameters<typeof words>[1][]) => spans.map((span) => words(text, span))
    for (const { kind, places, roles, isPlaced } of findNamed(reading)) {
      if ((kind !== 'person' && kind !== 'unknown') || (kind === 'unknown' && isPlaced)) continue
      const longest = places.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
      this.#put(words(text, longest), kind, [at, places[0]?.start ?? 0], wordsOf([...roles]))
    }
    for (const { kind, name, named, mentions, roles } of speakers) {
      if (kind !== 'person' && kind !== 'unknown' && kind !== 'unnamed') continue
      if (!mentions.some(({ form }) => form === 'name' || form === 'part-of-name' || form === 'label')) continue
      if (isName(name)) this.#put(name, 'person', [at, named.start], wordsOf([...roles]))
    }
    for (const author of reading.meta.authors) if (isName(author)) this.#put(author, 'person', [at, text.length])
  }

  #put(name: string, kind: Person['kind'], first: readonly [number, number], roles: readonly string[] = []): void {
    const clean = name
      .replace(/[’'ʼ]s?$/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
    const key = keyOf(clean)
    if ([...key.replaceAll(' ', '')].length < 2 || /[@#\d]/.test(clean)) return
    const known = this.#found.get(key)
    const person =
      known?.kind === 'person' || (known && kind === 'unknown') ? known : newPerson([clean], 'found', null, kind)
    person.first ??= known?.first ?? first
    for (const role of roles) person.described.add(role)
    this.#found.set(key, person)
  }
}
