import type { SpeakerKind } from '../model/index.js'
import { POS } from '../statements/parts-of-speech.js'
import { isBodyNoun } from './lexicon/bodies.js'
import { isPaperNoun } from './lexicon/papers.js'
import { CROWDS, isPersonNoun, isSourceNoun, nounGender } from './lexicon/people.js'
import { CALENDAR } from './lexicon/small-words.js'
import { singular } from './lexicon/word-list.js'
import type { NameRun } from './names.js'
import type { Occurrence } from './occurrence.js'
import { isSubject } from './subjects.js'
import type { View } from './view.js'

/** The occurrence that a noun phrase from `first` to its `head` is. */
export function nounOf(v: View, first: number, head: number): Occurrence {
  const { tokens, low } = v
  const opener = low[first] as string
  let start = first
  let article: Occurrence['article'] = 'bare'
  if (DEFINITE.has(opener)) article = 'the'
  else if (v.pos[first] === POS.DETERMINER || INDEFINITE.has(opener)) article = 'a'
  else if (v.pos[first] === POS.POSSESSIVE) article = 'own'
  if (article === 'the' || opener === 'a' || opener === 'an' || article === 'own') start = Math.min(first + 1, head)
  for (let i = start; i < head; i++) if (v.pos[i] === POS.GENITIVE) article = 'own'
  const from = article !== 'the' && v.pos[first] === POS.NUMBER && ABOUT.has(low[first - 1] ?? '') ? first - 1 : start
  const noun = low[head] as string
  // "a rights group" is one; "a group of rabbis" is many.
  const isBody = singular(noun) === noun && isBodyNoun(noun) && low[head + 1] !== 'of'
  const plural = !isBody && isPlural(v, head)
  const words: string[] = []
  for (let i = start; i <= head; i++) words.push(low[i] as string)
  const kind = isBody ? 'organisation' : kindOfNoun(noun, plural, words)
  return {
    start: tokens[Math.min(first, from)]?.start ?? 0,
    end: tokens[head]?.end ?? 0,
    coreStart: tokens[from]?.start ?? 0,
    coreEnd: tokens[head]?.end ?? 0,
    isName: false,
    words,
    kind,
    gender: plural ? null : nounGender(noun),
    plural,
    article,
    sentence: v.sentence[head] as number,
    block: v.block[head] as number,
    isSubject: isSubject(v, first, head + 1),
    isOwner: v.pos[head + 1] === POS.GENITIVE,
    isQuoted: v.quoted[head] === 1,
    isWeak: false,
    alias: null,
    roles: [],
    state: null,
    owner: v.pos[first] === POS.POSSESSIVE ? opener : null,
    together: [],
    isRestricted: low[head + 1] === 'who' || low[head + 1] === 'that' || low[head + 1] === 'whose',
    ofWhat: low[head + 1] === 'of' ? ((low[head + 2] === 'the' ? low[head + 3] : low[head + 2]) ?? null) : null,
    isPlaced: false,
    roleHeads: kind === 'person' || kind === 'unnamed' ? [singular(noun)] : [],
    roleWords: words,
    apposed: null,
    entity: null,
    options: null,
  }
}

/** "optimistic Democrats doubt": a capitalised plural for people is the head, whatever its neighbour is taken for. */
export function cutAtCrowd(v: View, first: number, head: number, runAt: Int32Array, runs: readonly NameRun[]): number {
  for (let i = first; i < head; i++) {
    const run = runs[runAt[i] as number]
    const word = v.low[i] as string
    if (run && run.core === run.end && run.end - 1 === i && singular(word) !== word && v.pos[i + 1] !== POS.GENITIVE)
      return i
  }
  return head
}

const TIMES = new Set([
  'night',
  'morning',
  'afternoon',
  'evening',
  'week',
  'month',
  'year',
  'day',
  'today',
  'yesterday',
  'tomorrow',
  'weekend',
  'time',
])
const WHEN = new Set(['last', 'this', 'next', 'early', 'late', 'earlier', 'later'])

/** "news organizations early Tuesday night": the noun before the time is the head. */
export function trimTime(v: View, first: number, head: number): number {
  let at = head
  while (
    at > first &&
    (TIMES.has(v.low[at] as string) || CALENDAR.has(v.low[at] as string) || WHEN.has(v.low[at] as string))
  )
    at--
  return at < head && v.pos[at] === POS.NOUN ? at : head
}

/** "about 40 states". */
const ABOUT = new Set(['about', 'around', 'nearly', 'almost', 'roughly', 'some', 'over'])

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those'])
const INDEFINITE = new Set(['one', 'several', 'some', 'many', 'most', 'few', 'two', 'three', 'another', 'other'])

const isPlural = (v: View, head: number): boolean => {
  const noun = v.low[head] as string
  return CROWDS.has(noun) || (noun !== singular(noun) && v.pos[head] !== POS.NUMBER)
}

// What a description speaks of, by its noun.
function kindOfNoun(noun: string, plural: boolean, words: readonly string[]): SpeakerKind {
  if (plural) {
    if (isPersonNoun(noun)) return isSourceNoun(noun) && words.length < 8 ? 'unnamed' : 'group'
    if (isPaperNoun(noun) && !CROWDS.has(noun)) return 'document'
    return CROWDS.has(noun) || isBodyNoun(noun) ? 'group' : 'unknown'
  }
  if (CROWDS.has(noun)) return 'group'
  if (isPersonNoun(noun)) return 'person'
  if (isPaperNoun(noun)) return 'document'
  return isBodyNoun(noun) ? 'organisation' : 'unknown'
}
