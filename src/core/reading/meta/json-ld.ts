import type { RawText } from '../element.js'
import { type JsonObject, type JsonValue, readJson, stringOf } from './json.js'
import type { Field, MarkList } from './marks.js'
import { foldSpace, plainWords } from './words.js'

/** schema.org's articles, by how surely a node of the type is the page's own article. */
const ARTICLE_TYPES: ReadonlyMap<string, number> = new Map([
  ['LiveBlogPosting', 0],
  ['NewsArticle', 0],
  ['ReportageNewsArticle', 0],
  ['AnalysisNewsArticle', 0],
  ['OpinionNewsArticle', 0],
  ['BackgroundNewsArticle', 0],
  ['ReviewNewsArticle', 0],
  ['AskPublicNewsArticle', 0],
  ['AdvertiserContentArticle', 0],
  ['Report', 0],
  ['BlogPosting', 0],
  ['SocialMediaPosting', 1],
  ['ScholarlyArticle', 0],
  ['MedicalScholarlyArticle', 0],
  ['TechArticle', 0],
  ['SatiricalArticle', 0],
  ['Article', 0],
  ['DiscussionForumPosting', 1],
  ['HowTo', 2],
  ['Recipe', 2],
  ['Review', 2],
  ['CreativeWork', 2],
  ['LearningResource', 2],
  ['MedicalWebPage', 2],
  ['ItemPage', 3],
  ['WebPage', 3],
  ['AboutPage', 3],
  ['CollectionPage', 3],
  ['FAQPage', 3],
  ['QAPage', 3],
])

/** Members through which a page's own article may hang below another node. */
const WAYS_DOWN: readonly string[] = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf', 'hasPart', 'about']

/** Nodes looked at for the article; a page's own comes early. */
const MOST_NODES = 2000

/** What JSON-LD says beside the values that go into the marks. */
export interface JsonLdFindings {
  readonly isLiveBlog: boolean
  /** `isAccessibleForFree`; null where nothing says. */
  readonly isFree: boolean | null
  readonly hasArticle: boolean
}

interface Node {
  readonly object: JsonObject
  readonly type: string
  readonly rank: number
  readonly depth: number
}

/**
 * Reads the page's JSON-LD into marks: the article node and those it refers to by `@id`, in any of the page's scripts.
 * A script that cannot be read gives nothing. Linear in the scripts' length.
 */
export function readJsonLd(
  page: string,
  raw: readonly RawText[],
  urls: ReadonlySet<string>,
  marks: MarkList,
): JsonLdFindings {
  const values: JsonValue[] = []
  for (const script of raw) {
    if (script.element.name !== 'script') continue
    const type = script.element.attributes.find((a) => a.name === 'type')?.value ?? ''
    if (!/ld\+json/i.test(type)) continue
    for (const value of readJson(page, script.start, script.end)) values.push(value)
  }
  const graph = new Graph(page, values)
  const articles = graph.articles(urls)
  for (const [i, node] of articles.entries()) graph.mark(node, i, marks)
  for (const site of graph.nodes) {
    if (site.type === 'WebSite' && site.depth <= 1)
      graph.markName(site.object, 'publisher', 5, 'json-ld WebSite.name', marks)
  }
  const first = articles[0]
  const free = articles.map((a) => graph.isFree(a.object)).find((f) => f !== null)
  return {
    isLiveBlog: first?.type === 'LiveBlogPosting',
    isFree: free ?? null,
    hasArticle: first !== undefined && first.rank <= 1,
  }
}

class Graph {
  readonly nodes: readonly Node[]
  /** Nodes by `@id`; the one that says most about it. */
  private readonly byId = new Map<string, JsonObject>()

  constructor(
    private readonly page: string,
    values: readonly JsonValue[],
  ) {
    this.nodes = this.walk(values)
  }

