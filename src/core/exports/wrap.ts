import { cutsCharacter } from '../model/index.js'
import type { Terminal } from './terminal.js'

/** A line of text and the cells it takes. */
export interface Line {
  readonly text: string
  readonly width: number
}

/**
 * Lays a text out in lines of at most `columns` cells, breaking at spaces, between wide characters (which are written
 * without spaces), and inside a word only where it is wider than a line. Spaces in a row count as one. A text of no
 * words is one empty line. Time is linear in the text.
 */
export function wrap(text: string, columns: number, terminal: Pick<Terminal, 'width'>): Line[] {
  const limit = Math.max(1, columns)
  const lines: Line[] = []
  let line = ''
  let used = 0
  const put = (piece: string, width: number, space: boolean) => {
    const gap = space && used > 0 ? 1 : 0
    if (used > 0 && used + gap + width > limit) {
      lines.push({ text: line, width: used })
      line = piece
      used = width
    } else {
      line += gap ? ` ${piece}` : piece
      used += gap + width
    }
  }
  for (const word of text.split(' ')) {
    if (word === '') continue
    const narrow = NARROW.test(word)
    if (narrow ? word.length <= limit : word.length <= SLICE && !WIDE.test(word)) {
      const width = narrow ? word.length : terminal.width(word)
      if (width <= limit) {
        put(word, width, true)
        continue
      }
    }
    let first = true
    for (const grapheme of narrow ? word : graphemesOf(word)) {
      put(grapheme, narrow ? 1 : terminal.width(grapheme), first)
      first = false
    }
  }
  lines.push({ text: line, width: used })
  return lines
}

/**
 * Code units that each take one cell: letters of Latin, Greek, Cyrillic and Armenian, the dashes and quotation marks of
 * Western type, currencies, lines. No marks that combine, and none that some terminals show as an emoji (©, ®, ‼, ⁉).
 */
export const NARROW =
  /^[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20c0\u2500-\u257f]*$/

/** Cells that a text takes; measured only where it holds more than characters of one cell. */
export function cellsOf(text: string, terminal: Pick<Terminal, 'width'>): number {
  return NARROW.test(text) ? text.length : terminal.width(text)
}

/** Chinese characters, kana, hangul and full-width forms, between which a line may break. */
const WIDE =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

let segmenter: Intl.Segmenter | undefined

/** Code units looked at together: V8's segmenter takes time with the square of its text. */
const SLICE = 256

/** What a reader takes for one character each. One of more than 256 code units comes in pieces. */
function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let start = 0
  while (start < text.length) {
    let end = Math.min(start + SLICE, text.length)
    if (cutsCharacter(text, end)) end--
    let last: string | undefined
    for (const { segment } of segmenter.segment(text.slice(start, end))) {
      if (last !== undefined) {
        yield last
        start += last.length
      }
      last = segment
    }
    // The last one may go on in the next slice, unless it is all there is of this one.
    if (last !== undefined && (end === text.length || last.length === end - start)) {
      yield last
      start += last.length
    }
  }
}
