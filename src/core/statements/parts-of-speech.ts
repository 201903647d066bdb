import { hashWord, mix } from './hashing.js'
import type { Token } from './tagger.js'
import { isDigit, isWordAt } from './tokens.js'

/**
 * The parts of speech that are told apart, as numbers; the Penn tags that each stands for are in the comments. Few
 * enough for a small model, fine enough to see a finite verb and the edges of a noun phrase.
 */
export const POS = {
  NOUN: 0, // NN NNS
  NAME: 1, // NNP NNPS
  PAST: 2, // VBD
  PRESENT: 3, // VBZ VBP
  BASE: 4, // VB
  GERUND: 5, // VBG
  PARTICIPLE: 6, // VBN
  MODAL: 7, // MD
  PRONOUN: 8, // PRP EX
  POSSESSIVE: 9, // PRP$
  DETERMINER: 10, // DT PDT
  WH: 11, // WDT WP WP$ WRB
  PREPOSITION: 12, // IN
  TO: 13, // TO
  ADJECTIVE: 14, // JJ JJR JJS
  ADVERB: 15, // RB RBR RBS RP
  CONJUNCTION: 16, // CC
  NUMBER: 17, // CD
  GENITIVE: 18, // POS, the 's of "Ann's"
  OTHER: 19, // UH FW SYM LS
  COMMA: 20,
  STOP: 21, // . ! ? …
  COLON: 22, // : ; and dashes
  MARK: 23, // quotation marks
  PUNCTUATION: 24, // all else
} as const

/** How many parts of speech words can have; those from here on are punctuation. */
export const WORD_POS = 20

/** Rows of the model's table; each holds {@link WORD_POS} weights. A power of two. */
export const POS_ROWS = 8192

/** The perceptron's weights, and the words that have one part of speech nearly always. */
export interface PosModel {
  /** POS_ROWS × WORD_POS. */
  readonly weights: Int8Array
  /** From {@link hashOf} a lower-case word to its part of speech. */
  readonly sure: ReadonlyMap<number, number>
}

const FEATURES = 14

/** What the tagger sees of a token's spelling. */
export interface Spelling {
  /** {@link hashWord} of the token. */
  readonly word: Int32Array
  readonly suffix: Int32Array
  /** 0 lower case, 1 capital first, 2 all capitals, 3 begins with a digit, 4 not a word. */
  readonly shape: Uint8Array
}

/** Reads off each token's spelling: one pass over the characters. */
export function spell(text: string, tokens: readonly Token[]): Spelling {
  const word = new Int32Array(tokens.length)
  const suffix = new Int32Array(tokens.length)
  const shape = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i] as Token
    word[i] = hashWord(text, start, end)
    // "-try" of "ministry" is not the word "try": an ending that has a stem before it counts apart.
    const ending = hashWord(text, Math.max(start, end - 3), end)
    suffix[i] = end - start > 5 ? ~ending : ending
    shape[i] = shapeOf(text, start, end)
  }
  return { word, suffix, shape }
}

function shapeOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start)
  if (isDigit(code)) return 3
  if (code === 64) return end - start > 1 ? 1 : 4
  if (code === 0x27 || code === 0x2019) return end - start > 1 && isWordAt(text, start + 1) ? 0 : 4
  if (!isWordAt(text, start)) return 4
  if (code < 128 ? code >= 97 : text.charAt(start) === text.charAt(start).toLowerCase()) return 0
  if (end - start === 1) return 1
  const second = text.charCodeAt(start + 1)
  return (second >= 65 && second <= 90) || second === 46 ? 2 : 1
}

function punctuationOf(text: string, token: Token): number {
  switch (text.charCodeAt(token.start)) {
    case 0x2c:
      return POS.COMMA
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2026:
      return POS.STOP
    case 0x3a:
    case 0x3b:
    case 0x2d:
    case 0x2013:
    case 0x2014:
      return POS.COLON
    case 0x22:
    case 0x27:
    case 0x60:
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return POS.MARK
    default:
      return POS.PUNCTUATION
  }
}

/**
 * Fills `rows` with the table rows (multiples of {@link WORD_POS}) that fire for token `i`; `pos` holds the tags of the
 * tokens before it. Shared with the training script, so that both see the same features.
 *
 * @returns how many rows
 */
