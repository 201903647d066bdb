import { attribute, attributeNode, type Element } from '../element.js'
import type { Markup } from '../markup.js'
import { toPage } from '../origin.js'
import type { Field, Mark, MarkList } from './marks.js'
import { plainWords } from './words.js'

const FIELDS: ReadonlyMap<string, readonly [Field, number]> = new Map([
  ['headline', ['title', 1.6]],
  ['author', ['authors', 2.2]],
  ['creator', ['authors', 2.4]],
  ['datepublished', ['published', 3.5]],
  ['datecreated', ['published', 6]],
  ['datemodified', ['modified', 3]],
  ['description', ['standfirst', 4.5]],
  ['publisher', ['publisher', 2.5]],
  ['articlesection', ['section', 4]],
])

/** Types whose items are the page's article, or may be: anything but what is known to be something else on the page. */
const OTHER_TYPE =
  /(?:Comment|UserComments|Product|Offer|Rating|ListItem|ItemList|BreadcrumbList|WPHeader|WPFooter|WPSideBar|ImageObject|VideoObject|Event|PostalAddress|Question|Answer|SiteNavigationElement)$/i

/** Reads one element's microdata (`itemprop`) or RDFa Lite (`property` on anything but a meta) into the marks. */
export function readMicrodata(markup: Markup, element: Element, marks: MarkList): void {
  const isItem = attribute(element, 'itemprop')
  const names = isItem ?? (element.name === 'meta' ? null : attribute(element, 'property'))
  if (names === null || names.length > 200) return
  const kind = isItem === null ? 'rdfa' : 'microdata'
  const scopeName = isItem === null ? 'typeof' : 'itemscope'
  for (const written of names.split(/\s+/)) {
    const name = written.replace(/^(?:schema|dc|dcterms|http:\/\/schema\.org\/|https:\/\/schema\.org\/):?/i, '')
    const use = FIELDS.get(name.toLowerCase())
    if (!use) continue
    const scope = scopeOf(element.parent, scopeName)
    const scopeType = scope ? (attribute(scope, 'itemtype') ?? attribute(scope, 'typeof') ?? '') : ''
    if (OTHER_TYPE.test(scopeType.trim())) continue
    const from = `${kind} ${name}`
    const isNamed = attributeNode(element, scopeName) !== null
    const source = isNamed ? (named(markup, element) ?? element) : element
    const mark = elementValue(markup, source, from)
    // Values of one item belong together; the first item's come first.
    if (mark) marks.add(use[0], use[1] + (scope ? 0 : 0.05), `${kind} ${name} ${scope?.index ?? -1}`, mark)
  }
}

/** The nearest element at or above that begins an item; climbing is bounded by the tree's depth. */
function scopeOf(element: Element | null, scopeName: string): Element | null {
  for (let e = element; e; e = e.parent) {
    for (const a of e.attributes) if (a.name === scopeName) return e
  }
  return null
}

/** The `name` inside an item such as a Person. */
function named(markup: Markup, item: Element): Element | null {
  const { elements } = markup
  // An item of ours is small; a name further in than this is another item's.
  const until = Math.min(elements.length, item.index + 40)
  for (let i = item.index + 1; i < until; i++) {
    const e = elements[i] as Element
    if (e.depth <= item.depth) return null
    const name = attribute(e, 'itemprop') ?? attribute(e, 'property')
    if (name !== null && /(?:^|[\s:])name$/i.test(name)) return e
  }
  return null
}

/** The value of an element: its machine-readable attribute, or its visible words. */
export function elementValue(markup: Markup, element: Element, from: string): Mark | null {
  for (const name of ['content', 'datetime']) {
    const a = attributeNode(element, name)
    if (a && a.value !== '') return { words: plainWords(a.value), from, start: a.start, end: a.end }
  }
  return visibleMark(markup, element.textStart, element.textEnd, from)
}

/** The longest stretch of visible text that is taken for one value. */
const MOST_VALUE = 2000

/** A stretch of the visible text as a mark, white space at its edges left out; null where there is nothing. */
export function visibleMark(markup: Markup, start: number, end: number, from: string): Mark | null {
  if (end <= start || end - start > MOST_VALUE) return null
  const raw = markup.text.slice(start, end)
  const words = raw.trim()
  if (words === '') return null
  const first = start + raw.indexOf(words)
  return { words: plainSpace(words), from, isVisible: true, ...toPage(markup.origin, first, first + words.length) }
}

const plainSpace = (words: string): string => words.replace(/\s+/g, ' ')
