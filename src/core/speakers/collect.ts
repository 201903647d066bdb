import type { Span, SpeakerKind } from '../model/index.js'
import { isVerb, POS } from '../statements/parts-of-speech.js'
import type { Passage } from '../statements/tagger.js'
import { findAnonymity } from './anonymity.js'
import { isBodyNoun, isNamingWord, KNOWN_BODIES } from './lexicon/bodies.js'
import { isAmericanState, isGovernment } from './lexicon/governments.js'
import { isPaperNoun } from './lexicon/papers.js'
import { CROWDS, isPersonNoun, isSourceNoun, nounGender } from './lexicon/people.js'
import { type Gender, PRONOUNS } from './lexicon/pronouns.js'
import { CALENDAR } from './lexicon/small-words.js'
import { stateIn } from './lexicon/states.js'
import { titleGender } from './lexicon/titles.js'
import { singular } from './lexicon/word-list.js'
import { findNames, isPlaceForCapital, type NameRun } from './names.js'
import type { Occurrence } from './occurrence.js'
import { roleSpan, rolesOf } from './roles.js'
import { type View, viewOf } from './view.js'

/** A pronoun that says a gender, outside quotations. */
export interface GenderedPronoun {
  readonly at: number
  readonly sentence: number
  readonly gender: Gender
}

/** A statement's mention with the words that it is made of, which constructs read. */
export interface MentionLook {
  /** Index in the list of statements. */
  readonly statement: number
  readonly span: Span
  readonly sentence: number
  readonly block: number
  readonly isQuoted: boolean
  /** By word of the mention: lower case, part of speech, offsets. At most {@link MOST_WORDS}. */
  readonly low: readonly string[]
  readonly pos: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The words before it in its sentence, nearest last; at most three. */
  readonly before: readonly string[]
}

/** A mention's words from here on are not looked at. */
const MOST_WORDS = 60

/** A word of a block in which every word has a capital. */
export interface WeakWord {
  readonly low: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly block: number
  readonly isCapital: boolean
  readonly opens: boolean
  readonly isOwner: boolean
}

/** What one passage gives. */
export interface Collected {
  readonly occurrences: Occurrence[]
  readonly weak: WeakWord[]
  readonly pronouns: GenderedPronoun[]
  readonly mentions: MentionLook[]
  readonly anonymity: ReadonlyMap<number, Span>
  /** One past the number of the passage's last sentence. */
  readonly sentences: number
}

/** Reads a passage for all that speakers are made of, so that its words can be dropped after. Linear. */
export function collect(
  passage: Passage,
  firstSentence: number,
  mentions: readonly { index: number; span: Span }[],
): Collected {
  const v = viewOf(passage, firstSentence)
  const lower = new Set<string>()
  for (let i = 0; i < v.tokens.length; i++) if (v.shape[i] === 0) lower.add(v.low[i] as string)
  const upper = new Set<string>()
  for (let i = 0; i < v.tokens.length; i++) {
    if ((v.shape[i] !== 1 && v.shape[i] !== 2) || v.capitals[i] === 1) continue
    // "Ana Ruiz" at a sentence's start: with a second capital after it, the first is no accident.
    const isPaired = v.shape[i + 1] === 1 && v.opens[i + 1] === 0
    if (isPaired || !isPlaceForCapital(v, i)) upper.add(v.low[i] as string)
  }
  const runs = findNames(v, lower, upper)
  const runAt = new Int32Array(v.tokens.length).fill(-1)
  runs.forEach((run, r) => {
    runAt.fill(r, run.first, run.end)
  })
  const occurrences: Occurrence[] = []
  const named: (Occurrence | null)[] = runs.map((run) =>
    run.core < run.end && v.capitals[run.first] === 0 ? nameOf(v, run, runAt, runs) : null,
  )
  for (const occurrence of named) if (occurrence) occurrences.push(occurrence)
  for (const phrase of v.phrases) {
    const run = runs[runAt[phrase.head] as number]
    if (v.pos[phrase.head] === POS.NUMBER && /^\d{4}$/.test(v.low[phrase.head] as string)) continue
    if ((run && run.core < run.end) || v.capitals[phrase.head] === 1) continue
    if (v.pos[phrase.head] === POS.PRONOUN) continue
    // "nurse Ana Roe": the noun is the name's title.
    const next = runs[runAt[phrase.end] ?? -1]
    if (
      next &&
      next.first === phrase.end &&
      isPersonNoun(v.low[phrase.head] as string) &&
      named[runAt[phrase.end] as number]
    )
      continue
    const head = trimTime(v, phrase.first, cutAtCrowd(v, phrase.first, phrase.head, runAt, runs))
    occurrences.push(nounOf(v, phrase.first, head))
    for (let i = phrase.first + 1; i < head; i++) {
      // "the senator's answer": the owner is somebody too.
      if (v.pos[i] === POS.GENITIVE && runAt[i - 1] === -1) occurrences.push(nounOf(v, phrase.first, i - 1))
    }
  }
  occurrences.sort((a, b) => a.coreStart - b.coreStart || b.end - a.end)
  linkAppositions(v, occurrences)
  const together = joinNames(v, occurrences)
  return {
    occurrences: together.length > 0 ? [...occurrences, ...together] : occurrences,
    weak: weakWords(v),
    pronouns: genderedPronouns(v),
    mentions: looks(v, mentions),
    anonymity: findAnonymity(v),
    sentences: v.sentences,
  }
}

