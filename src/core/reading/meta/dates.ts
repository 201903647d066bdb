import { MONTHS } from './months.js'
import { isTimeZone, zoneOffset } from './zones.js'

/** A date found in words. Offsets are half-open, in UTF-16 code units of the words searched. */
export interface DateFound {
  /** ISO 8601: `2024-03-03`, `2024-03-03T10:15`, `2024-03-03T10:15:00+01:00`; the zone only where one is written. */
  readonly iso: string
  readonly start: number
  readonly end: number
}

/** Words longer than this hold no date of ours; it bounds the work on any one value. */
const MOST_LENGTH = 400

/** A run of digits or of letters. */
interface Piece {
  readonly text: string
  /** -1: letters. */
  readonly number: number
  readonly start: number
  readonly end: number
}

/** A piece seen to be a year, a month or a day; a type of its own, so that not being one does not make it nothing. */
type NumberPiece = Piece & { readonly isNumber?: true }

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Half-open range of pieces. */
  readonly first: number
  readonly end: number
}

interface Time {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly zone: string
  readonly first: number
  readonly end: number
}

/**
 * The one date that a machine-readable value states, in ISO 8601; null where it states none, or not a whole day. Takes
 * ISO 8601 and its relaxed kin, RFC 2822, seconds and milliseconds since 1970, and dates in words.
 *
 * @param dayFirst whether 03/04/2024 is the third of April
 */
export function readDate(value: string, dayFirst: boolean): string | null {
  const words = value.trim()
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(words)) {
    const seconds = Number(words.slice(0, 10))
    // From 1990 on; a smaller number is no time of publication.
    if (seconds < 631_152_000) return null
    return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
  }
  return findDates(words, dayFirst)[0]?.iso ?? null
}

/** Every whole day (year, month and day) written in short words, with its time of day where one stands beside it. */
export function findDates(words: string, dayFirst: boolean): readonly DateFound[] {
  const text = words.length > MOST_LENGTH ? words.slice(0, MOST_LENGTH) : words
  const pieces = piecesOf(text)
  const found: DateFound[] = []
  let from = 0
  for (let i = 0; i < pieces.length; i++) {
    const day = dayAt(text, pieces, i, from, dayFirst)
    if (!day) continue
    const time = timeAfter(text, pieces, day) ?? timeBefore(text, pieces, day, from)
    const first = time ? Math.min(time.first, day.first) : day.first
    const end = time ? Math.max(time.end, day.end) : day.end
    found.push({
      iso: isoOf(day, time),
      start: (pieces[first] as Piece).start,
      end: (pieces[end - 1] as Piece).end,
    })
    from = end
    i = end - 1
  }
  return found
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const m of text.matchAll(/\p{Nd}+|[\p{L}\p{M}]+/gu)) {
    const isNumber = /^[0-9]+$/.test(m[0])
    pieces.push({ text: m[0], number: isNumber ? Number(m[0]) : -1, start: m.index, end: m.index + m[0].length })
  }
  return pieces
}

const gap = (text: string, a: Piece | undefined, b: Piece | undefined): string =>
  a && b ? text.slice(a.end, b.start) : '\n'

const isYear = (p: Piece | undefined): p is NumberPiece =>
  p !== undefined && p.text.length === 4 && p.number >= 1700 && p.number <= 2199

const isDayNumber = (p: Piece | undefined): p is NumberPiece =>
  p !== undefined && p.text.length <= 2 && p.number >= 1 && p.number <= 31

const isMonthNumber = (p: Piece | undefined): p is NumberPiece =>
  p !== undefined && p.text.length <= 2 && p.number >= 1 && p.number <= 12

const ORDINAL = /^(?:st|nd|rd|th|er|º|ª|e|de|of|del|the|da|di|o)$/i

