import type { BlockWords, Range } from './block-words.js'

/** How exact a time is, and so what it stands for: a day, the week, weekend, month or year about it, or nothing datable. */
export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'year' | 'vague'

/** A time in words, by token indices. */
export interface TimeWords extends Range {
  /** The part that tells the time, without "late on": what a date parser can read. */
  readonly core: Range
  readonly grain: Grain
  readonly kind: 'weekday' | 'month' | 'date' | 'year' | 'relative'
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday')
const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.',
)
const DAYS = set('yesterday today tonight tomorrow')
const PARTS = set('morning afternoon evening night')
const UNITS: ReadonlyMap<string, Grain> = new Map([
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['weekend', 'weekend'],
  ['night', 'day'],
  ['morning', 'day'],
  ['afternoon', 'day'],
  ['evening', 'day'],
  ['spring', 'vague'],
  ['summer', 'vague'],
  ['fall', 'vague'],
  ['autumn', 'vague'],
  ['winter', 'vague'],
  ['decade', 'vague'],
  ['quarter', 'vague'],
  ['term', 'vague'],
  ['season', 'vague'],
  ['century', 'vague'],
])
const AGO: ReadonlyMap<string, Grain> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['hour', 'day'],
  ['hours', 'day'],
  ['minute', 'day'],
  ['minutes', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'vague'],
  ['decades', 'vague'],
])
const COUNTS = set('a an one two three four five six seven eight nine ten eleven twelve')
const VAGUE_COUNTS = set('several some many few couple')
const WHICH = set('last this next')
const NEARLY = set('late early later earlier mid just')
/** What leads into a time and is shown with it. */
const LEADS = set('on in over at during back')
/** A time after one of these is a deadline, a span or part of a name: "by Friday", "the attacks of Sept. 11". */
const NOT_THEN = set("by until till before after for of from to through than since between against 's")

/** The first time in words among tokens [first, end); null: there is none. */
export function timeIn(words: BlockWords, first: number, end: number): TimeWords | null {
  for (let i = first; i < end; i++) {
    const found = timeAt(words, i, first, end)
    if (!found) continue
    const time = led(words, found, first)
    if (time) return time
    i = found.core.end - 1
  }
  return null
}

interface Found extends Omit<TimeWords, 'first' | 'end'> {
  /** Where what is shown begins, if before the core: the weekday of a date. */
  readonly from?: number
}

function timeAt(words: BlockWords, i: number, first: number, end: number): Found | null {
  const word = words.word(i)
  if (WEEKDAYS.has(word)) return words.isCapital(i) ? weekday(words, i, first, end) : null
  if (MONTHS.has(word)) return words.isCapital(i) ? month(words, i, first, end) : null
  if (DAYS.has(word)) {
    const isBefore =
      words.word(i - 1) === 'before' && words.word(i - 2) === 'day' && words.word(i - 3) === 'the' && i - 3 >= first
    const core = { first: isBefore ? i - 3 : i, end: PARTS.has(words.word(i + 1)) && i + 1 < end ? i + 2 : i + 1 }
    return { core, grain: 'day', kind: 'relative' }
  }
  if (WHICH.has(word)) {
    const grain = UNITS.get(words.word(i + 1))
    return grain && i + 1 < end ? { core: { first: i, end: i + 2 }, grain, kind: 'relative' } : null
  }
  if (word === 'weekend' && words.word(i - 1) === 'the' && i - 1 >= first)
    return { core: { first: i - 1, end: i + 1 }, grain: 'weekend', kind: 'relative' }
  if (word === 'ago') return ago(words, i, first)
  if (isYear(word) && i > first && /^(?:in|late|early|mid|during)$/.test(words.word(i - 1)))
    return { core: { first: i, end: i + 1 }, grain: 'year', kind: 'year' }
  return null
}

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word)
const isDay = (word: string): boolean => /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word)

// "Friday afternoon", "Wednesday, May 13, 2026", "last Friday".
function weekday(words: BlockWords, i: number, first: number, end: number): Found {
  const from = i - 1 >= first && WHICH.has(words.word(i - 1)) ? i - 1 : i
  let to = i + 1
  if (to < end && PARTS.has(words.word(to))) to++
  const at = words.word(to) === ',' ? to + 1 : to
  if (at < end && MONTHS.has(words.word(at)) && words.isCapital(at)) {
    const date = month(words, at, at, end)
    if (date?.grain === 'day') return { core: date.core, from, grain: 'day', kind: 'date' }
  }
  return { core: { first: from, end: to }, grain: 'day', kind: 'weekday' }
}

// "May 12", "12 May 2026", "May 2026", "in May"; "May" alone needs a word before it that makes it a month.
function month(words: BlockWords, i: number, first: number, end: number): Found | null {
  let from = i
  let to = i + 1
  let grain: Grain = 'month'
  if (to < end && isDay(words.word(to))) {
    to++
    grain = 'day'
  } else if (i - 1 >= first && isDay(words.word(i - 1))) {
    from = i - 1
    grain = 'day'
  }
  const at = words.word(to) === ',' && grain === 'day' ? to + 1 : to
  if (at < end && isYear(words.word(at)))
    return { core: { first: from, end: at + 1 }, grain, kind: grain === 'day' ? 'date' : 'month' }
  if (grain === 'day') return { core: { first: from, end: to }, grain, kind: 'date' }
  const before = words.word(i - 1)
  if (i - 1 < first || !/^(?:in|last|this|next|late|early|mid|during)$/.test(before)) return null
  return { core: { first: WHICH.has(before) ? i - 1 : i, end: to }, grain, kind: 'month' }
}

// "three days ago", "a year ago".
function ago(words: BlockWords, i: number, first: number): Found | null {
  const grain = AGO.get(words.word(i - 1))
  const count = words.word(i - 2)
  if (!grain || i - 2 < first) return null
  if (COUNTS.has(count) || /^\d{1,2}$/.test(count))
    return { core: { first: i - 2, end: i + 1 }, grain, kind: 'relative' }
  if (!VAGUE_COUNTS.has(count)) return null
  const from = words.word(i - 3) === 'a' && i - 3 >= first ? i - 3 : i - 2
  return { core: { first: from, end: i + 1 }, grain: 'vague', kind: 'relative' }
}

// With the words that lead into it: "late on Monday". Null: it is no time at which something was said.
function led(
  words: BlockWords,
  { core, from: shown = core.first, grain, kind }: Found,
  first: number,
): TimeWords | null {
  if (/^(?:'s|')$/.test(words.word(core.end))) return null
  let from = shown
  while (from > first && shown - from < 3) {
    const word = words.word(from - 1)
    if (!LEADS.has(word) && !NEARLY.has(word)) break
    from--
  }
  if (from === shown && from > 0 && NOT_THEN.has(words.word(from - 1))) return null
  return { first: from, end: core.end, core, grain, kind }
}
