import type { Schemas } from '../api/client.js'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A date or range in ISO 8601 as people write it: "12 May 2026", "May 2026". */
export function dateWords(date: string | null): string {
  if (date === null || date === '') return 'no date'
  return date
    .split('/')
    .map((one) => {
      const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(one) ?? []
      if (!year) return one
      return [day ? Number(day) : '', month ? MONTHS[Number(month) - 1] : '', year].filter(Boolean).join(' ')
    })
    .join(' to ')
}

/** The first or the last day of a date in ISO 8601, which may be a month or a year; '' where it is none. */
export function dayOf(date: string | undefined, which: 'first' | 'last'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? '') ?? []
  if (!year) return ''
  if (day) return `${year}-${month}-${day}`
  if (which === 'first') return `${year}-${month ?? '01'}-01`
  return new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).toISOString().slice(0, 10)
}

/** "1 statement", "12,000 statements". */
export const count = (n: number, noun: string): string => `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`

/** What was said, in the page's own words; where it is broken, with the cut shown. */
export const contentWords = (content: readonly string[]): string => content.join(' … ')

/** Who said it, as far as is known. */
export function whoWords({ speaker, mention }: Pick<Schemas['Said'], 'speaker' | 'mention'>): string {
  if (speaker) return speaker.name
  return mention === null ? 'Nobody is named' : `“${mention}”`
}

/** How sure a finding is, as words beside the number: a bar alone tells nothing. */
export function sureWords(confidence: number): string {
  const share = `${Math.round(confidence * 100)} %`
  if (confidence >= 0.9) return `${share} sure`
  if (confidence >= 0.7) return `${share}: fairly sure`
  return `${share}: look at it`
}