  /** Every node that may be the article, breadth first, and all `@id`s. */
  private walk(values: readonly JsonValue[]): Node[] {
    const nodes: Node[] = []
    let level: JsonValue[] = [...values]
    for (let depth = 0; level.length > 0 && depth < 8 && nodes.length < MOST_NODES; depth++) {
      const next: JsonValue[] = []
      for (const value of level) {
        if (value.kind === 'array') for (const item of value.items) this.visit(item, depth, nodes, next)
        else this.visit(value, depth, nodes, next)
      }
      level = next
    }
    return nodes
  }

  private visit(value: JsonValue, depth: number, nodes: Node[], next: JsonValue[]): void {
    if (value.kind === 'array') {
      next.push(value)
      return
    }
    if (value.kind !== 'object') return
    const id = this.text(value.members.get('@id'))
    if (id !== '') {
      const known = this.byId.get(id)
      if (!known || known.members.size < value.members.size) this.byId.set(id, value)
    }
    const type = this.type(value)
    nodes.push({ object: value, type, rank: ARTICLE_TYPES.get(type) ?? 9, depth })
    for (const way of WAYS_DOWN) {
      const below = value.members.get(way)
      if (below && below.kind !== 'string' && below.kind !== 'word') next.push(below)
    }
    // People and organisations are often described in place once and referred to after that.
    for (const name of ['author', 'publisher', 'creator']) {
      const below = value.members.get(name)
      if (below?.kind === 'object') {
        const belowId = this.text(below.members.get('@id'))
        if (belowId !== '' && below.members.has('name') && !this.byId.has(belowId)) this.byId.set(belowId, below)
      }
    }
  }

  /** Those that may be the page's article, surest first. */
  articles(urls: ReadonlySet<string>): readonly Node[] {
    const scored = this.nodes
      .filter((n) => n.rank < 9)
      .map((node, i) => {
        const url = this.text(node.object.members.get('url')) || this.text(node.object.members.get('@id'))
        const main = node.object.members.get('mainEntityOfPage')
        const mainUrl = main?.kind === 'object' ? this.text(main.members.get('@id')) : this.text(main)
        const isHere = urls.has(plainUrl(url)) || urls.has(plainUrl(mainUrl))
        const says = node.object.members.has('headline') || node.object.members.has('datePublished')
        // An article elsewhere (a teaser's node) is worth less than the page's own page node.
        const isElsewhere = !isHere && url.startsWith('http') && urls.size > 0
        return { node, order: node.rank * 4 + (isHere ? 0 : isElsewhere ? 2 : 1) + (says ? 0 : 8), i }
      })
    scored.sort((a, b) => a.order - b.order || a.i - b.i)
    return scored.slice(0, 4).map((s) => s.node)
  }

  /** Puts what an article node says into the marks; `nth`: 0 for the surest node. */
  mark(node: Node, nth: number, marks: MarkList): void {
    const { object, type } = node
    const isPage = node.rank >= 3
    // A page node's dates are the page's; its name carries the site's.
    const trust = (base: number): number => base + nth * 0.1 + (node.rank >= 2 ? 0.05 : 0)
    const name = (field: Field, key: string, base: number): void => {
      const value = this.firstString(object.members.get(key))
      if (value) this.put(marks, field, trust(base), `${nth} ${key}`, value, `json-ld ${type}.${key}`)
    }
    name('title', 'headline', isPage ? 5 : 1)
    name('title', 'name', isPage ? 8 : 2)
    name('standfirst', 'description', isPage ? 3 : 1)
    name('published', 'datePublished', 1)
    name('published', 'dateCreated', 6)
    name('modified', 'dateModified', 1)
    name('section', 'articleSection', 1)
    name('language', 'inLanguage', 4)
    for (const key of ['author', 'creator']) {
      this.markPeople(
        object.members.get(key),
        `${nth} ${key}`,
        trust(key === 'author' ? 1 : 2),
        `json-ld ${type}.${key}`,
        marks,
      )
    }
    for (const key of ['publisher', 'sourceOrganization', 'provider']) {
      const value = object.members.get(key)
      if (value)
        this.markName(value, key === 'publisher' ? 'publisher' : 'agency', trust(1), `json-ld ${type}.${key}`, marks)
    }
    const url = this.firstString(object.members.get('url'))
    if (url && !isPage) this.put(marks, 'canonicalUrl', trust(4), `${nth} url`, url, `json-ld ${type}.url`)
  }

