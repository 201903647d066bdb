import type { Block, Meta } from '../../model/index.js'
import { toPage } from '../origin.js'
import { agencyInCredit, agencyInDateline, agencyNamed } from './agencies.js'
import { type Chosen, chosen, metaOf } from './chosen.js'
import { findDates } from './dates.js'
import { formOf } from './form.js'
import type { Mark } from './marks.js'
import { distinct, looksLikePerson, namesIn } from './names.js'
import { NO_SITE, type SiteNames } from './site.js'
import {
  bylineIn,
  bylineLine,
  datesIn,
  type Head,
  headAt,
  type Lines,
  labelledDates,
  signatureIn,
  type VisibleNames,
} from './visible.js'
import { foldSpace } from './words.js'

/** A text's own words for what it is, from its blocks' roles and from forms of words. */
export function findTextMeta(text: string, blocks: readonly Block[]): Meta {
  const lines: Lines = { text, blocks, origin: null }
  const mark = (b: Block, from: string): Mark => ({
    words: foldSpace(text.slice(b.start, b.end)),
    from,
    start: b.start,
    end: b.end,
  })
  const withRole = (role: Block['role']): Chosen<string> | null => {
    const b = blocks.find((block) => block.role === role)
    if (!b) return null
    const m = mark(b, `visible ${role}`)
    return chosen(m.words, m)
  }
  const titleAt = blocks.findIndex((b) => b.role === 'title')
  // A text without a title begins with its head.
  const head = blocks.length > 0 ? headAt(lines, Math.max(titleAt, 0)) : null
  const inHead: Head | null = head && titleAt < 0 ? { ...head, order: [0, ...head.order] } : head
  const byline =
    bylineBlock(lines, blocks, NO_SITE) ??
    (inHead && bylineIn(lines, inHead, NO_SITE)) ??
    nameBlock(lines, blocks, NO_SITE) ??
    signatureIn(lines, NO_SITE)
  const dates = inHead ? datesIn(lines, inHead, false) : []
  const labelled = labelledDates(lines, false)
  const published = dates.find((d) => !d.isUpdate) ?? only(labelled.filter((d) => !d.isUpdate))
  const modified = dates.find((d) => d.isUpdate) ?? only(labelled.filter((d) => d.isUpdate))
  const agency = visibleAgency(lines, blocks, byline?.names ?? [], byline?.mark ?? null)
  return metaOf(
    {
      title: withRole('title'),
      standfirst: withRole('standfirst'),
      authors: byline && chosen(distinct(byline.names), byline.mark),
      publisher: copyrightName(lines, blocks),
      agency,
      published: published ? chosen(published.iso, published.mark) : datelineDate(lines, blocks, false),
      modified: modified ? chosen(modified.iso, modified.mark) : null,
    },
    formOf(
      { liveBlog: null, isFree: null, isArticle: titleAt >= 0 && (byline !== null || published !== null) },
      lines,
      blocks,
    ),
  )
}

/** What ends the dateline that a first paragraph begins with; its place and date stand before. */
const DATELINE_END = /\s(?:--|[-–—])\s|\s?[–—]\s?|:\s/
const LONGEST_DATELINE = 90

/** The whole day in the dateline of the first paragraph: "LISSEN, 7 April 2026 -- The port said …". */
export function datelineDate(lines: Lines, blocks: readonly Block[], dayFirst: boolean): Chosen<string> | null {
  const first = blocks.find((b) => b.role === 'paragraph')
  if (!first) return null
  const words = lines.text.slice(first.start, Math.min(first.end, first.start + LONGEST_DATELINE))
  const end = words.search(DATELINE_END)
  if (end < 0 || !/^\p{Lu}/u.test(words)) return null
  const [date, ...more] = findDates(words.slice(0, end), dayFirst)
  if (!date || more.length > 0) return null
  // Place, date and an agency's name, no clause.
  const rest = words.slice(0, date.start) + words.slice(date.end, end)
  if (rest.length > 50 || /[.?!]\s\p{Ll}/u.test(rest) || /(?:^|\s)\p{Ll}{4,}/u.test(rest)) return null
  return chosen(date.iso, markOf(lines, first.start + date.start, first.start + date.end, 'visible dateline'))
}

/** The one of some dates, where all are the same day. */
export function only<T extends { readonly iso: string }>(dates: readonly T[]): T | null {
  const first = dates[0]
  return first && dates.every((d) => d.iso.slice(0, 10) === first.iso.slice(0, 10)) ? first : null
}

