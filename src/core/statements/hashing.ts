/** Multiplier of the mixing step: 2^32 over the golden ratio, odd. */
const GOLDEN = 0x9e3779b1

/** FNV-1a over the lower-cased code units of `text` between two offsets: one number for one spelling. */
export function hashWord(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ lower(text, i), 0x01000193)
  return h | 0
}

/** The hash that {@link hashWord} gives a whole string. */
export const hashOf = (word: string): number => hashWord(word, 0, word.length)

function lower(text: string, i: number): number {
  const code = text.charCodeAt(i)
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code
  if (code === 0x2019) return 0x27
  return text.charAt(i).toLowerCase().charCodeAt(0)
}

/** Mixes a value into a hash. The order of mixing counts. */
export function mix(h: number, value: number): number {
  const x = Math.imul(h ^ value, GOLDEN)
  return x ^ (x >>> 15)
}