  /** The name of an organisation given as a string, an object or a reference. */
  markName(value: JsonValue, field: Field, trust: number, from: string, marks: MarkList): void {
    for (const one of value.kind === 'array' ? value.items.slice(0, 20) : [value]) {
      const named = one.kind === 'object' ? this.firstString(this.resolved(one).members.get('name')) : one
      if (named?.kind === 'string') this.put(marks, field, trust, from, named, from)
    }
  }

  /** Authors: a string, an object, a reference, or a list of these; a name may itself be a list. */
  private markPeople(value: JsonValue | undefined, group: string, trust: number, from: string, marks: MarkList): void {
    if (!value) return
    const waiting: JsonValue[] = [value]
    for (let n = 0; waiting.length > 0 && n < 400; n++) {
      const one = waiting.shift() as JsonValue
      if (one.kind === 'array') waiting.unshift(...one.items.slice(0, 200))
      else if (one.kind === 'string') this.put(marks, 'authors', trust, group, one, from)
      else if (one.kind === 'object') {
        const person = this.resolved(one)
        const named = person.members.get('name')
        if (named) waiting.unshift(named)
        else {
          const [given, family] = [person.members.get('givenName'), person.members.get('familyName')]
          if (given?.kind === 'string' && family?.kind === 'string') {
            const words = `${this.text(given)} ${this.text(family)}`
            marks.add('authors', trust, group, {
              words: plainWords(words),
              from,
              start: Math.min(given.start, family.start),
              end: Math.max(given.end, family.end),
            })
          }
        }
      }
    }
  }

  /** `isAccessibleForFree`, of the node or of its parts. */
  isFree(object: JsonObject): boolean | null {
    const value = object.members.get('isAccessibleForFree')
    if (!value || value.kind === 'object' || value.kind === 'array') return null
    const word = this.page.slice(value.start, value.end).toLowerCase()
    if (/(?:^|\/)false$/.test(word)) return false
    return /(?:^|\/)true$/.test(word) ? true : null
  }

  private put(marks: MarkList, field: Field, trust: number, group: string, value: JsonValue, from: string): void {
    if (value.kind !== 'string') return
    const words = field === 'canonicalUrl' ? foldSpace(this.text(value)) : plainWords(this.text(value))
    marks.add(field, trust, `json-ld ${group}`, { words, from, start: value.start, end: value.end })
  }

  /** What a reference (an object with an `@id` and little else) refers to. */
  private resolved(object: JsonObject): JsonObject {
    if (object.members.has('name')) return object
    const id = this.text(object.members.get('@id'))
    return (id !== '' && this.byId.get(id)) || object
  }

  private firstString(value: JsonValue | undefined): JsonValue | undefined {
    let one = value
    for (let i = 0; i < 4 && one; i++) {
      if (one.kind === 'array') one = one.items[0]
      else if (one.kind === 'object') one = one.members.get('@value') ?? one.members.get('name')
      else break
    }
    // A number can be a date (milliseconds), a bare word nothing.
    return one?.kind === 'string' ? one : undefined
  }

  private type(object: JsonObject): string {
    const value = object.members.get('@type')
    const names = value?.kind === 'array' ? value.items.slice(0, 10) : value ? [value] : []
    let best = ''
    for (const name of names) {
      const type = this.text(name).replace(/^https?:\/\/schema\.org\/|^schema:/, '')
      if (best === '' || (ARTICLE_TYPES.get(type) ?? 9) < (ARTICLE_TYPES.get(best) ?? 9)) best = type
    }
    return best
  }

  private text(value: JsonValue | undefined): string {
    return value?.kind === 'string' ? stringOf(this.page, value) : ''
  }
}

/** A URL without what may differ between two mentions of one page: scheme, `www.`, query, fragment, last slash. */
export function plainUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^https?:/, '')
    .replace(/^\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '')
}
