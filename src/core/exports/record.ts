import type { Page, PageId, PageKind, Reading, Speaker, Statement } from '../model/index.js'

/** What a record says of the page it was made from, besides its reading. */
export interface PageInfo {
  readonly id: PageId
  readonly kind: PageKind
  /** Where it came from, after redirects; null where it came without an address. */
  readonly url: string | null
  /** The charset it was decoded with; null where it came as text. */
  readonly charset: string | null
  /** What the caller called it: the path or address as typed; null: nothing. */
  readonly name: string | null
  /** What made the page's text of bytes that are no text, a PDF's: name and version. Absent: nothing did. */
  readonly converter?: string
}

/** What was done to a record before it was given to others. */
export interface Redaction {
  /** Name and version of what did it. */
  readonly by: string
  /** `listed`: people whom a list names are replaced; `all`: everybody whom the article was found to name, but for a list. */
  readonly people: 'listed' | 'all'
  /** `new`: of the page, its statements and speakers, made of what is shown; `kept`: as before. */
  readonly ids: 'new' | 'kept'
  /** Whether the page's own addresses and file names are left out, or kept where they hold no name. */
  readonly addresses: 'left-out' | 'kept'
}

/** What a form of a record tells of its redaction, as a sentence; null: there was none. */
export function redactionWords({ redaction }: PageRecord): string | null {
  if (!redaction) return null
  const whose = redaction.people === 'all' ? 'the names that were found' : 'names'
  return `Redacted by ${redaction.by}: ${whose} are replaced, and this is not the page as it was published.`
}

/** A page's reading, the statements found in it and who made them: what all exports are made of. */
export interface PageRecord {
  readonly page: PageInfo
  readonly reading: Reading
  /** In the order of their first word. */
  readonly statements: readonly Statement[]
  /** Whom the statements' `speaker` names, in the order of their first mention; none until speakers are settled. */
  readonly speakers: readonly Speaker[]
  /** Absent: nothing was done to it. */
  readonly redaction?: Redaction
}

/** Puts a record together; the page's text itself is not kept in it. */
export function recordOf(
  page: Page | Omit<Page, 'text'>,
  reading: Reading,
  statements: readonly Statement[],
  speakers: readonly Speaker[],
  name: string | null = null,
): PageRecord {
  const { id, kind, url, charset, converter } = page
  const info = { id, kind, url, charset, name, ...(converter === undefined ? {} : { converter }) }
  return { page: info, reading, statements, speakers }
}
