import { OnrecordError } from './errors.js'

/** Half-open [start, end), in UTF-16 code units of the text it was made for (in a record: `Reading.text`). */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether a boundary at `offset` would cut a surrogate pair of `text` in two. */
export function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/**
 * The only maker of spans: a span that exists fits its text.
 *
 * @param text the text that the offsets count into, in UTF-16 code units
 * @throws OnrecordError `span-invalid` where the span would be empty, reach outside the text, or cut a character in two
 */
export function span(text: string, start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new OnrecordError(
      'span-invalid',
      `A span [${start}, ${end}) does not fit a text of ${text.length} UTF-16 code units; give 0 ≤ start < end ≤ length.`,
    )
  }
  if (cutsCharacter(text, start) || cutsCharacter(text, end)) {
    throw new OnrecordError(
      'span-invalid',
      `A span [${start}, ${end}) cuts a character (a surrogate pair) in two; move its edge by one code unit.`,
    )
  }
  return Object.freeze({ start, end })
}

/** The words that a span shows. */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}
