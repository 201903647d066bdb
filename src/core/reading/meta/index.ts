import type { Block, Meta, OriginMap } from '../../model/index.js'
import type { Element } from '../element.js'
import type { Markup } from '../markup.js'
import { toPage } from '../origin.js'
import { agencyNamed } from './agencies.js'
import { type Chosen, chosen, metaOf } from './chosen.js'
import { type Collected, collect } from './collect.js'
import { readDate } from './dates.js'
import { formOf } from './form.js'
import { isDayFirst, languageTag } from './language.js'
import type { Field, Mark } from './marks.js'
import { distinct, namesIn } from './names.js'
import { hostLabels, type SiteNames } from './site.js'
import { bylineBlock, copyrightName, datelineDate, nameBlock, only, visibleAgency } from './text.js'
import { chooseTitle } from './titles.js'
import {
  bylineElement,
  bylineIn,
  datesIn,
  type Head,
  headAt,
  labelledDates,
  signatureIn,
  timeDate,
  titleLine,
  type VisibleDate,
  type VisibleNames,
} from './visible.js'
import { folded } from './words.js'

export type { Chosen } from './chosen.js'
export { findTextMeta } from './text.js'

/**
 * What the page's marks say, chosen by trust before any block has a role: what the block classifier wants to know to
 * find the title's, the authors' and the standfirst's own blocks. docs/metadata.md has the order of trust.
 */
export interface Marks {
  readonly title: Chosen<string> | null
  /** The heading that shows the title; null where none does. */
  readonly heading: Element | null
  readonly authors: Chosen<readonly string[]> | null
  readonly published: Chosen<string> | null
  readonly modified: Chosen<string> | null
  readonly standfirst: Chosen<string> | null
  readonly publisher: Chosen<string> | null
  /** BCP 47. */
  readonly language: Chosen<string> | null
  readonly canonicalUrl: Chosen<string> | null
  readonly section: Chosen<string> | null
  readonly site: SiteNames
  /** The page's address: its own, or what it calls canonical. */
  readonly address: string | null
  readonly collected: Collected
}

/**
 * Reads the marks of a page: meta elements, JSON-LD, microdata, its headings. Linear in the page; nothing in it, however
 * broken, makes it fail.
 */
export function marksOf(markup: Markup, url: string | null): Marks {
  const collected = collect(markup, url)
  const { marks } = collected
  const canonical = chosenMark(collected, 'canonicalUrl', (m) => absoluteUrl(m.words, url))
  const address = url ?? canonical?.value ?? null
  const names = new Set<string>()
  for (const group of marks.inOrderOfTrust('publisher')) {
    for (const m of group.marks) if (isName(m.words)) names.add(folded(m.words))
  }
  names.delete('')
  const site = { names, hosts: hostLabels(address) }
  const title = chooseTitle(markup, collected.headings, marks, site)
  const language = chosenMark(collected, 'language', (m) => languageTag(m.words))
  const dayFirst = isDayFirst(language?.value ?? null)
  return {
    title: title && chosen(title.mark.words, title.mark),
    heading: title?.heading ?? null,
    authors: chooseAuthors(collected, site),
    published: chosenMark(collected, 'published', (m) => readDate(m.words, dayFirst)),
    modified: chosenMark(collected, 'modified', (m) => readDate(m.words, dayFirst)),
    standfirst: chosenMark(collected, 'standfirst', (m) => (m.words.length < 2000 ? m.words : null)),
    publisher: chosenMark(collected, 'publisher', (m) => (isName(m.words) ? m.words : null)),
    language,
    canonicalUrl: canonical,
    section: chosenMark(collected, 'section', (m) => (isName(m.words) ? m.words : null)),
    site,
    address,
    collected,
  }
}

/**
 * The page's metadata: its marks, completed with what it shows (byline, dates, standfirst, agency) and with its form.
 *
 * @param blocks the reading's blocks with their roles; null where none are known, which leaves agency and form to the
 *   marks and finds bylines and dates by their words and elements alone
 */
