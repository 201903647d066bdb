/** What a code unit is to a word, for those below 0x250: 0 parts words, 1 belongs to one, 2 needs Unicode's tables. */
const KIND = new Uint8Array(0x250).map((_, c) => {
  if ((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122)) return 1
  // Every letter of Latin-1 and Latin Extended; its superscripts and fractions are numbers only to some.
  if (c >= 0xc0) return c === 0xd7 || c === 0xf7 ? 0 : 1
  return /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(c)) ? 2 : 0
})

/**
 * The runs of letters and digits of a text, in order, found without a regular expression; null where the text holds
 * characters other than Latin letters, digits and common punctuation, which take Unicode's tables to tell.
 */
export function latinWords(text: string): string[] | null {
  const words: string[] = []
  let start = -1
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    // Past Latin, only general punctuation (dashes, curly quotation marks, dots, spaces) is known to part words.
    const kind = c < 0x250 ? (KIND[c] as number) : c >= 0x2000 && c <= 0x206f ? 0 : 2
    if (kind === 1) {
      if (start < 0) start = i
      continue
    }
    if (kind === 2) return null
    if (start >= 0) words.push(text.slice(start, i))
    start = -1
  }
  if (start >= 0) words.push(text.slice(start))
  return words
}
