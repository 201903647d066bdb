/** A verdict as the check reports it; docs/check.md has every member. */
export interface Verdict {
  readonly verdict: string
  readonly also: readonly string[]
  readonly at: readonly [number, number]
  readonly line: number
  readonly words: string
  readonly speaker: string
  readonly reasons: readonly string[]
  readonly places: readonly Place[]
  readonly difference: readonly Difference[]
  readonly nearest: readonly (Place & { readonly similarity: number })[]
}

/** A place in a source. */
export interface Place {
  readonly source: string
  readonly words: string
  readonly line: number
  readonly statement: string | null
}

/** A stretch of what differs, by word. */
export interface Difference {
  readonly how: 'same' | 'changed' | 'added' | 'left-out' | 'marked' | 'between'
  readonly kinds: readonly string[]
  readonly draft: { readonly words: string } | null
  readonly source: { readonly words: string } | null
}

/** The closed list of verdicts, the mildest first, with a sign that stands for each without colour. */
export const VERDICTS = [
  { name: 'verbatim', title: 'Verbatim', sign: '✓', isGood: true },
  { name: 'marks', title: 'Verbatim but for marks', sign: '✓', isGood: true },
  { name: 'supported', title: 'Supported', sign: '✓', isGood: true },
  { name: 'weaker', title: 'Weaker than the source', sign: '≲', isGood: true },
  { name: 'stronger', title: 'Stronger than the source', sign: '≳', isGood: false },
  { name: 'unsupported', title: 'Unsupported', sign: '?', isGood: false },
  { name: 'cut', title: 'Cut', sign: '✂', isGood: false },
  { name: 'misdated', title: 'Misdated', sign: '!', isGood: false },
  { name: 'not-found', title: 'Not found', sign: '?', isGood: false },
  { name: 'spliced', title: 'Spliced', sign: '⧉', isGood: false },
  { name: 'other-speaker', title: 'Someone else’s words', sign: '≠', isGood: false },
  { name: 'altered', title: 'Altered', sign: '✗', isGood: false },
] as const

/** How a verdict is shown. */
export function looksOf(name: string): { readonly title: string; readonly sign: string; readonly isGood: boolean } {
  return VERDICTS.find((each) => each.name === name) ?? { title: name, sign: '?', isGood: false }
}
