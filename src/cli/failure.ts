import { visible } from '../core/exports/visible.js'
import { OnrecordError } from '../core/model/index.js'
import { machineLimit } from '../node/machine.js'

/** Any thrown value as an error with a code; what has none is a fault of ours, `internal`. */
export function failureOf(thrown: unknown): OnrecordError {
  if (thrown instanceof OnrecordError) return thrown
  const known = machineLimit(thrown) ?? folderGone(thrown)
  if (known) return known
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new OnrecordError('internal', `Onrecord failed (${message}). Please report it, with the page if you can.`, {
    cause: thrown,
  })
}

/** The folder that a command is run in was removed, so that no path from it means anything. */
function folderGone(thrown: unknown): OnrecordError | null {
  const { code, syscall } = (thrown ?? {}) as NodeJS.ErrnoException
  if (code !== 'ENOENT' || syscall !== 'uv_cwd') return null
  return new OnrecordError('usage', 'The folder that you are in is not there any more. Go to another and try again.', {
    cause: thrown,
  })
}

/** The line on standard error for a failure: its message, safe to show, and its code. */
export function failureLine({ code, message }: OnrecordError): string {
  return `onrecord: ${visible(message)} [${code}]\n`
}
