import type { Unit } from '../../unit.js'
import { unitWords } from '../text.js'

/** What the columns of plain text want to know of a unit. */
export interface PlainShape {
  readonly words: readonly string[]
  /** As FEATURES count them: in scripts without blanks, two characters a word. */
  readonly wordCount: number
  /** Its longer words, each once: those of its subject. */
  readonly topical: ReadonlySet<string>
  /** Ten words or more, and a sentence. */
  readonly prose: boolean
  /** It ends in a full stop or what stands for one, closing marks left out. */
  readonly ends: boolean
  /** How long ago, or who said, liked or answered: a line of comments or teasers. */
  readonly stamp: boolean
  readonly dated: boolean
  /** A word of captions and credits. */
  readonly credit: boolean
  /** Class of its first and of its last character, see {@link characterClass}. */
  readonly first: number
  readonly last: number
  /** Capitals right after a small letter or a full stop: a headline and its summary run together. */
  readonly glued: number
  readonly allCaps: boolean
  /** Share of "I", "you", "my" and the like. */
  readonly persons: number
  /** Its length, end and digits in a few classes: lines that one template made share it. */
  readonly look: number
}

/** Of a longer unit only the beginning is looked at, code units. */
const LOOKED_AT = 4000

/** Stamps, dates and credits are told in units up to this length, code units. */
const LINE = 240

const STAMPS: readonly RegExp[] = [
  /\b\d{1,2}\+? (?:sec|min|hour|hr|day|week|month|year)[a-z]{0,5} ago\b|\b(?:reply|replies|likes?|votes?|upvotes?|permalink|quote|flag|report)\b.{0,12}$/i,
  /\b(?:says|said|wrote|on [A-Z][a-z]{2,8} \d{1,2},? \d{4}.{0,24}):?$/i,
]
const DATED =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b/i
const CREDIT =
  /\b(?:photos?|image|picture|pictured|credit|getty|reuters|afp|ap photo|shutterstock|courtesy|screenshot|illustration|file)\b/i
const PERSONS = new Set(['i', 'you', 'your', 'my', 'me', 'we', 'our', 'us'])

/** Words of a unit's subject have at least so many letters. */
const TOPICAL = 5

/** The words of what is looked at of a unit. */
export function plainWords(text: string, unit: Unit): string[] {
  return unitWords(text.slice(unit.start, Math.min(unit.end, unit.start + LOOKED_AT)))
}

/** The shape of one unit. One pass over its text. */
export function plainShape(text: string, unit: Unit, wordCount: number): PlainShape {
  const t = text.slice(unit.start, Math.min(unit.end, unit.start + LOOKED_AT))
  const words = plainWords(text, unit)
  const line = t.length <= LINE
  const topical = new Set<string>()
  let persons = 0
  for (const word of words) {
    if (word.length >= TOPICAL) topical.add(word)
    if (PERSONS.has(word)) persons++
  }
  const ends = endsSentence(t)
  const dated = line && DATED.test(t)
  return {
    words,
    wordCount,
    topical,
    prose: wordCount >= 10 && (wordCount >= 25 || /[.!?。]/.test(t)),
    ends,
    stamp: line && STAMPS.some((stamp) => stamp.test(t)),
    dated,
    credit: line && CREDIT.test(t),
    first: characterClass(t.charCodeAt(0)),
    last: characterClass(t.charCodeAt(t.length - 1)),
    ...capitals(t),
    persons: persons / Math.max(1, words.length),
    look: sizeClass(wordCount) * 8 + (ends ? 4 : 0) + (dated ? 2 : /\d/.test(t.slice(0, LINE)) ? 1 : 0),
  }
}

function endsSentence(t: string): boolean {
  let end = t.length - 1
  while (end > 0 && '"\'”’)]»'.includes(t[end] as string)) end--
  return '.!?。'.includes(t[end] as string)
}

function capitals(t: string): { glued: number; allCaps: boolean } {
  let glued = 0
  let lower = 0
  let upper = 0
  let before = 32
  for (let i = 0; i < t.length; i++) {
    const c = t.charCodeAt(i)
    if (isLower(c)) lower++
    else if (c >= 65 && c <= 90) {
      upper++
      if (isLower(before) || before === 46 || before === 63 || before === 0x2026) glued++
    }
    before = c
  }
  return { glued, allCaps: lower === 0 && upper >= 8 }
}

function isLower(c: number): boolean {
  return c >= 97 && c <= 122
}

/** Upper bounds of the classes of length, in words. */
const SIZES = [0, 1, 3, 7, 14, 30, 60]

function sizeClass(words: number): number {
  let i = 0
  while (i < SIZES.length && words > (SIZES[i] as number)) i++
  return i
}

const OTHER_ASCII = 12
const OTHER = 13
const CLASSES = ['', '', '', '.', '!', '?', '…', '"“”\'‘’', ':', '()', '[]', '-–—']

/** Small letter 0, capital 1, digit 2, then marks; letters beyond ASCII are one class. */
function characterClass(c: number): number {
  if (isLower(c)) return 0
  if (c >= 65 && c <= 90) return 1
  if (c >= 48 && c <= 57) return 2
  const mark = String.fromCharCode(c)
  for (let i = 3; i < CLASSES.length; i++) if ((CLASSES[i] as string).includes(mark)) return i
  return c > 0x7f ? OTHER : OTHER_ASCII
}
