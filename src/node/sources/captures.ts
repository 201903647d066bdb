import { type FileHandle, open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { OnrecordError } from '../../core/model/index.js'
import { absent } from '../absent.js'
import { standardInput } from '../file.js'
import { inflateGzip, isGzip } from '../gzip.js'
import { tooLarge } from '../limit.js'
import { machineLimit } from '../machine.js'
import { bytesOf } from './byte-reader.js'
import { type Capture, type Found, HAD, type IsHad } from './capture.js'
import { filesIn } from './folder.js'
import { noPage, noPageFile } from './kinds.js'
import { type Listing, listingOf, listLines } from './listing.js'
import { waczCaptures } from './wacz.js'
import { warcCaptures } from './warc.js'
import { MAX_CAPTURE_BYTES, type NamedBy, parseAddress, Web, type WebOptions, withoutUser } from './web.js'
import { range } from './zip.js'

/** How a source is read. */
export interface SourceOptions extends WebOptions {
  /** What `-` stands for: a list of addresses, one a line. Default: standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /**
   * Whether the capture of that name is had already, from a run that was broken off or an earlier look at a feed: it is not
   * fetched or unpacked, but skipped. Default: none is.
   */
  readonly isHad?: IsHad
  /**
   * Whether a person named the source. False: a file is read as one that lies in a folder, so that what it lists is not
   * fetched. Default: true.
   */
  readonly isNamed?: boolean
}

/** How deep listings lead to listings: an index of sitemaps to its sitemaps; a list to a feed, or to such an index. */
const MAX_LISTINGS = 3

/**
 * What a source holds, in an order that is the same each time: a file, a folder, an address, a web archive (WARC, WACZ), or
 * something that lists addresses (a text file of them, a feed, a sitemap), whose pages are fetched; `-` is such a list on
 * standard input. docs/sources.md has the rules. What cannot be had is a failure among the others, and the rest goes on.
 * Memory holds one page, and the names seen.
 *
 * @throws OnrecordError `interrupted`, and nothing else
 */
export async function* captures(source: string, options: SourceOptions = {}): AsyncGenerator<Found, void> {
  const reader = new SourceReader(options)
  for await (const found of guarded(withoutUser(source), null, reader.read(source))) {
    yield found
    if (options.signal?.aborted) throw interrupted(source)
  }
}

class SourceReader {
  readonly #options: SourceOptions
  readonly #maxBytes: number
  readonly #isHad: IsHad
  readonly #web: Web
  /** The addresses that were asked for. */
  readonly #seen = new Set<string>()

  constructor(options: SourceOptions) {
    this.#options = options
    this.#maxBytes = options.maxBytes ?? MAX_CAPTURE_BYTES
    this.#isHad = options.isHad ?? (() => false)
    this.#web = new Web(options)
  }

  async *read(source: string): AsyncGenerator<Found> {
    if (this.#options.signal?.aborted) throw interrupted(source)
    if (source === '-') {
      const text = Buffer.from(await this.#all('Standard input', this.#options.stdin ?? standardInput())).toString(
        'utf8',
      )
      const entries = listLines(text).map((line) => ({ address: line, label: line }))
      yield* this.#listed({ kind: 'list', entries }, source, null, 'person', 1)
    } else if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(source) || /^https?:/i.test(source)) {
      const url = parseAddress(source)
      yield* guarded(url.href, url.href, this.#address(url, 'person', 0))
    } else if (await isFolder(source)) {
      for await (const found of filesIn(source)) {
        if (found.kind !== 'file') yield found
        else yield* guarded(found.path, null, this.#file(found.path, false))
      }
    } else yield* this.#file(source, this.#options.isNamed ?? true)
  }

  /** @param isNamed false: it lies in a folder, and is no page merely because it is there */
  async *#file(path: string, isNamed: boolean): AsyncGenerator<Found> {
    const name = path.replaceAll('\\', process.platform === 'win32' ? '/' : '\\')
    if (await this.#isHad(name)) return yield { kind: 'skipped', name, reason: HAD }
    const file = await opened(name, path)
    try {
      const about = await file.stat()
      const head = about.isFile() ? await firstBytes(file) : new Uint8Array()
      const inner = isGzip(head) ? await inflatedHead(head) : head
      if (/\.wacz$/i.test(path)) return yield* waczCaptures(name, file, this.#maxBytes, this.#isHad)
      if (/\.warc(?:\.gz)?$/i.test(path) || Buffer.from(inner.subarray(0, 5)).toString('latin1') === 'WARC/') {
        return yield* warcCaptures(name, bytesOf(range(file, 0, about.size)), this.#maxBytes, this.#isHad)
      }
      const reason = isNamed ? null : noPageFile(/\.gz$/i.test(name) ? name.slice(0, -3) : name, inner)
      if (reason) return yield { kind: 'skipped', name, reason }
      if (about.size > this.#maxBytes) throw tooLarge(name, this.#maxBytes)

      const bytes = await this.#all(name, about.isFile() ? range(file, 0, Number.POSITIVE_INFINITY) : chunksOf(file))
      const listing = await this.#listing(bytes, name, null, /^\.(?:txt|gz)$/i.test(extname(path)))
      if (!listing) {
        const retrieved = (about.isFile() ? about.mtime : new Date()).toISOString()
        yield { kind: 'capture', name, bytes, url: null, retrieved, headers: [], contentType: null }
      } else if (!isNamed) {
        yield { kind: 'skipped', name, reason: `${KINDS[listing.kind]}; name it itself to have its pages fetched` }
      } else yield* this.#listed(listing, name, null, listing.kind === 'list' ? 'person' : 'public', 1)
    } finally {
      await file.close()
    }
  }

  /** @param depth how many listings led here */
  async *#address(
    url: URL,
    namedBy: NamedBy,
    depth: number,
    expect: Listing['kind'] | null = null,
  ): AsyncGenerator<Found> {
    const name = url.href
    if (this.#seen.has(name)) return yield { kind: 'skipped', name, reason: 'named before' }
    this.#seen.add(name)
    if (await this.#isHad(name)) return yield { kind: 'skipped', name, reason: HAD }
    if (/\.(?:warc(?:\.gz)?|wacz)$/i.test(url.pathname)) {
      throw new OnrecordError('archive-unsupported', `${name} is a web archive. Download it and name the file.`)
    }
    const { capture, isPrivate } = await this.#web.fetch(url, namedBy)
    const isOwn = namedBy === 'person' || expect === 'sitemap-index'
    const listing = await this.#listing(capture.bytes, name, capture, isOwn && depth === 0)
    if (!listing) {
      const reason =
        expect === 'sitemap-index'
          ? 'no sitemap, although an index of sitemaps names it'
          : namedBy === 'person'
            ? null
            : noPage(capture.contentType, capture.url ?? name)
      return yield reason ? { kind: 'skipped', name, reason } : capture
    }
    // A feed that a feed or sitemap names is no page of theirs; following it would be crawling.
    if (!isOwn || depth >= MAX_LISTINGS) {
      return yield { kind: 'skipped', name, reason: `${KINDS[listing.kind]}, which is not followed from another` }
    }
    yield* this.#listed(listing, name, capture.url, isPrivate ? 'private' : 'public', depth + 1)
  }

  async *#listed(
    listing: Listing,
    name: string,
    base: string | null,
    namedBy: NamedBy,
    depth: number,
  ): AsyncGenerator<Found> {
    if (listing.entries.length === 0) yield { kind: 'skipped', name, reason: `${KINDS[listing.kind]} without entries` }
    for (const { address, label } of listing.entries) {
      if (this.#options.signal?.aborted) throw interrupted(name)
      const named = `${name}#${withoutUser(label)}`
      if (address === null) yield { kind: 'skipped', name: named, reason: 'an entry without an address' }
      else yield* guarded(named, null, this.#entry(address, base, namedBy, depth, listing.kind))
    }
  }

  async *#entry(
    address: string,
    base: string | null,
    namedBy: NamedBy,
    depth: number,
    kind: Listing['kind'],
  ): AsyncGenerator<Found> {
    const url = parseAddress(address, base === null ? undefined : new URL(base))
    yield* guarded(url.href, url.href, this.#address(url, namedBy, depth, kind))
  }

  async #listing(
    bytes: Uint8Array,
    name: string,
    capture: Capture | null,
    maybeList: boolean,
  ): Promise<Listing | null> {
    const contentType = capture?.contentType ?? null
    const inner = isGzip(bytes) ? await inflateGzip(bytes, this.#maxBytes, name) : bytes
    return listingOf(inner, { name, contentType, maybeList })
  }

  async #all(name: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const chunks: Uint8Array[] = []
    let length = 0
    try {
      for await (const chunk of stream) {
        length += chunk.length
        if (length > this.#maxBytes) throw tooLarge(name, this.#maxBytes)
        chunks.push(chunk)
      }
    } catch (cause) {
      throw cause instanceof OnrecordError ? cause : unreadable(name, cause)
    }
    return Buffer.concat(chunks)
  }
}

const KINDS: Readonly<Record<Listing['kind'], string>> = {
  list: 'a list of addresses',
  feed: 'a feed',
  sitemap: 'a sitemap',
  'sitemap-index': 'an index of sitemaps',
}

/** What is found, with an error that ends it as a failure of that name; only an interruption is thrown on. */
async function* guarded(name: string, url: string | null, found: AsyncIterable<Found>): AsyncGenerator<Found> {
  try {
    yield* found
  } catch (cause) {
    if (cause instanceof OnrecordError && cause.code === 'interrupted') throw cause
    const error = cause instanceof OnrecordError ? cause : unreadable(name, cause)
    yield { kind: 'failure', name, url, error }
  }
}

/** How much of a file is looked at to see what it is. */
const HEAD = 65_536

async function firstBytes(file: FileHandle): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of range(file, 0, HEAD)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What the first bytes of a gzip file hold, as far as they are whole. */
async function inflatedHead(head: Uint8Array): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  try {
    // 16 KiB come to 16 MB at worst.
    const inflated = pipeline(
      Readable.from([head.subarray(0, 16_384)]),
      createGunzip(),
      () => {},
    ) as AsyncIterable<Buffer>
    for await (const chunk of inflated) chunks.push(chunk)
  } catch {
    // It ends where it was cut, or is broken.
  }
  return Buffer.concat(chunks)
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(65_536), 0, 65_536, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

async function opened(name: string, path: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (cause) {
    throw unreadable(name, cause)
  }
}

function unreadable(name: string, cause: unknown): OnrecordError {
  const limit = machineLimit(cause)
  if (limit) return limit
  const code = (cause as NodeJS.ErrnoException).code
  const reason =
    code === 'ENOENT'
      ? absent(name, 'file or folder')
      : code === 'EACCES' || code === 'EPERM'
        ? 'you may not read it. Check its permissions.'
        : `${(cause as Error).message}.`
  return new OnrecordError('page-unreadable', `${name} cannot be read: ${reason}`, { cause })
}

function interrupted(name: string): OnrecordError {
  return new OnrecordError('interrupted', `Reading ${name} was interrupted.`)
}
