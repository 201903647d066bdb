import type { Statement } from '../model/index.js'
import type { Source } from './verdict.js'

/**
 * Why a draft's statement cannot have been made when the draft says, as a sentence; null: nothing speaks against it. Of
 * two dates that both pages give, or of a date after the source was published.
 */
export function misdated(own: Statement | null, source: Source, theirs: Statement | null): string | null {
  const claimed = rangeOf(own?.when?.date ?? null)
  if (!claimed) return null
  const known = rangeOf(theirs?.when?.date ?? null)
  if (known) {
    const apart = claimed[1] < known[0] || known[1] < claimed[0]
    return apart ? `The draft dates it ${shown(claimed)}, the source ${shown(known)}.` : null
  }
  const published = source.reading.meta.published?.slice(0, 10)
  if (!published || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return null
  return claimed[0] > published
    ? `The draft dates it ${shown(claimed)}, but the source was published ${published}.`
    : null
}

type Range = readonly [first: string, last: string]

/** First and last day of a date, a month, a year, or two of them with a slash. */
function rangeOf(date: string | null): Range | null {
  const parts = date?.split('/')
  const first = parts?.[0]
  const last = parts?.[1] ?? first
  if (!first || !last || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?/.test(first)) return null
  return [pad(first, '-01'), pad(last, '-31')]
}

const pad = (date: string, day: string): string =>
  date.length === 4
    ? `${date}-${day === '-01' ? '01' : '12'}${day}`
    : date.length === 7
      ? date + day
      : date.slice(0, 10)

const shown = ([first, last]: Range): string => (first === last ? first : `${first} to ${last}`)
