/**
 * The text with every character made visible that could steer a terminal or reorder what is shown: C0 and C1 controls,
 * DEL, line and paragraph separators, bidi embeddings, overrides and isolates, interlinear marks, byte order marks, tag
 * characters, lone surrogates. Each becomes `<U+202E>`. Tabs and line ends become one space each. All else stays as it is.
 */
export function visible(text: string): string {
  return shown(text.replace(/\r\n|[\t\n\r]/g, ' '))
}

/** As {@link visible}, but tabs and line ends stay, each line end as a line feed. */
export function shown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      STEERING,
      (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
}

const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e001f}\ud800-\udfff]/gu
