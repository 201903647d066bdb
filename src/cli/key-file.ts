import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { OnrecordError } from '../core/model/index.js'
import { type Key, keyText, parseKey } from '../core/redaction/index.js'
import { followed } from './output.js'

/** A key on disk: what it held when it was opened, and what writes it anew. */
export interface KeyFile {
  readonly key: Key
  /** Readable and writable by its owner alone; whole or untouched. @throws OnrecordError `output-failed` */
  write(key: Key): void
}

/**
 * Opens a key, or prepares for a new one.
 *
 * @param output where the redacted records go: a file, or a folder; null: standard output
 * @throws OnrecordError `usage` where the file is something else than a key, or would lie with what is published
 */
export function openKey(path: string, output: Place | null): KeyFile {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats && !stats.isFile())
    throw new OnrecordError('usage', `${path} is no file, so no key can be kept in it. Name a file for --key.`)
  const target = stats ? realpathSync(path) : join(folderOf(path), basename(path))
  keepApart(path, target, output ?? redirected())
  const text = stats ? readKey(path, target) : null
  return {
    key: text === null ? [] : parseKey(text, path),
    write(key) {
      const now = statSync(target, { throwIfNoEntry: false })
      if ((now ? readKey(path, target) : null) !== text)
        throw new OnrecordError('output-failed', `${path} was changed while the records were read. Run it again.`)
      replace(path, target, keyText(key))
    },
  }
}

function readKey(path: string, target: string): string {
  try {
    return readFileSync(target, 'utf8')
  } catch (cause) {
    throw new OnrecordError('usage', `The key ${path} cannot be read (${(cause as Error).message}).`, { cause })
  }
}

function folderOf(path: string): string {
  try {
    return realpathSync(dirname(resolve(path)))
  } catch (cause) {
    throw new OnrecordError('output-failed', `${path} cannot be written: its folder does not exist. Make it first.`, {
      cause,
    })
  }
}

// A key in the folder that is sent out undoes what was done: whoever packs the folder packs the key.
function keepApart(path: string, target: string, output: Place | null): void {
  const folder = folderWith(target, output)
  if (folder !== null)
    throw new OnrecordError(
      'usage',
      `The key ${path} would lie with what is published, in ${folder}. Name a place apart from it for --key, as in a folder of your own that is never sent.`,
    )
}

/** Where redacted records go: a file, or a folder. */
export interface Place {
  readonly path: string
  readonly isFolder: boolean
}

/** The folder of what is published, where a file lies in it or below it; null: it lies elsewhere. */
export function folderWith(path: string, output: Place | null): string | null {
  if (output === null) return null
  const folder = output.isFolder ? followed(output.path) : dirname(followed(output.path))
  const way = relative(folder, dirname(followed(path)))
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) ? folder : null
}

/** The file that standard output was led into, where the system tells. */
export function redirected(): Place | null {
  try {
    const path = readlinkSync('/proc/self/fd/1')
    return statSync(path).isFile() ? { path, isFolder: false } : null
  } catch {
    return null
  }
}

function replace(path: string, target: string, text: string): void {
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
  try {
    const handle = openSync(draft, 'wx', 0o600)
    try {
      // The umask may have taken more away than it should, and some systems give more.
      chmodSync(draft, 0o600)
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, target)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw new OnrecordError(
      'output-failed',
      `The key ${path} cannot be written (${(cause as Error).message}). Nothing was exported.`,
      { cause },
    )
  }
}
