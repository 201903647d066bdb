import type { Span } from '../model/index.js'
import { isVerb, POS } from '../statements/parts-of-speech.js'
import { isBodyNoun } from './lexicon/bodies.js'
import { isPersonNoun, KIN } from './lexicon/people.js'
import { isAddress, isTitle } from './lexicon/titles.js'
import { singular } from './lexicon/word-list.js'
import type { NameRun } from './names.js'
import type { View } from './view.js'

/** What the page says of a name beside it: where, and the lower-case noun at its head. */
export interface Role {
  readonly first: number
  readonly end: number
  readonly head: string
}

/** An apposition, a title or an affiliation goes on for no more tokens than this. */
const LONGEST = 30

/** The roles of a name: titles before it, "nurse Ana Roe", appositions either side, where it is "at" or "of". */
export function rolesOf(v: View, run: NameRun, runAt: Int32Array, runs: readonly NameRun[]): Role[] {
  const out: Role[] = []
  const before = apposedBefore(v, run)
  if (before) out.push(before)
  const title = titleOf(v, run)
  if (title) out.push(title)
  const place = affiliation(v, run, runAt, runs)
  if (place) out.push(place)
  const after = apposedAfter(v, place ? place.end : run.close)
  if (after) out.push(after)
  return out
}

/** A role's span in the text. */
export const roleSpan = (v: View, { first, end }: Role): Span => ({
  start: v.tokens[first]?.start ?? 0,
  end: v.tokens[end - 1]?.end ?? 0,
})

// "Senate Minority Whip", "former Pennsylvania governor", "billionaire": directly before the name, one phrase with it.
function titleOf(v: View, run: NameRun): Role | null {
  let first = run.first
  const sentence = v.sentence[first]
  while (first > 0 && run.core - first < LONGEST && v.sentence[first - 1] === sentence && isModifier(v, first - 1))
    first--
  // "former secretary of state Ana Roe".
  let head = v.low[run.core - 1] as string
  if (v.low[first - 1] === 'of' && first < run.core && isTitle(v.low[first - 2] ?? '') && run.core - first <= 2) {
    head = v.low[first - 2] as string
    first -= 2
    while (first > 0 && v.sentence[first - 1] === sentence && isModifier(v, first - 1)) first--
  }
  while (first < run.core && (v.pos[first] === POS.DETERMINER || v.pos[first] === POS.GENITIVE)) first++
  if (first >= run.core) return null
  if (run.core > run.first)
    return isAddress(head) && first >= run.core - 1 ? null : { first, end: run.core, head: fullTitle(head) }
  return isPersonNoun(head) ? { first, end: run.core, head: singular(head) } : null
}

function isModifier(v: View, i: number): boolean {
  const pos = v.pos[i] as number
  return pos === POS.NOUN || pos === POS.ADJECTIVE || pos === POS.NAME || pos === POS.GENITIVE || pos === POS.POSSESSIVE
}

// "Ana Ruiz, Peru's envoy to the bloc," and "Ana Ruiz (Peru's envoy)": up to the comma that ends it.
function apposedAfter(v: View, close: number): Role | null {
  const sentence = v.sentence[close - 1]
  let at = close
  const isInside = (i: number): boolean => i < v.tokens.length && v.sentence[i] === sentence
  if (!isInside(at) || !opensAside(v, at)) return null
  at++
  // "Roe, 35, the daughter of": the age first.
  if (isInside(at + 1) && v.pos[at] === POS.NUMBER && v.pos[at + 1] === POS.COMMA) at += 2
  const phrase = phraseFrom(v, at)
  if (!phrase) return null
  const head = v.low[phrase.head] as string
  if (!isPersonNoun(head) && !isBodyNoun(head) && head !== 'one') return null
  // "Ana Roe, husband to open shop": a headline's two.
  if (KIN.has(head) && phrase.head === phrase.first) return null
  let end = phrase.end
  while (isInside(end) && end - at < LONGEST && !closesAside(v, end)) {
    if (isFiniteVerb(v, end)) return null
    end++
  }
  if (isInside(end) && v.pos[end] === POS.WH) return { first: at, end, head: singular(head) }
  return { first: at, end, head: singular(head) }
}

