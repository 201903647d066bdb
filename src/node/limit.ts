import { OnrecordError } from '../core/model/index.js'

/** Bytes of a page above which it is refused unless a caller sets another limit: 64 MiB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

/** The error for a page above the limit. */
export function tooLarge(name: string, maxBytes: number): OnrecordError {
  return new OnrecordError(
    'page-too-large',
    `${name} is larger than ${maxBytes} bytes. Raise the limit (--max-bytes) if you want it read.`,
  )
}
