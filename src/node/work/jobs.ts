import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { OnrecordError } from '../../core/model/index.js'
import { filesIn } from '../sources/folder.js'
import { parseAddress, withoutUser } from '../sources/web.js'

/** How the pages of a job are read; kept with the job, so that every worker reads them alike. */
export interface Reading {
  readonly tagger: 'network' | 'rules'
  readonly prefer: 'balance' | 'precision' | 'recall'
}

/** A file as it was when its job was made; a worker that finds another one there does not read it. */
export interface FileSeen {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** ISO 8601: when it was last changed. */
  readonly changed: string
  /** A person named it, so that what it lists is fetched; not there: it was found in a folder, or in an earlier version's job. */
  readonly isNamed?: true
}

/** What a job is made of, as it is kept. Either one archive, or a batch of pages. */
export interface Job {
  /** A UUID made of the sources: the same ones, unchanged, are the same job. */
  readonly id: string
  /** What a person calls it. */
  readonly name: string
  readonly kind: 'archive' | 'pages'
  readonly files: readonly FileSeen[]
  readonly addresses: readonly string[]
  /** Bytes of the files. */
  readonly size: number
}

/** Pages of a batch: some seconds of work with the trained tagger, so that what a killed worker had is soon read again. */
const BATCH = 64
const ARCHIVE = /\.(?:warc(?:\.gz)?|wacz)$/i
const ADDRESS = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|https?:)/i

/** Something that is no part of a job: passed over, or impossible to open. */
export interface NoJob {
  readonly name: string
  /** Goes on from "skipped: ", without a full stop; of what a person named, a sentence with what to do. */
  readonly reason: string
  /** A person named it, and it cannot be had. */
  readonly isNamed: boolean
}

/**
 * The jobs that sources come to, in order: one for each web archive, and one for so many other pages. Folders are gone
 * through, with the folders in them. Files are named by their whole path: every worker must find them there. What cannot be
 * opened, and an address that `onrecord add` would refuse, comes out with the reason among the others.
 */
export async function* jobsOf(sources: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Job | NoJob> {
  let files: FileSeen[] = []
  let addresses: string[] = []
  const batch = (): Job => {
    const made = jobOf('pages', files, addresses)
    files = []
    addresses = []
    return made
  }
  for await (const found of partsOf(sources)) {
    if ('reason' in found) yield found
    else if ('address' in found) addresses.push(found.address)
    else if (ARCHIVE.test(found.path)) yield jobOf('archive', [found], [])
    else files.push(found)
    if (files.length + addresses.length >= BATCH) yield batch()
  }
  if (files.length + addresses.length > 0) yield batch()
}

async function* partsOf(
  sources: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<FileSeen | { readonly address: string } | NoJob> {
  for await (const source of sources) {
    try {
      if (ADDRESS.test(source)) {
        yield { address: parseAddress(source).href }
        continue
      }
      const path = resolve(source)
      const about = await aboutFile(path)
      if (about.isFolder) yield* partsIn(path)
      // An archive is read alike however it was found.
      else yield ARCHIVE.test(path) ? about.seen : { ...about.seen, isNamed: true }
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error
      yield { name: withoutUser(source), reason: error.message, isNamed: true }
    }
  }
}

async function* partsIn(folder: string): AsyncGenerator<FileSeen | NoJob> {
  for await (const found of filesIn(folder)) {
    if (found.kind === 'file') yield await fileIn(found.path)
    else {
      const reason = found.kind === 'skipped' ? found.reason : found.error.message
      yield { name: found.name, reason, isNamed: false }
    }
  }
}

async function fileIn(path: string): Promise<FileSeen | NoJob> {
  try {
    return (await aboutFile(path)).seen
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error
    return { name: path, reason: error.message, isNamed: false }
  }
}

/** A file as it is now. @throws OnrecordError `page-unreadable` */
export async function aboutFile(path: string): Promise<{ readonly isFolder: boolean; readonly seen: FileSeen }> {
  try {
    const about = await stat(path)
    return {
      isFolder: about.isDirectory(),
      seen: { path, size: about.size, changed: new Date(Math.floor(about.mtimeMs)).toISOString() },
    }
  } catch (cause) {
    const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = isGone ? 'there is no such file or folder here' : (cause as Error).message
    throw new OnrecordError(
      'page-unreadable',
      `${path} cannot be opened: ${reason}. Check the path; every worker must find the file there.`,
      { cause },
    )
  }
}

function jobOf(kind: Job['kind'], files: readonly FileSeen[], addresses: readonly string[]): Job {
  const hash = createHash('sha256')
    .update(JSON.stringify([files, addresses]))
    .digest('hex')
  const first = files[0]?.path ?? addresses[0] ?? ''
  const more = files.length + addresses.length - 1
  return {
    // Version 8 of RFC 9562: bits of one's own making.
    id: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
    name: more > 0 ? `${first} and ${more} more` : first,
    kind,
    files,
    addresses,
    size: files.reduce((sum, { size }) => sum + size, 0),
  }
}
