import { type SyncHandle, scope } from './scope.js'

let full = false
let watching = false

/**
 * Looks from now on whether a write to this site's files fails for want of room: SQLite tells of all that fail alike, and
 * how much room a browser says there is does not tell, since it gives it out in large pieces.
 */
export function watchRoom(): void {
  const prototype = scope.FileSystemSyncAccessHandle?.prototype
  if (watching || !prototype) return
  watching = true
  const { write } = prototype
  prototype.write = function (this: SyncHandle, bytes, options) {
    try {
      return write.call(this, bytes, options)
    } catch (error) {
      if ((error as Error).name === 'QuotaExceededError') full = true
      throw error
    }
  }
}

/** Whether a write has failed for want of room since this was asked last. */
export function ranOutOfRoom(): boolean {
  const did = full
  full = false
  return did
}
