import type { Block, Role } from '../../model/index.js'
import { BODY_ROLES } from '../../model/index.js'
import { type Ancestries, INLINE, WITHIN } from '../ancestry.js'
import type { Element } from '../element.js'
import { HINT } from '../hints.js'
import type { Unit } from '../unit.js'
import { agencyCredit, authorNote, caption, endsInCredit, photoCredit, pullQuote } from './attached.js'
import { body } from './body.js'
import {
  advertisement,
  afterEnd,
  buttons,
  comment,
  control,
  cookieNotice,
  foot,
  isCopyright,
  isEndMark,
  isSales,
  legalNotice,
  navigation,
  newsletter,
  notice,
  ornament,
  RELATED,
  related,
  sales,
  search,
  share,
  teasers,
  ticker,
} from './furniture.js'
import { BY, byline, dateline, MONTH, namedByline, namedStandfirst, standfirst, statedDate, title } from './head.js'
import { type Candidate, foldedWords, type PagePlaces, type RoleRule } from './rule.js'

/**
 * In order: the first that finds something decides. The title first, since all else is placed by it; then what may stand
 * inside the article's box without being its text (captions, credits, pull quotes, the author's note); then the body, by
 * the classifier; then the head's other lines; then furniture, from what names itself most clearly to what is left over.
 */
export const RULES: readonly RoleRule[] = [
  title,
  ornament,
  afterEnd,
  teasers,
  sales,
  buttons,
  control,
  agencyCredit,
  photoCredit,
  caption,
  pullQuote,
  authorNote,
  namedStandfirst,
  namedByline,
  statedDate,
  foot,
  body,
  standfirst,
  byline,
  dateline,
  cookieNotice,
  comment,
  newsletter,
  search,
  advertisement,
  legalNotice,
  ticker,
  share,
  related,
  navigation,
  notice,
]

/** What of the page's marks the rules use. */
export interface RoleMarks {
  readonly title: string | null
  readonly standfirst: string | null
  readonly authors: readonly string[]
}

/** As far up as an element's name says something of the unit: beyond, names say what the page is. */
const HINT_REACH = 8
const STEPS = 48

/** Gives each unit its role. `scores` are the classifier's, one a unit; `threshold` and above is body. */
export function giveRoles(
  text: string,
  units: readonly Unit[],
  scores: Float64Array,
  threshold: number,
  marks: RoleMarks,
  ancestries: Ancestries,
): Block[] {
  const whole: OpenCandidate[] = units.map((unit, index) =>
    candidateOf(text, unit, index, scores[index] as number, threshold, ancestries),
  )
  markTeasers(whole)
  markOffers(whole)
  markLayoutTables(whole)
  const head = titleOf(whole, marks.title)
  const candidates = head.isFirstLine
    ? splitHead(whole, head.at, (unit, index, score) => candidateOf(text, unit, index, score, threshold, ancestries))
    : whole
  const place = placesOf(candidates, marks, head.at)
  return candidates.map((c) => {
    for (const rule of RULES) {
      const found = rule.look(c, place)
      if (found) return block(c.unit, found.role, c.tag, c.score, found.why)
    }
    return block(c.unit, 'notice', c.tag, c.score, 'outside the article')
  })
}

/** The block that holds the headline and the lines under it (a byline, a date), as one candidate for each line. */
function splitHead(
  candidates: readonly OpenCandidate[],
  at: number,
  make: (unit: Unit, index: number, score: number) => OpenCandidate,
): OpenCandidate[] {
  const { unit, text, score } = candidates[at] as OpenCandidate
  const lines: OpenCandidate[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') {
      const start = unit.start + offset + line.indexOf(words)
      const layout = unit.layout && { ...unit.layout, lines: 1 }
      lines.push(make({ ...unit, start, end: start + words.length, layout }, at, 0))
    }
    offset += line.length + 1
  }
  for (const line of lines) line.score = score
  const out = [...candidates.slice(0, at), ...lines, ...candidates.slice(at + 1)]
  out.forEach((c, index) => {
    c.index = index
  })
  return out
}

function block(unit: Unit, role: Role, tag: string, score: number, why: string): Block {
  const level = /^h[1-6]$/.test(tag) && (role === 'heading' || role === 'title') ? Number(tag[1]) : null
  return { start: unit.start, end: unit.end, role, level, body: Math.round(score * 1000) / 1000, why }
}

