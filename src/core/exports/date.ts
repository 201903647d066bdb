const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * An ISO 8601 date for a person, in its own zone, never moved to another: `2031-03-14T09:12:00+01:00` is
 * "14 March 2031, 09:12 (+01:00)". What is no such date is given back as it is.
 */
export function readableDate(iso: string): string {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(iso)
  const month = parts && MONTHS[Number(parts[2]) - 1]
  if (!parts || !month) return iso
  const [, year, , day, time, zone] = parts
  const date = day ? `${Number(day)} ${month} ${year}` : `${month} ${year}`
  if (!time) return date
  return `${date}, ${time}${zone ? ` (${zone === 'Z' ? 'UTC' : zone})` : ''}`
}
