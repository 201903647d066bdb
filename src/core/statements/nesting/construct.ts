import type { Analysis } from '../analysis.js'
import { hashOf } from '../hashing.js'
import type { Phrase } from '../noun-phrases.js'
import { POS } from '../parts-of-speech.js'
import { phraseAt } from '../rules/surroundings.js'
import type { Site } from '../sites.js'
import type { Anchor, ScoredRun } from '../tagger.js'
import { isKept, isSaying } from './settling.js'

/** Tokens of a passage. */
export type Range = readonly [first: number, end: number]

/** A plain way of reporting somebody, found by its words. */
export interface Construct {
  /** Kebab-case, unique. */
  readonly name: string
  /** Taken also where a tagger reads the words otherwise. */
  readonly isSure?: true
  /** The statement at a site; null: the construct is not there. Looks over the site's sentence. */
  look(a: Analysis, site: Site): Anchor | null
}

/** Of 60 in PolNeAR train, read by hand, 33 were right. */
const CERTAINTY = 0.55

const THAT = hashOf('that')
const OF = hashOf('of')
const OF_OR_FOR = new Set(['of', 'for'].map(hashOf))
const NEVER = new Set(['not', 'never'].map(hashOf))
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re"].map(hashOf))

/** A form of "be". */
export const isBe = (a: Analysis, i: number): boolean => BE.has(a.word[i] as number)

/** Tokens that certainly belong. */
export const run = (first: number, end: number): ScoredRun => ({ first, end, score: 1 })

/** A statement that a construct tells of. */
export function found(cue: Range, mention: Range | null, content: readonly ScoredRun[], why: string): Anchor {
  const score = CERTAINTY
  return { cue, score, content, mention: mention ? [run(mention[0], mention[1])] : [], why: `nesting: ${why}` }
}

/** The phrase right before a verb; of the second of two verbs that "and" joins, that which opens the sentence. */
export function subjectOf(a: Analysis, first: number): Phrase | null {
  const near = a.phrases[(a.phraseFrom[first] ?? a.phrases.length) - 1]
  if (near?.end === first) return withOf(a, near)
  const around = a.phrases[a.phraseFrom[first] ?? a.phrases.length]
  if (isSaying(a, first) && around && around.first < first && around.end === first + 1) {
    return { first: around.first, end: first, head: first - 1 }
  }
  // "accused the minister of telling them to invent sources"
  if (near?.end === first - 1 && OF_OR_FOR.has(a.word[first - 1] as number) && a.pos[first] === POS.GERUND) return near
  if (a.pos[first - 1] !== POS.CONJUNCTION) return null
  const opening = phraseAt(a, a.sentenceStart[first] as number)
  const next = opening ? a.pos[opening.end] : undefined
  return opening && (next === POS.PAST || next === POS.PRESENT) && opening.end < first ? opening : null
}

// "one of them", "the head of the board".
function withOf(a: Analysis, phrase: Phrase): Phrase {
  const before = a.phrases[(a.phraseFrom[phrase.first] ?? a.phrases.length) - 1]
  const isOf = a.word[phrase.first - 1] === OF && before?.end === phrase.first - 1
  return isOf && before ? { ...phrase, first: before.first } : phrase
}

/** Whether a group of verbs ends in one that somebody did: not "to tell", "might tell" or "was told". */
export function isDone(a: Analysis, first: number, head: number): boolean {
  for (let i = first; i < head; i++) {
    const tag = a.pos[i] as number
    if (isBe(a, i) && a.pos[head] !== POS.GERUND) return false
    if (tag === POS.TO || tag === POS.MODAL) return false
  }
  const tag = a.pos[head]
  if (tag === POS.PAST || tag === POS.PRESENT || (tag === POS.PARTICIPLE && first < head)) return true
  return (
    (tag === POS.GERUND && (first < head || OF_OR_FOR.has(a.word[head - 1] ?? 0))) ||
    isKept(a, head) ||
    isSaying(a, head)
  )
}

/** Whether what is said may begin at a token: with "that", a mark, a question word, "to", or as a clause. */
export function beginsContent(a: Analysis, at: number, mayBeClause: boolean): boolean {
  if (a.word[at] === THAT || a.pos[at] === POS.MARK || a.pos[at] === POS.WH) return true
  const to = NEVER.has(a.word[at] as number) ? at + 1 : at
  if (a.pos[to] === POS.TO) return a.pos[to + 1] === POS.BASE
  const subject = mayBeClause ? phraseAt(a, at) : null
  if (!subject) return false
  const tag = a.pos[subject.end]
  return tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL
}

/** Where what is said from `at` on ends: with its quotation, or with the sentence, whose full stop is no part of it. */
export function endOf(a: Analysis, at: number, limit: number): number {
  const quote = a.quotes[a.quoteAt[at] ?? -1]
  if (quote && quote.open === at) return quote.end
  return a.pos[limit - 1] === POS.STOP ? limit - 1 : limit
}
