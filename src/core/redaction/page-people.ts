import type { PageRecord } from '../exports/record.js'
import type { Span } from '../model/index.js'
import { findNamed, type Named } from '../speakers/named.js'
import { NameFinder } from './finder.js'
import type { Hit } from './hits.js'
import { isName, type Person, partsOf } from './person.js'
import { piecesOf } from './tokens.js'

/** What a page tells of the people in it. */
export interface PagePeople {
  find(text: string): Hit[]
  /** Places at which the page's speakers are named, in order, and who they are. */
  readonly speakerAt: readonly { readonly start: number; readonly end: number; readonly person: number }[]
  /** Who is named in full. */
  readonly whole: ReadonlySet<number>
  /** Full names of people who are on no list, in order. */
  readonly others: readonly Other[]
  readonly otherWords: ReadonlySet<string>
  /** Folded names of one word whose bearers the page names by nothing longer. */
  readonly alone: ReadonlySet<string>
  /** The folded parts of the names of those in `whole` who are to be replaced. */
  readonly privateParts: ReadonlySet<string>
}

/** The full name of somebody on no list. Of the listed it may share the first name alone, which then stays. */
interface Other extends Span {
  readonly hasOwnSurname: boolean
}

/**
 * What only this page tells: which of its speakers is whom, other names that it uses for them, others' names. What it says
 * beside a name is put to the person's `described`.
 *
 * @param finder of `people`
 */
export function peopleOn({ reading, speakers }: PageRecord, people: readonly Person[], finder: NameFinder): PagePeople {
  const { text } = reading
  const speakerAt: { start: number; end: number; person: number }[] = []
  const extras = new Map<number, string[]>()
  for (const speaker of speakers) {
    const hits = finder.find(speaker.name).filter(({ form }) => form === 'name')
    const [only, ...more] = hits.length === 1 ? (hits[0] as Hit).people : []
    if (only === undefined || more.length > 0) continue
    const names = [...speaker.otherNames.map((span) => words(text, span))]
    for (const { span, form } of speaker.mentions) {
      if (form === 'pronoun' || form === 'role' || form === 'description') continue
      speakerAt.push({ ...span, person: only })
      if (form !== 'name') names.push(words(text, span))
    }
    const person = people[only] as Person
    if (person.because !== 'stay') for (const role of speaker.roles) person.described.add(words(text, role))
    const others = names.filter((name) => isName(name) && finder.find(name).length === 0)
    if (others.length > 0) extras.set(only, [...(extras.get(only) ?? []), ...others])
  }
  const indices = [...extras.keys()]
  const more = new NameFinder(indices.map((index) => ({ names: [], wholes: extras.get(index) ?? [] })))
  const named = findNamed(reading)
  const find = (value: string): Hit[] => {
    const hits = finder.find(value)
    if (indices.length === 0) return hits
    const own = more.find(value).filter(({ form }) => form === 'name')
    return merged(
      hits,
      own.map((hit) => ({ ...hit, people: hit.people.map((i) => indices[i] as number) })),
    )
  }
  for (const { places, roles } of named) {
    const [hit, ...rest] = places[0] ? finder.find(words(text, places[0])) : []
    const [only, ...others] = hit?.form === 'name' && rest.length === 0 ? hit.people : []
    const person = only === undefined || others.length > 0 ? undefined : people[only]
    if (person && person.because !== 'stay') for (const role of roles) person.described.add(words(text, role))
  }
  const hits = find(text)
  const whole = new Set<number>()
  for (const { form, people } of hits) if (form === 'name' && people.length === 1) whole.add(people[0] as number)
  const replaced = [...whole].flatMap((index) => (people[index]?.because === 'stay' ? [] : [people[index] as Person]))
  return {
    find,
    speakerAt: speakerAt.sort((a, b) => a.start - b.start),
    whole,
    alone: aloneOf(named, text),
    privateParts: new Set(replaced.flatMap(({ names }) => partsOf(names))),
    ...othersOf(named, text, hits),
  }
}

function aloneOf(named: readonly Named[], text: string): Set<string> {
  const alone = new Set<string>()
  for (const { kind, places, isPlaced } of named) {
    if (kind !== 'person' && (kind !== 'unknown' || isPlaced)) continue
    const names = places.map((place) => piecesOf(words(text, place)))
    if (names.every(({ length }) => length === 1)) for (const [piece] of names) alone.add(piece?.key ?? '')
  }
  return alone
}

/** The places of names of several words that nobody on the lists has, and the folded words of them. */
function othersOf(
  named: readonly Named[],
  text: string,
  hits: readonly Hit[],
): Pick<PagePeople, 'others' | 'otherWords'> {
  const others: Other[] = []
  const otherWords = new Set<string>()
  const spans = named
    .flatMap(({ kind, places }) => (kind === 'person' ? places : []))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let h = 0
  for (const span of spans) {
    while (h < hits.length && (hits[h] as Hit).end <= span.start) h++
    const inside: Hit[] = []
    for (let k = h; k < hits.length && (hits[k] as Hit).start < span.end; k++) inside.push(hits[k] as Hit)
    const pieces = piecesOf(words(text, span))
    // Where all is in capitals, as in a headline, what stands beside a name need not be one.
    const isShouted = pieces.every(({ isUpper }) => isUpper)
    if (pieces.length < 2 || isShouted || inside.some(({ form }) => form !== 'part')) continue
    // "A. Kovač": all of it was found to be the listed name.
    if (inside.some(({ start, end }) => start <= span.start && end >= span.end)) continue
    // "Ana Ruiz" beside Ana Kovač: the first word is the listed name, and another that is no initial follows.
    const [first] = inside
    const hasOwnSurname =
      inside.length === 1 &&
      first?.start === span.start + (pieces[0]?.start ?? 0) &&
      first.end < span.end &&
      /^ \p{L}[\p{L}\p{M}'’ -]+$/u.test(text.slice(first.end, span.end))
    others.push({ ...span, hasOwnSurname })
    for (const { key } of pieces) otherWords.add(key)
  }
  return { others, otherWords }
}

/** The words of a span. */
export const words = (text: string, { start, end }: Span): string => text.slice(start, end)

/** The span that holds a place, by halving. */
export function spanAround<T extends Span>(spans: readonly T[], { start, end }: Span): T | null {
  let low = 0
  let high = spans.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((spans[mid] as T).end > start) high = mid
    else low = mid + 1
  }
  const span = spans[low]
  return span && span.start <= start && end <= span.end ? span : null
}

/** Two lists of places as one, in order; where they overlap, the wider. */
function merged(a: readonly Hit[], b: readonly Hit[]): Hit[] {
  const out: Hit[] = []
  for (const hit of [...a, ...b].sort((x, y) => x.start - y.start || y.end - x.end)) {
    const last = out.at(-1)
    if (!last || hit.start >= last.end) out.push(hit)
    else if (hit.end > last.end)
      out[out.length - 1] = { ...last, end: hit.end, people: [...new Set([...last.people, ...hit.people])] }
  }
  return out
}
