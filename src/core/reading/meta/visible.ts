import type { OriginMap } from '../../model/index.js'
import { attribute, attributeNode, type Element } from '../element.js'
import type { Markup } from '../markup.js'
import { toPage } from '../origin.js'
import { type DateFound, findDates, readDate } from './dates.js'
import type { Mark } from './marks.js'
import { elementValue, visibleMark } from './microdata.js'
import { beginsByline, looksLikePerson, namesIn } from './names.js'
import { isSiteName, type SiteNames } from './site.js'
import { folded } from './words.js'

/** A page's visible text in lines of its own: an HTML page's raw blocks, or the blocks of any reading. */
export interface Lines {
  readonly text: string
  readonly blocks: readonly { readonly start: number; readonly end: number }[]
  readonly origin: OriginMap | null
}

/** Where the article's head stands: the lines around its title. */
export interface Head {
  /** The title's own line. */
  readonly title: number
  /** Lines in the order in which they are looked at: below the title, then above it. */
  readonly order: readonly number[]
  /** Of the text, half-open. */
  readonly start: number
  readonly end: number
}

/** Lines looked at below the title, and above it; bylines and dates stand within a few lines of it. */
const LINES_BELOW = 16
const LINES_ABOVE = 6
/** Code units of text below the title. A standfirst and a list of points fit in; a third paragraph does not. */
const MOST_BELOW = 1600
/** A longer line is running text: no byline, no dateline. */
const MOST_LINE = 220

/** Names that a visible byline gives, with the words they were read from. */
export interface VisibleNames {
  readonly names: readonly string[]
  readonly mark: Mark
}

/** A date that the page shows, with what its words say about it. */
export interface VisibleDate {
  readonly iso: string
  readonly isUpdate: boolean
  readonly mark: Mark
}

/** The head below (and a little above) the line at `index`. */
export function headAt({ text, blocks }: Lines, index: number): Head {
  const title = blocks[index] as { start: number; end: number }
  const order: number[] = []
  let longLines = 0
  let last = index
  for (let i = index + 1; i < blocks.length && i <= index + LINES_BELOW; i++) {
    const b = blocks[i] as { start: number; end: number }
    if (b.start - title.end > MOST_BELOW || longLines > 1) break
    if (b.end - b.start > 300) longLines++
    order.push(i)
    last = i
  }
  const first = Math.max(0, index - LINES_ABOVE)
  for (let i = first; i < index; i++) order.push(i)
  const start = blocks[first]?.start ?? 0
  return { title: index, order, start, end: blocks[last]?.end ?? text.length }
}

/** The line that shows the title: in its heading, or the first with the title's words; -1 where there is none. */
export function titleLine({ text, blocks }: Lines, title: string | null, heading: Element | null): number {
  if (heading) {
    const at = blocks.findIndex((b) => b.start >= heading.textStart && b.end <= heading.textEnd)
    if (at >= 0) return at
  }
  if (title === null) return -1
  const key = folded(title)
  return blocks.findIndex(
    (b) =>
      b.end - b.start <= title.length * 2 &&
      b.end - b.start >= key.length &&
      folded(text.slice(b.start, b.end)) === key,
  )
}

const markAt = ({ text, origin }: Lines, start: number, end: number, from: string): Mark => ({
  words: text.slice(start, end),
  from,
  ...toPage(origin, start, end),
})

/** The byline that the head's words show: "By Ana Ruiz", or "By" with the name below it. */
export function bylineIn(lines: Lines, head: Head, site: SiteNames): VisibleNames | null {
  const { blocks, text } = lines
  for (const i of head.order) {
    const b = blocks[i] as { start: number; end: number }
    if (b.end - b.start > MOST_LINE) continue
    const words = text.slice(b.start, b.end)
    const found = bylineLine(lines, b.start, words, site)
    if (found) return found
    const next = blocks[i + 1]
    if (
      next &&
      next.end - next.start < 80 &&
      /^(?:(?:written|posted|published|words|text) )?by:?$|^authors?:?$/i.test(words)
    ) {
      const names = namesIn(text.slice(next.start, next.end), 'visible', site)
      if (names.length > 0) return { names, mark: markAt(lines, next.start, next.end, 'visible byline') }
    }
  }
  return null
}

/** The names in a line that begins as a byline does; a block may hold several lines. */
export function bylineLine(lines: Lines, offset: number, words: string, site: SiteNames): VisibleNames | null {
  let start = 0
  for (const line of words.split('\n')) {
    if (beginsByline(line)) {
      const names = namesIn(line, 'visible', site)
      if (names.length > 0) {
        return { names, mark: markAt(lines, offset + start, offset + start + line.length, 'visible byline') }
      }
    }
    start += line.length + 1
  }
  return null
}

/** The one line outside the head that says in words who wrote the page ("Written by …"); null where several do. */
export function signatureIn(lines: Lines, site: SiteNames): VisibleNames | null {
  let found: VisibleNames | null = null
  let count = 0
  for (const b of lines.blocks) {
    if (b.end - b.start > 120) continue
    const words = lines.text.slice(b.start, b.end)
    if (!/^(?:this (?:article|post|story) was )?(?:written|posted|words|text|story|article) by\b/i.test(words)) continue
    const one = bylineLine(lines, b.start, words, site)
    if (!one) continue
    // Where many lines say so (a list of teasers), none is the page's.
    if (count++ >= 20) return null
    if (found && found.names.join() !== one.names.join()) return null
    found ??= one
  }
  return found
}

