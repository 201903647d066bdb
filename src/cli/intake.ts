import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { OnrecordError } from '../core/model/index.js'
import { isGzip } from '../node/gzip.js'
import { tooLarge } from '../node/limit.js'
import { captures, type Found, type SourceOptions } from '../node/sources/index.js'
import { listingOf } from '../node/sources/listing.js'
import { parseAddress } from '../node/sources/web.js'
import type { Intake, Taken, Upload } from '../server/parts.js'

/** How pages are come by; `signal` is given with each call. */
export type IntakeOptions = Omit<SourceOptions, 'signal' | 'stdin' | 'isHad'> & { readonly maxBytes: number }

/** Where pages come from on a machine with Node: uploads out of memory, archives by way of a file, addresses from the web. */
export function nodeIntake(options: IntakeOptions): Intake {
  return {
    fromUpload: (upload, signal) => uploaded(upload, { ...options, signal }),
    fromAddress: async function* (address, signal) {
      // A path would be read as one: whoever sends an address is not to be given this machine's files.
      const url = parseAddress(address)
      for await (const found of captures(url.href, { ...options, signal })) yield taken(found)
    },
  }
}

async function* uploaded(
  upload: Upload,
  options: IntakeOptions & { readonly signal: AbortSignal },
): AsyncGenerator<Taken> {
  const { name, bytes, contentType } = upload
  const { signal, maxBytes } = options
  const ending = archiveEnding(upload)
  if (ending !== null) return yield* fromArchive(upload, ending, options)
  if (signal.aborted) throw new OnrecordError('interrupted', `Reading ${name} was interrupted.`)
  if (bytes.length > maxBytes) return yield { kind: 'failure', name, error: tooLarge(name, maxBytes) }
  const listing = await listed(upload)
  if (listing !== null) {
    return yield { kind: 'skipped', name, reason: `${listing}; give its address to have its pages fetched` }
  }
  yield { kind: 'page', name, url: null, retrieved: new Date().toISOString(), headers: [], bytes, contentType }
}

/** The ending by which the sources know the archive that an upload is; null: it is none. */
function archiveEnding({ name, bytes }: Upload): string | null {
  const named = /\.(?:warc(?:\.gz)?|wacz)$/i.exec(name)
  if (named) return named[0].toLowerCase()
  if (!isGzip(bytes)) return isWarc(bytes) ? '.warc' : null
  try {
    // The first bytes are enough to tell; 16 KiB come to 16 MB at worst.
    return isWarc(gunzipSync(bytes.subarray(0, 16_384), { finishFlush: constants.Z_SYNC_FLUSH })) ? '.warc.gz' : null
  } catch {
    // Broken: what reads the page says so, with its name.
    return null
  }
}

const isWarc = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === 'WARC/'

/** What an upload is that lists addresses; null: it is a page. Text that is nothing but addresses stays a page. */
async function listed({ name, bytes, contentType }: Upload): Promise<string | null> {
  try {
    const listing = await listingOf(bytes, { name, contentType, maybeList: false })
    return listing && LISTINGS[listing.kind]
  } catch (error) {
    // It begins as a feed and cannot be read as one: then it is read as the text that it is.
    if (error instanceof OnrecordError && error.code === 'list-invalid') return null
    throw error
  }
}

const LISTINGS = {
  list: 'a list of addresses',
  feed: 'a feed',
  sitemap: 'a sitemap',
  'sitemap-index': 'an index of sitemaps',
} as const

/** An archive's pages, read from a file of its own that is gone afterwards: archives are read from many places at once. */
async function* fromArchive(
  { name, bytes }: Upload,
  ending: string,
  options: IntakeOptions & { readonly signal: AbortSignal },
): AsyncGenerator<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'))
  try {
    const path = join(folder, `upload${ending}`)
    await writeFile(path, bytes, { mode: 0o600 })
    // Names of sources have forward slashes on every system.
    const renamed = (text: string) =>
      text.replaceAll(path, () => name).replaceAll(path.replaceAll('\\', '/'), () => name)
    for await (const found of captures(path, options)) yield taken(found, renamed)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param renamed puts an upload's own name where the file has another */
function taken(found: Found, renamed: (text: string) => string = (text) => text): Taken {
  const name = renamed(found.name)
  switch (found.kind) {
    case 'capture':
      return { ...found, kind: 'page', name }
    case 'skipped':
      return { kind: 'skipped', name, reason: found.reason }
    case 'failure': {
      const { code, message, cause } = found.error
      return { kind: 'failure', name, error: new OnrecordError(code, renamed(message), { cause }) }
    }
  }
}
