import type { Ancestries } from '../ancestry.js'
import { INLINE } from '../ancestry.js'
import { attribute, type Element } from '../element.js'
import { HINT } from '../hints.js'
import type { Unit, UnitMarkup } from '../unit.js'
import { column, WIDTH } from './columns.js'
import type { Shape } from './text.js'

/** Tags as numbers, for a column that is cut at thresholds: likely prose low, likely furniture high. */
const TAG_ORDER = new Map(
  'p blockquote pre h2 h3 h4 h5 h6 h1 li dd dt td th figcaption caption article main section div span em strong b i a time label button option legend address aside nav header footer'
    .split(' ')
    .map((name, i) => [name, i]),
)
const OTHER_TAG = 30

/** Bits of WITHIN that are columns, and bits of HINT. */
const WITHIN_COLUMNS = 12
const HINTS = Object.keys(HINT).length

const MARKUP = column('linkShare')
const IN_ARTICLE = column('inArticle')
const OWN_CLASS = column('ownClass')
const NEAR_CLASS = column('nearClassMin')
const PARENT = column('parentWords')
const GRAND = column('grandWords')
const CORE = column('inCore')
const FIRST_HINT = column('hint comment')

/** How many line-making ancestors count as near, and how many beyond those as far. */
const NEAR = 3
const FAR = 8
/** Never look further up than this, however many of the ancestors are inline. */
const REACH = 48

/** Share of the page's likely article prose that its core holds. */
const CORE_SHARE = 0.6

interface Totals {
  words: number
  prose: number
  /** Prose words, each weighed by how much its boxes' names speak for an article. */
  good: number
  linkWords: number
  units: number
}

/** Fills in `linkShare` to the last hint: what a unit's markup and its boxes say of it. */
export function boxFeatures(
  units: readonly Unit[],
  shapes: readonly Shape[],
  rows: Float32Array,
  ancestries: Ancestries,
): void {
  const n = units.length
  let pageWords = 0
  for (const s of shapes) pageWords += s.wordCount
  const totals = new Boxes()
  const homes: Element[] = new Array(n)
  let pageGood = 0
  for (let i = 0; i < n; i++) {
    const { element } = (units[i] as Unit).markup as UnitMarkup
    const home = ancestries.of(element).home
    homes[i] = home
    pageGood += addUnit(home, element, shapes[i] as Shape, totals, ancestries)
  }
  sumUp(totals)
  const core = coreOf(totals, pageGood)
  const coreShare = core ? (totals.get(core)?.words ?? 0) / Math.max(1, pageWords) : 0
  const distances = new CoreDistances(core)
  const like = likeSiblings(homes)
  for (let i = 0; i < n; i++) {
    const unit = units[i] as Unit
    const m = unit.markup as UnitMarkup
    const home = homes[i] as Element
    const at = i * WIDTH
    const length = unit.end - unit.start
    const k = at + MARKUP
    rows[k] = (shapes[i] as Shape).linkShare
    rows[k + 1] = m.links
    rows[k + 2] = Math.min(1, m.boldLength / length)
    rows[k + 3] = Math.min(1, m.italicLength / length)
    rows[k + 4] = m.mediaBefore
    rows[k + 5] = TAG_ORDER.get(home.name) ?? OTHER_TAG
    rows[k + 6] = home.name.length === 2 && home.name[0] === 'h' ? home.name.charCodeAt(1) - 48 : 0
    rows[k + 7] = home.depth
    nameFeatures(m.element, rows, at, ancestries)
    const parent = home.parent
    totalsFeatures(parent && totals.get(parent), pageWords, rows, at + PARENT)
    totalsFeatures(parent?.parent && totals.get(parent.parent), pageWords, rows, at + GRAND)
    const { distance, inside } = distances.of(home)
    rows[at + CORE] = inside ? 1 : 0
    rows[at + CORE + 1] = distance
    rows[at + CORE + 2] = coreShare
    rows[at + CORE + 3] = like[i] as number
  }
}

function nameFeatures(element: Element, rows: Float32Array, at: number, ancestries: Ancestries): void {
  let hints = 0
  let level = 0
  let nearSum = 0
  let nearMin = 0
  let nearMax = 0
  let farSum = 0
  let farMin = 0
  let farMax = 0
  let steps = 0
  for (let e: Element | null = element; e && level < NEAR + FAR && steps < REACH; e = e.parent, steps++) {
    const a = ancestries.of(e)
    // Names high up say what the page is ("has-sidebar"), not what the unit is.
    if (e.name !== 'body' && e.name !== 'html') hints |= a.hints
    if (level < NEAR) {
      nearSum += a.sum
      if (a.min < nearMin) nearMin = a.min
      if (a.max > nearMax) nearMax = a.max
    } else {
      farSum += a.sum
      if (a.min < farMin) farMin = a.min
      if (a.max > farMax) farMax = a.max
    }
    if (!INLINE.has(e.name)) level++
  }
  const own = ancestries.of(element)
  for (let f = 0; f < WITHIN_COLUMNS; f++) rows[at + IN_ARTICLE + f] = (own.within >> f) & 1
  for (let h = 0; h < HINTS; h++) rows[at + FIRST_HINT + h] = (hints >> h) & 1
  rows[at + OWN_CLASS] = own.sum
  const k = at + NEAR_CLASS
  rows[k] = nearMin
  rows[k + 1] = nearMax
  rows[k + 2] = nearSum
  rows[k + 3] = farMin
  rows[k + 4] = farMax
  rows[k + 5] = farSum
}

