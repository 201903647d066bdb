import { visible } from '../core/exports/visible.js'
import { OnrecordError } from '../core/model/index.js'

/** Any thrown value as an error with a code; what has none is a fault of ours, `internal`. */
export function failureOf(thrown: unknown): OnrecordError {
  if (thrown instanceof OnrecordError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new OnrecordError('internal', `Onrecord failed (${message}). Please report it, with the page if you can.`, {
    cause: thrown,
  })
}

/** The line on standard error for a failure: its message, safe to show, and its code. */
export function failureLine({ code, message }: OnrecordError): string {
  return `onrecord: ${visible(message)} [${code}]\n`
}
