import type { Said, Voice } from '../compare/said.js'
import { blockAt, wordsOf } from '../exports/place.js'
import type { PageRecord } from '../exports/record.js'
import type { Reading, Span, Speaker, Statement } from '../model/index.js'

/** Of a very long block, as much as tells what a statement stands in. Code units. */
const CONTEXT = 2_000

/**
 * The statements of a record in their words, in its order. Speakers are the page's own. Linear in the record but for
 * blocks with many statements, of which each keeps at most 2,000 code units.
 */
export function saidOf({ reading, statements, speakers }: PageRecord): Said[] {
  const voices = new Map(speakers.map((speaker) => [speaker.id as string, voiceOf(reading, speaker)]))
  return statements.map((statement) => saidOfOne(reading, statement, voices.get(statement.speaker ?? '') ?? null))
}

/** A speaker of a page by the page's words. */
export function voiceOf(reading: Reading, { id, name, kind, otherNames, roles }: Speaker): Voice {
  const words = (spans: readonly Span[]) => [...new Set(spans.map((span) => wordsOf(reading, span)))]
  return { id, name, kind, otherNames: words(otherNames).filter((other) => other !== name), roles: words(roles) }
}

/** One statement in its words. */
export function saidOfOne(reading: Reading, statement: Statement, speaker: Voice | null): Said {
  const { id, content, quotation, quoted, act, negated, hedges, cue, mention, addressee, when, within } = statement
  const words = (span: Span) => wordsOf(reading, span)
  const optional = (span: Span | null) => span && words(span)
  const at = content[0]?.start ?? cue?.start ?? 0
  const parts = content.map(words)
  return {
    id,
    page: reading.page,
    at,
    content: parts,
    quoted: quotation === 'direct' ? parts : quoted.map(words),
    quotation,
    act,
    negated,
    hedges: hedges.map(words),
    cue: optional(cue),
    mention: optional(mention),
    speaker,
    addressee: optional(addressee),
    context: contextOf(reading, at),
    date: when?.date ?? dayOf(reading.meta.published),
    outlet: reading.meta.publisher ?? hostOf(reading.url),
    within,
  }
}

function contextOf({ text, blocks }: Reading, at: number): string {
  const block = blocks[blockAt(blocks, at)]
  if (!block) return ''
  if (block.end - block.start <= CONTEXT) return text.slice(block.start, block.end)
  const from = Math.max(block.start, at - CONTEXT / 2)
  return text.slice(from, Math.min(block.end, from + CONTEXT))
}

/** The day of a time in ISO 8601 as it stands there; null: none. */
export function dayOf(time: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')
  return day?.[0] ?? null
}

/** First and last day of a date, month, year or range in ISO 8601; nulls where it is none. */
export function daysOf(date: string | null): readonly [first: string | null, last: string | null] {
  if (date === null) return [null, null]
  const [from = '', to = from] = date.split('/')
  return [edge(from, '-01', '-01'), edge(to, '-12', '-31')]
}

// A month's last day is taken as the 31st: days are compared as texts, and none comes after it.
function edge(date: string, month: string, day: string): string | null {
  if (/^\d{4}$/.test(date)) return date + month + day
  if (/^\d{4}-\d{2}$/.test(date)) return date + day
  return dayOf(date)
}

/** The host of an address, without `www.`; null: it has none. */
export function hostOf(url: string | null): string | null {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i.exec(url ?? '')?.[1]
  return host ? host.toLowerCase().replace(/^www\./, '') : null
}
