const LATIN = /^[a-z']+$/

/**
 * A word without its commonest English endings, so that "closed", "closes" and "closing" meet. Coarse: for finding and
 * for weighing, never for calling two words the same.
 */
export function stemOf(key: string): string {
  if (key.length < 4) return key
  let stem = known.get(key)
  if (stem === undefined) {
    stem = LATIN.test(key) ? cut(key) : key
    if (known.size > 50_000) known.clear()
    known.set(key, stem)
  }
  return stem
}

/** Words are cut again and again: those met last are kept. */
const known = new Map<string, string>()

function cut(key: string): string {
  let word = key.endsWith("'s") ? key.slice(0, -2) : key.endsWith("'") ? key.slice(0, -1) : key
  if (word.endsWith('ies') && word.length > 4) word = `${word.slice(0, -3)}y`
  else if (/(?:ss|x|z|ch|sh)es$/.test(word)) word = word.slice(0, -2)
  else if (/[^sui]s$/.test(word) && word.length > 3) word = word.slice(0, -1)
  if (word.endsWith('ied') && word.length > 4) word = `${word.slice(0, -3)}y`
  else if (word.endsWith('ing') && word.length > 5) word = undouble(word.slice(0, -3))
  else if (word.endsWith('ed') && word.length > 4) word = undouble(word.slice(0, -2))
  else if (word.endsWith('ly') && word.length > 5) word = word.slice(0, -2)
  return word.endsWith('e') && word.length > 3 ? word.slice(0, -1) : word
}

const undouble = (word: string): string => (/(?:bb|dd|gg|mm|nn|pp|rr|tt)$/.test(word) ? word.slice(0, -1) : word)