export function findMeta(markup: Markup, marks: Marks, blocks: readonly Block[] | null): Meta {
  const { collected } = marks
  const shown = blocks && shownTitle(markup, marks, blocks)
  let at = shown ? lineOf(markup, shown.block) : titleLine(markup, marks.title?.value ?? null, marks.heading)
  // A page whose title is shown otherwise still has its head at its first heading.
  if (at < 0) at = titleLine(markup, null, collected.headings[0] ?? null)
  const head = at < 0 ? null : headAt(markup, at)
  const authors = authorsOf(markup, marks, head, blocks)
  const lines = { text: markup.text, blocks: blocks ?? [], origin: markup.origin as OriginMap }
  const dates = datesOf(markup, marks, head, lines)
  const agency =
    (blocks && visibleAgency(lines, blocks, [], null)) ??
    chosenMark(collected, 'agency', (m) => agencyNamed(m.words)) ??
    agencyAmong(authors)
  const { jsonLd } = collected
  const form = formOf(
    {
      liveBlog: jsonLd.isLiveBlog
        ? 'json-ld LiveBlogPosting'
        : collected.isLiveBlog
          ? 'microdata LiveBlogPosting'
          : null,
      isFree: jsonLd.isFree,
      isArticle: jsonLd.hasArticle || collected.isArticle,
    },
    lines,
    blocks,
  )
  return metaOf(
    {
      title: shown?.title ?? marks.title,
      standfirst: (blocks && blockWithRole(lines, 'standfirst')) ?? marks.standfirst,
      authors,
      publisher: marks.publisher ?? (blocks && copyrightName(lines, blocks)),
      agency,
      published: dates.published,
      modified: dates.modified,
      language: marks.language,
      canonicalUrl: marks.canonicalUrl,
      section: marks.section,
    },
    form,
  )
}

/**
 * The title as the page shows it, where the page's marks have none but `<title>` and the block that shows it says only a
 * part of that: the rest is the site's name.
 */
function shownTitle(
  markup: Markup,
  marks: Marks,
  blocks: readonly Block[],
): { readonly title: Chosen<string>; readonly block: Block } | null {
  if (!marks.title || marks.heading || marks.title.source.from !== 'title element') return null
  const block = blocks.find((b) => b.role === 'title')
  if (!block) return null
  const words = markup.text.slice(block.start, block.end).replace(/\s+/g, ' ')
  const [own, whole] = [folded(words), folded(marks.title.value)]
  if (own === whole || !(whole.startsWith(own) || whole.endsWith(own))) return null
  const place = toPage(markup.origin as OriginMap, block.start, block.end)
  return { title: chosen(words, { words, from: 'visible title', ...place }), block }
}

const lineOf = ({ blocks }: Markup, { start, end }: Block): number =>
  blocks.findIndex((b) => b.start <= start && end <= b.end)

/** The first mark of a field, by trust, that `read` makes a value of. */
function chosenMark(collected: Collected, field: Field, read: (mark: Mark) => string | null): Chosen<string> | null {
  for (const group of collected.marks.inOrderOfTrust(field)) {
    for (const mark of group.marks) {
      const value = read(mark)
      if (value !== null) return chosen(value, mark)
    }
  }
  return null
}

const isName = (words: string): boolean =>
  words.length <= 120 && !/^(?:(?:https?:)?\/\/|@)/i.test(words) && /\p{L}/u.test(words)