function totalsFeatures(t: Totals | null | undefined, pageWords: number, rows: Float32Array, k: number): void {
  if (!t) return
  rows[k] = t.words / Math.max(1, pageWords)
  rows[k + 1] = t.prose / Math.max(1, t.words)
  rows[k + 2] = t.linkWords / Math.max(1, t.words)
  rows[k + 3] = t.units
}

/** The totals of a page's elements. */
class Boxes {
  /** Those that have totals, in the order they came. */
  readonly elements: Element[] = []
  private readonly byIndex: (Totals | undefined)[] = []

  get(element: Element): Totals | undefined {
    return this.byIndex[element.index]
  }

  /** The element's totals, empty ones where it has none yet. */
  open(element: Element): Totals {
    let t = this.byIndex[element.index]
    if (!t) {
      t = { words: 0, prose: 0, good: 0, linkWords: 0, units: 0 }
      this.byIndex[element.index] = t
      this.elements.push(element)
    }
    return t
  }
}

/** Puts a unit's words to its own box; they are summed up the tree later. Returns what it adds to the page's `good`. */
function addUnit(home: Element, element: Element, s: Shape, totals: Boxes, ancestries: Ancestries): number {
  const t = totals.open(home)
  t.words += s.wordCount
  t.linkWords += s.wordCount * (Number.isNaN(s.linkShare) ? 0 : s.linkShare)
  t.units++
  if (!s.prose) return 0
  t.prose += s.wordCount
  // Prose in a box that calls itself comments or a sidebar says little of where the article is.
  const good = s.wordCount / (1 + Math.exp(-1.5 * (leanOf(element, ancestries) + 1.5)))
  t.good += good
  return good
}

/** The least class weight among an element and its nearest ancestors; comments and teasers count as the least of all. */
function leanOf(element: Element, ancestries: Ancestries): number {
  let least = 0
  let level = 0
  for (let e: Element | null = element; e && level < NEAR + FAR; e = e.parent, level++) {
    if (e.name === 'body') break
    const a = ancestries.of(e)
    if (a.min < least) least = a.min
    if ((a.hints & (HINT.comment | HINT.related)) !== 0) least = Math.min(least, -4)
  }
  return least
}

/** Adds each element's totals to its parent's, deepest first. */
function sumUp(totals: Boxes): void {
  const byDepth: Element[][] = []
  const put = (e: Element) => {
    let list = byDepth[e.depth]
    if (!list) {
      list = []
      byDepth[e.depth] = list
    }
    list.push(e)
  }
  for (const e of [...totals.elements]) put(e)
  for (let d = byDepth.length - 1; d > 0; d--) {
    for (const e of byDepth[d] ?? []) {
      const { parent } = e
      if (!parent) continue
      const t = totals.get(e) as Totals
      const isNew = !totals.get(parent)
      const up = totals.open(parent)
      if (isNew) put(parent)
      up.words += t.words
      up.prose += t.prose
      up.good += t.good
      up.linkWords += t.linkWords
      up.units += t.units
    }
  }
}

/** The innermost element with most of the page's likely article prose; null on a page without prose. */
function coreOf(totals: Boxes, pageGood: number): Element | null {
  if (pageGood === 0) return null
  let best: Element | null = null
  for (const e of totals.elements) {
    const t = totals.get(e) as Totals
    if (t.good >= pageGood * CORE_SHARE && (!best || e.depth > best.depth)) best = e
  }
  return best
}

/** How many steps up and down the tree lie between an element and the page's core. */
class CoreDistances {
  private readonly above = new Set<number>()
  /** Steps up to the first element that the core is inside of, or is, and that element's depth. */
  private readonly known: ({ readonly up: number; readonly joint: Element | null } | undefined)[] = []

  constructor(private readonly core: Element | null) {
    for (let e = core; e; e = e.parent) this.above.add(e.index)
  }

  of(element: Element): { readonly distance: number; readonly inside: boolean } {
    const { up, joint } = this.climb(element)
    const down = joint && this.core ? this.core.depth - joint.depth : 0
    return { distance: up + down, inside: this.core !== null && joint === this.core }
  }

  private climb(element: Element): { readonly up: number; readonly joint: Element | null } {
    const before = this.known[element.index]
    if (before) return before
    const path: Element[] = []
    let e: Element | null = element
    let found: { up: number; joint: Element | null } = { up: 0, joint: null }
    for (; e; e = e.parent) {
      if (this.above.has(e.index)) {
        found = { up: 0, joint: e }
        break
      }
      const known = this.known[e.index]
      if (known) {
        found = known
        break
      }
      path.push(e)
    }
    for (let i = path.length - 1; i >= 0; i--) {
      found = { up: found.up + 1, joint: found.joint }
      this.known[(path[i] as Element).index] = found
    }
    return found
  }
}

/** For each home, how many homes have its parent, its tag and its class. */
function likeSiblings(homes: readonly Element[]): number[] {
  const ids = new Map<string, number>()
  const families = new Map<Element | null, Map<number, number>>()
  const keys = homes.map((home) => {
    const name = `${home.name} ${attribute(home, 'class') ?? ''}`
    let id = ids.get(name)
    if (id === undefined) {
      id = ids.size
      ids.set(name, id)
    }
    let family = families.get(home.parent)
    if (!family) {
      family = new Map()
      families.set(home.parent, family)
    }
    family.set(id, (family.get(id) ?? 0) + 1)
    return id
  })
  return homes.map((home, i) => families.get(home.parent)?.get(keys[i] as number) ?? 1)
}
