import type { StatedBody } from '../stated.js'
import type { Unit } from '../unit.js'
import { column, WIDTH } from './columns.js'
import { type Shape, unitWords } from './text.js'

/** What of a page's marks the features use. */
export interface FeatureMarks {
  readonly title: string | null
  /** The page's own summary of the article. */
  readonly summary: string | null
  /** The article's text as the page's own data gives it (JSON-LD articleBody). */
  readonly stated: StatedBody | null
}

const PLACE = column('indexFromStart')
const UNTIL_PROSE = column('untilProse')
const STATED = column('statedBody')
const TOPIC = column('topic')
const HEADING = column('headingWeight')
const LAYOUT = column('gapBefore')

/** A distance where there is nothing to be distant from. */
const NOWHERE = 200

/** Fills in `indexFromStart` to `untilProse`: where on the page a unit stands. */
export function placeFeatures(
  shapes: readonly Shape[],
  keys: readonly string[],
  title: string | null,
  rows: Float32Array,
): void {
  const n = shapes.length
  const titleKey = title === null ? '' : unitWords(title).join(' ')
  const titleAt = titleKey === '' ? -1 : titleUnit(keys, titleKey)
  let pageWords = 0
  let totalProse = 0
  for (const s of shapes) {
    pageWords += s.wordCount
    if (s.prose) totalProse += s.wordCount
  }
  const all = Math.max(1, pageWords)
  let before = 0
  let prose = 0
  let lastProse = -1
  for (let i = 0; i < n; i++) {
    const s = shapes[i] as Shape
    const k = i * WIDTH + PLACE
    rows[k] = i / n
    rows[k + 1] = n - i
    rows[k + 2] = before / all
    rows[k + 3] = (pageWords - before - s.wordCount) / all
    rows[k + 4] = n
    rows[k + 5] = pageWords
    rows[k + 6] = titleKey !== '' && keys[i] === titleKey ? 1 : 0
    rows[k + 7] = titleAt < 0 ? Number.NaN : i - titleAt
    rows[k + 8] = prose
    rows[k + 9] = totalProse > 0 ? prose / totalProse : 0
    rows[k + 11] = lastProse < 0 ? NOWHERE : i - lastProse
    before += s.wordCount
    if (s.prose) {
      prose += s.wordCount
      lastProse = i
    }
    rows[k + 10] = totalProse > 0 ? (totalProse - prose) / totalProse : 0
  }
  let nextProse = -1
  for (let i = n - 1; i >= 0; i--) {
    rows[i * WIDTH + UNTIL_PROSE] = nextProse < 0 ? NOWHERE : nextProse - i
    if ((shapes[i] as Shape).prose) nextProse = i
  }
}

/** The first unit that is the title, else the last that begins it or begins as it does. */
function titleUnit(keys: readonly string[], title: string): number {
  let at = -1
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    if (key === title && key.length >= 8) return i
    if (key.length >= 8 && (title.startsWith(key) || key.startsWith(title))) at = i
  }
  return at
}

/** Fills in `statedBody` to `badHeading`: what the page's own data, and the headings before a unit, say of it. */
export function contextFeatures(
  units: readonly Unit[],
  shapes: readonly Shape[],
  marks: FeatureMarks,
  rows: Float32Array,
): void {
  const summary = new Set(marks.summary === null ? [] : unitWords(marks.summary).filter(isTopical))
  let heading = Number.NaN
  let headingAt = -1
  let bad = 0
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit
    const s = shapes[i] as Shape
    const at = i * WIDTH
    if (marks.stated) rows[at + STATED] = marks.stated.share(s.words)
    if (summary.size >= 3) rows[at + STATED + 1] = sharedWords(s.words, summary) / summary.size
    rows[at + HEADING] = heading
    rows[at + HEADING + 1] = headingAt < 0 ? NOWHERE : i - headingAt
    rows[at + HEADING + 2] = bad
    if (isHeading(unit, s)) {
      heading = s.weightMean
      headingAt = i
      bad = s.weightMean < -0.8 ? Math.max(1, bad) : 0
    } else if (bad > 0) bad += s.wordCount
  }
}

function isHeading(unit: Unit, s: Shape): boolean {
  if (!unit.markup) return s.wordCount <= 8 && s.endsSentence === 0 && !unit.layout?.bullet
  const { name } = unit.markup.element
  return name.length === 2 && name[0] === 'h' && name[1] !== 'r'
}

/** How many of `wanted` are among `words`, each once. */
function sharedWords(words: readonly string[], wanted: ReadonlySet<string>): number {
  let found: Set<string> | null = null
  for (const w of words) {
    if (!isTopical(w) || !wanted.has(w)) continue
    found ??= new Set()
    found.add(w)
  }
  return found?.size ?? 0
}

/** Words long enough to be of a subject. */
function isTopical(word: string): boolean {
  return word.length >= 5
}

/**
 * Fills in `topic` and `topicShare`: how far a unit's subject is the page's, by its longer words among those of the
 * page's prose, each by how many prose units hold it. Other stories and comments share fewer of the article's words.
 */
export function topicFeatures(shapes: readonly Shape[], rows: Float32Array): void {
  const known = new Map<string, TopicWord>()
  const own = shapes.map((s, i) => {
    const words: TopicWord[] = []
    for (const w of s.words) {
      if (!isTopical(w)) continue
      let word = known.get(w)
      if (!word) {
        word = { holders: 0, last: -1 }
        known.set(w, word)
      }
      if (word.last === i) continue
      word.last = i
      if (s.prose) word.holders++
      words.push(word)
    }
    return words
  })
  for (let i = 0; i < shapes.length; i++) {
    const words = own[i] as TopicWord[]
    if (words.length === 0) continue
    const self = (shapes[i] as Shape).prose ? 1 : 0
    let sum = 0
    let shared = 0
    for (const { holders } of words) {
      if (holders <= self) continue
      shared++
      sum += Math.log1p(holders - self)
    }
    rows[i * WIDTH + TOPIC] = sum / words.length
    rows[i * WIDTH + TOPIC + 1] = shared / words.length
  }
}

interface TopicWord {
  /** Prose units that hold it. */
  holders: number
  /** The last unit that was found to hold it. */
  last: number
}

/** Fills in `gapBefore` to `bullet`: how a unit of plain text lies on its page. */
export function layoutFeatures(units: readonly Unit[], rows: Float32Array): void {
  for (let i = 0; i < units.length; i++) {
    const { layout } = units[i] as Unit
    if (layout === null) continue
    const k = i * WIDTH + LAYOUT
    rows[k] = layout.gapBefore
    rows[k + 1] = layout.gapAfter
    rows[k + 2] = layout.lines
    rows[k + 3] = layout.indent
    rows[k + 4] = layout.bullet ? 1 : 0
  }
}
