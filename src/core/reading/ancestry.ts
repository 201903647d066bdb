import type { Element } from './element.js'
import { HINT_OF_TOKEN } from './hints.js'
import { firstsOfPairs, isNaming, nameTokens, type WordWeights } from './weights.js'

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

const HINT_FIRSTS = firstsOfPairs(HINT_OF_TOKEN.keys())
const known = new WeakMap<WordWeights, ReadonlySet<string>>()

/** The first words of all pairs that say something, by weight or as a hint; worked out once for a table of weights. */
function pairFirsts(weights: WordWeights): ReadonlySet<string> {
  let firsts = known.get(weights)
  if (!firsts) {
    firsts = new Set([...HINT_FIRSTS, ...firstsOfPairs(weights.keys())])
    known.set(weights, firsts)
  }
  return firsts
}

const NO_NAMES: Names = { sum: 0, min: 0, max: 0, hints: 0 }

/** The ancestries of a page's elements, each worked out once; names that many elements share are read once. */
export class Ancestries {
  /** By the elements' indices. */
  private readonly known: (Ancestry | undefined)[] = []
  private readonly names = new Map<string, Names>()

  private readonly firsts: ReadonlySet<string>

  constructor(private readonly weights: WordWeights) {
    this.firsts = pairFirsts(weights)
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
    for (const token of nameTokens(value, this.firsts)) {
      hints |= HINT_OF_TOKEN.get(token) ?? 0
      const w = this.weights.get(token)
      if (w === undefined) continue
      sum += w
      if (w < min) min = w
      if (w > max) max = w
    }
    const made = { sum, min, max, hints }
    this.names.set(value, made)
    return made
  }
}
