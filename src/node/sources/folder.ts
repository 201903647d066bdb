import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { OnrecordError } from '../../core/model/index.js'
import { absent } from '../absent.js'
import { machineLimit } from '../machine.js'
import type { Failure, Skipped } from './capture.js'
import { passedOverByName } from './kinds.js'

/** A file in a folder, by its path from where the folder was named. */
export interface FolderFile {
  readonly kind: 'file'
  readonly path: string
}

/**
 * The files in a folder and the folders in it, sorted by name (by code unit), a folder's files where it stands. Links are
 * not followed: what they lead to is read where it is, or lies outside and was not named; so there are no circles.
 */
export async function* filesIn(folder: string): AsyncGenerator<FolderFile | Skipped | Failure> {
  const open: { path: string; entry: Dirent | null }[] = [{ path: folder, entry: null }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, entry } = next
    const name = sep === '/' ? path : path.replaceAll(sep, '/')
    const reason = entry && passedOver(name, entry)
    if (reason) {
      yield { kind: 'skipped', name, reason }
    } else if (entry?.isFile()) {
      yield { kind: 'file', path }
    } else {
      try {
        const entries = await readdir(path, { withFileTypes: true })
        // The last in comes out first.
        entries.sort((a, b) => (a.name < b.name ? 1 : -1))
        for (const inner of entries) open.push({ path: join(path, inner.name), entry: inner })
      } catch (cause) {
        const error =
          machineLimit(cause) ??
          new OnrecordError(
            'page-unreadable',
            (cause as NodeJS.ErrnoException).code === 'ENOENT'
              ? `${name} cannot be opened: ${absent(name, 'folder')}`
              : `${name} cannot be opened: ${(cause as Error).message}. Check its permissions.`,
            { cause },
          )
        yield { kind: 'failure', name, url: null, error }
      }
    }
  }
}

function passedOver(name: string, entry: Dirent): string | null {
  const reason = passedOverByName(name)
  if (reason) return reason
  if (entry.isSymbolicLink()) return 'a link; name what it leads to, if it lies outside of the folder'
  return entry.isFile() || entry.isDirectory() ? null : 'no file that stays (a pipe, socket or device)'
}