function nameOf(v: View, run: NameRun, runAt: Int32Array, runs: readonly NameRun[]): Occurrence {
  const { text, tokens, low } = v
  const words: string[] = []
  for (let i = run.core; i < run.end; i++)
    if (v.pos[i] !== POS.GENITIVE || low[i] !== "'s") words.push(low[i] as string)
  // "Bill and Hillary Roe": the first name takes its surname from the next.
  const next = runs[runAt[run.end + 1] ?? -1]
  const isCouple =
    words.length === 1 &&
    low[run.end] === 'and' &&
    next !== undefined &&
    next.core === run.end + 1 &&
    next.end - next.core === 2 &&
    kindOfName(v, next, false) === 'person'
  if (isCouple) words.push(low[next.end - 1] as string)
  // "a lawyer from Sellim, Ohio,": the state has no role.
  const isState = run.core === run.first && isPlaceName(words.join(' '))
  const roles = isState ? [] : rolesOf(v, run, runAt, runs)
  const isTitled = run.core > run.first && titlesPerson(v, run)
  let gender: Gender = null
  for (let i = run.first; i < run.core; i++) gender ??= titleGender(low[i] as string)
  for (const { head } of roles) gender ??= nounGender(head)
  const kind = kindOfName(
    v,
    run,
    isTitled || roles.some(({ head }) => isPersonNoun(head) && !isBodyNoun(head)) || isCouple,
  )
  const end = tokens[run.end - 1]?.end ?? 0
  return {
    start: tokens[run.first]?.start ?? 0,
    end,
    coreStart: tokens[run.core]?.start ?? 0,
    coreEnd: end,
    isName: true,
    words,
    kind,
    gender: kind === 'person' || kind === 'unknown' ? gender : null,
    plural: false,
    article: v.low[run.first - 1] === 'the' ? 'the' : 'bare',
    sentence: v.sentence[run.core] as number,
    block: v.block[run.core] as number,
    isSubject: isSubject(v, run.first, run.close),
    isOwner: v.pos[run.end] === POS.GENITIVE || isModifier(v, run.end - 1),
    isQuoted: v.quoted[run.core] === 1,
    isWeak: false,
    alias: run.alias >= 0 ? (low[run.alias] as string) : null,
    roles: roles.map((role) => roleSpan(v, role)),
    roleHeads: [...roles.map(({ head }) => head), ...sharedTitle(v, run, runBefore(runAt, runs, run))].filter(
      (head) => head !== '',
    ),
    owner: null,
    together: [],
    isRestricted: false,
    state: run.close > run.end ? stateIn(text.slice(end, tokens[run.close - 1]?.end)) : null,
    isPlaced:
      PLACED.has(low[run.first - 1] as string) ||
      (PLACED.has(low[run.first - 2] as string) && low[run.first - 1] === 'the'),
    roleWords: roles.flatMap(({ first, end }) => low.slice(first, end)),
    apposed: null,
    entity: null,
    options: null,
  }
}

const isPlaceName = (name: string): boolean => isGovernment(name) || isAmericanState(name)

/** Where somebody is not, but something happens: a name after these is mostly a place's. */
const PLACED = new Set(['in', 'near', 'outside', 'across', 'throughout'])

// The run that ends where the word before this run begins, its brackets left out: "(Ky.) and".
function runBefore(runAt: Int32Array, runs: readonly NameRun[], run: NameRun): NameRun | undefined {
  for (let i = run.first - 2; i >= Math.max(0, run.first - 8); i--) {
    const before = runs[runAt[i] as number]
    if (before && before.close === run.first - 1) return before
  }
  return undefined
}

// "Sens. Ana Roe and Bo Hallam": the title is both's.
function sharedTitle(v: View, run: NameRun, before: NameRun | undefined): string[] {
  if (!before || before.core === before.first || run.core > run.first) return []
  if (v.low[run.first - 1] !== 'and' || !v.low[before.core - 1]?.endsWith('s.')) return []
  return v.low[before.core - 1] === 'sens.' ? ['senator'] : v.low[before.core - 1] === 'reps.' ? ['representative'] : []
}

