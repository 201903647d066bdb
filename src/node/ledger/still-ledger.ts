import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'

/** A ledger's file that lies where nothing can be written, such as a read-only disk or a snapshot. */
export interface StillLedger {
  open(): Database.Database
  /** @throws an error of SQLite's where the file changed since it was opened: what was read of it may be of two states */
  check(): void
}

/**
 * The ledger at a path, where its disk is read-only: SQLite cannot put its log and its locks beside it, and reads it only
 * when told that it does not change. Null: it is to be opened as any other. A log that lies beside it says that it was
 * not closed, or that somebody writes to it by another way; without that log it must not be read.
 */
export function stillLedger(path: string): StillLedger | null {
  if (!existsSync(path) || !isReadOnly(path) || existsSync(`${path}-wal`)) return null
  const state = () => {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  }
  const opened = state()
  return {
    open: () => new Database(`${pathToFileURL(resolve(path)).href}?immutable=1`),
    check() {
      if (state() !== opened || existsSync(`${path}-wal`))
        throw Object.assign(new Error('it was changed while it was read'), { code: 'SQLITE_BUSY_SNAPSHOT' })
    },
  }
}

function isReadOnly(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EROFS'
  }
}
