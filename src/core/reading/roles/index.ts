import type { Block, Role } from '../../model/index.js'
import { BODY_ROLES } from '../../model/index.js'
import { type Ancestries, INLINE } from '../ancestry.js'
import type { Element } from '../element.js'
import { HINT } from '../hints.js'
import { namesIn } from '../meta/names.js'
import type { Unit } from '../unit.js'
import { agencyCredit, authorNote, caption, endsInCredit, photoCredit, pullQuote } from './attached.js'
import { body } from './body.js'
import {
  advertisement,
  buttons,
  comment,
  cookieNotice,
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
import { BY, byline, dateline, MONTH, namedStandfirst, standfirst, title } from './head.js'
import { type Candidate, foldedWords, type PagePlaces, type RoleRule } from './rule.js'

/**
 * In order: the first that finds something decides. The title first, since all else is placed by it; then what may stand
 * inside the article's box without being its text (captions, credits, pull quotes, the author's note); then the body, by
 * the classifier; then the head's other lines; then furniture, from what names itself most clearly to what is left over.
 */
export const RULES: readonly RoleRule[] = [
  title,
  ornament,
  teasers,
  sales,
  buttons,
  agencyCredit,
  photoCredit,
  caption,
  pullQuote,
  authorNote,
  namedStandfirst,
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
  const candidates: OpenCandidate[] = units.map((unit, index) =>
    candidateOf(text, unit, index, (scores[index] as number) >= threshold, ancestries),
  )
  markTeasers(candidates)
  const place = placesOf(candidates, marks)
  return candidates.map((c, i) => {
    for (const rule of RULES) {
      const found = rule.look(c, place)
      if (found) return block(c.unit, found.role, c.tag, scores[i] as number, found.why)
    }
    return block(c.unit, 'notice', c.tag, scores[i] as number, 'outside the article')
  })
}

function block(unit: Unit, role: Role, tag: string, score: number, why: string): Block {
  const level = /^h[1-6]$/.test(tag) && (role === 'heading' || role === 'title') ? Number(tag[1]) : null
  return { start: unit.start, end: unit.end, role, level, body: Math.round(score * 1000) / 1000, why }
}

function candidateOf(text: string, unit: Unit, index: number, isBody: boolean, ancestries: Ancestries): OpenCandidate {
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
    isBody,
    hints: bits,
    within,
    tag,
    element: m?.element ?? null,
    linkShare: m ? Math.min(1, m.linkLength / (unit.end - unit.start)) : 0,
    inTeasers: false,
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

function placesOf(candidates: readonly Candidate[], marks: RoleMarks): PagePlaces {
  let firstBody = -1
  let lastBody = -1
  for (let i = 0; i < candidates.length; i++) {
    if (!candidates[i]?.isBody || (candidates[i]?.words ?? 0) < 5) continue
    if (firstBody < 0) firstBody = i
    lastBody = i
  }
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
  const titleAt = titleOf(candidates, marks.title, firstBody)
  const byline = bylineOf(candidates, titleAt)
  return {
    title: titleAt,
    firstBody,
    lastBody,
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

const RUN = 5

/** How many units of the body hold each run of five words, among those long enough to be, or to hold, a pull quote. */
class WordRuns {
  private readonly holders = new Map<string, number>()
  private readonly ids = new Map<string, string>()

  constructor(candidates: readonly Candidate[]) {
    for (const c of candidates) {
      if (!c.isBody || c.words < RUN + 1) continue
      for (const run of new Set(this.runsOf(c.text))) this.holders.set(run, (this.holders.get(run) ?? 0) + 1)
    }
  }

  /** Whether nine in ten of a unit's runs stand in another unit, of the body. */
  isRepeated({ text, isBody }: Candidate): boolean {
    const runs = this.runsOf(text)
    if (runs.length < 2) return false
    const itself = isBody ? 1 : 0
    let again = 0
    for (const run of runs) if ((this.holders.get(run) ?? 0) > itself) again++
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
function titleOf(candidates: readonly Candidate[], marked: string | null, firstBody: number): number {
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
  if (best >= 0 || candidates.some((c) => c.unit.markup)) return best
  return textTitle(candidates, firstBody)
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
function textTitle(candidates: readonly Candidate[], firstBody: number): number {
  if (firstBody < 0) return -1
  if (firstBody === 0) return isHeadlineLine(candidates[0]) ? 0 : -1
  for (let i = firstBody; i >= Math.max(0, firstBody - HEAD_LINES); i--) {
    if (!isHeadlineLine(candidates[i])) continue
    return isHeadlineLine(candidates[i - 1]) ? i - 1 : i
  }
  return -1
}

function isHeadlineLine(c: Candidate | undefined): boolean {
  if (!c || c.words < 4 || c.words > 25 || c.unit.layout?.bullet || c.inTeasers) return false
  if (c.endsSentence && !/[?!]["'”’]?$/.test(c.text)) return false
  if (NO_TITLE.test(c.text) || /[|·»@]/.test(c.text) || /\b\d{1,2}[:.]\d{2}\b/.test(c.text)) return false
  return !endsInCredit(c.text) && !(MONTH.test(c.text) && /\d/.test(c.text) && c.words <= 8)
}

/** The article's body text: its blocks in order, an empty line between two. */
export function articleText(text: string, blocks: readonly Block[]): string {
  const parts: string[] = []
  for (const b of blocks) if (BODY_ROLES.has(b.role)) parts.push(text.slice(b.start, b.end))
  return parts.join('\n\n')
}