/** Bylines and credits looked at; a page has a handful. */
const MOST_CREDITS = 50

/** The names in the first block with the role `byline` that begins as a byline does. */
export function bylineBlock(lines: Lines, blocks: readonly Block[], site: SiteNames): VisibleNames | null {
  for (const b of bylines(blocks)) {
    const found = bylineLine(lines, b.start, lines.text.slice(b.start, Math.min(b.end, b.start + 400)), site)
    if (found) return found
  }
  return null
}

/** The names in the first block with the role `byline` that is written as people's names are, without "By". */
export function nameBlock(lines: Lines, blocks: readonly Block[], site: SiteNames): VisibleNames | null {
  for (const b of bylines(blocks)) {
    if (b.end - b.start > 200) continue
    const words = lines.text.slice(b.start, b.end)
    const names = namesIn(words.split('\n', 1)[0] ?? '', 'visible', site)
    if (names.length > 0 && names.every(looksLikePerson)) {
      return { names, mark: markOf(lines, b.start, b.end, 'visible byline') }
    }
  }
  return null
}

const bylines = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((b) => b.role === 'byline').slice(0, MOST_CREDITS)

/** Blocks of running text in which a dateline is looked for. */
const FIRST_PARAGRAPHS = 6

/** The agency that the page shows: in a credit, in the dateline, or as its author. */
export function visibleAgency(
  lines: Lines,
  blocks: readonly Block[],
  authors: readonly string[],
  byline: Mark | null,
): Chosen<string> | null {
  const { text } = lines
  let paragraphs = 0
  for (const b of blocks) {
    const isParagraph = b.role === 'paragraph' || b.role === 'dateline'
    if (isParagraph && paragraphs++ >= FIRST_PARAGRAPHS) break
    if (!isParagraph) continue
    const found = agencyInDateline(text.slice(b.start, Math.min(b.end, b.start + 200)))
    if (found) return chosen(found.name, markOf(lines, b.start + found.start, b.start + found.end, 'visible dateline'))
  }
  let looked = 0
  for (const b of blocks) {
    if (b.role !== 'agency-credit' && b.role !== 'byline' && b.role !== 'dateline') continue
    if (looked++ >= MOST_CREDITS) break
    const found = agencyInCredit(text.slice(b.start, b.end))
    if (found) return chosen(found.name, markOf(lines, b.start + found.start, b.start + found.end, `visible ${b.role}`))
  }
  const author = authors.map(agencyNamed).find((name) => name !== null)
  return author && byline ? chosen(author, byline) : null
}

function markOf(lines: Lines, start: number, end: number, from: string): Mark {
  return { words: lines.text.slice(start, end), from, ...toPage(lines.origin, start, end) }
}

const COPYRIGHT = /©|\(c\)|\bcopyright\b/i
/** What may stand before the holder's name. */
const BEFORE_HOLDER = /(?:©|\(c\)|copyright\b|\d{4}|present\b|by\b|[\s,:–-])/iy
const AFTER_HOLDER =
  /[,|•·©\n]|\.\s|\s[-–—]\s|\d{4}|\b(?:all rights|alle rechte|todos los|tous droits|and privacy|privacy|terms|polic(?:y|ies)|copyright)\b/i

/** Who holds the copyright, from the last line that says so: "© 2024 The Daily Ledger. All rights reserved." */
export function copyrightName(lines: Lines, blocks: readonly Block[]): Chosen<string> | null {
  const last = Math.max(0, blocks.length - 40)
  for (let i = blocks.length - 1; i >= last; i--) {
    const b = blocks[i] as Block
    const words = lines.text.slice(b.start, Math.min(b.end, b.start + 200))
    const found = COPYRIGHT.exec(words)
    if (!found) continue
    let from = found.index
    for (;;) {
      BEFORE_HOLDER.lastIndex = from
      const m = BEFORE_HOLDER.exec(words)
      if (!m) break
      from += m[0].length
    }
    // The word alone may be about copyright; with the sign or a year it claims it.
    if (!/©|\(c\)|\d{4}/i.test(words.slice(found.index, from))) continue
    const name = (words.slice(from).split(AFTER_HOLDER)[0] ?? '').replace(/[\s.;:-]{1,20}$/, '')
    if (name.length < 2 || name.length > 60 || !/^(?:\p{Lu}|the\s)/u.test(name)) continue
    return chosen(name, markOf(lines, b.start + from, b.start + from + name.length, 'visible copyright'))
  }
  return null
}
