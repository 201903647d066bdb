import { latinWords } from '../latin-words.js'
import type { Unit } from '../unit.js'
import type { WordWeights } from '../weights.js'
import { column } from './columns.js'

/** What other features want to know of a unit's text. */
export interface Shape {
  /** {@link unitWords} of it; of a long one those of its head and tail. */
  readonly words: readonly string[]
  readonly wordCount: number
  /** Ten words or more, a sentence, and not mostly links. */
  readonly prose: boolean
  /** NaN in plain text. */
  readonly linkShare: number
  readonly endsSentence: number
  readonly weightMean: number
}

const DIGIT = /\d/

/** The words of a text, lower case, digits as 0: what {@link WordWeights} are kept for. */
export function unitWords(text: string): string[] {
  const lower = text.toLowerCase()
  const words = latinWords(lower)
  if (words === null) return lower.replace(/\d+/g, '0').match(/[\p{L}\p{M}0]+/gu) ?? []
  if (DIGIT.test(lower)) {
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string
      if (DIGIT.test(word)) words[i] = word.replace(/\d+/g, '0')
    }
  }
  return words
}

/** Words at a unit's head and tail that carry weights: furniture shows itself in its first and last words. */
const HEAD_WORDS = 12
const TAIL_WORDS = 4

/** Of the words of a unit, those that carry weights. */
export function weighedWords(words: readonly string[]): readonly string[] {
  if (words.length <= HEAD_WORDS + TAIL_WORDS) return words
  return [...words.slice(0, HEAD_WORDS), ...words.slice(-TAIL_WORDS)]
}

/** A unit with more words than this has only its head and tail split into words. */
const LONG = 400

const isDigit = (c: number): boolean => c >= 48 && c <= 57

const FIRST = column('words')
const REPEATED = column('repeated')
const WEIGHTS = column('weightMean')

