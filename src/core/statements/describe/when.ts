import * as en from 'chrono-node/en'
import { span, type Time } from '../../model/index.js'
import type { BlockWords, Range } from './block-words.js'
import type { CueClause } from './cue-clause.js'
import { type TimeWords, timeIn } from './time-words.js'

/** Resolves times in words against the day on which a page was published. */
export class Calendar {
  readonly #published: Date | null
  readonly #known = new Map<string, string | null>()

  /** @param published ISO 8601, of which the day counts; null: the page has no date */
  constructor(published: string | null) {
    const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '')
    const date = day ? new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))) : null
    this.#published = date && !Number.isNaN(date.getTime()) ? date : null
  }

  /**
   * The date, month, year or range that a time in words stands for, as `Time.date` has it; null where the page has no date to reckon from, or
   * where the words name no date ("last summer").
   *
   * @param isAhead whether what was to happen then lay ahead: "will announce on Monday"
   */
  resolve(words: BlockWords, time: TimeWords, isAhead: boolean): string | null {
    const text = textOf(words, time.core)
    const key = `${text} ${time.grain} ${time.kind} ${isAhead}`
    let known = this.#known.get(key)
    if (known === undefined) {
      known = this.#resolved(text, time, isAhead)
      this.#known.set(key, known)
    }
    return known
  }

  #resolved(text: string, { grain, kind }: TimeWords, isAhead: boolean): string | null {
    if (grain === 'vague') return null
    if (kind === 'year') return text
    const published = this.#published
    const hasYear = /\b(?:19|20)\d\d$/.test(text)
    if (!published && !hasYear) return null
    // Noon, so that no part of a day ("tonight") can reach the next one.
    const instant = new Date((published?.getTime() ?? Date.UTC(2000, 0, 1)) + NOON)
    if (grain === 'weekend') return weekendOf(published as Date, text)
    if (grain === 'week' && /^(?:last|this|next)/i.test(text)) return weekOf(published as Date, text)
    const found = en.parse(text, { instant, timezone: 0 })[0]?.start
    if (!found) return null
    const date = new Date(Date.UTC(found.get('year') ?? 0, (found.get('month') ?? 1) - 1, found.get('day') ?? 1))
    if (published && !hasYear) nearest(date, published, kind, grain, text, isAhead)
    return formatted(date, grain)
  }
}

const NOON = 12 * 3_600_000
const DAY = 24 * 3_600_000

const textOf = (words: BlockWords, { first, end }: Range): string =>
  words.text.slice(words.tokens[first]?.start ?? 0, words.tokens[end - 1]?.end ?? 0)

// News speaks of the past: a weekday, a date or a month that is not fully named is the latest one that is not after
// publication; where it lay ahead, the earliest not before it. Changes `date`.
function nearest(
  date: Date,
  published: Date,
  kind: TimeWords['kind'],
  grain: string,
  text: string,
  isAhead: boolean,
): void {
  const which = /^(last|this|next)\b/i.exec(text)?.[1]?.toLowerCase() ?? ''
  if (kind === 'weekday') {
    if (which === 'this') return
    if (which !== 'next' && !isAhead)
      while (date > published || (which === 'last' && date >= published)) shift(date, -7)
    else while (date < published) shift(date, 7)
    if (!which) {
      if (!isAhead) while (published.getTime() - date.getTime() >= 7 * DAY) shift(date, 7)
      else while (date.getTime() - published.getTime() >= 7 * DAY) shift(date, -7)
    }
  } else if (kind === 'month' || kind === 'date') {
    date.setUTCFullYear(published.getUTCFullYear())
    const isLater = grain === 'month' ? date.getUTCMonth() > published.getUTCMonth() : date > published
    const isEarlier = grain === 'month' ? date.getUTCMonth() < published.getUTCMonth() : date < published
    if (which === 'this') return
    if (which === 'last') {
      if (!isEarlier) date.setUTCFullYear(published.getUTCFullYear() - 1)
    } else if (which === 'next' || isAhead) {
      if (isEarlier) date.setUTCFullYear(published.getUTCFullYear() + 1)
    } else if (isLater) date.setUTCFullYear(published.getUTCFullYear() - 1)
  }
}

const shift = (date: Date, days: number): void => {
  date.setTime(date.getTime() + days * DAY)
}

// The weekend before the day of publication, or the one that it is part of; "this" and "next" are those to come.
function weekendOf(published: Date, text: string): string {
  const saturday = new Date(published)
  const since = (published.getUTCDay() + 1) % 7
  shift(saturday, -since)
  if (/^next/i.test(text) || (/^this/i.test(text) && since > 1)) shift(saturday, 7)
  else if (/^last/i.test(text) && since <= 1) shift(saturday, -7)
  const sunday = new Date(saturday)
  shift(sunday, 1)
  return `${iso(saturday)}/${iso(sunday)}`
}

// The week from Monday to Sunday that the day of publication is in, or the one before or after.
function weekOf(published: Date, text: string): string {
  const date = new Date(published)
  shift(date, /^last/i.test(text) ? -7 : /^next/i.test(text) ? 7 : 0)
  return formatted(date, 'week')
}

function formatted(date: Date, grain: string): string {
  if (grain === 'year') return iso(date).slice(0, 4)
  if (grain === 'month') return iso(date).slice(0, 7)
  if (grain !== 'week') return iso(date)
  const monday = new Date(date)
  shift(monday, -((date.getUTCDay() + 6) % 7))
  const sunday = new Date(monday)
  shift(sunday, 6)
  return `${iso(monday)}/${iso(sunday)}`
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** What is said of its cue when it lies ahead: "will announce", "is expected to announce". */
const AHEAD =
  /^(?:will|'ll|shall|won't|expected|scheduled|slated|due|plan|plans|planned|planning|set|intends|intend|hopes|promises|promised|vowed)$/

/** When a statement was made, as the page says beside its cue. Null: it does not say. */
export function whenOf(clause: CueClause, asides: readonly Range[], calendar: Calendar): Time | null {
  const { words } = clause
  for (const aside of asides) {
    const time = timeIn(words, aside.first, aside.end)
    if (!time) continue
    const first = words.tokens[time.first]
    const last = words.tokens[time.end - 1]
    if (!first || !last) return null
    const ahead = isAhead(clause)
    // "spoke of the vote next week" was not said next week.
    if (words.word(time.core.first) === 'next' && !ahead) continue
    return { span: span(words.text, first.start, last.end), date: calendar.resolve(words, time, ahead) }
  }
  return null
}

function isAhead({ words, cue, sentence }: CueClause): boolean {
  for (let i = Math.max(sentence.first, cue.first - 3); i < cue.end; i++) if (AHEAD.test(words.word(i))) return true
  return false
}
