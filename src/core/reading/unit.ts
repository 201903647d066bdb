import type { Element } from './element.js'
import type { Markup } from './markup.js'

/** A block before it has a role: the same for HTML and plain text; what only one of them knows is null in the other. */
export interface Unit {
  /** In `Reading.text`, half-open, UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** HTML: what its markup says. */
  readonly markup: UnitMarkup | null
  /** Plain text: how it lies on the page. */
  readonly layout: UnitLayout | null
}

export interface UnitMarkup {
  /** The innermost element that holds all of it. */
  readonly element: Element
  /** Code units inside links, and the number of links. */
  readonly linkLength: number
  readonly links: number
  readonly boldLength: number
  readonly italicLength: number
  /** Images and other media since the unit before. */
  readonly mediaBefore: number
}

export interface UnitLayout {
  /** Empty lines before and after it; at a page's edge {@link PAGE_EDGE}. */
  readonly gapBefore: number
  readonly gapAfter: number
  /** Lines it runs over. */
  readonly lines: number
  /** Columns of white space before its first word. */
  readonly indent: number
  /** It begins with a bullet or a number as lists do. */
  readonly bullet: boolean
}

/** The gap before a page's first unit and after its last, in lines: more than within any page. */
export const PAGE_EDGE = 9

/** The units of an HTML page. */
export function markupUnits(markup: Markup): Unit[] {
  return markup.blocks.map((b) => ({ start: b.start, end: b.end, markup: b, layout: null }))
}