// "the Roe campaign": the name says whose the noun after it is.
function isModifier(v: View, last: number): boolean {
  let low = 0
  let high = v.phrases.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((v.phrases[mid]?.end ?? 0) > last) high = mid
    else low = mid + 1
  }
  const phrase = v.phrases[low]
  return phrase !== undefined && phrase.first <= last && phrase.head > last && v.shape[phrase.head] === 0
}

// "Justice Department" has no title; "Justice Roe" has.
const titlesPerson = (v: View, run: NameRun): boolean =>
  run.core > run.first && !isNamingWord(v.low[run.end - 1] as string)

function kindOfName(v: View, run: NameRun, isPerson: boolean): SpeakerKind {
  const { low } = v
  if (isPerson) return 'person'
  const name = low.slice(run.core, run.end).join(' ')
  if (isPlaceName(name)) return 'government'
  const length = run.end - run.core
  for (let i = run.core; i < run.end; i++) {
    const word = low[i] as string
    const next = low[i + 1]
    if (
      isNamingWord(word) &&
      (length > 1 || i > run.core) &&
      (i === run.end - 1 || next === 'of' || next === 'for' || i > run.core || length > 2)
    )
      return 'organisation'
  }
  const last = low[run.end - 1] as string
  if (KNOWN_BODIES.has(name) || (length === 1 && isBodyNoun(last) && v.low[run.first - 1] === 'the'))
    return 'organisation'
  if (length > 1 && isPaperNoun(last)) return 'document'
  if (
    length === 1 &&
    v.shape[run.core] === 2 &&
    v.capitals[run.core] === 0 &&
    /^[a-z&.]{2,7}$/.test(last) &&
    low[run.end] !== ':'
  )
    return 'organisation'
  for (let i = run.core; i < run.end; i++)
    if (low[i] === 'of' || low[i] === 'for' || low[i] === '&') return 'organisation'
  if (v.low[run.first - 1] === 'the' && length > 1 && !isModifier(v, run.end - 1)) return 'organisation'
  if (length >= 2 && length <= 4) return 'person'
  return 'unknown'
}

function nounOf(v: View, first: number, head: number): Occurrence {
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
    isPlaced: false,
    roleHeads: kind === 'person' || kind === 'unnamed' ? [singular(noun)] : [],
    roleWords: words,
    apposed: null,
    entity: null,
    options: null,
  }
}

