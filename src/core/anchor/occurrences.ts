/**
 * Every place at which `pattern` stands in `text`, in order, overlapping ones too, as UTF-16 offsets. Knuth, Morris and
 * Pratt's algorithm: linear whatever the text is, which the engine's own search is not.
 */
export function* occurrences(text: string, pattern: string): Generator<number> {
  const n = pattern.length
  if (n === 0) return
  const back = new Int32Array(n)
  for (let i = 1, k = 0; i < n; i++) {
    while (k > 0 && pattern.charCodeAt(i) !== pattern.charCodeAt(k)) k = back[k - 1] as number
    if (pattern.charCodeAt(i) === pattern.charCodeAt(k)) k++
    back[i] = k
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    while (k > 0 && code !== pattern.charCodeAt(k)) k = back[k - 1] as number
    if (code === pattern.charCodeAt(k)) k++
    if (k === n) {
      yield i - n + 1
      k = back[k - 1] as number
    }
  }
}
