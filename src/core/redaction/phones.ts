import type { Span } from '../model/index.js'

/** Digits with few marks between them. */
const DIGITS = /[(+]{0,3}\d(?:[\s\-‐‑–./()+]{0,4}\d)*/gu
const GROUP = /[(+]{0,3}\d+/g
/** Years with their month, or month and day, in digits. */
const DATES =
  /(?<![\d+]|\d[-‑/.])(?:(?:1[5-9]|20)\d{2}[-‑/.](?:0?[1-9]|1[0-2])(?:[-‑/.](?:0?[1-9]|[12]\d|3[01]))?|(?:0?[1-9]|1[0-2])[-‑/.](?:1[5-9]|20)\d{2}|(?:0?[1-9]|[12]\d|3[01])(?:[-‑/]|\. ?)(?:0?[1-9]|[12]\d|3[01])(?:[-‑/]|\. ?)(?:1[5-9]|20)\d{2})(?![-‑/.]?\d)/g
const YEAR = /^(?:1[5-9]|20)\d{2}$/
/** A time of day without a mark, as a range has two: "0800-1730". */
const TIME = /^(?:[01]\d|2[0-3])(?:00|15|30|45)$/
const MONEY = /[€$£¥%]/u
/** Digits of a telephone number (ITU-T E.164), and groups of them. */
const [LEAST, MOST, MOST_GROUPS] = [7, 15, 8]

/** Telephone numbers, in order. Linear. */
export function phonesOf(text: string): Span[] {
  const undated = text.replace(DATES, (date) => ';'.repeat(date.length))
  const out: Span[] = []
  for (const { index, 0: run } of undated.matchAll(DIGITS)) {
    const groups = [...run.matchAll(GROUP)].map((group) => ({
      start: index + group.index,
      end: index + group.index + group[0].length,
    }))
    for (let i = 0; i < groups.length; i++) {
      const { start } = groups[i] as Span
      if (!begins(undated, start)) continue
      for (let k = Math.min(i + MOST_GROUPS, groups.length) - 1; k >= i; k--) {
        const { end } = groups[k] as Span
        if (/^[\p{L}\p{N}]/u.test(undated.slice(end, end + 2)) || !isPhone(undated.slice(start, end))) continue
        if (isMoney(undated, start, end)) break
        out.push({ start, end })
        i = k
        break
      }
    }
  }
  return out
}

/** Whether no word goes on into it, nor a decimal. */
function begins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return text[at] === '+' || !/[\p{L}\p{N}]$|\d[.,]$/u.test(before)
}

const isMoney = (text: string, start: number, end: number): boolean =>
  MONEY.test(text.slice(Math.max(0, start - 2), start) + text.slice(end, end + 2))

function isPhone(words: string): boolean {
  const [first = '', ...rest] = words.match(/\d+/g) ?? []
  const count = first.length + rest.reduce((sum, { length }) => sum + length, 0)
  if (count < LEAST || count > MOST || /\n\s*\n/.test(words)) return false
  if (/^\(?\+/.test(words)) return true
  // A number within the country begins with 0, one abroad with 00; "0.123456" has a point.
  if (first.startsWith('0') && (first.length > 1 || words.startsWith('(0)')))
    return !(rest.length === 1 && TIME.test(first) && TIME.test(rest[0] as string))
  if (first === '0' || rest.length === 0 || /[\r\n]/.test(words)) return false
  if (rest.length === 1) return /^\d{3}[-‑]\d{4}$/.test(words)
  if (first.length > 4 || rest.some(({ length }) => length < 2 || length > 5)) return false
  const isRound = rest.every(({ length }) => length === 3) && rest.at(-1) === '000'
  return !isRound && ![first, ...rest].every((group) => YEAR.test(group))
}
