const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Reads signed bytes written as base64 (RFC 4648, no padding): how trained weights are kept in source files. */
export function readWeights(base64: string, length: number): Int8Array {
  const value = new Uint8Array(128)
  for (let i = 0; i < 64; i++) value[DIGITS.charCodeAt(i)] = i
  const bytes = new Uint8Array(length)
  let n = 0
  for (let i = 0; i < base64.length && n < length; i += 4) {
    const bits =
      ((value[base64.charCodeAt(i)] as number) << 18) |
      ((value[base64.charCodeAt(i + 1)] as number) << 12) |
      ((value[base64.charCodeAt(i + 2) || 65] as number) << 6) |
      (value[base64.charCodeAt(i + 3) || 65] as number)
    bytes[n++] = bits >> 16
    if (n < length) bytes[n++] = (bits >> 8) & 255
    if (n < length) bytes[n++] = bits & 255
  }
  return new Int8Array(bytes.buffer)
}
