import type { Unit } from '../unit.js'
import { endsInCredit } from './attached.js'
import { MONTH } from './head.js'
import { type Candidate, countWords, firstBodyOf, foldedWords, type OpenCandidate } from './rule.js'

/**
 * The unit that shows the title: in HTML an h1 that says what the marks say, else any heading that does, else the last
 * h1 before the body; in plain text the last short line without a full stop before the body that is not a date, a byline
 * or a label.
 */
export function titleOf(candidates: readonly Candidate[], marked: string | null): HeadLine {
  const firstBody = firstBodyOf(candidates)
  const key = foldedWords(marked ?? '')
  const limit = firstBody < 0 ? candidates.length : Math.min(candidates.length, firstBody + 3)
  let best = -1
  let bestScore = 0
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i] as Candidate
    if (c.words > 60 || c.words === 0 || (c.tag !== 'h1' && c.text.length > key.length * 2 + 40)) continue
    // Most units are no title; the first letters tell that sooner than folding them does.
    if (c.tag[0] !== 'h' && !sameStart(c.text, marked)) continue
    const heading = /^h[1-6]$/.test(c.tag)
    let score = 0
    if (key !== '') {
      const own = foldedWords(c.text)
      if (own === key) score = 4
      else if (own.length >= 12 && (key.startsWith(own) || own.startsWith(key) || key.endsWith(own))) score = 3
    }
    if (score > 0 && heading) score += c.tag === 'h1' ? 3 : 2
    else if (c.tag === 'h1' && i < limit && c.words >= 2) score = Math.max(score, 2)
    if (c.linkShare > 0.8 && c.tag !== 'h1') score -= 2
    if (i > limit) score -= 3
    if (score > bestScore || (score === bestScore && score > 0 && i < limit && !isTitleish(candidates[best]))) {
      best = i
      bestScore = score
    }
  }
  if (best >= 0) return { at: best, isFirstLine: false }
  return candidates.some((c) => c.unit.markup) ? partTitle(candidates, key, limit) : textTitle(candidates, firstBody)
}

/** Where the headline stands: a unit, or only the first line of one. */
export interface HeadLine {
  /** -1: nowhere. */
  readonly at: number
  readonly isFirstLine: boolean
}

const NOWHERE: HeadLine = { at: -1, isFirstLine: false }

/** A part of the title that the marks give is no shorter than this, folded: shorter ones are sections and sites. */
const LEAST_PART = 16

/**
 * In HTML without headings: the last unit above or at the beginning of the body whose first line is the beginning or the
 * end of the marked title, the rest of which names the site.
 */
function partTitle(candidates: readonly Candidate[], key: string, limit: number): HeadLine {
  for (let i = Math.min(limit, candidates.length) - 1; i >= 0 && key !== ''; i--) {
    const c = candidates[i] as Candidate
    if (c.linkShare > 0.5) continue
    const line = c.text.split('\n', 1)[0] as string
    if (line.length > key.length * 2) continue
    const own = foldedWords(line)
    if (own.length < LEAST_PART || own.length > key.length) continue
    if (key.startsWith(own) || key.endsWith(own)) return { at: i, isFirstLine: line.length < c.text.length }
  }
  return NOWHERE
}

/** Whether the first three code units agree, whatever their case. */
function sameStart(text: string, marked: string | null): boolean {
  return marked !== null && text.slice(0, 3).toLowerCase() === marked.slice(0, 3).toLowerCase()
}

function isTitleish(c: Candidate | undefined): boolean {
  return c !== undefined && (c.tag === 'h1' || c.linkShare < 0.5)
}

const NO_TITLE =
  /^(?:by|published|updated|posted|photo|image|share|advert|menu|search|home|skip|read|related|live|contact|\d)\b/i

/** How many lines before the body the headline may stand: a byline, dates, a caption and a row of buttons lie between. */
const HEAD_LINES = 14

/**
 * In a plain-text page: from the body (or its byline) upwards, the first line that reads as a headline and is no caption;
 * where the line above it reads so too, that one, and the lower is the standfirst.
 */
