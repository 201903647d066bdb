import { attribute, attributeNode, type Element } from '../element.js'
import type { Markup } from '../markup.js'
import { type JsonLdFindings, plainUrl, readJsonLd } from './json-ld.js'
import { MarkList } from './marks.js'
import { readLinkElement, readMetaElement } from './meta-elements.js'
import { readMicrodata } from './microdata.js'
import { plainWords } from './words.js'

/** Elements of a kind that are looked at; what a page made to exhaust time gives past them is no metadata. */
const MOST_OF_A_KIND = 2000

/** An element with more text than this, in code units, is no byline, whatever its class. */
const LONGEST_AUTHOR = 1500

/** Everything the page's marks say, before any choice is made among it. */
export interface Collected {
  readonly marks: MarkList
  readonly jsonLd: JsonLdFindings
  /** The page's h1 elements that are shown, in order. */
  readonly headings: readonly Element[]
  /** `time` elements, in order. */
  readonly times: readonly Element[]
  /** Elements whose class, id, rel or data attributes say that they name the author; in order. */
  readonly authorElements: readonly Element[]
  /** A mark calls the page an article: `og:type`, an item's type. */
  readonly isArticle: boolean
  readonly isLiveBlog: boolean
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:by-?line|author|authors|contributor|writer|reporter|writtenby|written-by|posted-by)(?:$|[\s_-])|(?:author|byline)(?:name|link|info|s)?(?:$|[\s_-])/i

/** Rules out most classes at little cost. */
const MAY_BE_AUTHOR = /auth|line|contr|writ|report|posted/i

/** Goes over the page's elements once. Linear, with a bound on each kind. */
export function collect(markup: Markup, url: string | null): Collected {
  const marks = new MarkList()
  const labels = new Map<string, string>()
  const headings: Element[] = []
  const times: Element[] = []
  const authorElements: Element[] = []
  let isArticle = false
  let isLiveBlog = false
  let microdata = 0
  let metas = 0
  for (const element of markup.elements) {
    switch (element.name) {
      case 'meta':
        if (metas++ < MOST_OF_A_KIND) readMetaElement(element, labels, marks)
        break
      case 'link':
        readLinkElement(element, marks)
        break
      case 'html': {
        const lang = attributeNode(element, 'lang') ?? attributeNode(element, 'xml:lang')
        if (lang && lang.value.trim() !== '') {
          marks.add('language', 1, 'html', {
            words: plainWords(lang.value),
            from: 'html lang',
            start: lang.start,
            end: lang.end,
          })
        }
        break
      }
      case 'h1':
        if (!element.hidden && element.textEnd > element.textStart && headings.length < MOST_OF_A_KIND)
          headings.push(element)
        break
      case 'time':
        if (times.length < MOST_OF_A_KIND) times.push(element)
        break
    }
    if (element.attributes.length === 0) continue
    const length = element.textEnd - element.textStart
    const mayBeAuthor =
      !element.hidden && length > 0 && length <= LONGEST_AUTHOR && authorElements.length < MOST_OF_A_KIND
    let isAuthor = false
    for (const a of element.attributes) {
      switch (a.name) {
        case 'itemprop':
        case 'property':
          if (a.name === 'property' && element.name === 'meta') break
          if (microdata++ < MOST_OF_A_KIND) readMicrodata(markup, element, marks)
          break
        case 'itemtype':
          if (/LiveBlogPosting\s*$/i.test(a.value.slice(0, 200))) isLiveBlog = true
          else if (/(?:Article|BlogPosting)\s*$/i.test(a.value.slice(0, 200))) isArticle = true
          break
        case 'content':
          if (
            element.name === 'meta' &&
            /^\s*article\s*$/i.test(a.value.slice(0, 20)) &&
            attribute(element, 'property') === 'og:type'
          ) {
            isArticle = true
          }
          break
        case 'rel':
          if (element.name === 'a' && /(?:^|\s)author(?:\s|$)/i.test(a.value)) isAuthor = true
          break
        case 'class':
        case 'id':
        case 'data-testid':
        case 'data-component':
          if (!mayBeAuthor || a.value.length > 300) break
          if (MAY_BE_AUTHOR.test(a.value) && AUTHOR_CLASS.test(a.value)) isAuthor = true
          break
      }
    }
    if (mayBeAuthor && isAuthor) authorElements.push(element)
  }
  const titles = markup.raw.filter((r) => r.element.name === 'title')
  const title = titles[0]
  if (title) {
    marks.add('title', 6, 'title', {
      words: plainWords(title.text),
      from: 'title element',
      start: title.start,
      end: title.end,
    })
  }
  const jsonLd = readJsonLd(markup.page, markup.raw, addressesOf(marks, url), marks)
  return { marks, jsonLd, headings, times, authorElements, isArticle, isLiveBlog }
}

/** The addresses the page goes by, plain: its own, and those its marks give. */
function addressesOf(marks: MarkList, url: string | null): ReadonlySet<string> {
  const urls = new Set<string>()
  if (url) urls.add(plainUrl(url))
  for (const group of marks.inOrderOfTrust('canonicalUrl'))
    for (const mark of group.marks) urls.add(plainUrl(mark.words))
  urls.delete('')
  return urls
}
