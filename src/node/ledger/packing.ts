/**
 * What a ledger does to bytes beside its database: by Node's own libraries in Node, by portable ones in a browser. What one
 * packs the other unpacks.
 */
export interface Packing {
  /** Bytes as they are kept: gzip (RFC 1952). */
  pack(bytes: Uint8Array): Uint8Array
  /** The reverse of `pack`. Throws where the bytes are broken. */
  unpack(packed: Uint8Array): Uint8Array
  /** SHA-256 in hexadecimal; of a text, that of its UTF-8 bytes. */
  hash(content: Uint8Array | string): string
  /** RFC 4648, with padding. */
  toBase64(bytes: Uint8Array): string
  fromBase64(text: string): Uint8Array
}
