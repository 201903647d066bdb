import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { OnrecordError } from '../core/model/index.js'

/** Where results go. */
export interface Output {
  /** Resolves when there is room for more. */
  write(part: string | Uint8Array): Promise<void>
  /** Makes what was written last; a file takes its name only now. */
  finish(): void
  /** Leaves things as they were before, where that can be. */
  discard(): void
}

/** Thrown where whatever read the output went away; nothing is wrong, and there is nothing more to do. */
export class ReaderGone extends Error {}

/** Output to standard output. */
export function standardOutput(stream: Writable = process.stdout): Output {
  // Errors come to the callback too; without a listener they would end the process before it.
  stream.on('error', () => {})
  return {
    write: (part) =>
      new Promise((resolve, reject) => {
        stream.write(part, (error) => {
          if (!error) resolve()
          else if ((error as NodeJS.ErrnoException).code === 'EPIPE') reject(new ReaderGone())
          else reject(notWritten('Standard output', error))
        })
      }),
    finish() {},
    discard() {},
  }
}

/**
 * Refuses an output that would take the place of what the command works with. Where the output is no file there is nothing
 * to refuse.
 *
 * @param inputs files by their names, `-` for standard input; what is no file, as an address, is passed over
 * @param what the inputs are, as a person is told
 * @throws OnrecordError `usage`
 */
export function keepInputs(
  output: string | undefined,
  inputs: readonly (string | undefined)[],
  what = 'one of the files that are read',
): void {
  if (output === undefined) return
  const target = identityOf(output)
  const isTarget = (input: string) => (input === '-' ? identityOf(0) : identityOf(input)) === target
  if (target !== null && inputs.some((input) => input !== undefined && isTarget(input)))
    throw new OnrecordError('usage', `--output ${output} is ${what}, and would take its place. Name another file.`)
}

/** The same for two names of one file, through links of either kind, also where it is not there yet; null: it is no file. */
function identityOf(file: string | number): string | null {
  try {
    const stats =
      typeof file === 'number'
        ? fstatSync(file, { bigint: true })
        : statSync(file, { bigint: true, throwIfNoEntry: false })
    if (stats) return stats.isFile() ? `${stats.dev}:${stats.ino}` : null
  } catch {
    // What cannot be looked at is told of where it is opened.
  }
  return typeof file === 'number' ? null : followed(file)
}

/** A path from the root with its links followed, as far as there is anything. */
export function followed(path: string): string {
  const full = resolve(path)
  try {
    return realpathSync(full)
  } catch {
    const up = dirname(full)
    return up === full ? full : join(followed(up), basename(full))
  }
}

/**
 * Output to a file: written beside it under another name and renamed at the end, so that the file is whole or untouched.
 * What is no regular file (a device, a named pipe) is written to as it is.
 *
 * @param mode of a file that is new, less the umask; one that is there keeps its own
 * @throws OnrecordError `output-failed`, also from `write` and `finish`; `usage` where the file is a database
 */
export function fileOutput(path: string, mode = 0o666): Output {
  const target = existing(path)
  if (target && !target.regular)
    return handleOutput(
      path,
      attempt(path, () => openSync(path, 'w')),
      () => {},
    )
  const final = target?.path ?? path
  if (target && isDatabase(final))
    throw new OnrecordError(
      'usage',
      `${path} is a database, perhaps a ledger, and would be lost. Name another file, or remove it first.`,
    )
  const draft = join(dirname(final), `.${basename(final)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
  const handle = attempt(path, () => openSync(draft, 'wx', target?.mode ?? mode))
  let done = false
  const remove = () => {
    if (!done) rmSync(draft, { force: true })
    done = true
  }
  process.once('exit', remove)
  const output = handleOutput(path, handle, () => {
    renameSync(draft, final)
    done = true
  })
  return {
    ...output,
    discard() {
      output.discard()
      remove()
    },
  }
}

function handleOutput(path: string, handle: number, rename: () => void): Output {
  let open = true
  const close = () => {
    if (open) closeSync(handle)
    open = false
  }
  return {
    write: async (part) => {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      for (let at = 0; at < bytes.length; ) at += attempt(path, () => writeSync(handle, bytes, at))
    },
    finish() {
      attempt(path, () => {
        try {
          fsyncSync(handle)
        } catch (error) {
          // Devices and pipes have nothing to sync.
          if (!['EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
        }
        close()
        rename()
      })
    },
    discard: close,
  }
}

/** The file that is there already, its links followed; null: none. */
function existing(path: string): { path: string; regular: boolean; mode: number } | null {
  const stats = attempt(path, () => statSync(path, { throwIfNoEntry: false }))
  if (!stats) return null
  const regular = stats.isFile()
  // What /dev/stdout links to has no path of its own where it is a pipe.
  return { path: regular ? realpathSync(path) : path, regular, mode: stats.mode & 0o777 }
}

/** What a file of SQLite begins with. */
const DATABASE = 'SQLite format 3\0'

function isDatabase(path: string): boolean {
  try {
    const handle = openSync(path, 'r')
    try {
      const start = Buffer.alloc(DATABASE.length)
      return readSync(handle, start) === start.length && start.toString('latin1') === DATABASE
    } finally {
      closeSync(handle)
    }
  } catch {
    // What may be written and not read is no ledger that this user has.
    return false
  }
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw notWritten(path, error)
  }
}

function notWritten(name: string, cause: unknown): OnrecordError {
  const { code, message } = cause as NodeJS.ErrnoException
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full. Make room, or write elsewhere.'
      : code === 'ENOENT' || code === 'ENOTDIR'
        ? 'its folder does not exist. Make it first.'
        : code === 'EISDIR'
          ? 'it is a folder. Name a file.'
          : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
            ? 'you may not write there. Choose another place.'
            : `${message}.`
  return new OnrecordError('output-failed', `${name} cannot be written: ${reason}`, { cause })
}
