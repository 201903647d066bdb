import { type Span, span } from '../../model/index.js'
import { POS } from '../parts-of-speech.js'
import type { BlockWords, Range } from './block-words.js'
import { type CueClause, inContent } from './cue-clause.js'

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Hedges wherever they stand. */
const ALWAYS = set(
  'allegedly reportedly apparently seemingly purportedly supposedly ostensibly possibly perhaps maybe probably presumably ' +
    "potentially conceivably arguably evidently tentatively could couldn't mayn't mightn't unconfirmed purported rumored rumoured plausibly",
)
/** Hedges before a number alone: "about 40", "nearly half". */
const BEFORE_NUMBER = set('about around nearly almost roughly approximately some circa estimated perhaps')
/** Of several words, before a number alone. */
const BEFORE_NUMBER_PAIRS = new Set([
  'at least',
  'at most',
  'up to',
  'close to',
  'as many as',
  'as much as',
  'as few as',
  'more or less',
  'in the region of',
])
/** After these, "about 40" is what was talked of. */
const OF_TALK = set(
  'talk talks talked talking speak speaks spoke speaking ask asks asked asking know knows knew think thinks thought thinking hear hears heard learn learned ' +
    'worry worried worries concerned questions question complain complained write wrote written tell told information debate argument joke joked care cares all',
)
const NUMBER_WORDS = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty ' +
    'sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter two-thirds ' +
    'three-quarters one-third one-quarter one-half twice double',
)
const PHRASES: readonly (readonly string[])[] = [
  'it seems',
  'it appears',
  'sort of',
  'kind of',
  'or so',
  'to some extent',
  'so to speak',
  'as far as i know',
  'as far as we know',
  'to my knowledge',
  'i guess',
  'i suppose',
  'i think',
  'we think',
  'i suspect',
  'more or less',
  'is said to',
  'are said to',
  'was said to',
  'were said to',
  'is believed to',
  'are believed to',
  'was believed to',
  'were believed to',
  'is thought to',
  'are thought to',
  'was thought to',
  'were thought to',
].map((phrase) => phrase.split(' '))
const BY_FIRST = new Map<string, (readonly string[])[]>()
for (const phrase of PHRASES) {
  const first = phrase[0] as string
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), phrase])
}
/** "The might of the army" weakens nothing. */
const BEFORE_MIGHT = set('the its his her their our military all american financial political full with')
const COPULAS = set("is are was were be been being 's 're become became becomes")

/**
 * The words that weaken a statement, in order: those of its content and those that stand with its cue ("allegedly said").
 * Each span is one word, or a phrase that works as one ("at least", "it seems").
 */
export function hedgesOf(
  runs: readonly { readonly words: BlockWords; readonly first: number; readonly end: number }[],
  clause: CueClause | null,
): Span[] {
  const out: Span[] = []
  const add = (words: BlockWords, range: Range) => {
    const first = words.tokens[range.first]
    const last = words.tokens[range.end - 1]
    if (first && last) out.push(span(words.text, first.start, last.end))
  }
  for (const { words, first, end } of runs) scan(words, first, end, (range) => add(words, range))
  if (clause) {
    const { words, cue, sentence } = clause
    const from = Math.max(sentence.first, cue.first - BESIDE)
    const end = Math.min(sentence.end, cue.end + 1)
    scan(words, from, end, (range) => {
      // A cue that suggests is itself what was done.
      if (inContent(clause, range.first) || words.word(range.first).startsWith('suggest')) return
      // Before the cue only what belongs to its verb: auxiliaries and adverbs between the two.
      if (range.first < cue.first && !reaches(words, range.end, cue.first)) return
      add(words, range)
    })
  }
  out.sort((a, b) => a.start - b.start)
  return out.filter((hedge, i) => i === 0 || hedge.start >= (out[i - 1] as Span).end)
}

/** How far before its cue a hedge of the cue may stand, in tokens: "may have repeatedly said". */
const BESIDE = 4

function reaches(words: BlockWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (!/^(?:have|has|had|be|been|also|not|once|never)$|.ly$/.test(words.word(i))) return false
  return true
}

function scan(words: BlockWords, first: number, end: number, found: (range: Range) => void): void {
  for (let i = first; i < end; i++) {
    const length = hedgeAt(words, i, first, end)
    if (length === 0) continue
    found({ first: i, end: i + length })
    i += length - 1
  }
}