/** An address written in full; one written short is completed from the page's own, where that is known. */
function absoluteUrl(words: string, base: string | null): string | null {
  if (/^https?:\/\/[^\s/]/i.test(words)) return words
  const origin = /^(https?:)\/\/[^/?#\s]+/i.exec(base ?? '')
  if (!origin) return null
  if (/^\/\/[^\s/]/.test(words)) return `${origin[1]}${words}`
  return words.startsWith('/') && !/\s/.test(words) ? `${origin[0]}${words}` : null
}

function chooseAuthors(collected: Collected, site: SiteNames): Chosen<readonly string[]> | null {
  let publisherOnly: Chosen<readonly string[]> | null = null
  for (const group of collected.marks.inOrderOfTrust('authors')) {
    const first = group.marks[0] as Mark
    const form = /^meta (?:citation|dc)/.test(first.from) ? 'inverted' : 'mark'
    const marks = first.isVisible ? together(group.marks) : group.marks
    const names = distinct(marks.flatMap((m) => namesIn(m.words, m.isVisible ? 'visible' : form, site)))
    if (names.length === 0) continue
    const others = names.filter((n) => !site.names.has(folded(n)) && !site.hosts.includes(folded(n)))
    const people = others.length > 0 ? others : names.filter((n) => !site.names.has(folded(n)))
    const one = chosen(people.length > 0 ? people : names, first)
    const made = marks.length === 1 ? one : { value: one.value, source: { from: first.from, at: null } }
    if (people.length > 0) return made
    publisherOnly ??= made
  }
  return publisherOnly
}

/** Code units of the page between two names of one byline; names further on are another item's. */
const MOST_BETWEEN = 1500

/** The marks that stand together with the first. */
function together(marks: readonly Mark[]): readonly Mark[] {
  let end = marks.findIndex((m, i) => i > 0 && m.start - (marks[i - 1] as Mark).end > MOST_BETWEEN)
  if (end < 0) end = marks.length
  return marks.slice(0, end)
}

/** The authors: those of the marks, unless they name only the publisher and the page shows a person. */
function authorsOf(
  markup: Markup,
  marks: Marks,
  head: Head | null,
  blocks: readonly Block[] | null,
): Chosen<readonly string[]> | null {
  const { authors, site, collected } = marks
  const isPublisher = authors?.value.every((n) => site.names.has(folded(n))) ?? false
  if (authors && !isPublisher) return authors
  const visible = visibleAuthors(markup, collected, site, head, blocks, authors !== null)
  if (!visible) return authors
  const names = distinct(visible.names)
  const people = names.filter((n) => !site.names.has(folded(n)))
  if (authors && people.length === 0) return authors
  return chosen(people.length > 0 ? people : names, visible.mark)
}

function visibleAuthors(
  markup: Markup,
  collected: Collected,
  site: SiteNames,
  head: Head | null,
  blocks: readonly Block[] | null,
  headOnly: boolean,
): VisibleNames | null {
  const lines = { text: markup.text, blocks: blocks ?? [], origin: markup.origin as OriginMap }
  const inHead = head ? collected.authorElements.filter((e) => e.textEnd > head.start && e.textStart < head.end) : []
  const titleEnd = head ? (markup.blocks[head.title]?.end ?? 0) : 0
  const found =
    (blocks && bylineBlock(lines, blocks, site)) ??
    (head && bylineIn(markup, head, site)) ??
    bylineElement(
      markup,
      inHead.filter((e) => e.textStart >= titleEnd),
      site,
    ) ??
    bylineElement(markup, inHead, site) ??
    (blocks && nameBlock(lines, blocks, site))
  if (found || headOnly) return found
  return signatureIn(markup, site) ?? bylineElement(markup, collected.authorElements, site)
}

function datesOf(
  markup: Markup,
  marks: Marks,
  head: Head | null,
  lines: { readonly text: string; readonly blocks: readonly Block[]; readonly origin: OriginMap },
): { readonly published: Chosen<string> | null; readonly modified: Chosen<string> | null } {
  let { published, modified } = marks
  const dayFirst = isDayFirst(marks.language?.value ?? null)
  if (published && modified) return { published, modified }
  const seen: VisibleDate[] = []
  if (head) {
    for (const time of marks.collected.times) {
      if (time.textEnd < head.start || time.textStart > head.end) continue
      const date = timeDate(markup, time, dayFirst)
      if (date) seen.push(date)
    }
    seen.push(...datesIn(markup, head, dayFirst))
  }
  const take = (isUpdate: boolean): Chosen<string> | null => {
    const date = seen.find((d) => d.isUpdate === isUpdate)
    return date ? chosen(date.iso, date.mark) : null
  }
  published ??= take(false)
  modified ??= take(true)
  if (!published) {
    const labelled = labelledDates(markup, dayFirst)
    const date = only(labelled.filter((d) => !d.isUpdate))
    if (date) published = chosen(date.iso, date.mark)
    const update = only(labelled.filter((d) => d.isUpdate))
    if (!modified && update) modified = chosen(update.iso, update.mark)
  }
  published ??= dateInAddress(marks.address) ?? datelineDate(lines, lines.blocks, dayFirst)
  return { published, modified }
}

/** The whole day in an address's path (`/2024/03/03/`), which many sites file their articles under. */
function dateInAddress(address: string | null): Chosen<string> | null {
  const m = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?:[/-]|$)/.exec((address ?? '').slice(0, 500))
  const iso = m && readDate(`${m[1]}-${m[2]}-${m[3]}`, false)
  return iso ? { value: iso, source: { from: 'address', at: null } } : null
}

/** The agency among the authors: "The Associated Press" as the byline. */
function agencyAmong(authors: Chosen<readonly string[]> | null): Chosen<string> | null {
  if (!authors) return null
  for (const author of authors.value) {
    const name = agencyNamed(author)
    if (name) return { value: name, source: authors.source }
  }
  return null
}

function blockWithRole(
  lines: { readonly text: string; readonly blocks: readonly Block[]; readonly origin: OriginMap },
  role: Block['role'],
): Chosen<string> | null {
  const b = lines.blocks.find((block) => block.role === role)
  if (!b) return null
  const words = lines.text.slice(b.start, b.end).replace(/\s+/g, ' ')
  return chosen(words, { words, from: `visible ${role}`, ...toPage(lines.origin, b.start, b.end) })
}