function textTitle(candidates: readonly Candidate[], firstBody: number): HeadLine {
  if (firstBody < 0) return NOWHERE
  if (firstBody === 0) return { at: isHeadlineLine(candidates[0]) ? 0 : -1, isFirstLine: false }
  for (let i = firstBody; i >= Math.max(0, firstBody - HEAD_LINES); i--) {
    const isFirstLine = isHeadOverDate(candidates[i])
    if (!isFirstLine && !isHeadlineLine(candidates[i])) continue
    return isHeadlineLine(candidates[i - 1]) ? { at: i - 1, isFirstLine: false } : { at: i, isFirstLine }
  }
  return NOWHERE
}

function isHeadlineLine(c: Candidate | undefined): boolean {
  if (!c || c.words < 4 || c.words > 25 || c.unit.layout?.bullet || c.inTeasers) return false
  return isHeadline(c.text, c.words, c.endsSentence)
}

function isHeadline(text: string, words: number, endsSentence: boolean): boolean {
  if (endsSentence && !/[?!]["'”’]?$/.test(text)) return false
  if (NO_TITLE.test(text) || /[|·»@]/.test(text) || /\b\d{1,2}[:.]\d{2}\b/.test(text)) return false
  if (isLetterhead(text, words)) return false
  return !endsInCredit(text) && !(MONTH.test(text) && /\d/.test(text) && words <= 8)
}

/**
 * A headline and, on a line of its own below it, where and when:
 *
 *     Minutes of the meeting on the sale of the old quay
 *     Town hall, 3 May 2026
 */
function isHeadOverDate(c: Candidate | undefined): boolean {
  if (!c || c.unit.layout === null || c.unit.layout.lines < 2 || c.words > 40 || c.unit.layout.bullet) return false
  const [first = '', ...rest] = c.text.split('\n')
  const below = rest.join(' ')
  if (rest.length > 2 || !MONTH.test(below) || !/\d/.test(below) || countWords(below) > 12) return false
  const words = countWords(first)
  return words >= 4 && !MONTH.test(first) && isHeadline(first.trim(), words, /[.!?…]$/.test(first.trim()))
}

const OFFICE =
  /^(?:the )?(?:office|department|ministry|bureau|board|council|house|senate|committee|city|town|county|state|government|embassy|university|diocese) of\b/i

/** CITY OF LISSEN: who speaks, above the headline. */
function isLetterhead(text: string, words: number): boolean {
  if (words > 6 || !OFFICE.test(text)) return false
  return !/\b(?!of\b|the\b|and\b|for\b)\p{Ll}+/u.test(text) && !/\bTO\b/.test(text)
}

/** A line under the headline that may be a byline, a post or a date is no longer than this, in words. */
const LONGEST_LINE = 12
/** Lines of a block's head that become blocks of their own. */
const MOST_LINES = 5

/**
 * The block that begins with the headline as several candidates: the headline, each short line under it (a byline, a
 * date), and whatever text follows those.
 *
 * @param make a candidate for a unit and a score
 */
export function splitHead(
  text: string,
  candidates: readonly OpenCandidate[],
  at: number,
  make: (unit: Unit, score: number) => OpenCandidate,
): OpenCandidate[] {
  const { unit, score, inLayout, inOffer, inTeasers } = candidates[at] as OpenCandidate
  const lines: OpenCandidate[] = []
  const layout = unit.layout && { ...unit.layout, lines: 1 }
  let start = unit.start
  while (start < unit.end && lines.length < MOST_LINES) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed > unit.end ? unit.end : feed
    const words = text.slice(start, end).trim()
    if (lines.length > 0 && countWords(words) > LONGEST_LINE) break
    if (words !== '') {
      const from = start + text.slice(start, end).indexOf(words)
      // A line of the head is no body, whatever the whole block is.
      lines.push({ ...make({ ...unit, start: from, end: from + words.length, layout }, 0), score })
    }
    start = end + 1
  }
  const rest = text.slice(start, unit.end)
  if (rest.trim() !== '') {
    const from = start + rest.indexOf(rest.trim())
    lines.push(make({ ...unit, start: from, end: unit.end }, score))
  }
  const out = [...candidates.slice(0, at), ...lines, ...candidates.slice(at + 1)]
  for (const line of lines) Object.assign(line, { inLayout, inOffer, inTeasers })
  out.forEach((c, index) => {
    c.index = index
  })
  return out
}