// How many tokens the hedge at `i` has; 0: there is none.
function hedgeAt(words: BlockWords, i: number, first: number, end: number): number {
  const word = words.word(i)
  if (!TRIGGERS.has(word)) return 0
  for (const phrase of BY_FIRST.get(word) ?? [])
    if (i + phrase.length <= end && phrase.every((part, k) => words.word(i + k) === part))
      return isLoose(words, i, word) ? phrase.length : 0
  if (ALWAYS.has(word)) return 1
  const next = i + 1 < end ? words.word(i + 1) : ''
  const before = i > 0 ? words.word(i - 1) : ''
  switch (word) {
    case 'may':
      // The month has a capital, and a day, a year or a preposition beside it.
      return words.isCapital(i) && (i > first || !/^(?:be|not|he|she|it|they|we|you|i)$/.test(next)) ? 0 : 1
    case 'might':
      return BEFORE_MIGHT.has(before) || before.endsWith("'s") ? 0 : 1
    case 'likely':
      return /^(?:voter|voters|electorate|caucusgoers|caucus-goers)$/.test(next) || before === 'not' ? 0 : 1
    case 'unlikely':
      return 1
    case 'possible':
      return isPossible(words, i, before, next) ? 1 : 0
    case 'potential':
    case 'probable':
    case 'supposed':
      return isAttribute(words, i, next) ? 1 : 0
    case 'alleged':
    case 'suspected':
      return next === 'that' ? 0 : isAttribute(words, i, next) ? 1 : 0
    case 'apparent':
      return before === 'heir' || COPULAS.has(before) || /^(?:heir|more|very|increasingly)$/.test(before) ? 0 : 1
    case 'seem':
    case 'seems':
    case 'seemed':
      return 1
    case 'appear':
    case 'appears':
    case 'appeared':
      return next === 'to' || next === 'that' ? 1 : 0
    case 'suggests':
      return 1
    case 'suggest':
      return /^(?:i|we|you|to|would|can|will|not|may|might|could|should|must|let|me)$/.test(before) ? 0 : 1
    default:
      return beforeNumber(words, i, word, end)
  }
}

// "a kind of", "what kind of" names a kind, and "Do I think" asks.
function isLoose(words: BlockWords, i: number, word: string): boolean {
  if (word === 'i' || word === 'we') return !/^(?:do|did|what|than|how)$/.test(words.word(i - 1))
  if (word !== 'kind' && word !== 'sort') return true
  const pos = words.pos(i - 1)
  return (
    pos === POS.PRONOUN ||
    pos === POS.ADVERB ||
    pos === POS.PRESENT ||
    pos === POS.PAST ||
    COPULAS.has(words.word(i - 1))
  )
}

// "It is possible that", "a possible breach"; not "as soon as possible", "it is possible to cross".
function isPossible(words: BlockWords, i: number, before: string, next: string): boolean {
  if (next === 'that') return true
  if (/^(?:as|best|worst|every|soon|much|possible|make|makes|made|making|not|what's)$|n't$/.test(before)) return false
  return next !== 'to' && isAttribute(words, i, next)
}

// "the alleged theft", "suspected arsonists": beside the noun that it weakens.
function isAttribute(words: BlockWords, i: number, next: string): boolean {
  if (next === '' || next === 'to') return false
  const pos = words.pos(i + 1)
  return pos === POS.NOUN || pos === POS.NAME || pos === POS.ADJECTIVE || pos === POS.GERUND
}

function beforeNumber(words: BlockWords, i: number, word: string, end: number): number {
  if (PAIR_STARTS.has(word)) {
    let phrase = word
    for (let length = 2; length <= LONGEST_PAIR && i + length < end; length++) {
      phrase += ` ${words.word(i + length - 1)}`
      if (BEFORE_NUMBER_PAIRS.has(phrase)) return isNumber(words, i + length, end) ? length : 0
    }
  }
  return BEFORE_NUMBER.has(word) && isHedged(words, i, word, end) ? 1 : 0
}

const LONGEST_PAIR = 4
const PAIR_STARTS = new Set([...BEFORE_NUMBER_PAIRS].map((phrase) => phrase.split(' ')[0] as string))

/** All words that a hedge can begin with: nearly every token is settled by one look here. */
const TRIGGERS = new Set([
  ...ALWAYS,
  ...BEFORE_NUMBER,
  ...PAIR_STARTS,
  ...BY_FIRST.keys(),
  ...set(
    'may might likely unlikely possible potential probable supposed alleged suspected apparent seem seems seemed appear appears appeared suggest suggests',
  ),
])

function isHedged(words: BlockWords, i: number, word: string, end: number): boolean {
  if (!isNumber(words, i + 1, end))
    return /^(?:nearly|almost)$/.test(word) && /^(?:all|every|everyone|half|always|certainly)$/.test(words.word(i + 1))
  if (word === 'estimated') return true
  if (word !== 'about' && word !== 'around') return true
  if (OF_TALK.has(words.word(i - 1))) return false
  // "about one of them": a number that is counted has something after it; "one" alone is a pronoun.
  return !(
    words.word(i + 1) === 'one' &&
    !/^(?:in|million|third|hundred|thousand|year|day|week|month|hour|mile|percent|-?half)$/.test(words.word(i + 2))
  )
}

// A number at token `i`, with a currency sign or "a" before it: "$40", "a dozen", "half".
function isNumber(words: BlockWords, i: number, end: number): boolean {
  if (i >= end) return false
  const word = words.word(i)
  if (/^[$£€¥]$/.test(word) || word === 'us') return i + 1 < end && /^[\d$£€¥]/.test(words.word(i + 1))
  if (word === 'a' || word === 'an')
    return /^(?:dozen|hundred|thousand|million|billion|third|quarter|half|decade|week|month|year|day|mile|hour)$/.test(
      words.word(i + 1),
    )
  if (/^\d/.test(word)) return true
  return NUMBER_WORDS.has(word)
}
