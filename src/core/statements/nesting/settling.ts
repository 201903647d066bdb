import type { Quotation } from '../../model/index.js'
import type { Analysis } from '../analysis.js'
import { hashOf, hashWord } from '../hashing.js'
import { INSIDE } from '../overlap.js'
import { isVerb, POS } from '../parts-of-speech.js'
import type { Anchor, Passage, ScoredRun } from '../tagger.js'
import {
  ADDRESSED,
  ADDRESSEES,
  ANYBODY,
  CUE_NOUNS,
  KEEPING,
  MIND,
  NOUNLIKE,
  SAYING_VERBS,
  VERBS,
  WEAK_VERBS,
} from './words.js'

const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashOf))

const FIRST_PERSON = words('i we')
const THIRD_PERSON = words('he she they it')
const THINGS = words('it that this these those which what')
/** "a man who calls himself Otto" says who he is. */
const REFLEXIVE = words('himself herself itself themselves myself ourselves')
const PEOPLE = words('me us you him her them')
/** What stands before a noun, and before no verb: "a dispute that". */
const DESCRIBING: ReadonlySet<number> = new Set([POS.DETERMINER, POS.POSSESSIVE, POS.ADJECTIVE, POS.GENITIVE])
/** "Please say who you are", "let us say that": who is asked to has said nothing. */
const ASKING = words('please let')
const CONDITIONS = words('if unless whether')
const HAVE = words('have has had')
const BE = words("is are was were be been being am 's 're 'm got get")
const BY = hashOf('by')
const THAT = hashOf('that')
const WHICH = hashOf('which')

type Range = readonly [first: number, end: number]

/** Whether a passage within a statement given as `outer` may hold a cue, by its words alone: the cheap first look. */
export function mayHoldCue({ reading, tokens }: Passage, outer: Quotation): boolean {
  let before = 0
  return tokens.some(({ start, end }) => {
    const word = hashWord(reading.text, start, end)
    const may = (VERBS.has(word) || CUE_NOUNS.has(word)) && !isOwnMind(before, word, outer)
    before = word
    return may
  })
}

/** Whether the tokens [first, end) hold a word that may carry a statement within one given as `outer`. */
export function holdsCue(a: Analysis, first: number, end: number, outer: Quotation): boolean {
  for (let i = first; i < end; i++) {
    if (isCue(a, i) && !isOwnMind(a.word[i - 1] ?? 0, a.word[i] as number, outer)) return true
  }
  return false
}

/**
 * An anchor found in what another statement says, made an inner statement; null where it is none.
 *
 * @param a the analysis of the words in which it was found
 * @param outer how the words of the enclosing statement are given
 */
export function settled(a: Analysis, anchor: Anchor, outer: Quotation): Anchor | null {
  const { cue } = anchor
  const head = cue ? headOf(a, cue) : -1
  if (!cue || head < 0) return null
  const content = anchor.content.filter((run) => run.score >= INSIDE)
  if (content.some((run) => REFLEXIVE.has(a.word[run.first] as number)) || isWhom(a, cue, content)) return null
  if (!(isVerb(a.pos[head] as number) ? fitsVerb(a, head, content) : fitsNoun(a, content))) return null
  const mention = afterWhich(a, strongest(anchor.mention))
  const isTold = toldBy(a, cue, mention)
  if (!mention || isTold) {
    return isTold ? { ...anchor, mention: [], content: withoutEdge(a, cue, anchor.content) } : null
  }
  if (isUnreal(a, cue, mention) || isOwn(a, cue, mention, outer) || isNobody(a, cue, mention, outer)) return null
  return { ...anchor, mention: [mention], content: withoutEdge(a, cue, anchor.content) }
}

function isCue(a: Analysis, i: number): boolean {
  const tag = a.pos[i] as number
  const word = a.word[i] as number
  return tag === POS.NOUN ? CUE_NOUNS.has(word) || isKept(a, i) || isSaying(a, i) : VERBS.has(word)
}

/** "The vicar insists that": a verb that is often taken for a noun; before "that" it is none. */
export const isSaying = (a: Analysis, i: number): boolean =>
  SAYING_VERBS.has(a.word[i] as number) &&
  !NOUNLIKE.has(a.word[i] as number) &&
  !CUE_NOUNS.has(a.word[i] as number) &&
  a.word[i + 1] === THAT &&
  !DESCRIBING.has(a.pos[i - 1] ?? POS.STOP)

/** "The guards kept shouting that": a participle that is often taken for a noun. */
export const isKept = (a: Analysis, i: number): boolean =>
  KEEPING.has(a.word[i - 1] ?? 0) && SAYING_VERBS.has(a.word[i] as number)

// The word that makes a cue one, -1: none.
function headOf(a: Analysis, [first, end]: Range): number {
  for (let i = end - 1; i >= first; i--) if (isCue(a, i)) return i
  return -1
}

// "I think": not worth asking the tagger about.
function isOwnMind(before: number, word: number, outer: Quotation): boolean {
  return MIND.has(word) && (FIRST_PERSON.has(before) || (outer !== 'direct' && THIRD_PERSON.has(before)))
}

function strongest(runs: readonly ScoredRun[]): ScoredRun | null {
  let best: ScoredRun | null = null
  for (const run of runs) if (run.score >= INSIDE && (best === null || run.score > best.score)) best = run
  return best
}

