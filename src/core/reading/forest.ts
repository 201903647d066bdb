/**
 * Gradient-boosted trees, as training/reading/export.py writes them (from LightGBM's dump): all nodes of all trees in
 * flat arrays. A child below 0 is a leaf, `-1 - index`.
 */
export interface Forest {
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly threshold: Float32Array
  readonly left: Int16Array
  readonly right: Int16Array
  /** Where a missing value goes: 1 left, 0 right, 2 it counts as zero. */
  readonly missing: Uint8Array
  readonly leaf: Float32Array
}

/** A forest as text: each array's little-endian bytes in base64. */
export type PackedForest = { readonly [K in keyof Forest]: string }

/** Unpacks a forest. */
export function unpackForest(packed: PackedForest): Forest {
  const bytes = (text: string) => decodeBase64(text).buffer
  return {
    roots: new Int32Array(bytes(packed.roots)),
    feature: new Int16Array(bytes(packed.feature)),
    threshold: new Float32Array(bytes(packed.threshold)),
    left: new Int16Array(bytes(packed.left)),
    right: new Int16Array(bytes(packed.right)),
    missing: new Uint8Array(bytes(packed.missing)),
    leaf: new Float32Array(bytes(packed.leaf)),
  }
}

/** The forest's probability, 0 to 1, for the row of values that starts at `at`; the further columns start at `more`. */
export function probability(
  forest: Forest,
  rows: Float32Array,
  at: number,
  width: number,
  further: Float64Array,
  more: number,
): number {
  const { roots, feature, threshold, left, right, missing, leaf } = forest
  let sum = 0
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t] as number
    while (node >= 0) {
      const f = feature[node] as number
      let value = f < width ? (rows[at + f] as number) : (further[more + f - width] as number)
      let goLeft: boolean
      if (Number.isNaN(value)) {
        const m = missing[node] as number
        if (m === 2) {
          value = 0
          goLeft = value <= (threshold[node] as number)
        } else goLeft = m === 1
      } else goLeft = value <= (threshold[node] as number)
      node = goLeft ? (left[node] as number) : (right[node] as number)
    }
    sum += leaf[-1 - node] as number
  }
  return 1 / (1 + Math.exp(-sum))
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 without the platform's help: the core has neither Node's Buffer nor the browser's atob. */
function decodeBase64(text: string): Uint8Array {
  const value = new Uint8Array(128)
  for (let i = 0; i < 64; i++) value[ALPHABET.charCodeAt(i)] = i
  let length = text.length
  while (length > 0 && text[length - 1] === '=') length--
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let n = 0
  for (let i = 0; i < length; i += 4) {
    const a = value[text.charCodeAt(i)] as number
    const b = value[text.charCodeAt(i + 1)] as number
    const c = i + 2 < length ? (value[text.charCodeAt(i + 2)] as number) : 0
    const d = i + 3 < length ? (value[text.charCodeAt(i + 3)] as number) : 0
    if (n < bytes.length) bytes[n++] = (a << 2) | (b >> 4)
    if (n < bytes.length) bytes[n++] = ((b & 15) << 4) | (c >> 2)
    if (n < bytes.length) bytes[n++] = ((c & 3) << 6) | d
  }
  return bytes
}
