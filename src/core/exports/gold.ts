import { ACTS, type Act, OnrecordError, type Quotation, type Span } from '../model/index.js'
import { Item, type Refuse } from './item.js'
import type { PageRecord } from './record.js'

/**
 * An annotated text from anywhere, for training and scoring: what all importers give. What a format does not carry is
 * left out, which is not the same as null or false.
 */
export interface GoldDocument {
  /** Names the document; the caller's where the format has no place for it. */
  readonly id: string
  readonly text: string
  readonly statements: readonly GoldStatement[]
}

/** One annotated statement. All spans count UTF-16 code units of the document's text. */
export interface GoldStatement {
  /** In order; more than one where the content is broken. Never empty. */
  readonly content: readonly Span[]
  /** In order; empty where there is none. */
  readonly cue: readonly Span[]
  /** In order; empty where the page does not say who. */
  readonly mention: readonly Span[]
  readonly act?: Act
  readonly quotation?: Quotation
  readonly negated?: boolean
  /** A name for whoever said it: statements of one speaker have the same. Null: annotated as not settled. */
  readonly speaker?: string | null
  /** Index in the document of the statement that reports this one; null: the page itself reports it. */
  readonly within?: number | null
}

/** Throws `gold-invalid`: `what` is wrong at `place`. */
export const refuseGold: Refuse = (place, what) => {
  throw new OnrecordError(
    'gold-invalid',
    `The annotated text cannot be taken in: ${place} ${what}. Make sure that it is whole and of that format.`,
  )
}

/** The parsed JSON of an annotated text. */
export function goldItem(json: string, place: string): Item {
  try {
    return new Item(JSON.parse(json), place, refuseGold)
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    return refuseGold(place, `is not JSON (${(error as Error).message})`)
  }
}

const ACT_NAMES: ReadonlySet<string> = new Set(ACTS.map(({ name }) => name))

/** A label as an act. */
export function actOf(label: string, place: string): Act {
  return ACT_NAMES.has(label) ? (label as Act) : refuseGold(place, `"${label}" is no act`)
}

/** A label as a kind of quotation. */
export function quotationOf(label: string, place: string): Quotation {
  return label === 'direct' || label === 'indirect' || label === 'mixed'
    ? label
    : refuseGold(place, `"${label}" is no kind of quotation`)
}

/** A record as an annotated text. */
export function goldOf({ page, reading, statements, speakers }: PageRecord): GoldDocument {
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  const indices = new Map(statements.map(({ id }, i) => [id, i]))
  return {
    id: page.id,
    text: reading.text,
    statements: statements.map(({ content, cue, mention, act, quotation, negated, speaker, within }) => ({
      content,
      cue: cue ? [cue] : [],
      mention: mention ? [mention] : [],
      act,
      quotation,
      negated,
      speaker: speaker === null ? null : (names.get(speaker) ?? null),
      within: within === null ? null : (indices.get(within) ?? null),
    })),
  }
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}
