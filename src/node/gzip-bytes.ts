import { OnrecordError } from '../core/model/index.js'

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08
}

/** The error for gzip bytes that are broken or cut off. */
export function brokenGzip(name: string, cause: Error): OnrecordError {
  return new OnrecordError(
    'page-unreadable',
    `${name} is a broken gzip file (${cause.message}). Fetch or copy it again.`,
    { cause },
  )
}
