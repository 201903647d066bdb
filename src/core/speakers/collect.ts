import type { Span } from '../model/index.js'
import { POS } from '../statements/parts-of-speech.js'
import type { Passage } from '../statements/tagger.js'
import { findAnonymity } from './anonymity.js'
import { cutAtCrowd, nounOf, trimTime } from './described-occurrences.js'
import { isPersonNoun } from './lexicon/people.js'
import { type Gender, PRONOUNS } from './lexicon/pronouns.js'
import { nameOf } from './named-occurrences.js'
import { findNames, isPlaceForCapital } from './names.js'
import { joinNames, linkAppositions } from './neighbours.js'
import type { Occurrence } from './occurrence.js'
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
