import { OnrecordError } from '../core/model/index.js'
import { isGzip } from '../node/gzip-bytes.js'
import { latin1 } from '../node/latin1.js'
import { DEFAULT_MAX_BYTES, tooLarge } from '../node/limit.js'
import type { Intake, Taken, Upload } from '../server/parts.js'
import { Inflation, inflate } from './inflation.js'

/** How uploads are taken. */
export interface BrowserIntakeOptions {
  /** The most bytes that an upload may have; 64 MiB unless given. */
  readonly maxBytes?: number
}

/**
 * Where pages come from in a tab: files and texts that a person hands in. Addresses are refused with `offline`, for a tab
 * may not fetch other sites' pages; web archives with `archive-unsupported`, for they are read from a disk, in place.
 */
export function browserIntake({ maxBytes = DEFAULT_MAX_BYTES }: BrowserIntakeOptions = {}): Intake {
  return {
    async *fromUpload(upload, signal) {
      if (signal.aborted) throw new OnrecordError('interrupted', `Reading ${upload.name} was interrupted.`)
      yield taken(upload, maxBytes)
    },
    // biome-ignore lint/correctness/useYield: nothing comes from an address here
    async *fromAddress(address): AsyncGenerator<Taken> {
      throw new OnrecordError(
        'offline',
        `${address.slice(0, 200)} cannot be fetched: a tab may not fetch other sites. Save the page and hand in the file, or add it with the program: onrecord add ADDRESS`,
      )
    },
  }
}

function taken(upload: Upload, maxBytes: number): Taken {
  const { name, bytes, contentType } = upload
  if (isArchive(upload)) {
    const message = `${name} is a web archive, which a tab does not read. Add it with the program: onrecord add FILE`
    return { kind: 'failure', name, error: new OnrecordError('archive-unsupported', message) }
  }
  if (bytes.length > maxBytes) return { kind: 'failure', name, error: tooLarge(name, maxBytes) }
  const listing = listingOf(bytes)
  if (listing !== null) {
    return { kind: 'skipped', name, reason: `${listing}; its pages can be fetched with the program` }
  }
  return { kind: 'page', name, url: null, retrieved: new Date().toISOString(), headers: [], bytes, contentType }
}

function isArchive({ name, bytes }: Upload): boolean {
  return /\.(?:warc(?:\.gz)?|wacz)$/i.test(name) || headOf(bytes).startsWith('WARC/')
}

/** What a file is that lists addresses, by the root of its XML; null: it is none. */
function listingOf(bytes: Uint8Array): string | null {
  const root =
    /^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]/i
  const found = root.exec(headOf(bytes))?.[1]?.toLowerCase()
  if (found === undefined) return null
  return found === 'urlset' ? 'a sitemap' : found === 'sitemapindex' ? 'an index of sitemaps' : 'a feed'
}

/** How much of a file is looked at to see what it is. Bytes. */
const HEAD = 4096

/** The first bytes, inflated where they are gzip, a character each. */
function headOf(bytes: Uint8Array): string {
  if (!isGzip(bytes)) return latin1(bytes, HEAD)
  let head = ''
  try {
    inflate(bytes.subarray(0, 16_384), 31, (chunk) => {
      if (head === '') head = latin1(chunk, HEAD)
    })
  } catch (error) {
    // It ends where it was cut, or is broken: what reads the page says so, with its name.
    if (!(error instanceof Inflation)) throw error
  }
  return head
}
