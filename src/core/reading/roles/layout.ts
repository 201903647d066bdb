import { WITHIN } from '../ancestry.js'
import type { Element } from '../element.js'
import type { OpenCandidate } from './rule.js'

/** Steps up from a unit to the table that it stands in. */
const STEPS = 48

/** Body units of a cell, and words of the longest, from which on its table lays out a page. */
const LAYOUT_UNITS = 3
const LAYOUT_WORDS = 20

/** A table cell with paragraphs in it lays out a page: what stands in its table is read as if there were none. */
export function markLayoutTables(candidates: OpenCandidate[]): void {
  const cells = new Map<Element, { units: number; words: number }>()
  for (const c of candidates) {
    if (!c.isBody || (c.within & WITHIN.table) === 0) continue
    const cell = ancestor(c.element, CELL)
    if (!cell) continue
    const seen = cells.get(cell) ?? { units: 0, words: 0 }
    cells.set(cell, { units: seen.units + 1, words: Math.max(seen.words, c.words) })
  }
  const layouts = new Set<Element>()
  for (const [cell, { units, words }] of cells) {
    const table = ancestor(cell, TABLE)
    if (table && units >= LAYOUT_UNITS && words >= LAYOUT_WORDS) layouts.add(table)
  }
  if (layouts.size === 0) return
  for (const c of candidates) {
    const table = (c.within & WITHIN.table) !== 0 ? ancestor(c.element, TABLE) : null
    if (table && (layouts.has(table) || isBox(table, c.element, layouts))) c.inLayout = true
  }
}

/** A table of one cell in a table that lays out a page is a box, for a picture or a list. */
function isBox(table: Element, inside: Element | null, layouts: ReadonlySet<Element>): boolean {
  const cell = ancestor(inside, CELL)
  const outer = ancestor(table.parent, TABLE)
  if (!cell || !outer || !layouts.has(outer)) return false
  // White space at the edges aside, the cell's text is the table's.
  return cell.textEnd - cell.textStart >= table.textEnd - table.textStart - 2
}

const CELL: ReadonlySet<string> = new Set(['td', 'th'])
const TABLE: ReadonlySet<string> = new Set(['table'])

function ancestor(element: Element | null, names: ReadonlySet<string>): Element | null {
  let e = element
  for (let steps = 0; e && steps < STEPS; e = e.parent, steps++) if (names.has(e.name)) return e
  return null
}