/** a speech in which the general vowed to crush them: what stands before "which" is not who vowed */
function afterWhich(a: Analysis, mention: ScoredRun | null): ScoredRun | null {
  if (!mention) return null
  for (let i = mention.end - 2; i > mention.first; i--) {
    if (a.word[i] === WHICH && a.pos[i - 1] === POS.PREPOSITION) return { ...mention, first: i + 1 }
  }
  return mention
}

const startsClause = (a: Analysis, i: number): boolean =>
  a.word[i] === THAT || a.pos[i] === POS.WH || a.pos[i] === POS.MARK

/** Pim called me.   The union wrote to the harbour board.   Whom, and not what. */
function isWhom(a: Analysis, [, cueEnd]: Range, content: readonly ScoredRun[]): boolean {
  return content.every((run) => {
    if (run.first === cueEnd && a.pos[run.first] === POS.TO) {
      const whom = a.phrases[a.phraseFrom[run.first + 1] ?? a.phrases.length]
      return whom !== undefined && whom.first === run.first + 1 && whom.end >= run.end
    }
    for (let i = run.first; i < run.end; i++) if (!PEOPLE.has(a.word[i] as number) && a.shape[i] !== 4) return false
    return true
  })
}

/** The log shows that the gate was open; but not: they are showing films. */
function fitsVerb(a: Analysis, head: number, content: readonly ScoredRun[]): boolean {
  if (!WEAK_VERBS.has(a.word[head] as number)) return true
  const after = content.find((run) => run.first > head)
  if (!after) return content.some((run) => run.end <= head)
  if (startsClause(a, after.first) || a.pos[after.first] === POS.TO) return true
  for (let i = after.first; i < after.end; i++) {
    const tag = a.pos[i]
    if (tag === POS.PAST || tag === POS.PRESENT || tag === POS.MODAL) return true
  }
  return false
}

/** claims by fishermen that the harbour was poisoned; a promise to pay; but not: his demand for money */
function fitsNoun(a: Analysis, content: readonly ScoredRun[]): boolean {
  return content.some((run) => startsClause(a, run.first) || a.pos[run.first] === POS.TO)
}

/**
 * “I think the bridge is safe,” the engineer said.   Roe said she hoped to return.   “We call for a vote,” she said.
 *
 * The outer statement says that already; its act tells of it.
 */
function isOwn(a: Analysis, [first, end]: Range, mention: ScoredRun, outer: Quotation): boolean {
  if (mention.end - mention.first !== 1) return false
  const who = a.word[mention.first] as number
  const isFirst = FIRST_PERSON.has(who)
  if (!isFirst && (outer === 'direct' || !THIRD_PERSON.has(who))) return false
  for (let i = first; i < end; i++) {
    if (MIND.has(a.word[i] as number)) return true
    const tag = a.pos[i]
    if (isFirst && (tag === POS.PRESENT || tag === POS.MODAL)) return true
  }
  return false
}

/** “You know the place,” he said.   “It tells us that we can win,” she said.   “Who told you that?” she asked. */
function isNobody(a: Analysis, [first, end]: Range, mention: ScoredRun, outer: Quotation): boolean {
  if (mention.end - mention.first !== 1) return false
  const at = mention.first
  const isWh = a.pos[at] === POS.WH
  if (isWh && at === a.sentenceStart[at]) return true
  const who = a.word[at] as number
  if (ASKING.has(who)) return true
  if (THINGS.has(who) && outer === 'direct') return true
  if (!ANYBODY.has(who) && !(isWh && ANYBODY.has(a.word[at - 1] as number))) return false
  for (let i = first; i < end; i++) if (MIND.has(a.word[i] as number)) return true
  return false
}

/**
 * Roe has to show that he can lead.   “You might say that,” he said.   “If she thinks so, fine,” he said.
 *
 * That nobody has said yet.
 */
function isUnreal(a: Analysis, [first, end]: Range, mention: ScoredRun): boolean {
  if (CONDITIONS.has(a.word[mention.first - 1] ?? 0)) return true
  for (let i = first; i < end; i++) {
    const tag = a.pos[i] as number
    if (tag === POS.TO || tag === POS.MODAL || tag === POS.BASE) return true
    if (isVerb(tag)) return HAVE.has(a.word[i] as number) && a.pos[i + 1] === POS.TO
  }
  return false
}

/** They were told that the bodies had been buried: whom a passive names is told, and the page does not say by whom. */
function toldBy(a: Analysis, [first, end]: Range, mention: ScoredRun | null): boolean {
  if ((mention && mention.end > first) || !ADDRESSED.has(a.word[end - 1] as number) || a.pos[end - 1] === POS.GERUND) {
    return false
  }
  for (let i = first; i < end - 1; i++) if (BE.has(a.word[i] as number)) return a.word[end] !== BY
  return false
}

/** The union had told her that the strike was over.   What he wrote was that he had slept. */
function withoutEdge(a: Analysis, [, end]: Range, content: readonly ScoredRun[]): readonly ScoredRun[] {
  return content.map((run) => {
    if (BE.has(a.word[run.first] as number) && a.word[run.first + 1] === THAT) return { ...run, first: run.first + 1 }
    if (run.first !== end || run.end - run.first < 3 || !ADDRESSED.has(a.word[end - 1] as number)) return run
    return ADDRESSEES.has(a.word[run.first] as number) ? { ...run, first: run.first + 1 } : run
  })
}
