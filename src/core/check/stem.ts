const LATIN = /^[a-z']+$/

/**
 * A word without its commonest English endings, so that "closed", "closes" and "closing" meet. Coarse: for finding and
 * for weighing, never for calling two words the same.
 */
export function stemOf(key: string): string {
  if (key.length < 4 || !LATIN.test(key)) return key
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
