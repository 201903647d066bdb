import pako from 'pako'
import { brokenGzip } from '../node/gzip-bytes.js'
import { tooLarge } from '../node/limit.js'

/** How much is handed over at once: what comes out of it, a thousand times as much at worst, is held. Bytes. */
const SLICE = 65_536

/**
 * As `inflateGzip` of Node: all members of a gzip file, given up as soon as more than `maxBytes` came out.
 *
 * @throws OnrecordError `page-too-large`, `page-unreadable` where the bytes are broken or cut off
 */
export async function inflateGzip(bytes: Uint8Array, maxBytes: number, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < bytes.length; ) {
    // What stands behind a member and begins none is padding, as Node takes it.
    if (at > 0 && bytes[at] !== 0x1f) break
    try {
      at += inflate(bytes.subarray(at), 31, (chunk) => {
        length += chunk.length
        if (length > maxBytes) throw tooLarge(`${name}, inflated,`, maxBytes)
        chunks.push(chunk)
      })
    } catch (cause) {
      throw cause instanceof Inflation ? brokenGzip(name, cause) : cause
    }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Why bytes cannot be inflated. */
export class Inflation extends Error {}

/**
 * Inflates one deflated stream and gives what comes out of it piece by piece, so that whoever takes it may stop by throwing.
 *
 * @param windowBits as zlib has it: 31 with gzip's header, -15 without any
 * @returns how many of the bytes belonged to it
 * @throws Inflation where they are broken or cut off
 */
export function inflate(bytes: Uint8Array, windowBits: 31 | -15, take: (chunk: Uint8Array) => void): number {
  const inflating = new pako.Inflate({ windowBits })
  inflating.onData = (chunk) => take(chunk)
  for (let at = 0; at < bytes.length; at += SLICE) {
    const slice = bytes.subarray(at, at + SLICE)
    inflating.push(slice, false)
    if (inflating.err !== 0) throw new Inflation(inflating.msg || `error ${inflating.err}`)
    if (inflating.ended) return at + inflating.strm.next_in
  }
  throw new Inflation('unexpected end of file')
}
