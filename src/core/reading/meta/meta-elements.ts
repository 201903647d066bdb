import { type Attribute, attribute, attributeNode, type Element } from '../element.js'
import type { Field, MarkList } from './marks.js'
import { foldSpace, plainWords } from './words.js'

/**
 * The names that meta elements give their values, by field, most trusted first; one trust a line. Names are in lower
 * case with `.`, `_` and `-` written as `:`.
 */
const NAMES: readonly (readonly [field: Field, trust: number, names: string])[] = [
  ['title', 1.5, 'citation:title parsely:title sailthru:title headline dc:title dcterms:title'],
  ['title', 3, 'og:title'],
  ['title', 4, 'twitter:title'],
  ['title', 7, 'title name'],
  ['standfirst', 2, 'og:description'],
  ['standfirst', 3, 'twitter:description sailthru:description dc:description dcterms:description dcterms:abstract'],
  ['standfirst', 4, 'description'],
  ['authors', 2, 'citation:author parsely:author sailthru:author'],
  ['authors', 2.5, 'article:author article:author:name og:article:author og:author'],
  ['authors', 3, 'author dc:creator dcterms:creator dc:creator:author byl byline'],
  ['published', 2, 'article:published:time og:published:time og:article:published:time article:published bt:pubdate'],
  ['published', 3, 'parsely:pub:date sailthru:date citation:publication:date citation:date citation:online:date'],
  [
    'published',
    4,
    'datepublished publishdate publish:date pubdate publication:date publicationdate date:published published:date ' +
      'published:time originalpublicationdate publish:time publishtime cxenseparse:recs:publishtime rnews:datepublished',
  ],
  [
    'published',
    5,
    'dcterms:created dcterms:date dcterms:issued dc:date dc:date:issued dc:date:created date article:date',
  ],
  ['modified', 2, 'article:modified:time og:updated:time og:article:modified:time article:updated:time'],
  [
    'modified',
    3,
    'dcterms:modified dc:date:modified datemodified lastmod last:modified modified:date revised updated:time',
  ],
  ['publisher', 2, 'og:site:name'],
  ['publisher', 3, 'dc:publisher dcterms:publisher publisher article:publisher citation:journal:title'],
  ['publisher', 4, 'application:name apple:mobile:web:app:title'],
  ['section', 2, 'article:section og:article:section'],
  ['section', 3, 'parsely:section sailthru:section section cxenseparse:recs:category'],
  ['language', 2, 'content:language dc:language dcterms:language language'],
  ['language', 3, 'og:locale'],
  ['canonicalUrl', 2, 'og:url'],
  ['canonicalUrl', 5, 'twitter:url parsely:link'],
]

const BY_NAME: ReadonlyMap<string, readonly { readonly field: Field; readonly trust: number }[]> = (() => {
  const map = new Map<string, { field: Field; trust: number }[]>()
  for (const [field, trust, names] of NAMES) {
    for (const [i, name] of names.split(' ').entries()) {
      const list = map.get(name) ?? []
      // Names of one line are tried in its order.
      list.push({ field, trust: trust + i * 0.01 })
      map.set(name, list)
    }
  }
  return map
})()

/** Reads a meta element into the marks; `labels` carries Twitter's labelled values from one meta element to the next. */
export function readMetaElement(element: Element, labels: Map<string, string>, marks: MarkList): void {
  const content = attributeNode(element, 'content')
  if (!content || content.value === '') return
  for (const a of element.attributes) {
    if (a.name !== 'property' && a.name !== 'name' && a.name !== 'itemprop' && a.name !== 'http-equiv') continue
    // A property may give several names.
    for (const name of a.value.length < 200 ? a.value.trim().toLowerCase().split(/\s+/) : []) {
      if (a.name === 'itemprop') continue
      readNamed(name, a.name === 'http-equiv' ? 'meta http-equiv ' : 'meta ', content, labels, marks)
    }
  }
}

function readNamed(
  name: string,
  prefix: string,
  content: Attribute,
  labels: Map<string, string>,
  marks: MarkList,
): void {
  const key = name.replace(/[._-]/g, ':')
  const uses = BY_NAME.get(key)
  if (!uses) {
    readLabelled(name, content, labels, marks)
    return
  }
  for (const { field, trust } of uses) {
    const words = field === 'canonicalUrl' ? foldSpace(content.value) : plainWords(content.value)
    marks.add(field, trust, prefix + name, { words, from: prefix + name, start: content.start, end: content.end })
  }
}

/** `twitter:label1` "Written by", `twitter:data1` "Ana Ruiz". */
function readLabelled(name: string, content: Attribute, labels: Map<string, string>, marks: MarkList): void {
  const m = /^twitter:(label|data)([1-4])$/.exec(name)
  if (!m) return
  if (m[1] === 'label') {
    labels.set(m[2] as string, content.value)
    return
  }
  const label = labels.get(m[2] as string) ?? ''
  if (
    !/^\s{0,4}(?:written by|author|by|verfasst von|geschrieben von|escrito por|par|écrit par|scritto da)\b/i.test(label)
  )
    return
  marks.add('authors', 4, name, {
    words: plainWords(content.value),
    from: `meta ${name} (${foldSpace(label)})`,
    start: content.start,
    end: content.end,
  })
}

/** Reads a link element into the marks: the canonical address. */
export function readLinkElement(element: Element, marks: MarkList): void {
  const rel = attribute(element, 'rel')
  const href = attributeNode(element, 'href')
  if (!rel || !href || href.value === '') return
  if (/^\s*canonical\s*$/i.test(rel)) {
    marks.add('canonicalUrl', 1, 'link', {
      words: foldSpace(href.value),
      from: 'link rel=canonical',
      start: href.start,
      end: href.end,
    })
  }
}
