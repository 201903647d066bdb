import { type Words, wordRange, wordsOf } from '../anchor/index.js'
import type { Reading } from '../model/index.js'
import { ABBREVIATIONS } from './lexicon.js'
import type { Source } from './verdict.js'

/** A source with what the check looks at, made once. All indices are word indices. */
export interface Text {
  readonly source: Source
  readonly words: Words
  /** By word: index of the innermost statement whose content covers it, or -1. */
  readonly statement: Int32Array
  /** By word: index of the quotation that it stands in, or -1; null where the quotations are not known. */
  readonly quotation: Int32Array | null
  /** By word: index of its block, or -1. */
  readonly block: Int32Array
  /** By word: 1 where it is the page's own between two stretches of one speaker's ("she said"). */
  readonly between: Uint8Array
  /** By statement: index of the one that reports it, or -1. */
  readonly outer: Int32Array
}

const made = new WeakMap<Source, Text>()
const madeWords = new WeakMap<Reading, Words>()

/** The words of a reading's whole text; made once. */
export function wordsOfReading(reading: Reading): Words {
  let words = madeWords.get(reading)
  if (!words) {
    words = wordsOf(reading.text)
    madeWords.set(reading, words)
  }
  return words
}

/** A source's text, made once. Linear in the text and its statements' content. */
export function textOf(source: Source): Text {
  const known = made.get(source)
  if (known) return known
  const { reading, statements, quotations } = source
  const words = wordsOfReading(reading)
  const n = words.key.length
  const statement = new Int32Array(n).fill(-1)
  // Longer ones first, so that the innermost has the last word.
  const size = (i: number) => statements[i]?.content.reduce((sum, { start, end }) => sum + end - start, 0) ?? 0
  const sizes = statements.map((_, i) => size(i))
  const order = statements.map((_, i) => i).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
  for (const i of order) for (const span of statements[i]?.content ?? []) fill(statement, words, span, i)
  let quotation: Int32Array | null = null
  if (quotations) {
    quotation = new Int32Array(n).fill(-1)
    for (let i = 0; i < quotations.length; i++)
      fill(quotation, words, quotations[i] as { start: number; end: number }, i)
  }
  const block = new Int32Array(n).fill(-1)
  for (let i = 0; i < reading.blocks.length; i++)
    fill(block, words, reading.blocks[i] as { start: number; end: number }, i)
  const byId = new Map(statements.map(({ id }, i) => [id, i]))
  const outer = Int32Array.from(statements, ({ within }) => (within === null ? -1 : (byId.get(within) ?? -1)))
  const between = betweenOf(source, words, statement, quotation, block)
  const text = { source, words, statement, quotation, block, between, outer }
  made.set(source, text)
  return text
}

/** Words of the page's own between two parts of one quotation: "the mayor of Tarn told reporters on Monday". */
const BETWEEN = 40

function betweenOf(
  { statements, quotations }: Source,
  words: Words,
  statement: Int32Array,
  quotation: Int32Array | null,
  block: Int32Array,
): Uint8Array {
  const out = new Uint8Array(words.key.length)
  const mark = (from: number, to: number, inside: Int32Array | null) => {
    if (to <= from || to - from > BETWEEN || from === 0 || block[from - 1] !== block[to]) return
    for (let w = from; w < to; w++) if (statement[w] !== -1 || (inside && inside[w] !== -1)) return
    out.fill(1, from, to)
  }
  for (const { content } of statements) {
    for (let i = 1; i < content.length; i++) {
      const [from, to] = wordRange(words, content[i - 1]?.end ?? 0, content[i]?.start ?? 0)
      mark(from, to, null)
    }
  }
  // Where no statement was found, what stands between two quotations of a block.
  for (let i = 1; i < (quotations?.length ?? 0); i++) {
    const [from, to] = wordRange(words, quotations?.[i - 1]?.end ?? 0, quotations?.[i]?.start ?? 0)
    const free = (w: number) => statement[w] === -1
    if (from > 0 && to < out.length && free(from - 1) && free(to)) mark(from, to, quotation)
  }
  return out
}

function fill(out: Int32Array, words: Words, { start, end }: { start: number; end: number }, value: number): void {
  let low = 0
  let high = words.start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.start[middle] as number) >= start) high = middle
    else low = middle + 1
  }
  for (let w = low; w < out.length && (words.start[w] as number) < end; w++) out[w] = value
}

/** The statements that a word is content of, the innermost first; reports within reports go a few levels at most. */
export function statementsAt({ statement, outer }: Text, word: number): number[] {
  const out: number[] = []
  let at = statement[word] ?? -1
  while (at >= 0 && out.length < 8) {
    out.push(at)
    at = outer[at] ?? -1
  }
  return out
}

/** Whether a sentence ends between two words that follow each other, or a block does. */
export function sentenceEndsBefore({ text, start, end, key }: Words, word: number): boolean {
  if (word <= 0 || word >= key.length) return true
  const gap = text.slice(end[word - 1], start[word])
  if (/\n[ \t\r]*\n/.test(gap)) return true
  const stop = /[.!?\u2026]/.exec(gap)
  if (!stop) return false
  if (stop[0] !== '.') return true
  const before = key[word - 1] as string
  if (ABBREVIATIONS.has(before)) return false
  // An initial: "J. Roe".
  if (before.length === 1 && before !== 'i' && /^\p{Lu}/u.test(text.slice(start[word - 1]))) return false
  return !/^\p{Ll}/u.test(text.slice(start[word], (start[word] as number) + 2))
}
