import type { Reading, Span, Speaker, Statement } from '../model/index.js'

const define = <const Name extends string>(name: Name, of: 'quotation' | 'report', title: string, means: string) => ({
  name,
  of,
  title,
  means,
})

/**
 * The closed list of verdicts, from the mildest to the gravest. `of`: `quotation` are found by comparing words; `report`
 * are judgements on words given in the draft's own way, offered with their reasons and never as facts.
 */
export const VERDICTS = [
  define('verbatim', 'quotation', 'Verbatim', 'word for word as in the source'),
  define('marks', 'quotation', 'Verbatim but for marks', 'the same words; only marks, spacing or brackets differ'),
  define('supported', 'report', 'Supported', 'a statement in the sources says as much'),
  define('weaker', 'report', 'Weaker than the source', 'the source says it more firmly than the draft'),
  define('stronger', 'report', 'Stronger than the source', 'the draft says it more firmly than the source'),
  define('unsupported', 'report', 'Unsupported', 'no statement in the sources says it, or one says otherwise'),
  define('cut', 'quotation', 'Cut', 'the words are right, but a hedge, a condition or a "not" beside them is left off'),
  define('misdated', 'quotation', 'Misdated', 'the words are right, but were said at another time'),
  define('not-found', 'quotation', 'Not found', 'no place in the sources is near enough'),
  define('spliced', 'quotation', 'Spliced', 'parts from different places, or over a gap that is not marked'),
  define('other-speaker', 'quotation', 'Someone else’s words', 'the words are right, but another said them'),
  define('altered', 'quotation', 'Altered', 'words are changed, added or left out'),
] as const

/** One of {@link VERDICTS}, by name. */
export type VerdictName = (typeof VERDICTS)[number]['name']

/** Place in {@link VERDICTS}: the greater, the graver. */
export function gravity(name: VerdictName): number {
  return VERDICTS.findIndex((verdict) => verdict.name === name)
}

/**
 * Whether a verdict, or what else holds of a quotation, is as grave as a name or graver. What else holds of a report is a
 * judgement on a judgement, and counts no more than the verdict does.
 */
export function isAsGrave({ verdict, also }: Pick<Verdict, 'verdict' | 'also'>, as: VerdictName): boolean {
  const ofQuotation = VERDICTS.some(({ name, of }) => name === verdict && of === 'quotation')
  return (ofQuotation ? [verdict, ...also] : [verdict]).some((name) => gravity(name) >= gravity(as))
}

/** A page that quotations are held against. All spans in it count UTF-16 code units of its reading's text. */
export interface Source {
  /** What a person calls it: a path or an address. */
  readonly name: string
  readonly reading: Reading
  readonly statements: readonly Statement[]
  readonly speakers?: readonly Speaker[]
  /** What stands between quotation marks, marks not counted in; the outermost ones, in order. */
  readonly quotations?: readonly Span[]
}

/** What is checked; made by the same stages as a source. */
export interface Draft extends Source {
  readonly quotations: readonly Span[]
}

/** How a change turns the sense, whatever share of the words it is. */
export type Turn = 'negation' | 'number' | 'name' | 'date' | 'hedge' | 'quantity' | 'opposite'

/** What else a change is: only capitals, a contraction, another form of the word, other words. */
export type ChangeKind = Turn | 'capitals' | 'contraction' | 'form' | 'words'

/** A stretch of the difference between draft and source, in order. */
export interface Difference {
  /**
   * `same`: the same words; `changed`: other words; `added`: only in the draft; `left-out`: only in the source;
   * `marked`: left out or added where the draft's brackets or ellipsis say so; `between`: left out, but the page's own
   * words ("she said") between the speaker's.
   */
  readonly how: 'same' | 'changed' | 'added' | 'left-out' | 'marked' | 'between'
  /** In the draft's text; null where it has nothing there. */
  readonly draft: Span | null
  /** In the source's text; null where it has nothing there. */
  readonly source: Span | null
  /** Which of the places of the verdict it belongs to: an index into its `places`. */
  readonly place: number
  /** What a change is; empty for what is the same or marked. */
  readonly kinds: readonly ChangeKind[]
}

/** Marks in which words that are the same may differ. */
export type Mark =
  | 'quotation-marks'
  | 'spacing'
  | 'first-letter'
  | 'dashes'
  | 'punctuation'
  | 'letters'
  | 'sic'
  | 'brackets'
  | 'ellipsis'
  | 'broken'

/** A place in a source. */
export interface Place {
  readonly source: Source
  /** From its first word to its last, in the source's text. */
  readonly span: Span
  /** The statement that covers it; null: none does. */
  readonly statement: Statement | null
}

/** A place that is near, but not near enough. */
export interface Nearest extends Place {
  /** Share of the words that are the same, weighed, 0 to 1. */
  readonly similarity: number
}

/** What is to be said of one quotation or attributed statement of the draft. */
export interface Verdict {
  readonly verdict: VerdictName
  /** What else holds of it, graver first. */
  readonly also: readonly VerdictName[]
  /** What was checked, in the draft's text: the words between the quotation marks, or a statement's content. */
  readonly span: Span
  /** The draft's statement that it belongs to; null: a quotation that nobody is said to have said. */
  readonly statement: Statement | null
  /** Where the words were found: one place, or those of a spliced quotation's parts; empty where nowhere. */
  readonly places: readonly Place[]
  readonly difference: readonly Difference[]
  /** In which marks the same words differ. */
  readonly marks: readonly Mark[]
  /** Whether the draft's speaker is the source's: as far as names tell. */
  readonly speaker: 'same' | 'other' | 'not-settled'
  /** As sentences for a person, the weightiest first. */
  readonly reasons: readonly string[]
  /** Where nothing was found: what comes nearest, the nearest first. */
  readonly nearest: readonly Nearest[]
  /** Share of the words that are the same, weighed, 0 to 1. */
  readonly similarity: number
}

/** What was not checked, and why. */
export interface PassedOver {
  readonly span: Span
  readonly why: string
}

/** A draft that was checked. */
export interface Checked {
  readonly draft: Draft
  /** In the order of the draft. */
  readonly verdicts: readonly Verdict[]
  readonly passedOver: readonly PassedOver[]
}
