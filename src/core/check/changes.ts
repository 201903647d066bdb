import type { Words } from '../anchor/index.js'
import { stemOf } from '../compare/stem.js'
import { isBelief, isHedge } from './hedges.js'
import { areOpposite, DATES, FUNCTION_WORDS, isNegation, QUANTITIES } from './lexicon.js'
import { numbersIn } from './numbers.js'
import { sentenceEndsBefore } from './texts.js'
import type { ChangeKind, Turn } from './verdict.js'

/** Words of a text by index range [from, to). */
export interface Stretch {
  readonly words: Words
  readonly range: readonly [number, number]
}

const TURNS: ReadonlySet<string> = new Set<Turn>([
  'negation',
  'number',
  'name',
  'date',
  'hedge',
  'quantity',
  'opposite',
])

/** Whether a change turns the sense. */
export const isTurn = (kind: ChangeKind): kind is Turn => TURNS.has(kind)

/**
 * What it is that changed between the draft's words and the source's: first what turns the sense, however small it is.
 * Never empty where the words differ.
 */
export function kindsOf(draft: Stretch, source: Stretch): ChangeKind[] {
  const q = keysOf(draft)
  const w = keysOf(source)
  const kinds = new Set<ChangeKind>()
  if (q.filter(isNegation).length !== w.filter(isNegation).length) kinds.add('negation')
  if (numbersDiffer(numbersIn(q), numbersIn(w))) kinds.add('number')
  const [dq, dw] = [datesIn(draft), datesIn(source)]
  if (!sameList(dq, dw)) kinds.add('date')
  const [nq, nw] = [namesIn(draft), namesIn(source)]
  if (nq.some((name) => !has(w, name)) || nw.some((name) => !has(q, name))) kinds.add('name')
  if (!sameList(hedgesIn(draft), hedgesIn(source))) kinds.add('hedge')
  if (!sameSet(q, w, (key) => QUANTITIES.has(key)) && !kinds.has('hedge')) kinds.add('quantity')
  if (q.some((a) => w.some((b) => areOpposite(a, b)))) kinds.add('opposite')
  if (kinds.size > 0) return [...kinds]
  if (expand(q).join(' ') === expand(w).join(' ')) return ['contraction']
  if (q.length === w.length && q.every((key, i) => isForm(key, w[i] as string))) return ['form']
  if (q.join('') === w.join('')) return ['form']
  return ['words']
}

/**
 * How words in brackets turn the source's words that they stand for (an empty range: none). What explains (who, when,
 * how many of them) is what brackets are for, so a number, a date and a name count only against one of the source's.
 */
export function bracketTurns(draft: Stretch, source: Stretch): Turn[] {
  const replaced = keysOf(source)
  return kindsOf(draft, source).filter((kind): kind is Turn => {
    if (!isTurn(kind) || kind === 'name') return false
    if (kind === 'number') return numbersIn(replaced).length > 0
    if (kind === 'date') return datesIn(source).length > 0
    return kind !== 'quantity' || replaced.length === 0 || replaced.some((key) => QUANTITIES.has(key))
  })
}

const keysOf = ({ words, range }: Stretch): readonly string[] => words.key.slice(range[0], range[1])

// "January" of "january" and "January's".
const has = (keys: readonly string[], name: string): boolean => keys.some((key) => stemOf(key) === stemOf(name))

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i])
}

function hedgesIn({ words, range }: Stretch): string[] {
  const out: string[] = []
  for (let i = range[0]; i < range[1]; i++)
    if (isHedge(words, i) || isBelief(words, i)) out.push(words.key[i] as string)
  return out.sort()
}

function sameSet(a: readonly string[], b: readonly string[], counts: (key: string) => boolean): boolean {
  return sameList(a.filter(counts).sort(), b.filter(counts).sort())
}

// "One" by itself is more often no number: "one of them", "no one".
function numbersDiffer(q: readonly string[], w: readonly string[]): boolean {
  if (sameList(q, w)) return false
  const bare = (list: readonly string[]) => list.every((value) => value === '1')
  return !(bare(q) && bare(w) && (q.length === 0 || w.length === 0))
}

function datesIn({ words, range }: Stretch): string[] {
  const out: string[] = []
  for (let i = range[0]; i < range[1]; i++) {
    const key = words.key[i] as string
    const plain = key.replace(/'s$/, '')
    if (!DATES.has(plain)) continue
    // "may" and "march" are words too.
    if ((plain === 'may' || plain === 'march') && !isCapital(words, i)) continue
    out.push(plain)
  }
  return out
}

function isCapital({ text, start }: Words, i: number): boolean {
  return /^\p{Lu}/u.test(text.slice(start[i], (start[i] as number) + 2))
}

/** Words in capitals that stand for somebody or something by name, by their keys. */
function namesIn({ words, range }: Stretch): string[] {
  const out: string[] = []
  for (let i = range[0]; i < range[1]; i++) {
    const key = words.key[i] as string
    if (key.length < 2 || !isCapital(words, i) || FUNCTION_WORDS.has(key) || isNegation(key) || DATES.has(key)) continue
    if (opensSentence(words, i) && !isNameElsewhere(words, key)) continue
    out.push(key)
  }
  return out
}

function opensSentence(words: Words, i: number): boolean {
  if (i === 0 || sentenceEndsBefore(words, i)) return true
  return /["“”‘«„:\n[]/.test(words.text.slice(words.end[i - 1], words.start[i]))
}

const seen = new WeakMap<Words, { readonly capital: ReadonlySet<string>; readonly small: ReadonlySet<string> }>()

/** Whether a text writes a word in capitals inside sentences, and never small. */
function isNameElsewhere(words: Words, key: string): boolean {
  let known = seen.get(words)
  if (!known) {
    const capital = new Set<string>()
    const small = new Set<string>()
    for (let i = 0; i < words.key.length; i++) {
      if (!isCapital(words, i)) small.add(words.key[i] as string)
      else if (!opensSentence(words, i)) capital.add(words.key[i] as string)
    }
    known = { capital, small }
    seen.set(words, known)
  }
  return known.capital.has(key) && !known.small.has(key)
}

const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["can't", 'can not'],
  ["won't", 'will not'],
  ["shan't", 'shall not'],
  ['cannot', 'can not'],
  ["let's", 'let us'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
])
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
]

/** Words with their contractions written out. "'s" and "'d" stand for several words and count as "is" and "would". */
function expand(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const whole = CONTRACTIONS.get(key)
    if (whole) return whole.split(' ')
    for (const [ending, word] of ENDINGS) if (key.endsWith(ending)) return [key.slice(0, -ending.length), word]
    if (/^(?:it|that|there|here|he|she|what|who|where)'s$/.test(key)) return [key.slice(0, -2), 'is']
    if (/^(?:i|you|he|she|it|we|they)'d$/.test(key)) return [key.slice(0, -2), 'would']
    return [key]
  })
}

/** Two forms or spellings of a word: the same stem, or one letter in seven changed. */
function isForm(a: string, b: string): boolean {
  return a === b || stemOf(a) === stemOf(b) || (a.length > 6 && b.length > 6 && differsByOne(a, b))
}

function differsByOne(a: string, b: string): boolean {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  let j = 0
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++
  return Math.max(a.length, b.length) - i - j <= 1
}