/** The author named by the first of some elements that are marked as the author's. */
export function bylineElement(markup: Markup, elements: readonly Element[], site: SiteNames): VisibleNames | null {
  for (const [i, element] of elements.entries()) {
    if (isReadersOwn(element)) continue
    let exact = element
    // An inner element that is marked too says it more exactly.
    for (let k = i + 1; k < elements.length && k < i + 8; k++) {
      const inner = elements[k] as Element
      if (inner.textStart >= element.textEnd) break
      if (namesOfElement(markup, inner, site).length > 0) {
        exact = inner
        break
      }
    }
    const names = namesOfElement(markup, exact, site)
    const mark = visibleMark(markup, exact.textStart, exact.textEnd, 'visible byline')
    if (names.length > 0 && mark) return { names, mark }
  }
  return null
}

/** The names in an element's first telling line; without "By" before them only what is written as a name is. */
function namesOfElement(markup: Markup, element: Element, site: SiteNames): readonly string[] {
  const lines = textOf(markup, element)
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .slice(0, 6)
  const byline = lines.find((l) => beginsByline(l))
  if (byline !== undefined) return namesIn(byline, 'visible', site)
  const line = lines.find((l) => !/^(?:(?:written |posted )?by:?|(?:about the )?authors?:?|author bio)$/i.test(l))
  if (line === undefined || line.length > 120) return []
  const names = namesIn(line, 'visible', site)
  const isNamed = NAME_CLASS.test(
    `${attribute(element, 'class') ?? ''} ${attribute(element, 'rel') ?? ''}`.slice(0, 400),
  )
  return names.length > 0 && names.every((n) => looksLikePerson(n) || isNamed || isSiteName(n, site)) ? names : []
}

/** An element whose class says that it holds the author's name, or a link to the author. */
const NAME_CLASS = /(?:author|byline|writer)[\s_-]{0,2}(?:name|link)|(?:^|\s)author(?:\s|$)/i

const textOf = (markup: Markup, e: Element): string => markup.text.slice(e.textStart, e.textEnd).slice(0, 1000)

/** A field where a reader gives a name of their own; comments are written in forms, bylines are not. */
function isReadersOwn(element: Element): boolean {
  for (let e: Element | null = element, n = 0; e && n < 12; e = e.parent, n++) {
    if (e.name === 'label' || e.name === 'form') return true
    const names = attribute(e, 'class') ?? ''
    if (names.length < 200 && /(?:^|[\s_-])comments?(?:$|[\s_-])/i.test(names)) return true
  }
  return false
}

/** The dates that the head shows, in the order of its lines. */
export function datesIn(lines: Lines, head: Head, dayFirst: boolean): readonly VisibleDate[] {
  const { blocks, text } = lines
  const found: VisibleDate[] = []
  for (const i of head.order) {
    const b = blocks[i] as { start: number; end: number }
    if (b.end - b.start > MOST_LINE) continue
    const words = text.slice(b.start, b.end)
    if (!/\d/.test(words)) continue
    // A label may have a line of its own: "Published", and below it the date.
    const above = blocks[i - 1]
    const label = above && above.end - above.start < 30 ? text.slice(above.start, above.end) : ''
    for (const d of findDates(words, dayFirst)) {
      // A date in a longer line is the page's only where little else stands on it.
      if (words.length - (d.end - d.start) > 120) continue
      found.push(visibleDate(lines, b.start, words, d, label))
    }
  }
  return found
}

const UPDATED =
  /updated?|modified|revised|reviewed|last|edited|aktualisiert|actualizado|mis à jour|modifié|aggiornato|bijgewerkt|atualizado/i
const PUBLISHED = /publish|posted|original|created|publi[ée]|veröffentlicht|publicado|pubblicato|first/i

function visibleDate(lines: Lines, offset: number, words: string, d: DateFound, label: string): VisibleDate {
  // What is said of a date stands before it, after any date before it.
  const before = words.slice(Math.max(0, d.start - 40), d.start)
  const said = before.trim() === '' ? label : before
  const updated = said.search(UPDATED)
  const isUpdate = updated >= 0 && !PUBLISHED.test(said.slice(updated))
  return { iso: d.iso, isUpdate, mark: markAt(lines, offset + d.start, offset + d.end, 'visible date') }
}

/** Dates that say what they are ("Published on 3 March 2024", "Page last updated: …") in lines outside the head. */
export function labelledDates(lines: Lines, dayFirst: boolean): readonly VisibleDate[] {
  const found: VisibleDate[] = []
  let looked = 0
  for (const b of lines.blocks) {
    if (b.end - b.start > 100 || b.end - b.start < 14) continue
    const words = lines.text.slice(b.start, b.end)
    if (
      !/^(?:page |article |post |content |this (?:page|article|post) was |written by .{2,40} on |posted by .{2,40} (?:at|on) )?(?:first |originally |date |last )?(?:publish|post|updat|modif|review|revis|created|written by|posted by)/i.test(
        words,
      )
    ) {
      continue
    }
    if (looked++ >= 100) break
    for (const d of findDates(words, dayFirst)) found.push(visibleDate(lines, b.start, words, d, ''))
  }
  return found
}

/** The date of a `time` element; null where it states no whole day. */
export function timeDate(markup: Markup, time: Element, dayFirst: boolean): VisibleDate | null {
  const mark = elementValue(markup, time, attributeNode(time, 'datetime') ? 'time datetime' : 'time element')
  const iso = mark && readDate(mark.words, dayFirst)
  if (!mark || !iso) return null
  const names = `${attribute(time, 'class') ?? ''} ${attribute(time, 'itemprop') ?? ''} ${attribute(time.parent ?? time, 'class') ?? ''}`
  const said = markup.text.slice(Math.max(0, time.textStart - 20), time.textStart)
  return { iso, isUpdate: /updat|modif/i.test(names) || UPDATED.test(said), mark }
}
