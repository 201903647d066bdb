/**
 * Gradient-boosted trees as training/reading/export.py writes them (from LightGBM's dump): all nodes of all trees in flat
 * arrays, each array's little-endian bytes in base64. A child below 0 is a leaf, `-1 - index`. `missing`: where a missing
 * value goes, 1 left, 0 right, 2 it counts as zero.
 */
export interface PackedForest {
  readonly roots: string
  readonly feature: string
  readonly threshold: string
  readonly left: string
  readonly right: string
  readonly missing: string
  readonly leaf: string
}

/** Trees ready to run. A node is four numbers side by side, so that a step of a walk touches one line of the cache. */
export interface Forest {
  readonly roots: Int32Array
  /** For each node: its feature with `missing` above it (shifted by {@link MISSING}), its left child, its right child. */
  readonly nodes: Int32Array
  /** For each node the threshold at its fourth place: values up to it go left. Shares its bytes with `nodes`. */
  readonly thresholds: Float32Array
  readonly leaf: Float32Array
}

const STRIDE = 4
const MISSING = 16
const FEATURE_BITS = (1 << MISSING) - 1

export function unpackForest(packed: PackedForest): Forest {
  const bytes = (text: string) => decodeBase64(text).buffer
  const feature = new Int16Array(bytes(packed.feature))
  const threshold = new Float32Array(bytes(packed.threshold))
  const left = new Int16Array(bytes(packed.left))
  const right = new Int16Array(bytes(packed.right))
  const missing = new Uint8Array(bytes(packed.missing))
  const nodes = new Int32Array(feature.length * STRIDE)
  const thresholds = new Float32Array(nodes.buffer)
  const child = (c: number) => (c < 0 ? c : c * STRIDE)
  for (let i = 0; i < feature.length; i++) {
    nodes[i * STRIDE] = (feature[i] as number) | ((missing[i] as number) << MISSING)
    nodes[i * STRIDE + 1] = child(left[i] as number)
    nodes[i * STRIDE + 2] = child(right[i] as number)
    thresholds[i * STRIDE + 3] = threshold[i] as number
  }
  const roots = new Int32Array(bytes(packed.roots)).map(child)
  return { roots, nodes, thresholds, leaf: new Float32Array(bytes(packed.leaf)) }
}

/** Where a walk over all trees may end early: after this many, if the sum so far is below the bound. */
export interface EarlyEnd {
  readonly trees: number
  readonly below: number
  /** The probability that is given then. */
  readonly probability: number
}

/** The forest's probability, 0 to 1, for the row of values that starts at `at`. */
export function probability(forest: Forest, row: Float32Array, at: number, early: EarlyEnd | null = null): number {
  const { roots } = forest
  const first = early === null ? roots.length : Math.min(early.trees, roots.length)
  let sum = sumOf(forest, row, at, 0, first)
  if (first < roots.length) {
    if (early !== null && sum < early.below) return early.probability
    sum += sumOf(forest, row, at, first, roots.length)
  }
  return 1 / (1 + Math.exp(-sum))
}

/** What the trees [from, to) give for a row, added up. */
function sumOf(
  { roots, nodes, thresholds, leaf }: Forest,
  row: Float32Array,
  at: number,
  from: number,
  to: number,
): number {
  let sum = 0
  for (let t = from; t < to; t++) {
    let node = roots[t] as number
    while (node >= 0) {
      const head = nodes[node] as number
      const value = row[at + (head & FEATURE_BITS)] as number
      const threshold = thresholds[node + 3] as number
      if (value <= threshold) node = nodes[node + 1] as number
      else if (value > threshold) node = nodes[node + 2] as number
      else {
        const m = head >> MISSING
        node = nodes[node + (m === 1 || (m === 2 && threshold >= 0) ? 1 : 2)] as number
      }
    }
    sum += leaf[-1 - node] as number
  }
  return sum
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
