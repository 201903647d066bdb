/**
 * Row numbers that tell their month, in stores whose tables are parted by months: the number in the order of adding, and
 * above its 40 bits the month's place among the parts. So a row's part is known wherever its number is, and a number stays
 * below 2^53. In other stores all numbers are of no month.
 */
export const PART = 2 ** 40

/** The first year that has parts of its own; the last is that of `LAST_MONTH`. */
const FIRST_YEAR = 1700
/** Of 4,096 parts the last, which is December 2040. */
const LAST_MONTH = (2040 - FIRST_YEAR) * 12 + 12
/** What is of no one month: of a whole year, of a time out of bounds. */
export const NO_MONTH = 0

/** The part of a day or time in ISO 8601, or of a month; {@link NO_MONTH} where it is none. */
export function monthPart(time: string | null): number {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})/.exec(time ?? '') ?? []
  const part = (Number(year) - FIRST_YEAR) * 12 + Number(month)
  const isMonth = year !== '' && Number(month) >= 1 && Number(month) <= 12
  return isMonth && part >= 1 && part <= LAST_MONTH ? part : NO_MONTH
}

/**
 * The part of a statement that was said from one day to another: their month. Those of which it is not known when they were
 * said are in the month in which their page was got: no question about dates is about them.
 */
export function statementPart(day: string | null, lastDay: string | null, retrieved: string): number {
  if (day === null) return monthPart(retrieved)
  return day.slice(0, 7) === lastDay?.slice(0, 7) ? monthPart(day) : NO_MONTH
}

/** The month of a part, as `2026-05`; null: it is of no month. */
export function monthOfPart(part: number): string | null {
  if (part === NO_MONTH) return null
  const year = FIRST_YEAR + Math.floor((part - 1) / 12)
  return `${year}-${String(((part - 1) % 12) + 1).padStart(2, '0')}`
}

/** A row's place in the order of adding. */
export const addedOrder = (n: number): number => n % PART
