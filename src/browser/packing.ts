import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import pako from 'pako'
import type { Packing } from '../node/ledger/packing.js'

/** As in Node: rows of the two have the same size, give or take. */
const LEVEL = 4
/** Bytes made to characters at once: a call takes no more arguments than some 65,000. */
const AT_ONCE = 32_768

/** Packing by portable libraries, all of it without waiting: a database's transaction must not wait for anything else. */
export const browserPacking: Packing = {
  pack: (bytes) => pako.gzip(bytes, { level: LEVEL }),
  unpack(packed) {
    try {
      return pako.ungzip(packed)
    } catch (thrown) {
      throw thrown instanceof Error ? thrown : new Error(String(thrown))
    }
  },
  hash: (content) => bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content)),
  toBase64(bytes) {
    let text = ''
    for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))
    return btoa(text)
  },
  fromBase64(text) {
    const characters = atob(text)
    const bytes = new Uint8Array(characters.length)
    for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
    return bytes
  },
}
