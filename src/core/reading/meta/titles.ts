import type { Element } from '../element.js'
import type { Markup } from '../markup.js'
import type { Mark, MarkList } from './marks.js'
import { visibleMark } from './microdata.js'
import { isSiteName, type SiteNames } from './site.js'

const SEPARATOR = /\s[|–—»«·•:]{1,2}\s|\s-\s|\s?\|\s?|\s::\s|:\s|\s\/\s|\s<\s|\s>\s|\s~\s/g

/**
 * A title without the site's name at either end ("Rates rise | The Ledger", "The Ledger - Rates rise"). A last part
 * that is not known to name the site goes only after a bar, and only where it is the shorter part.
 */
export function withoutSite(title: string, site: SiteNames): string {
  let words = title
  let isPartCut = false
  for (let i = 0; i < 3; i++) {
    const cuts = [...words.matchAll(SEPARATOR)]
    const last = cuts.at(-1)
    const first = cuts[0]
    if (!last || !first) break
    const tail = words.slice(last.index + last[0].length)
    const head = words.slice(0, first.index)
    const beforeTail = words.slice(0, last.index).trim()
    const afterHead = words.slice(first.index + first[0].length).trim()
    if (isSiteName(tail, site) && beforeTail !== '') words = beforeTail
    else if (isSiteName(head, site) && afterHead !== '') words = afterHead
    else if (/[|»]/.test(last[0]) && tail.length < beforeTail.length && !isPartCut) {
      words = beforeTail
      isPartCut = true
    } else break
  }
  return words
}

/** The title found: its words and place, and the heading that shows it, where one does. */
export interface Title {
  readonly mark: Mark
  readonly heading: Element | null
}

/** A longer heading is a paragraph set as one. */
const MOST_TITLE = 250

/** At and above this likeness a heading is the title that the marks give, as the page shows it. */
const LIKE = 0.5
/** The one heading of its page needs less: desks give the same story another title for search engines. */
const LIKE_ALONE = 0.15

/**
 * The page's title. The heading that readers see goes before what the marks give, for the marks' titles are often
 * rewritten for search engines or cut; but only where the marks bear it out, for a heading may be the site's name.
 */
export function chooseTitle(
  markup: Markup,
  headings: readonly Element[],
  marks: MarkList,
  site: SiteNames,
): Title | null {
  const marked: { readonly mark: Mark; readonly words: string }[] = []
  for (const group of marks.inOrderOfTrust('title').slice(0, 12)) {
    const mark = group.marks[0]
    if (!mark || mark.words.length > 1000) continue
    const words = withoutSite(mark.words, site)
    if (words !== '') marked.push({ mark, words })
  }
  const seen = headings
    .slice(0, 20)
    .map((heading) => ({ heading, mark: visibleMark(markup, heading.textStart, heading.textEnd, 'visible h1') }))
    .filter((h): h is { heading: Element; mark: Mark } => h.mark !== null && h.mark.words.length <= MOST_TITLE)
  const sets = marked.slice(0, 5).map((m) => wordSet(m.words))
  let best: { readonly heading: Element; readonly mark: Mark; readonly like: number } | null = null
  for (const { heading, mark } of seen) {
    if (isSiteName(mark.words, site) && (seen.length > 1 || marked.length > 0)) continue
    const words = wordSet(mark.words)
    const like = Math.max(0, ...sets.map((s) => likeness(words, s)))
    if (!best || like > best.like) best = { heading, mark, like }
  }
  const isAlone = seen.length === 1 && best !== null && !isBelowText(markup, best.heading)
  const needed = marked.length === 0 ? 0 : isAlone ? LIKE_ALONE : LIKE
  if (best && best.like >= needed) return { mark: best.mark, heading: best.heading }
  const first = marked[0]
  return first ? { mark: { ...first.mark, words: first.words }, heading: null } : null
}

/** Whether running text stands above a heading: then it heads a part of the article. */
function isBelowText(markup: Markup, heading: Element): boolean {
  let long = 0
  for (const b of markup.blocks) {
    if (b.start >= heading.textStart) return false
    // A notice or a standfirst may stand above a title; three paragraphs do not.
    if (b.end - b.start > 200 && b.linkLength * 2 < b.end - b.start && ++long > 2) return true
  }
  return false
}

/** How alike two sets of words are, 0 to 1 (Dice's coefficient). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const w of a) if (b.has(w)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, 500)
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}
