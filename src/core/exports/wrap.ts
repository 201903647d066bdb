import type { Terminal } from './terminal.js'

/**
 * Lays a text out in lines of at most `columns` cells, breaking at spaces, between wide characters (which are written
 * without spaces), and inside a word only where it is wider than a line. Spaces in a row count as one. A text of no
 * words is one empty line.
 */
export function wrap(text: string, columns: number, terminal: Pick<Terminal, 'width'>): string[] {
  const limit = Math.max(1, columns)
  const lines: string[] = []
  let line = ''
  let used = 0
  const put = (piece: string, width: number, space: boolean) => {
    const gap = space && used > 0 ? 1 : 0
    if (used > 0 && used + gap + width > limit) {
      lines.push(line)
      line = piece
      used = width
    } else {
      line += gap ? ` ${piece}` : piece
      used += gap + width
    }
  }
  for (const word of text.split(' ')) {
    if (word === '') continue
    const width = NARROW.test(word) ? word.length : terminal.width(word)
    if (width <= limit && !WIDE.test(word)) {
      put(word, width, true)
      continue
    }
    let first = true
    for (const { segment } of graphemes().segment(word)) {
      put(segment, terminal.width(segment), first)
      first = false
    }
  }
  lines.push(line)
  return lines
}

/** A text cut to at most `columns` cells, with "…" where something was cut off. */
export function cut(text: string, columns: number, terminal: Pick<Terminal, 'width'>): string {
  const [first = '', ...rest] = wrap(text, columns, terminal)
  if (rest.length === 0) return first
  const [shorter = ''] = wrap(text, columns - 1, terminal)
  return `${shorter}…`
}

/** Code units that each take one cell: Latin letters and the dashes and quotation marks of Western type. */
const NARROW = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

/** Chinese characters, kana, hangul and full-width forms, between which a line may break. */
const WIDE =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

let segmenter: Intl.Segmenter | undefined

function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter
}
