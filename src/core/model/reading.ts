import type { PageId } from './page.js'

/**
 * What a block is. The first seven are the article's body; `title` to `dateline` are its head; `pull-quote` to
 * `author-note` belong to the article but not to its running text; the rest is furniture.
 */
export const ROLES = [
  // the article's body
  'heading',
  'paragraph',
  'list-item',
  'quotation',
  'table',
  'preformatted',
  // the article's head
  'title',
  'standfirst',
  'byline',
  'dateline',
  // with the article, not in its running text
  'pull-quote',
  'caption',
  'photo-credit',
  'agency-credit',
  'author-note',
  // furniture
  'related',
  'navigation',
  'search',
  'share',
  'newsletter',
  'cookie-notice',
  'comment',
  'advertisement',
  'legal-notice',
  'ticker',
  'notice',
] as const

/** One of {@link ROLES}; docs/reading.md defines each with examples. */
export type Role = (typeof ROLES)[number]

/** The roles whose blocks, in order, are the article's body text (what `onrecord pipe` prints as `article`). */
export const BODY_ROLES: ReadonlySet<Role> = new Set<Role>([
  'heading',
  'paragraph',
  'list-item',
  'quotation',
  'table',
  'preformatted',
])

/** The roles in which statements are looked for: the body, the head, and what hangs on the article. */
export const ARTICLE_ROLES: ReadonlySet<Role> = new Set<Role>([
  ...BODY_ROLES,
  'title',
  'standfirst',
  'byline',
  'dateline',
  'pull-quote',
  'caption',
  'photo-credit',
  'agency-credit',
  'author-note',
])

/** A run of the reading's text with one role. A span of `Reading.text`, never empty, edges without white space. */
export interface Block {
  /** First UTF-16 code unit in `Reading.text`. */
  readonly start: number
  /** One past the last UTF-16 code unit in `Reading.text`. */
  readonly end: number
  readonly role: Role
  /** 1 to 6 where the page marks a heading's level; else null. */
  readonly level: number | null
  /** The classifier's score that this block is article body, 0 to 1, not a calibrated probability; null: not asked. */
  readonly body: number | null
  /** Why it has its role, as words for a person, e.g. `inside <figcaption>`. */
  readonly why: string
}

/**
 * Where each character of `Reading.text` stands in the decoded page: runs in ascending order, in both texts. Within a
 * run of equal length on both sides offsets go one to one; a run of unequal length (a character reference such as
 * `&amp;`, folded white space) stands for its page stretch as a whole. Text between runs was put in by the reader
 * (the line ends between blocks). All offsets are UTF-16 code units.
 */
export interface OriginMap {
  /** Start of each run in `Reading.text`. */
  readonly text: readonly number[]
  /** Length of each run in `Reading.text`. */
  readonly textLength: readonly number[]
  /** Start of each run in the decoded page. */
  readonly page: readonly number[]
  /** Length of each run in the decoded page. */
  readonly pageLength: readonly number[]
}

/** Where a value of `Meta` was taken from. */
export interface MetaSource {
  /** e.g. `json-ld NewsArticle.headline`, `meta og:title`, `microdata datePublished`, `visible byline`. */
  readonly from: string
  /** Start and end in the decoded page, in UTF-16 code units; null for a value made of several places. */
  readonly at: { readonly start: number; readonly end: number } | null
}

/** What sort of page it is, as far as its marks tell. */
export type PageForm = 'article' | 'live-blog' | 'stub' | 'none'

/** What the page says of itself. A value that the page does not give is null (or an empty list); none is guessed. */
export interface Meta {
  readonly title: string | null
  readonly standfirst: string | null
  readonly authors: readonly string[]
  /** The site or organisation that publishes the page. */
  readonly publisher: string | null
  /** The news agency the text is credited to, e.g. Reuters. */
  readonly agency: string | null
  /** ISO 8601; with a zone where the page gives one, a bare date where it gives no time. */
  readonly published: string | null
  /** ISO 8601, as `published`. */
  readonly modified: string | null
  /** BCP 47, e.g. `en-GB`. */
  readonly language: string | null
  readonly canonicalUrl: string | null
  readonly section: string | null
  /** `stub`: cut off by a paywall; `live-blog`: entries with times; `none`: no article on the page. */
  readonly form: PageForm
  /** For each value given: where from, and where in the page. */
  readonly sources: { readonly [K in Exclude<keyof Meta, 'sources'>]?: MetaSource }
}

/** What the page holds that a reader does not see, left out of `Reading.text` and counted. */
export interface Hidden {
  readonly scripts: number
  readonly styles: number
  readonly comments: number
  /** Elements hidden by attribute or inline style, and those never shown (template, noscript, …). */
  readonly elements: number
  /** Characters of text inside those elements, white space not counted. */
  readonly characters: number
}

/** A page as text in blocks, each block with a role, each character traceable to the page. */
export interface Reading {
  readonly page: PageId
  readonly url: string | null
  /** Every visible word of the page in order. A plain-text page is its own text, unchanged. */
  readonly text: string
  /** In order, never overlapping, furniture included; every visible character is in exactly one. */
  readonly blocks: readonly Block[]
  /** Null where the text is the page itself, every offset its own (plain-text pages). */
  readonly origin: OriginMap | null
  readonly meta: Meta
  readonly hidden: Hidden
  /** Name and version of the code that made it. */
  readonly reader: string
}