export function posFeatures(s: Spelling, pos: Uint8Array, i: number, rows: Int32Array): number {
  const n = s.word.length
  const word = s.word[i] as number
  const shape = s.shape[i] as number
  const p1 = i > 0 ? (pos[i - 1] as number) : 30
  const p2 = i > 1 ? (pos[i - 2] as number) : 30
  const next = i + 1 < n ? (s.word[i + 1] as number) : 0
  const nextSuffix = i + 1 < n ? (s.suffix[i + 1] as number) : 0
  const nextShape = i + 1 < n ? (s.shape[i + 1] as number) : 5
  const suffix = s.suffix[i] as number
  rows[0] = (mix(1, word) & (POS_ROWS - 1)) * WORD_POS
  rows[1] = (mix(mix(2, word), p1) & (POS_ROWS - 1)) * WORD_POS
  rows[2] = (mix(mix(3, suffix), shape) & (POS_ROWS - 1)) * WORD_POS
  rows[3] = (mix(mix(4, suffix), p1) & (POS_ROWS - 1)) * WORD_POS
  rows[4] = (mix(5, p1 * 32 + p2) & (POS_ROWS - 1)) * WORD_POS
  rows[5] = (mix(mix(6, p1), shape * 8 + nextShape) & (POS_ROWS - 1)) * WORD_POS
  rows[6] = (mix(7, i > 0 ? (s.word[i - 1] as number) : 0) & (POS_ROWS - 1)) * WORD_POS
  rows[7] = (mix(8, next) & (POS_ROWS - 1)) * WORD_POS
  rows[8] = (mix(9, nextSuffix) & (POS_ROWS - 1)) * WORD_POS
  rows[9] = (mix(mix(10, word), nextSuffix) & (POS_ROWS - 1)) * WORD_POS
  rows[10] = (mix(mix(11, p1 * 32 + p2), shape) & (POS_ROWS - 1)) * WORD_POS
  rows[11] = (mix(mix(12, nextSuffix), p1) & (POS_ROWS - 1)) * WORD_POS
  rows[12] = (mix(13, i + 2 < n ? (s.suffix[i + 2] as number) : 0) & (POS_ROWS - 1)) * WORD_POS
  rows[13] = (mix(14, shape * 8 + nextShape) & (POS_ROWS - 1)) * WORD_POS
  return FEATURES
}

/** Tags each token with a number of {@link POS}: greedy, left to right, an averaged perceptron (Collins 2002). */
export function tagPartsOfSpeech(
  text: string,
  tokens: readonly Token[],
  spelling: Spelling,
  model: PosModel,
): Uint8Array {
  const pos = new Uint8Array(tokens.length)
  const rows = new Int32Array(FEATURES)
  const { weights, sure } = model
  for (let i = 0; i < tokens.length; i++) {
    const shape = spelling.shape[i]
    if (shape === 4) {
      pos[i] = punctuationOf(text, tokens[i] as Token)
      continue
    }
    if (shape === 0) {
      const known = sure.get(spelling.word[i] as number)
      if (known !== undefined) {
        pos[i] = known
        continue
      }
    }
    posFeatures(spelling, pos, i, rows)
    // Written out, so that the sum of a column is one expression: three times as fast as a loop over the rows.
    const r0 = rows[0] as number
    const r1 = rows[1] as number
    const r2 = rows[2] as number
    const r3 = rows[3] as number
    const r4 = rows[4] as number
    const r5 = rows[5] as number
    const r6 = rows[6] as number
    const r7 = rows[7] as number
    const r8 = rows[8] as number
    const r9 = rows[9] as number
    const r10 = rows[10] as number
    const r11 = rows[11] as number
    const r12 = rows[12] as number
    const r13 = rows[13] as number
    let best = 0
    let top = Number.NEGATIVE_INFINITY
    for (let t = 0; t < WORD_POS; t++) {
      const sum =
        (weights[r0 + t] as number) +
        (weights[r1 + t] as number) +
        (weights[r2 + t] as number) +
        (weights[r3 + t] as number) +
        (weights[r4 + t] as number) +
        (weights[r5 + t] as number) +
        (weights[r6 + t] as number) +
        (weights[r7 + t] as number) +
        (weights[r8 + t] as number) +
        (weights[r9 + t] as number) +
        (weights[r10 + t] as number) +
        (weights[r11 + t] as number) +
        (weights[r12 + t] as number) +
        (weights[r13 + t] as number)
      if (sum > top) {
        top = sum
        best = t
      }
    }
    pos[i] = best
  }
  return pos
}

/** Whether a tag is any form of a verb, modals included. */
export const isVerb = (pos: number): boolean => pos >= POS.PAST && pos <= POS.MODAL
