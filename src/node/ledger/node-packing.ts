import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Packing } from './packing.js'

/** Level 6 takes a sixth more time than 4 for 2 % less. */
const LEVEL = 4

/** Packing by Node's own libraries. */
export const nodePacking: Packing = {
  pack: (bytes) => gzipSync(bytes, { level: LEVEL }),
  unpack: (packed) => gunzipSync(packed),
  hash: (content) => createHash('sha256').update(content).digest('hex'),
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64'),
  fromBase64: (text) => Buffer.from(text, 'base64'),
}
