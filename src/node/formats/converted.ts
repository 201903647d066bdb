/** What a converter made of bytes that are no text. */
export interface Converted {
  readonly kind: 'html' | 'text'
  readonly text: string
  /** The converter and its version, kept in the record: another version may make other text. */
  readonly converter: string
}

/** A text as it may stand in HTML. */
export function escapedHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
