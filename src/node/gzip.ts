import { createGunzip } from 'node:zlib'
import { brokenGzip } from './gzip-bytes.js'
import { tooLarge } from './limit.js'

export { isGzip } from './gzip-bytes.js'

/**
 * Inflates gzip bytes, giving up as soon as more than `maxBytes` came out, so that a small file cannot fill the memory.
 *
 * @throws OnrecordError `page-too-large`, `page-unreadable` where the bytes are broken or cut off
 */
export function inflateGzip(bytes: Uint8Array, maxBytes: number, name: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const gunzip = createGunzip()
    const chunks: Buffer[] = []
    let length = 0
    gunzip.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maxBytes) {
        gunzip.destroy()
        reject(tooLarge(`${name}, inflated,`, maxBytes))
      } else chunks.push(chunk)
    })
    gunzip.on('end', () => resolve(Buffer.concat(chunks)))
    gunzip.on('error', (cause) => reject(brokenGzip(name, cause)))
    gunzip.end(bytes)
  })
}