const opensAside = (v: View, i: number): boolean =>
  v.pos[i] === POS.COMMA || v.pos[i] === POS.COLON || v.text.charCodeAt(v.tokens[i]?.start ?? 0) === 0x28

const closesAside = (v: View, i: number): boolean => {
  const pos = v.pos[i] as number
  return (
    pos === POS.COMMA ||
    pos === POS.STOP ||
    pos === POS.WH ||
    pos === POS.COLON ||
    pos === POS.MARK ||
    pos === POS.PUNCTUATION
  )
}

const isFiniteVerb = (v: View, i: number): boolean => {
  const pos = v.pos[i] as number
  return pos === POS.PAST || pos === POS.PRESENT || pos === POS.MODAL
}

// The phrase that begins at token `at`; possessives and genitives in it are no hindrance.
function phraseFrom(v: View, at: number): View['phrases'][number] | null {
  let low = 0
  let high = v.phrases.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((v.phrases[mid]?.end ?? 0) > at) high = mid
    else low = mid + 1
  }
  const phrase = v.phrases[low]
  return phrase && phrase.first <= at && phrase.first >= at - 1 ? phrase : null
}

/** A description before a comma and a name goes back no further than this. */
const FURTHEST = 16

// "Peru's envoy to the bloc, Ana Ruiz, said": a description, a comma, the name, and a comma or a stop after it.
function apposedBefore(v: View, run: NameRun): Role | null {
  const comma = run.first - 1
  if (comma < 2 || v.pos[comma] !== POS.COMMA || v.sentence[comma] !== v.sentence[run.first]) return null
  if (run.close < v.tokens.length && v.sentence[run.close] === v.sentence[comma]) {
    if (!closesAside(v, run.close) || v.pos[run.close] === POS.WH) return null
  }
  let first = comma
  while (
    first > 0 &&
    comma - first < FURTHEST &&
    v.sentence[first - 1] === v.sentence[comma] &&
    isInPhrase(v, first - 1)
  )
    first--
  // A description has an article or an owner first; a bare one begins its sentence.
  let at = first
  while (
    at < comma &&
    v.pos[at] !== POS.DETERMINER &&
    v.pos[at] !== POS.POSSESSIVE &&
    v.opens[at] !== 1 &&
    v.pos[at + 1] !== POS.GENITIVE
  )
    at++
  if (at >= comma) return null
  const phrase = phraseFrom(v, at)
  if (!phrase) return null
  const head = v.low[phrase.head] as string
  if (!isPersonNoun(head) && !isBodyNoun(head)) return null
  return { first: at, end: comma, head: singular(head) }
}

function isInPhrase(v: View, i: number): boolean {
  const pos = v.pos[i] as number
  return (
    !isVerb(pos) &&
    pos !== POS.COMMA &&
    pos !== POS.STOP &&
    pos !== POS.COLON &&
    pos !== POS.MARK &&
    pos !== POS.WH &&
    pos !== POS.PRONOUN &&
    pos !== POS.ADVERB
  )
}

// "Okafor at the Clean Rivers Trust", "Brown of Marion Avenue Church".
function affiliation(v: View, run: NameRun, runAt: Int32Array, runs: readonly NameRun[]): Role | null {
  const word = v.low[run.close]
  if (word !== 'at' && word !== 'of' && word !== 'from' && word !== 'with') return null
  if (v.sentence[run.close] !== v.sentence[run.first]) return null
  let at = run.close + 1
  if (v.pos[at] === POS.DETERMINER) at++
  const other = runAt[at] === undefined ? -1 : (runAt[at] as number)
  const next = runs[other]
  if (!next || next.first !== at) return null
  return { first: run.close + 1, end: next.end, head: '' }
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['sens', 'senator'],
  ['rep', 'representative'],
  ['reps', 'representative'],
  ['gov', 'governor'],
  ['dr', 'doctor'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
  ['gen', 'general'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['col', 'colonel'],
  ['pres', 'president'],
  ['cllr', 'councillor'],
])

/** A title in full: "Sen." is a senator. */
const fullTitle = (title: string): string => {
  const plain = title.endsWith('.') ? title.slice(0, -1) : title
  return SHORT.get(plain) ?? plain
}