function monthOf(p: Piece | undefined): number {
  if (!p || p.number >= 0 || p.text.length < 3 || p.text.length > 12) return 0
  return MONTHS.get(p.text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0
}

function day(year: number, month: number, dayOfMonth: number, first: number, end: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null
  return { year, month, day: dayOfMonth, first, end }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day whose first or telling piece is at `i`; reaches back no further than the piece `from`. */
function dayAt(text: string, pieces: readonly Piece[], i: number, from: number, dayFirst: boolean): Day | null {
  const p = pieces[i] as Piece
  if (p.number >= 0) return numericDay(text, pieces, i, dayFirst)
  const month = monthOf(p)
  return month > 0 ? namedDay(text, pieces, i, from, month) : null
}

function numericDay(text: string, pieces: readonly Piece[], i: number, dayFirst: boolean): Day | null {
  const p = pieces[i] as Piece
  const before = i > 0 ? gap(text, pieces[i - 1], p) : ' '
  // A number inside a longer one (a version, an amount, an address) begins no date.
  if (/^[.,/:-]$/.test(before) && (pieces[i - 1] as Piece).number >= 0) return null
  if (p.text.length === 8) {
    const year = Math.floor(p.number / 10_000)
    return year >= 1900 && year <= 2199 ? day(year, Math.floor(p.number / 100) % 100, p.number % 100, i, i + 1) : null
  }
  const second = pieces[i + 1]
  const third = pieces[i + 2]
  if (isYear(p)) {
    // 2024年3月3日, 2024년 3월 3일
    if (second?.text === '年' || second?.text === '년') {
      const [month, unit, dayOfMonth] = [pieces[i + 2], pieces[i + 3], pieces[i + 4]]
      if (!isMonthNumber(month) || !/^[月월]$/.test(unit?.text ?? '') || !isDayNumber(dayOfMonth)) return null
      const last = /^[日일]$/.test(pieces[i + 5]?.text ?? '') ? i + 6 : i + 5
      return day(p.number, month.number, dayOfMonth.number, i, last)
    }
    const separator = gap(text, p, second)
    if (!isMonthNumber(second) || !isDayNumber(third) || !/^(?:[-/.]|\. )$/.test(separator)) return null
    return gap(text, second, third) === separator ? day(p.number, second.number, third.number, i, i + 3) : null
  }
  const separator = gap(text, p, second).trim()
  if (!isDayNumber(p) || !isDayNumber(second) || !/^[-/.]$/.test(separator)) return null
  if (gap(text, second, third).trim() !== separator || !third) return null
  if (/^[.,/:-]$/.test(gap(text, third, pieces[i + 3])) && (pieces[i + 3] as Piece).number >= 0) return null
  const isShort = third.text.length === 2 && separator !== '-'
  if (!isYear(third) && !isShort) return null
  const year = isShort ? third.number + (third.number < 70 ? 2000 : 1900) : third.number
  // 1.2.2024 is written day first wherever it is written.
  const isDayFirst = separator === '.' || dayFirst
  // Where only one order makes a day, it is that one.
  const comesFirst = p.number > 12 || (second.number <= 12 && isDayFirst)
  const [dayOfMonth, month] = comesFirst ? [p.number, second.number] : [second.number, p.number]
  return day(year, month, dayOfMonth, i, i + 3)
}

/** A day with its month in words at `i`. */
function namedDay(text: string, pieces: readonly Piece[], i: number, from: number, month: number): Day | null {
  const p = pieces[i] as Piece
  const near = /^[\s.,'’()-]{0,4}$/
  // What stands after the month: its day, or its year.
  let k = i + 1
  const skipOrdinals = (): void => {
    while (pieces[k] && k < i + 5 && ORDINAL.test((pieces[k] as Piece).text)) k++
  }
  skipOrdinals()
  const after = pieces[k]
  if (isYear(after) && near.test(gap(text, pieces[k - 1], after))) {
    // 3 March 2024, 3rd of March, 2024, 3. März 2024, 3-Mar-2024
    let j = i - 1
    while (j >= from && ORDINAL.test((pieces[j] as Piece).text) && i - j < 4) j--
    const before = pieces[j]
    if (j >= from && isDayNumber(before) && near.test(gap(text, before, pieces[j + 1]))) {
      return day(after.number, month, before.number, j, k + 1)
    }
    return null
  }
  // March 3, 2024; March 3rd 2024; Mar 3 10:15:00 2024
  if (isDayNumber(after) && near.test(gap(text, pieces[k - 1], after))) {
    const dayPiece = after
    k++
    skipOrdinals()
    let year = pieces[k]
    if (isYear(year) && near.test(gap(text, pieces[k - 1], year))) {
      return day(year.number, month, dayPiece.number, i, k + 1)
    }
    year = pieces[k + 3]
    if (gap(text, pieces[k], pieces[k + 1]) === ':' && isYear(year)) {
      return day(year.number, month, dayPiece.number, i, k)
    }
    // 2024 March 3
    const before = pieces[i - 1]
    if (i > from && isYear(before) && near.test(gap(text, before, p))) {
      return day(before.number, month, dayPiece.number, i - 1, k)
    }
  }
  return null
}

const BETWEEN =
  /^(?:at|um|kl|klo|alle|ore|a|as|às|las|à|om|t|uhr|on|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

function timeAfter(text: string, pieces: readonly Piece[], day: Day): Time | null {
  for (let i = day.end; i < pieces.length && i < day.end + 3; i++) {
    const p = pieces[i] as Piece
    if (/[\n;()]|[-–—|•·]\s{2,}/.test(gap(text, pieces[i - 1], p))) return null
    if (p.number >= 0) return timeAt(text, pieces, i)
    if (!BETWEEN.test(p.text)) return null
  }
  return null
}

function timeBefore(text: string, pieces: readonly Piece[], day: Day, from: number): Time | null {
  // 10:15 GMT, Sunday 3 March 2024: a time ends at most five pieces before the day.
  for (let i = Math.max(from, day.first - 8); i < day.first; i++) {
    if ((pieces[i] as Piece).number < 0) continue
    const time = timeAt(text, pieces, i)
    if (!time || time.end > day.first) continue
    for (let k = time.end; k < day.first; k++) if (!BETWEEN.test((pieces[k] as Piece).text)) return null
    return time
  }
  return null
}

function timeAt(text: string, pieces: readonly Piece[], i: number): Time | null {
  const p = pieces[i] as Piece
  const isTime = (hour: number, minute: number, second: number): boolean => hour < 24 && minute < 60 && second < 60
  let k = i + 1
  let hour = p.number
  let minute = 0
  let second = -1
  let marked = false
  if ((p.text.length === 6 || p.text.length === 4) && pieces[i - 1]?.text === 'T') {
    hour = Number(p.text.slice(0, 2))
    minute = Number(p.text.slice(2, 4))
    second = p.text.length === 6 ? Number(p.text.slice(4)) : -1
    marked = true
  } else {
    if (p.text.length > 2) return null
    let next = pieces[k]
    if (next && /^h$/i.test(next.text) && pieces[k + 1]?.text.length === 2) {
      // 10h15
      k++
      next = pieces[k]
    }
    const separator = gap(text, pieces[k - 1], next)
    if (next && next.number >= 0 && next.text.length === 2 && /^(?:[:.]|: |)$/.test(separator)) {
      if (separator === '' && k === i + 1) return null
      minute = next.number
      // 10.15 alone might be a number; with am or pm it is a time.
      marked = separator !== '.'
      k++
      const third = pieces[k]
      if (third && third.number >= 0 && third.text.length === 2 && gap(text, pieces[k - 1], third) === ':') {
        second = third.number
        k++
        const fraction = pieces[k]
        if (fraction && fraction.number >= 0 && /^[.,]$/.test(gap(text, pieces[k - 1], fraction))) k++
      }
    }
  }
  const half = halfAt(text, pieces, k)
  if (half) {
    if (hour < 1 || hour > 12) {
      if (hour > 23) return null
    } else hour = (hour % 12) + (half.isAfternoon ? 12 : 0)
    k = half.end
    marked = true
  }
  if (!marked || !isTime(hour, minute, Math.max(second, 0))) return null
  const zone = zoneAt(text, pieces, k)
  return { hour, minute, second, zone: zone?.zone ?? '', first: i, end: zone?.end ?? k }
}

/** am, p.m. */
function halfAt(
  text: string,
  pieces: readonly Piece[],
  k: number,
): { readonly isAfternoon: boolean; readonly end: number } | null {
  const p = pieces[k]
  if (!p || p.number >= 0 || gap(text, pieces[k - 1], p).trim() !== '') return null
  const word = p.text.toLowerCase()
  if (word === 'am' || word === 'pm') return { isAfternoon: word === 'pm', end: k + 1 }
  const next = pieces[k + 1]
  if ((word === 'a' || word === 'p') && next?.text.toLowerCase() === 'm' && /^\.? ?$/.test(gap(text, p, next))) {
    return { isAfternoon: word === 'p', end: k + 2 }
  }
  return null
}

/** A zone: Z, GMT, ET, +01:00, -0500, UTC+2. */
function zoneAt(
  text: string,
  pieces: readonly Piece[],
  k: number,
): { readonly zone: string; readonly end: number } | null {
  const p = pieces[k]
  if (!p) return null
  const before = gap(text, pieces[k - 1], p)
  if (p.number < 0) {
    if (!isTimeZone(p.text) || !/^[\s.(]{0,3}$/.test(before)) return null
    if (p.text === 'UTC' || p.text === 'GMT') {
      const offset = offsetAt(text, pieces, k + 1, '')
      if (offset) return offset
    }
    return { zone: p.text, end: k + 1 }
  }
  return offsetAt(text, pieces, k, ' ')
}

function offsetAt(
  text: string,
  pieces: readonly Piece[],
  k: number,
  lead: string,
): { readonly zone: string; readonly end: number } | null {
  const p = pieces[k]
  if (!p || p.number < 0) return null
  const before = gap(text, pieces[k - 1], p)
  const sign = before.at(-1)
  if (
    (sign !== '+' && sign !== '-' && sign !== '−') ||
    before.slice(0, -1).trim() !== '' ||
    before.length > 1 + lead.length
  ) {
    return null
  }
  const plus = sign === '+' ? '+' : '-'
  let hours = p.text
  let minutes = '00'
  let end = k + 1
  if (p.text.length === 4) {
    hours = p.text.slice(0, 2)
    minutes = p.text.slice(2)
  } else if (p.text.length <= 2) {
    const next = pieces[k + 1]
    if (next && next.text.length === 2 && next.number >= 0 && gap(text, p, next) === ':') {
      minutes = next.text
      end++
    } else if (lead !== '' && p.text.length < 2) return null
  } else return null
  if (Number(hours) > 14 || Number(minutes) > 59) return null
  return { zone: `${plus}${hours.padStart(2, '0')}:${minutes}`, end }
}

const two = (n: number): string => String(n).padStart(2, '0')

function isoOf(day: Day, time: Time | null): string {
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`
  if (!time) return date
  const clock = `${two(time.hour)}:${two(time.minute)}${time.second >= 0 ? `:${two(time.second)}` : ''}`
  const zone = time.zone === '' ? '' : zoneOffset(time.zone, day.year, day.month, day.day, time.hour)
  return `${date}T${clock}${zone}`
}