// "optimistic Democrats doubt": a capitalised plural for people is the head, whatever its neighbour is taken for.
function cutAtCrowd(v: View, first: number, head: number, runAt: Int32Array, runs: readonly NameRun[]): number {
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

// "news organizations early Tuesday night": the noun before the time is the head.
function trimTime(v: View, first: number, head: number): number {
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

/** What a description speaks of, by its noun. */
export function kindOfNoun(noun: string, plural: boolean, words: readonly string[]): SpeakerKind {
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

/** Words after which a clause begins, so that a noun phrase is its subject. */
const CLAUSE = new Set([
  'that',
  'if',
  'while',
  'because',
  'as',
  'when',
  'after',
  'before',
  'since',
  'although',
  'though',
  'whether',
  'but',
  'and',
  'or',
  'where',
  'until',
  'unless',
  'than',
  'so',
  'what',
  'how',
  'why',
  'said',
  'says',
])

function isSubject(v: View, first: number, end: number): boolean {
  if (v.pos[end] === POS.GENITIVE) return false
  if (v.opens[first] === 1) return true
  const before = v.pos[first - 1] as number
  const word = v.low[first - 1] as string
  if (CLAUSE.has(word)) return true
  return before !== POS.PREPOSITION && before !== POS.TO && !isVerb(before) && before !== POS.GENITIVE
}

// A description beside a name tells of it: the constructs take the two for one.
function linkAppositions(v: View, occurrences: readonly Occurrence[]): void {
  let last: Occurrence | null = null
  for (const occurrence of occurrences) {
    if (occurrence.isName) {
      last = occurrence
      continue
    }
    const name: Occurrence | null = last
    if (!name?.roles.some(({ start, end }) => start <= occurrence.start && occurrence.end <= end)) continue
    const isFirst = name.roles.some(({ start }) => occurrence.start - start < 4)
    // "the casino mogul and party backer who": both are he.
    const isSecond =
      occurrence.kind === 'person' && ALSO.test(v.text.slice(Math.max(0, occurrence.start - 10), occurrence.start))
    if (isFirst || isSecond) occurrence.apposed = name
  }
  // Roles before a name stand before it in the list: once more from the end, a few names after each.
  const names: Occurrence[] = []
  for (let i = occurrences.length - 1; i >= 0; i--) {
    const occurrence = occurrences[i] as Occurrence
    if (occurrence.isName) {
      names.unshift(occurrence)
      if (names.length > 4) names.pop()
    } else
      occurrence.apposed ??= names.find((name) => name.roles.some((role) => isHeadOf(occurrence, role, name))) ?? null
  }
}

const ALSO = /\band (?:an? |the )?$/

const GENITIVE = /^['’]/

/** What may stand between two names that speak together: "Ana Roe (D) and her aide Bo Hallam" has a role there too. */
const AND = /^(?: ?\([^()]{1,20}\))?,? and (?:the )?$/

// "Sen. Ana Roe and former Gov. Bo Hallam": the two together, for a "they" to stand for.
function joinNames(v: View, occurrences: readonly Occurrence[]): Occurrence[] {
  const out: Occurrence[] = []
  let first: Occurrence | null = null
  for (const second of occurrences) {
    if (!second.isName) continue
    const before = first
    first = second
    if (
      !before ||
      GENITIVE.test(v.text.slice(second.coreEnd, second.coreEnd + 2)) ||
      before.sentence !== second.sentence
    )
      continue
    const isSomebody = (o: Occurrence) => o.kind === 'person' || o.kind === 'unknown'
    if (!isSomebody(before) || !isSomebody(second)) continue
    const start = Math.min(second.start, ...second.roles.map((role) => role.start).filter((at) => at > before.coreEnd))
    if (start - before.coreEnd > 30 || !AND.test(v.text.slice(before.coreEnd, start))) continue
    out.push({
      ...second,
      start: before.start,
      coreStart: before.start,
      isName: false,
      words: [...before.words, 'and', ...second.words],
      kind: 'group',
      gender: null,
      plural: true,
      isSubject: before.isSubject,
      roles: [],
      roleHeads: [],
      roleWords: [],
      alias: null,
      state: null,
      isPlaced: false,
      together: [before, second],
    })
  }
  return out
}

const isHeadOf = (noun: Occurrence, role: Span, name: Occurrence): boolean =>
  role.end <= name.start && noun.end <= role.end && Math.abs(noun.coreStart - role.start) <= 4

function weakWords(v: View): WeakWord[] {
  const out: WeakWord[] = []
  for (let i = 0; i < v.tokens.length; i++) {
    if (v.capitals[i] === 0 || v.shape[i] === 4) continue
    out.push({
      low: v.low[i] as string,
      start: v.tokens[i]?.start ?? 0,
      end: v.tokens[i]?.end ?? 0,
      sentence: v.sentence[i] as number,
      block: v.block[i] as number,
      isCapital: v.shape[i] === 1 || v.shape[i] === 2,
      opens: v.opens[i] === 1,
      isOwner: v.pos[i + 1] === POS.GENITIVE,
    })
  }
  return out
}

function genderedPronouns(v: View): GenderedPronoun[] {
  const out: GenderedPronoun[] = []
  for (let i = 0; i < v.tokens.length; i++) {
    if (v.shape[i] === 4 || v.quoted[i] === 1) continue
    const gender = PRONOUNS.get(v.low[i] as string)?.gender
    if (gender) out.push({ at: v.tokens[i]?.start ?? 0, sentence: v.sentence[i] as number, gender })
  }
  return out
}

function looks(v: View, mentions: readonly { index: number; span: Span }[]): MentionLook[] {
  const out: MentionLook[] = []
  const { tokens } = v
  for (const { index, span } of mentions) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const mid = (low + high) >> 1
      if ((tokens[mid]?.end ?? 0) > span.start) high = mid
      else low = mid + 1
    }
    const first = low
    if (first >= tokens.length || (tokens[first]?.start ?? 0) >= span.end) continue
    let end = first
    while (end < tokens.length && end - first < MOST_WORDS && (tokens[end]?.start ?? 0) < span.end) end++
    const all = Array.from({ length: end - first }, (_, k) => first + k)
    const before: string[] = []
    for (let i = Math.max(0, first - 3); i < first; i++)
      if (v.sentence[i] === v.sentence[first]) before.push(v.low[i] as string)
    out.push({
      statement: index,
      span,
      sentence: v.sentence[first] as number,
      block: v.block[first] as number,
      isQuoted: v.quoted[first] === 1,
      low: all.map((i) => v.low[i] as string),
      pos: all.map((i) => v.pos[i] as number),
      starts: all.map((i) => tokens[i]?.start ?? 0),
      ends: all.map((i) => tokens[i]?.end ?? 0),
      before,
    })
  }
  return out
}