/** Fills in the columns `words` to `weightFirst` of the row at `at`, but for `repeated`. One pass over the text. */
export function textFeatures(text: string, unit: Unit, rows: Float32Array, at: number, weights: WordWeights): Shape {
  const t = text.slice(unit.start, unit.end)
  const length = t.length
  let commas = 0
  let sentences = 0
  let letters = 0
  let upper = 0
  let digits = 0
  let quotes = 0
  let separators = 0
  let capitalWords = 0
  let shortLower = 0
  let wordCount = 0
  let clock = 0
  let ideographs = 0
  let inWord = false
  let wordStart = 0
  for (let i = 0; i <= length; i++) {
    const c = i < length ? t.charCodeAt(i) : 32
    const lower = (c >= 97 && c <= 122) || (c >= 0xdf && c !== 0xf7 && c < 0x2000)
    const isUpper = (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7)
    const isLetter = lower || isUpper || c > 0x2e7f
    if (isLetter || isDigit(c)) {
      // Scripts without spaces: two characters count as a word.
      if (c > 0x2e7f && (c < 0xac00 || c > 0xd7a3) && (c < 0xd800 || c > 0xdfff)) ideographs++
      else if (!inWord) {
        inWord = true
        wordStart = i
        wordCount++
        if (isUpper) capitalWords++
      }
      if (isLetter) letters++
      else digits++
      if (isUpper) upper++
      continue
    }
    if (inWord) {
      if (i - wordStart <= 3 && t.charCodeAt(wordStart) >= 97) shortLower++
      inWord = false
    }
    if (c === 32) continue
    switch (c) {
      case 44:
      case 0x3001:
      case 0xff0c:
        commas++
        break
      case 46:
      case 33:
      case 63:
      case 0x3002:
        if (i + 1 >= length || !isDigit(t.charCodeAt(i + 1))) {
          const next = i + 1 < length ? t.charCodeAt(i + 1) : 32
          if (next <= 32 || next === 34 || next === 39 || next === 0x201d || next === 0x2019 || next === 41) sentences++
        }
        break
      case 58:
        if (i > 0 && isDigit(t.charCodeAt(i - 1)) && isDigit(t.charCodeAt(i + 1))) clock = 1
        break
      case 34:
      case 0x201c:
      case 0x201d:
      case 0xab:
      case 0xbb:
        quotes++
        break
      case 124:
      case 0xb7:
      case 0x2022:
      case 0x203a:
      case 0xa9:
      case 62:
      case 0x2192:
        separators++
        break
    }
  }
  wordCount += Math.ceil(ideographs / 2)
  let end = length - 1
  while (end > 0 && isCloser(t.charCodeAt(end))) end--
  const last = t.charCodeAt(end)
  const ends = last === 46 || last === 33 || last === 63 || last === 0x3002 ? 1 : 0
  const first = t.charCodeAt(0)
  const words = unitWords(wordCount > LONG ? `${t.slice(0, 400)} ${t.slice(-100)}` : t)
  const linkShare = unit.markup ? Math.min(1, unit.markup.linkLength / length) : Number.NaN

  const k = at + FIRST
  const all = Math.max(1, wordCount)
  rows[k] = wordCount
  rows[k + 1] = length
  rows[k + 2] = sentences
  rows[k + 3] = commas / all
  rows[k + 4] = ends
  rows[k + 5] = last === 58 ? 1 : 0
  rows[k + 6] = last === 0x2026 || t.endsWith('...') || t.endsWith('[…]') ? 1 : 0
  rows[k + 7] = first >= 97 && first <= 122 ? 1 : 0
  rows[k + 8] = capitalWords / all
  rows[k + 9] = upper / Math.max(1, letters)
  rows[k + 10] = digits / Math.max(1, letters + digits)
  rows[k + 11] = (letters + digits) / all
  rows[k + 12] = shortLower / all
  rows[k + 13] = quotes
  rows[k + 14] = separators
  rows[k + 15] = digits >= 4 && /\b(?:19|20)\d\d\b/.test(t.slice(0, 200)) ? 1 : 0
  rows[k + 16] = clock
  rows[k + 17] = t.length < 2000 && /@|https?:|www\./.test(t) ? 1 : 0
  const weightMean = weigh(words, weights, rows, at)
  const prose = wordCount >= 10 && (Number.isNaN(linkShare) || linkShare < 0.4) && (sentences > 0 || wordCount >= 25)
  return { words, wordCount, prose, linkShare, endsSentence: ends, weightMean }
}

function weigh(words: readonly string[], weights: WordWeights, rows: Float32Array, at: number): number {
  let sum = 0
  let min = 0
  let max = 0
  let known = 0
  const head = Math.min(words.length, HEAD_WORDS)
  const tail = Math.max(head, words.length - TAIL_WORDS)
  for (let i = 0; i < words.length; i++) {
    if (i >= head && i < tail) continue
    const w = weights.get(words[i] as string)
    if (w === undefined) continue
    known++
    sum += w
    if (w < min) min = w
    if (w > max) max = w
  }
  const mean = known > 0 ? sum / known : 0
  const k = at + WEIGHTS
  rows[k] = mean
  rows[k + 1] = min
  rows[k + 2] = max
  rows[k + 3] = words.length > 0 ? (weights.get(words[0] as string) ?? 0) : 0
  return mean
}

function isCloser(c: number): boolean {
  return c === 34 || c === 39 || c === 0x201d || c === 0x2019 || c === 41 || c === 93 || c === 0xbb
}

/** Up to how many words a unit is looked for again on its page. */
const REPEATABLE = 40

/** Fills in `repeated`: how often the page has the unit's words. Returns each unit's words as one key; '' for long ones. */
export function repeatFeatures(shapes: readonly Shape[], rows: Float32Array, width: number): string[] {
  const seen = new Map<string, number>()
  const keys = shapes.map((s) => (s.wordCount <= REPEATABLE ? s.words.join(' ') : ''))
  for (const key of keys) if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1)
  for (let i = 0; i < keys.length; i++) rows[i * width + REPEATED] = seen.get(keys[i] as string) ?? 1
  return keys
}
