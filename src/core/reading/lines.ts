import { PAGE_EDGE, type Unit } from './unit.js'
import { isWhiteSpace } from './white-space.js'

interface Line {
  /** First and one past the last visible code unit. */
  start: number
  end: number
  /** Columns of white space before it. */
  indent: number
  bullet: boolean
}

/** Width of a hard-wrapped column in what people paste: mail wraps at 72, terminals at 80, some at 65; none above 100. */
const NARROWEST = 50
const WIDEST = 100

/** Lines that are looked at together for the column they are wrapped at: more than any paragraph or list has. */
const MOST_LINES = 10_000

/**
 * Units that a page is parted into by its lines: no article has as many, and a page of millions of them would need more
 * memory than a machine has. What comes after is parted more coarsely, so that no word is lost.
 */
export const MOST_UNITS = 250_000

/** From {@link MOST_UNITS} on, lines are taken together up to about this many UTF-16 code units. */
const COARSE = 10_000

/**
 * The units of a plain-text page: paragraphs set apart by empty lines or by single line ends, hard-wrapped or not, list
 * items, and the short lines of the page's furniture. Line ends may be LF, CRLF or CR. Linear in the text.
 */
export function textUnits(text: string): Unit[] {
  const units: Unit[] = []
  let gap = PAGE_EDGE
  let group: Line[] = []
  const flush = () => {
    if (group.length > 0) pushGroup(text, group, gap, units)
    group = []
  }
  let at = 0
  let empty = 0
  while (at <= text.length && units.length < MOST_UNITS) {
    const lineEnd = lineEndOf(text, at)
    const line = lineOf(text, at, lineEnd)
    if (line === null) empty++
    else {
      if ((empty > 0 || group.length === MOST_LINES) && group.length > 0) {
        flush()
        gap = empty
      }
      empty = 0
      group.push(line)
    }
    at = nextLine(text, lineEnd)
  }
  flush()
  if (at < text.length) pushCoarse(text, at, units)
  return units
}

function lineEndOf(text: string, start: number): number {
  let end = start
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  return end
}

/** Where the line after the one that ends at `lineEnd` begins; past the text's length: there is none. */
function nextLine(text: string, lineEnd: number): number {
  return text.charCodeAt(lineEnd) === 13 && text.charCodeAt(lineEnd + 1) === 10 ? lineEnd + 2 : lineEnd + 1
}

/** Whole lines from `start` on, taken together until they are {@link COARSE} long. */
function pushCoarse(text: string, start: number, units: Unit[]): void {
  let head: Line | null = null
  let end = 0
  let lines = 0
  const push = () => {
    if (head === null) return
    const layout = { gapBefore: 1, gapAfter: 1, lines, indent: head.indent, bullet: head.bullet }
    units.push({ start: head.start, end, markup: null, layout })
    head = null
    lines = 0
  }
  for (let at = start; at <= text.length; ) {
    const lineEnd = lineEndOf(text, at)
    const line = lineOf(text, at, lineEnd)
    if (line !== null) {
      head ??= line
      ;({ end } = line)
      lines++
      if (end - head.start >= COARSE) push()
    }
    at = nextLine(text, lineEnd)
  }
  push()
}

function lineOf(text: string, start: number, end: number): Line | null {
  let indent = 0
  let from = start
  while (from < end && isWhiteSpace(text.charCodeAt(from))) {
    indent += text.charCodeAt(from) === 9 ? 8 : 1
    from++
  }
  if (from === end) return null
  let to = end
  while (isWhiteSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to, indent, bullet: isBullet(text, from, to) }
}

/** "• word", "* word", "- word", "1. word", "(a) word": a mark of a list, white space, and something after it. */
function isBullet(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  let i = start + 1
  if ('•*-–—‣◦▪●○+o·'.includes(text[start] as string)) {
    return i < end && isWhiteSpace(text.charCodeAt(i)) && i + 1 < end
  }
  if (code === 40) {
    while (i < end && i - start < 4 && /[0-9a-z]/i.test(text[i] as string)) i++
    return i > start + 1 && text[i] === ')' && isWhiteSpace(text.charCodeAt(i + 1))
  }
  if (code < 48 || code > 57) return false
  while (i < end && i - start < 3 && text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++
  return (text[i] === '.' || text[i] === ')') && i + 1 < end && isWhiteSpace(text.charCodeAt(i + 1))
}

/** Lines between two empty ones: each a unit of its own, or hard-wrapped lines joined again. */
function pushGroup(text: string, group: readonly Line[], gapBefore: number, units: Unit[]): void {
  const width = wrapWidth(text, group)
  const first = units.length
  let from = 0
  for (let i = 1; i <= group.length; i++) {
    const previous = group[i - 1] as Line
    const line = group[i]
    if (line && width > 0 && continues(text, group[from] as Line, previous, line, width)) continue
    const head = group[from] as Line
    units.push({
      start: head.start,
      end: previous.end,
      markup: null,
      layout: {
        gapBefore: from === 0 ? gapBefore : 0,
        gapAfter: 0,
        lines: i - from,
        indent: head.indent,
        bullet: head.bullet,
      },
    })
    from = i
  }
  const before = units[first - 1]
  if (before?.layout) units[first - 1] = { ...before, layout: { ...before.layout, gapAfter: gapBefore } }
  const last = units[units.length - 1]
  if (last?.layout) units[units.length - 1] = { ...last, layout: { ...last.layout, gapAfter: PAGE_EDGE } }
}

/** Whether `line` goes on where `previous` was cut: its first word would not have fitted there. */
function continues(text: string, head: Line, previous: Line, line: Line, width: number): boolean {
  if (line.bullet) return false
  // A first line may be indented, or the rest of a list item hang; a line further in than both begins something.
  if (line.indent !== previous.indent && previous !== head) return false
  if (Math.abs(line.indent - previous.indent) > 6) return false
  let word = line.start
  while (word < line.end && !isWhiteSpace(text.charCodeAt(word))) word++
  return previous.indent + (previous.end - previous.start) + 1 + (word - line.start) > width
}

/**
 * The column a group of lines was wrapped at, 0 where it was not: its longest line, if that is a width people wrap at
 * and at least half of the other lines (the last one apart) would not have taken in the next line's first word.
 */
function wrapWidth(text: string, group: readonly Line[]): number {
  if (group.length < 2) return 0
  let width = 0
  for (const line of group) width = Math.max(width, line.indent + line.end - line.start)
  if (width < NARROWEST || width > WIDEST) return 0
  let full = 0
  let pairs = 0
  for (let i = 1; i < group.length; i++) {
    const line = group[i] as Line
    const previous = group[i - 1] as Line
    if (line.bullet) continue
    pairs++
    if (continues(text, previous, previous, line, width - 8)) full++
  }
  return pairs > 0 && full * 2 >= pairs ? width : 0
}
