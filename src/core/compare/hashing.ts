/** 32 bits of a text: FNV-1a over its UTF-16 code units, then mixed. Not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** Mixes 32 bits so that each of them depends on all (MurmurHash3's finalizer, Austin Appleby, public domain). */
export function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** 32 bits of a list of 32-bit values, order counted. */
export function hashAll(values: ArrayLike<number>, from: number, to: number, seed = 0): number {
  let hash = seed ^ 0x9e3779b9
  for (let i = from; i < to; i++) hash = Math.imul(mix(hash ^ (values[i] as number)), 0x01000193) ^ (i - from)
  return mix(hash)
}

/** A whole number below 2^48 of two 32-bit values: what a store can keep, and two texts hardly ever share by chance. */
export function keyOfTwo(high: number, low: number): number {
  return (high & 0xffff) * 0x1_0000_0000 + (low >>> 0)
}
