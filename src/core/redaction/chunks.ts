/** What makes a run without white space an address, a handle, a hashtag or a file name. */
const MACHINE =
  /[@_#\\]|:\/\/|^www\.|%[0-9a-f]{2}|[\p{L}\p{N}]\.(?:[a-z]{2,6}(?:[/?:]|$)|[a-z]{7,24}\/)|\p{L}\d|\d\p{L}/u
const CHUNK = /[^\s<>"“”«»„,;|()[\]{}]+/gu
/** A longer run is looked through in parts. */
const LONGEST_CHUNK = 4096

/** The runs of a text that are addresses and the like, without the marks at their edges. */
export function* chunksOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(CHUNK)) {
    for (let from = 0; from < match[0].length; from += LONGEST_CHUNK) {
      const chunk = match[0].slice(from, from + LONGEST_CHUNK)
      if (!MACHINE.test(chunk)) continue
      const before = /^['‘’.!?:*]*/u.exec(chunk)?.[0].length ?? 0
      const after = chunk.length - chunk.replace(/[’'‘]s$/u, '').length
      const body = withoutEnding(chunk.slice(before, chunk.length - after))
      if (body === '' || !MACHINE.test(body)) continue
      const start = match.index + from + before
      yield { start, end: start + body.length }
    }
  }
}

/** Marks that end a sentence, a quotation or a list's head, and no address. */
const ENDING = new Set("'‘’.!?:*…—–")

function withoutEnding(words: string): string {
  let end = words.length
  while (end > 0 && ENDING.has(words[end - 1] as string)) end--
  return words.slice(0, end)
}

/** Percent-encoding, character references and JSON's escapes undone, as far as they are any. */
export function decoded(chunk: string): string {
  if (!/[%&\\]/.test(chunk)) return chunk
  return chunk
    .replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded)
      } catch {
        return ' '
      }
    })
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (all, hex, digits) => codePoint(Number.parseInt(digits, hex ? 16 : 10)) ?? all)
    .replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
}

const codePoint = (code: number): string | null => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null)