function candidateOf(
  text: string,
  unit: Unit,
  index: number,
  score: number,
  threshold: number,
  ancestries: Ancestries,
): OpenCandidate {
  const m = unit.markup
  const words = text.slice(unit.start, Math.min(unit.end, unit.start + 2000))
  const shown = m ? words : words.replace(LINK_NUMBER, '')
  let bits = 0
  let within = 0
  let tag = ''
  if (m) {
    const own = ancestries.of(m.element)
    within = own.within
    tag = own.home.name
    let level = 0
    let steps = 0
    for (let e: Element | null = m.element; e && level < HINT_REACH && steps < STEPS; e = e.parent, steps++) {
      if (e.name === 'body' || e.name === 'html') break
      bits |= ancestries.of(e).hints
      if (!INLINE.has(e.name)) level++
    }
  }
  return {
    unit,
    index,
    text: shown,
    words: countWords(shown),
    score,
    isBody: score >= threshold,
    hints: bits,
    within,
    tag,
    element: m?.element ?? null,
    linkShare: m ? Math.min(1, m.linkLength / (unit.end - unit.start)) : 0,
    inTeasers: false,
    inOffer: false,
    inLayout: false,
    endsSentence: /[.!?…。]["'”’)\]»]{0,3}$/.test(text.slice(Math.max(unit.start, unit.end - 6), unit.end)),
  }
}

/** A candidate while it is being made. */
type OpenCandidate = { -readonly [K in keyof Candidate]: Candidate[K] }

/** As lynx numbers the links of its dumps: [12]Read more */
const LINK_NUMBER = /\[\d{1,3}\]/g

/** A list of teasers is no longer than this. */
const MOST_TEASERS = 14

/**
 * In plain text a line such as "Keep reading" or "RELATED" makes the headlines under it teasers, up to the next line that
 * is no headline.
 */
function markTeasers(candidates: OpenCandidate[]): void {
  let left = 0
  for (const c of candidates) {
    if (c.tag !== '') return
    const headline = c.words <= 20 && (!c.endsSentence || /[?!]["'”’]?$/.test(c.text))
    if (headline && c.words <= 6 && !c.text.endsWith(':') && RELATED.test(c.text)) left = MOST_TEASERS
    else if (!headline) left = 0
    if (left-- > 0) c.inTeasers = true
  }
}

/** Units looked at under a line of a subscription box, and the longest one there is, in words. */
const MOST_OFFERS = 12
const LONGEST_OFFER = 40
/** Steps up to the box that a subscription line opens. */
const OFFER_STEPS = 3

/**
 * What stands in one box with "Subscribe to continue reading", below that line, sells the subscription too. The box is the
 * highest of the line's near ancestors that begins with it; long text in it shows that it is the article's.
 */
function markOffers(candidates: OpenCandidate[]): void {
  for (let i = 1; i < candidates.length - 1; i++) {
    const c = candidates[i] as OpenCandidate
    if (!c.element || !isSales(c) || /^advert/i.test(c.text)) continue
    let box: Element | null = null
    let e: Element | null = c.element
    for (let step = 0; e && step < OFFER_STEPS && !holds(e, candidates[i - 1]); step++, e = e.parent) box = e
    if (!box) continue
    let end = i + 1
    while (end < candidates.length && holds(box, candidates[end])) {
      if ((candidates[end] as OpenCandidate).words > LONGEST_OFFER || end - i > MOST_OFFERS) break
      end++
    }
    if (end < candidates.length && holds(box, candidates[end])) continue
    for (let k = i; k < end; k++) (candidates[k] as OpenCandidate).inOffer = true
  }
}

/** Whether a unit stands inside an element; elements know where their text lies. */
function holds(box: Element, c: OpenCandidate | undefined): boolean {
  return c !== undefined && c.unit.start >= box.textStart && c.unit.end <= box.textEnd
}

/** Body units of a cell, and words of the longest, from which on its table lays out a page. */
const LAYOUT_UNITS = 3
const LAYOUT_WORDS = 20

/** A table cell with paragraphs in it lays out a page: what stands in its table is read as if there were none. */
function markLayoutTables(candidates: OpenCandidate[]): void {
  const cells = new Map<Element, { units: number; words: number }>()
  for (const c of candidates) {
    if (!c.isBody || (c.within & WITHIN.table) === 0) continue
    const cell = ancestor(c.element, CELL)
    if (!cell) continue
    const seen = cells.get(cell) ?? { units: 0, words: 0 }
    cells.set(cell, { units: seen.units + 1, words: Math.max(seen.words, c.words) })
  }
  const layouts = new Set<Element>()
  for (const [cell, { units, words }] of cells) {
    const table = ancestor(cell, TABLE)
    if (table && units >= LAYOUT_UNITS && words >= LAYOUT_WORDS) layouts.add(table)
  }
  if (layouts.size === 0) return
  for (const c of candidates) {
    const table = (c.within & WITHIN.table) !== 0 ? ancestor(c.element, TABLE) : null
    if (table && (layouts.has(table) || isBox(table, c.element, layouts))) c.inLayout = true
  }
}

/** A table of one cell in a table that lays out a page is a box, for a picture or a list. */
function isBox(table: Element, inside: Element | null, layouts: ReadonlySet<Element>): boolean {
  const cell = ancestor(inside, CELL)
  const outer = ancestor(table.parent, TABLE)
  if (!cell || !outer || !layouts.has(outer)) return false
  // White space at the edges aside, the cell's text is the table's.
  return cell.textEnd - cell.textStart >= table.textEnd - table.textStart - 2
}

const CELL: ReadonlySet<string> = new Set(['td', 'th'])
const TABLE: ReadonlySet<string> = new Set(['table'])

function ancestor(element: Element | null, names: ReadonlySet<string>): Element | null {
  let e = element
  for (let steps = 0; e && steps < STEPS; e = e.parent, steps++) if (names.has(e.name)) return e
  return null
}

function countWords(text: string): number {
  let n = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inWord) n++
    inWord = !space
  }
  return n
}

function placesOf(candidates: readonly Candidate[], marks: RoleMarks, titleAt: number): PagePlaces {
  const firstBody = firstBodyOf(candidates)
  let lastBody = -1
  let lastLong = -1
  candidates.forEach((c, i) => {
    if (!c.isBody || c.words < 5) return
    lastBody = i
    if (c.words >= LONG && c.endsSentence && !isCopyright(c.text)) lastLong = i
  })
  let runs: WordRuns | null = null
  const isRepeated = (said: string) => {
    runs ??= new WordRuns(candidates)
    return runs.isRepeated(said)
  }
  return {
    title: titleAt,
    firstBody,
    lastBody,
    lastLong,
    end: endOf(candidates),
    byline: bylineOf(candidates, titleAt),
    units: candidates.length,
    standfirst: foldedWords(marks.standfirst ?? ''),
    authors: marks.authors.map(foldedWords).filter((a) => a !== ''),
    isRepeated,
  }
}

/** Words from which on a sentence is surely running text. */
const LONG = 12

const firstBodyOf = (candidates: readonly Candidate[]): number => candidates.findIndex((c) => c.isBody && c.words >= 5)

/**
 * Where a press release ends: "# # #", "ENDS" or "-30-", or a line that begins with "Notes to editors"; the first such
 * below most of the text. -1: nowhere. A mark that recurs parts sections.
 */
function endOf(candidates: readonly Candidate[]): number {
  let all = 0
  const marks: { readonly index: number; readonly before: number; readonly text: string }[] = []
  for (const c of candidates) {
    if (isEndMark(c)) marks.push({ index: c.index, before: all, text: foldedWords(c.text) })
    if (c.isBody) all += c.words
  }
  const first = marks.find(({ before }) => before * 2 > all)
  if (!first || (first.text === '' && marks.filter(({ text }) => text === '').length > 1)) return -1
  return first.index
}

const RUN = 5

/** How many units hold each run of five words, among those long enough to be, or to hold, a pull quote. */
class WordRuns {
  private readonly holders = new Map<string, number>()
  private readonly ids = new Map<string, string>()

  constructor(candidates: readonly Candidate[]) {
    for (const c of candidates) {
      if (c.words < RUN + 1) continue
      for (const run of new Set(this.runsOf(c.text))) this.holders.set(run, (this.holders.get(run) ?? 0) + 1)
    }
  }

  /** Whether nine in ten of the text's runs stand in another unit too. */
  isRepeated(text: string): boolean {
    const runs = this.runsOf(text)
    if (runs.length < 2) return false
    let again = 0
    for (const run of runs) if ((this.holders.get(run) ?? 0) > 1) again++
    return again >= runs.length * 0.9
  }

  /** Each word is one code unit, so that a run is a short string; past 65,536 different words they begin to be shared. */
  private runsOf(text: string): string[] {
    let coded = ''
    for (const word of foldedWords(text).split(' ')) {
      let id = this.ids.get(word)
      if (id === undefined) {
        id = String.fromCharCode(this.ids.size & 0xffff)
        this.ids.set(word, id)
      }
      coded += id
    }
    const runs: string[] = []
    for (let i = 0; i + RUN <= coded.length; i++) runs.push(coded.slice(i, i + RUN))
    return runs
  }
}

/**
 * The unit that shows the title: in HTML an h1 that says what the marks say, else any heading that does, else the last
 * h1 before the body; in plain text the last short line without a full stop before the body that is not a date, a byline
 * or a label.
 */
function titleOf(candidates: readonly Candidate[], marked: string | null): HeadLine {
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
interface HeadLine {
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

/** The first byline within a few lines of the title; -1: none. */
function bylineOf(candidates: readonly Candidate[], titleAt: number): number {
  if (titleAt < 0) return -1
  for (let i = titleAt + 1; i < Math.min(candidates.length, titleAt + 10); i++) {
    const c = candidates[i] as Candidate
    if (c.words > 20) continue
    if ((BY.test(c.text) && !c.endsSentence) || (c.hints & HINT.byline) !== 0) return i
  }
  return -1
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

/** The article's body text: its blocks in order, an empty line between two. */
export function articleText(text: string, blocks: readonly Block[]): string {
  const parts: string[] = []
  for (const b of blocks) if (BODY_ROLES.has(b.role)) parts.push(text.slice(b.start, b.end))
  return parts.join('\n\n')
}
