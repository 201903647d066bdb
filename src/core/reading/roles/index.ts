import type { Block, Role } from '../../model/index.js'
import { BODY_ROLES } from '../../model/index.js'
import { type Ancestries, INLINE } from '../ancestry.js'
import type { Element } from '../element.js'
import { HINT } from '../hints.js'
import { namesIn } from '../meta/names.js'
import type { Unit } from '../unit.js'
import { agencyCredit, authorNote, caption, photoCredit, pullQuote } from './attached.js'
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
import { BY, byline, dateline, namedByline, namedStandfirst, standfirst, statedDate, title } from './head.js'
import { splitHead, titleOf } from './headline.js'
import { markLayoutTables } from './layout.js'
import { markOffers } from './offers.js'
import {
  type Candidate,
  countWords,
  firstBodyOf,
  foldedWords,
  type OpenCandidate,
  type PagePlaces,
  type RoleRule,
} from './rule.js'
import { WordRuns } from './runs.js'

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
    ? splitHead(text, whole, head.at, (unit, score) => candidateOf(text, unit, 0, score, threshold, ancestries))
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
  const isRepeated = (said: Candidate) => {
    runs ??= new WordRuns(candidates)
    return runs.isRepeated(said)
  }
  let twins: Map<string, number> | null = null
  const isTwin = (said: string) => {
    twins ??= countsOf(candidates.map((c) => foldedWords(c.text)))
    return (twins.get(foldedWords(said)) ?? 0) > 1
  }
  const byline = bylineOf(candidates, titleAt)
  return {
    title: titleAt,
    firstBody,
    lastBody,
    lastLong,
    end: endOf(candidates),
    byline,
    units: candidates.length,
    standfirst: foldedWords(marks.standfirst ?? ''),
    authors: authorsOf(marks.authors, candidates[byline])
      .map(foldedWords)
      .filter((a) => a !== ''),
    isRepeated,
    isTwin,
  }
}

/** The authors that the page's marks give; plain text has none, there the byline says who they are. */
function authorsOf(marked: readonly string[], byline: Candidate | undefined): readonly string[] {
  return marked.length === 0 && byline?.tag === '' ? namesIn(byline.text, 'visible') : marked
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Words from which on a sentence is surely running text. */
const LONG = 12

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

/** The article's body text: its blocks in order, an empty line between two. */
export function articleText(text: string, blocks: readonly Block[]): string {
  const parts: string[] = []
  for (const b of blocks) if (BODY_ROLES.has(b.role)) parts.push(text.slice(b.start, b.end))
  return parts.join('\n\n')
}
