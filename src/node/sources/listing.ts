import { parseFeed } from 'feedsmith'
import { Parser } from 'htmlparser2'
import { OnrecordError } from '../../core/model/index.js'
import { decode } from '../charset.js'
import { charsetParameter, mediaType } from '../format.js'

/** Something that names addresses of pages. */
export interface Listing {
  readonly kind: 'list' | 'feed' | 'sitemap' | 'sitemap-index'
  readonly entries: readonly ListingEntry[]
}

/** An address as it is written there; null: the entry has none, and `label` is what else it is known by. */
export interface ListingEntry {
  readonly address: string | null
  readonly label: string
}

/** What is known of bytes besides themselves. */
export interface ListingHints {
  /** What a person calls it. */
  readonly name: string
  readonly contentType: string | null
  /** Whether text that is nothing but addresses, one a line, is a list. */
  readonly maybeList: boolean
}

/**
 * The listing that bytes are: RSS, Atom, RDF (RSS 1.0) or JSON feed, sitemap or index of sitemaps, or a list of addresses,
 * one a line; null: they are none of these. Feeds are recognised by their root and by `application/feed+json`.
 *
 * @throws OnrecordError `list-invalid` where they begin as one and cannot be read as one
 */
export async function listingOf(bytes: Uint8Array, hints: ListingHints): Promise<Listing | null> {
  const isNamedList = /\.urls(?:\.gz)?$/i.test(hints.name)
  // A listing in UTF-16 has its root where a look at the first bytes cannot find it: none has been seen.
  const root = rootElement(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  const isJson = mediaType(hints.contentType) === 'application/feed+json' || isJsonFeed(bytes)
  const maybeList = isNamedList || (hints.maybeList && root === null && startsWithAddress(bytes))
  if (!maybeList && !isJson && (root === null || !ROOTS.has(root))) return null
  const { text } = await decode(bytes, { header: charsetParameter(hints.contentType) })
  if (isJson || (root !== null && FEED_ROOTS.has(root))) return feed(text, hints.name)
  if (root === 'urlset' || root === 'sitemapindex') return sitemap(text, root, hints.name)
  const lines = listLines(text)
  return isNamedList || (lines.length > 0 && lines.every(isAddress))
    ? { kind: 'list', entries: lines.map((line) => ({ address: line, label: line })) }
    : null
}

const FEED_ROOTS = new Set(['rss', 'feed', 'rdf:rdf'])
const ROOTS = new Set([...FEED_ROOTS, 'urlset', 'sitemapindex'])

/** The lines of a list of addresses, without white space around them, empty ones and comments (`#`). */
export function listLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

const isAddress = (line: string) => /^https?:\/\/[^\s/]/i.test(line) && !/\s/.test(line) && URL.canParse(line)

/** Whether the first line that is no comment begins as an address does: else a long text need not be looked at. */
function startsWithAddress(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1')
  const [line] = listLines(head.replace(/^\xef\xbb\xbf/, ''))
  return line === undefined ? bytes.length > 65_536 : /^https?:\/\//i.test(line)
}

function isJsonFeed(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?\s*\{/.test(head) && /"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//.test(head)
}

/** The name of an XML document's root, in lower case; null where the bytes begin with anything else. */
function rootElement(bytes: Buffer): string | null {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (;;) {
    while (at < bytes.length && (bytes[at] as number) <= 0x20) at++
    if (bytes[at] !== 0x3c) return null
    const head = bytes.toString('latin1', at, at + 64)
    let end: number
    if (head.startsWith('<?')) end = after(bytes, '?>', at + 2)
    else if (head.startsWith('<!--')) end = after(bytes, '-->', at + 4)
    else if (/^<!doctype/i.test(head)) {
      const close = after(bytes, '>', at)
      const subset = bytes.subarray(at, close).indexOf('[')
      end = subset < 0 ? close : after(bytes, '>', after(bytes, ']', at + subset) - 1)
    } else return /^<([a-z_][\w.-]*(?::[a-z_][\w.-]*)?)[\s/>]/i.exec(head)?.[1]?.toLowerCase() ?? null
    if (end <= at) return null
    at = end
  }
}

function after(bytes: Buffer, mark: string, from: number): number {
  const at = from < 0 ? -1 : bytes.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function feed(text: string, name: string): Listing {
  let parsed: ReturnType<typeof parseFeed>
  try {
    parsed = parseFeed(text)
  } catch (cause) {
    throw invalid(name, 'feed', (cause as Error).message, cause)
  }
  const entries: ListingEntry[] = []
  const add = (address: string | null | undefined, ...labels: (string | undefined)[]) => {
    const trimmed = address?.trim() || null
    const label = trimmed ?? labels.find((text) => text?.trim()) ?? `entry ${entries.length + 1}`
    entries.push({ address: trimmed, label: label.trim().slice(0, 200) })
  }
  if (parsed.format === 'atom') {
    for (const entry of parsed.feed.entries ?? []) {
      const pages = (entry.links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate')
      const page = pages.find(({ type }) => type === undefined || /html/i.test(type)) ?? pages[0]
      add(page?.href ?? onlyAddress(entry.id), entry.title?.value, entry.id)
    }
  } else if (parsed.format === 'rss') {
    for (const item of parsed.feed.items ?? []) {
      const permalink = item.guid?.isPermaLink === false ? null : onlyAddress(item.guid?.value)
      add(item.link ?? permalink, item.title, item.guid?.value)
    }
  } else if (parsed.format === 'rdf') {
    for (const item of parsed.feed.items ?? []) add(item.link ?? onlyAddress(item.rdf?.about), item.title)
  } else {
    for (const item of parsed.feed.items ?? []) {
      add(item.url ?? item.external_url ?? onlyAddress(item.id), item.title, item.id)
    }
  }
  return { kind: 'feed', entries }
}

function onlyAddress(id: string | undefined): string | null {
  return id !== undefined && isAddress(id.trim()) ? id : null
}

/** Sitemaps are three deep. */
const MAX_DEPTH = 32

/**
 * The addresses of a sitemap (sitemaps.org, 0.9): each `loc` right inside a `url` or a `sitemap`. htmlparser2 knows no
 * entities but XML's own, so a document cannot blow itself up.
 */
function sitemap(text: string, root: 'urlset' | 'sitemapindex', name: string): Listing {
  const entries: ListingEntry[] = []
  const open: string[] = []
  const item = root === 'urlset' ? 'url' : 'sitemap'
  let loc: string | null = null
  let rootEnds = false
  const parser = new Parser(
    {
      onopentagname(tag) {
        open.push(tag.toLowerCase())
        if (open.length > MAX_DEPTH) throw new Error('it is nested too deeply')
        if (open.length === 3 && open[1] === item && open[2] === 'loc') loc = ''
      },
      ontext(data) {
        if (loc !== null && open.length === 3) loc += data
      },
      onclosetag(tag, implied) {
        if (loc !== null && open.length === 3) {
          const address = loc.trim()
          if (address !== '') entries.push({ address, label: address.slice(0, 200) })
          loc = null
        }
        open.pop()
        if (tag.toLowerCase() === root && !implied) rootEnds = true
      },
    },
    { xmlMode: true },
  )
  try {
    parser.write(text)
    parser.end()
  } catch (cause) {
    throw invalid(name, 'sitemap', (cause as Error).message, cause)
  }
  if (!rootEnds) throw invalid(name, 'sitemap', 'its XML is cut off')
  return { kind: root === 'urlset' ? 'sitemap' : 'sitemap-index', entries }
}

function invalid(name: string, what: string, reason: string, cause?: unknown): OnrecordError {
  return new OnrecordError(
    'list-invalid',
    `${name} begins as a ${what} but cannot be read as one (${reason.slice(0, 200)}). Fetch it again, or write its addresses into a .urls file, one a line.`,
    { cause },
  )
}
