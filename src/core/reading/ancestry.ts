import type { Element } from './element.js'
import { HINT_OF_TOKEN } from './hints.js'
import { isNaming, MOST_PAIRED, nameWords, type WordWeights } from './weights.js'

/** What an element's names say, and what its ancestors are. */
export interface Ancestry {
  /** Class weights of its own names: their sum, the least and the greatest (0 where none is below or above). */
  readonly sum: number
  readonly min: number
  readonly max: number
  /** Bits of HINT that its own names carry. */
  readonly hints: number
  /** Bits of {@link WITHIN} of itself and all its ancestors. */
  readonly within: number
  /** The nearest element that makes lines: itself, or the first such ancestor. */
  readonly home: Element
}

/** What an element is inside of, or is itself, as bits. The first twelve are columns of the classifier, in this order. */
export const WITHIN = {
  article: 1,
  main: 2,
  nav: 4,
  header: 8,
  footer: 16,
  aside: 32,
  figure: 64,
  form: 128,
  list: 256,
  table: 512,
  blockquote: 1024,
  button: 2048,
  figcaption: 4096,
  time: 8192,
  item: 16384,
  select: 32768,
} as const

const OF_TAG = new Map<string, number>([
  ['article', WITHIN.article],
  ['main', WITHIN.main],
  ['nav', WITHIN.nav],
  ['header', WITHIN.header],
  ['footer', WITHIN.footer],
  ['aside', WITHIN.aside],
  ['figure', WITHIN.figure],
  ['figcaption', WITHIN.figure | WITHIN.figcaption],
  ['form', WITHIN.form],
  ['ul', WITHIN.list],
  ['ol', WITHIN.list],
  ['dl', WITHIN.list],
  ['table', WITHIN.table],
  ['blockquote', WITHIN.blockquote],
  ['button', WITHIN.button],
  ['time', WITHIN.time],
  ['li', WITHIN.item],
  ['select', WITHIN.select],
])

const OF_ROLE = new Map<string, number>([
  ['main', WITHIN.main],
  ['navigation', WITHIN.nav],
  ['banner', WITHIN.header],
  ['contentinfo', WITHIN.footer],
  ['complementary', WITHIN.aside],
  ['article', WITHIN.article],
])

/** Elements that make no line of their own, for the purpose of finding a unit's box. */
export const INLINE: ReadonlySet<string> = new Set(
  'span a b i em strong u small font sup sub mark abbr cite code time label q s bdi bdo'.split(' '),
)

interface Names {
  readonly sum: number
  readonly min: number
  readonly max: number
  readonly hints: number
}

/** What a word in an element's names says, and what it says together with the word after it. */
interface Name {
  weight: number
  /** Bits of HINT. */
  hints: number
  followed: Map<string, Name> | null
}

const tables = new WeakMap<WordWeights, ReadonlyMap<string, Name>>()

/** All names that say something, by weight or as a hint; worked out once for a table of weights. */
function nameTable(weights: WordWeights): ReadonlyMap<string, Name> {
  const before = tables.get(weights)
  if (before) return before
  const table = new Map<string, Name>()
  for (const [words, weight] of weights) nameFor(words, table).weight = weight
  for (const [words, hints] of HINT_OF_TOKEN) nameFor(words, table).hints = hints
  tables.set(weights, table)
  return table
}

/** The entry for a word, or for two with a blank between. */
function nameFor(words: string, table: Map<string, Name>): Name {
  const blank = words.indexOf(' ')
  if (blank > 0) {
    const first = nameFor(words.slice(0, blank), table)
    first.followed ??= new Map()
    return nameFor(words.slice(blank + 1), first.followed)
  }
  let name = table.get(words)
  if (!name) {
    name = { weight: 0, hints: 0, followed: null }
    table.set(words, name)
  }
  return name
}

const NO_NAMES: Names = { sum: 0, min: 0, max: 0, hints: 0 }

/** The ancestries of a page's elements, each worked out once; names that many elements share are read once. */
export class Ancestries {
  /** By the elements' indices. */
  private readonly known: (Ancestry | undefined)[] = []
  private readonly names = new Map<string, Names>()

  private readonly table: ReadonlyMap<string, Name>

  constructor(weights: WordWeights) {
    this.table = nameTable(weights)
  }

  of(element: Element): Ancestry {
    const found = this.known[element.index]
    if (found) return found
    // Up to the first ancestor that is known, then down again: no recursion, each element once.
    const chain: Element[] = []
    let above: Ancestry | undefined
    for (let e: Element | null = element; e; e = e.parent) {
      above = this.known[e.index]
      if (above) break
      chain.push(e)
    }
    for (let i = chain.length - 1; i >= 0; i--) {
      const e = chain[i] as Element
      let within = (above?.within ?? 0) | (OF_TAG.get(e.name) ?? 0)
      let { sum, min, max, hints } = NO_NAMES
      for (const a of e.attributes) {
        if (a.name === 'role') within |= OF_ROLE.get(a.value.toLowerCase()) ?? 0
        if (a.value === '' || !isNaming(a.name)) continue
        const n = this.namesIn(a.value)
        sum += n.sum
        if (n.min < min) min = n.min
        if (n.max > max) max = n.max
        hints |= n.hints
      }
      const home: Element = INLINE.has(e.name) && above ? above.home : e
      above = { sum, min, max, hints, within, home }
      this.known[e.index] = above
    }
    return above as Ancestry
  }

  private namesIn(value: string): Names {
    const found = this.names.get(value)
    if (found) return found
    let { sum, min, max, hints } = NO_NAMES
    const words = nameWords(value)
    const said: (Name | undefined)[] = []
    for (const word of words) said.push(this.table.get(word))
    for (let i = 1; i < Math.min(words.length, MOST_PAIRED); i++) {
      said.push(said[i - 1]?.followed?.get(words[i] as string))
    }
    for (const name of said) {
      if (!name) continue
      hints |= name.hints
      sum += name.weight
      if (name.weight < min) min = name.weight
      if (name.weight > max) max = name.weight
    }
    const made = { sum, min, max, hints }
    this.names.set(value, made)
    return made
  }
}
