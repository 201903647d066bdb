import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What every API token begins with, so that people and scanners of repositories know one by sight. */
export const TOKEN_MARK = 'onr_'
/** Bytes of a secret: 256 bits, which nobody guesses, so that a fast hash keeps it. */
const BYTES = 32
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A new secret of 256 random bits, 43 characters of base64url (RFC 4648), from the platform's own generator. */
export function newSecret(): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of randomBytes(BYTES)) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += BASE64URL[(held >> bits) & 63]
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + BASE64URL[(held << (6 - bits)) & 63]
}

/** A new API token and the id that names it in lists. The token is shown once and kept nowhere. */
export function newToken(): { readonly id: string; readonly secret: string } {
  return { id: bytesToHex(randomBytes(6)), secret: TOKEN_MARK + newSecret() }
}

/** What a secret is kept and found by: its SHA-256, in hexadecimal. */
export function secretKey(secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(secret)))
}
