/** One value in DER (X.690): its first byte, its content, and all of its bytes. */
export interface Der {
  readonly tag: number
  readonly content: Uint8Array
  readonly raw: Uint8Array
}

/**
 * The values that follow each other in these bytes, as they lie there. Where a hash or a signature is over bytes, those
 * that came are needed, and not what an encoder would make of the values.
 *
 * @throws Error where the bytes are not DER; tags above 30 are none that timestamps have
 */
export function derValues(bytes: Uint8Array): readonly Der[] {
  const values: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] as number
    let start = at + 2
    let length = bytes[at + 1] ?? 0x80
    if (length >= 0x80) {
      const count = length & 0x7f
      if (count === 0 || count > 4) throw new Error('it is not in DER')
      length = 0
      for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte
      start += count
    }
    const end = start + length
    if ((tag & 0x1f) === 0x1f || end > bytes.length) throw new Error('it is not in DER')
    values.push({ tag, content: bytes.subarray(start, end), raw: bytes.subarray(at, end) })
    at = end
  }
  return values
}

/** The values inside the one value that these bytes are. */
export function derInside(bytes: Uint8Array): readonly Der[] {
  const [value, ...others] = derValues(bytes)
  if (!value || others.length > 0) throw new Error('it is not in DER')
  return derValues(value.content)
}
