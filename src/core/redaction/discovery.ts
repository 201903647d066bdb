import type { PageRecord } from '../exports/record.js'
import { findNamed } from '../speakers/named.js'
import { ownerOf } from './head.js'
import { words } from './page-people.js'
import { keyOf } from './people.js'
import { isName, newPerson, type Person } from './person.js'

/** Of the mark of a footnote, or several, with no space before it: "Ana Hallam1", "Ana Hallam.[2]". */
const IN_FOOTNOTE = /[\d\p{No}[\]().,]/u
/** What stands before a footnote's mark that ends a sentence, where the next sentence was taken for more of the name. */
const BEFORE_FOOTNOTE = /^([^.\d\p{No}]+)[.!?]”?[[(]?[\d\p{No}]/u

/** Finds whom records name, whether they speak or not. */
export class Discovery {
  readonly #found = new Map<string, Person>()
  readonly #leave: (name: string) => void

  /** @param leave is told of names with digits in them, which are taken for no person's */
  constructor(leave: (name: string) => void) {
    this.#leave = leave
  }

  /** Everybody who was found so far, each once by their name. */
  people(): Iterable<Person> {
    return this.#found.values()
  }

  /** @param at the record's number */
  survey({ reading, speakers }: PageRecord, at: number): void {
    const { text } = reading
    const wordsOf = (spans: Parameters<typeof words>[1][]) => spans.map((span) => words(text, span))
    for (const { kind, places, roles, isPlaced } of findNamed(reading)) {
      const first = [at, places[0]?.start ?? 0] as const
      const longest = places.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
      const cut = BEFORE_FOOTNOTE.exec(words(text, longest))?.[1]
      if (cut !== undefined && isName(cut) && cut.includes(' ')) this.#put(cut, 'unknown', first)
      else if (kind === 'person' || (kind === 'unknown' && !isPlaced))
        this.#put(words(text, longest), kind, first, wordsOf([...roles]))
    }
    for (const { kind, name, named, mentions, roles } of speakers) {
      if (kind !== 'person' && kind !== 'unknown' && kind !== 'unnamed') continue
      if (!mentions.some(({ form }) => form === 'name' || form === 'part-of-name' || form === 'label')) continue
      if (isName(name)) this.#put(name, 'person', [at, named.start], wordsOf([...roles]))
    }
    const owner = ownerOf(reading.meta.publisher)
    if (owner !== null) this.#put(owner, 'unknown', [at, text.length])
    for (const author of reading.meta.authors) if (isName(author)) this.#put(author, 'person', [at, text.length])
  }

  #put(name: string, kind: Person['kind'], first: readonly [number, number], roles: readonly string[] = []): void {
    const clean = plainName(name)
    const key = keyOf(clean)
    if ([...key.replaceAll(' ', '')].length < 2 || /[@#]/.test(clean)) return
    if (/[\d\p{No}]/u.test(clean)) {
      this.#leave(clean)
      return
    }
    const known = this.#found.get(key)
    const person =
      known?.kind === 'person' || (known && kind === 'unknown') ? known : newPerson([clean], 'found', null, kind)
    person.first ??= known?.first ?? first
    for (const role of roles) person.described.add(role)
    this.#found.set(key, person)
  }
}

/** The name without what only stands at its end: an ending, a footnote's mark. */
function plainName(name: string): string {
  const whole = name.replace(/\s+/gu, ' ').trim()
  let end = whole.length
  while (end > 0 && IN_FOOTNOTE.test(whole[end - 1] as string)) end--
  const bare = whole.slice(0, end)
  // "MI5" has no footnote.
  const isNoted =
    /[\d\p{No}]/u.test(whole.slice(end)) && (/\p{Ll}$/u.test(bare) || (/\p{L}$/u.test(bare) && bare.includes(' ')))
  return (isNoted ? bare : whole).replace(/[’'ʼ]s?$/u, '')
}
