import { wordsOf } from '../anchor/index.js'
import type { StatementId } from '../model/index.js'
import { COMMON_WORDS } from './common-words.js'
import { hashText, keyOfTwo } from './hashing.js'
import { RESPONSE_MODEL, type ResponseWeights } from './response-model.js'
import type { Said, Voice } from './said.js'
import { type ResponseKind, type Stance, stanceOf } from './stance.js'
import { stemOf } from './stem.js'

/** A statement that answers another. */
export interface Response {
  readonly answer: StatementId
  readonly claim: StatementId
  readonly kind: ResponseKind
  /** Calibrated: of the links at 0.8, eight in ten are right. */
  readonly confidence: number
  /** False: it is offered to a person, and no view shows it as found. */
  readonly asserted: boolean
  /** As words for a person. */
  readonly why: string
}

/** A statement made ready for comparing: its words are folded once. */
export interface Comparable {
  readonly said: Said
  readonly stance: Stance | null
  /** Its telling words' stems. */
  readonly stems: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Stems of the whole block that it stands in. */
  readonly around: ReadonlySet<string>
  /** Words of its speaker's names and roles. */
  readonly names: ReadonlySet<string>
  readonly isNegative: boolean
  /** It tells of what is to come, or what it does is no reply: it announces, asks, promises. */
  readonly looksAhead: boolean
  /** Words with which one contradicts: "every", "only", "in fact". */
  readonly contrasts: boolean
  /** Words of one who was there: "saw", "had seen", "photographs". */
  readonly witnesses: boolean
  /** What it calls the thing that it speaks of: "report", "allegation". */
  readonly refersTo: string | null
}

/** What two statements are to each other besides their words. */
export interface Between {
  /** Statements of the page from one to the other: 1 is the next after, -1 the one before; null: of different pages. */
  readonly steps: number | null
  /** Whether the claim is the first statement of its page. */
  readonly leads: boolean
  /** Whether the answer's speaker has spoken on the page before. */
  readonly speaksAgain: boolean
}

/** Claims that are weighed for one answer. */
const CLAIMS = 48
/** Claims that one answer is said to answer, at most. */
const EACH = 3

const REFERENCES =
  /\b(?:the|this|that|these|those|such|its|his|her|their|any|all)\s+(?:[\p{L}-]+\s+){0,2}?(allegations?|accusations?|claims?|charges?|findings?|reports?|accounts?|assertions?|criticisms?|figures?|numbers?|estimates?|remarks?|comments?|statements?|study|survey|inquiry|results?|suggestions?|complaints?|testimony|verdict|ruling|proposal|plan|warning)\b/iu
const AHEAD = /\b(?:would|will|shall|plans?|next (?:week|month|year)|is to|are to)\b/i
const AHEAD_ACTS: ReadonlySet<string> = new Set([
  'announce',
  'demand',
  'ask',
  'promise',
  'recommend',
  'plan',
  'apologise',
  'wish',
  'threaten',
  'predict',
])
const CONTRAST =
  /\b(?:every|each|all|only|in fact|instead|rather|actually|closer to|nearer|already|anyone|always|simply|merely|misread|twice|again)\b/i
const WITNESS =
  /\b(?:saw|seen|watched|heard|photographs?|counted|recorded|treated|found|received|been told|told (?:him|her|me|us|them)|himself|herself|myself|had (?:handed|thrown|sent|stamped|examined)|was beside|i have)\b/i
const NEGATIVE = /\b(?:no|not|never|nobody|none|nothing|neither|nor|without)\b|n[\u2019']t\b/i

/** Makes a statement ready for comparing. Linear in its words. */
export function comparable(said: Said): Comparable {
  const text = said.content.join(' ')
  const reference = REFERENCES.exec(text) ?? REFERENCES.exec(said.cue ?? '')
  return {
    said,
    stance: stanceOf(said),
    stems: tellingStems(text),
    numbers: new Set(text.match(/\d[\d.,]*\d|\d/g) ?? []),
    around: tellingStems(said.context),
    names: namesOf(said.speaker, said.mention),
    isNegative: NEGATIVE.test(text),
    looksAhead: AHEAD.test(text) || AHEAD_ACTS.has(said.act),
    contrasts: CONTRAST.test(text),
    witnesses: WITNESS.test(text),
    refersTo: reference?.[1]?.toLowerCase() ?? null,
  }
}

function tellingStems(text: string): Set<string> {
  const stems = new Set<string>()
  for (const key of wordsOf(text).key) {
    if (key.length > 2 && !COMMON_WORDS.has(key) && !/^[\d.,-]+$/.test(key)) stems.add(rootOf(key))
  }
  return stems
}

/** What a word's forms have in common: its stem's first five letters. Coarse: for weighing only. */
const rootOf = (key: string): string => stemOf(key).slice(0, 5)

const TITLE_WORDS = new Set(
  'mr mrs ms dr the of for and a an president minister secretary director chief head officer spokesman spokeswoman spokesperson'.split(
    ' ',
  ),
)

function namesOf(speaker: Voice | null, mention: string | null): Set<string> {
  const names = new Set<string>()
  const texts = speaker ? [speaker.name, ...speaker.otherNames, ...speaker.roles] : [mention ?? '']
  for (const text of texts) {
    for (const key of wordsOf(text).key)
      if (key.length > 2 && !TITLE_WORDS.has(key) && !COMMON_WORDS.has(key)) names.add(rootOf(key))
  }
  return names
}

/** The features of a pair, in the order of the model's weights. */
export const FEATURES = [
  'bias',
  'answer is against by its cue',
  'answer is against by its words',
  'answer is for it',
  'answer is a plain no',
  'answer has no stance',
  'no stance, named in the claim',
  'no stance, contrasts',
  'no stance, was there',
  'looks ahead',
  'share of the claim’s words',
  'share of the answer’s words',
  'any word in common',
  'three words or more',
  'a number in both, not the same',
  'words around',
  'names the claim’s speaker',
  'speaker is named around',
  'claim names the answer’s speaker',
  'refers to it as a thing said',
  'claim is a charge or finding',
  'claim is itself an answer',
  'claim looks ahead',
  'claim leads the page',
  'one is negative, the other not',
  'same page',
  'next after it',
  'near after it',
  'before it',
  'far off on the page',
  'nothing in common',
  'best of the claims by words',
  'the nearest charge',
  'the nearest claim of another',
  'against, and the claim leads',
  'against, and next after it',
  'a plain no, with words in common',
  'a plain no, next after it',
  'no stance, with words in common',
  'no stance, next after it',
  'no stance, and the claim leads',
  'was there, and the claim leads',
  'for it, and the claim leads',
  'for it, with words in common',
  'first after the page’s first',
  'its speaker spoke before',
  'answer is about its own speaker',
  'the answer’s speaker is a party',
] as const

/** A claim as its rivals for one answer leave it. */
interface Rank {
  readonly isBest: boolean
  readonly isNearestCharge: boolean
  readonly isNearest: boolean
}

const SELF = /^(?:that\s+)?["\u201c\u2018']?(?:it|he|she|they|we|i|its|his|her|their|our|my)\b/i
const PARTY: ReadonlySet<string> = new Set(['organisation', 'government'])

const share = (small: number, all: number): number => (all === 0 ? 0 : small / all)
const CHARGES: ReadonlySet<string> = new Set(['accuse', 'find', 'criticise', 'warn', 'estimate', 'announce'])
const SAYINGS: ReadonlySet<string> = new Set([
  'state',
  'accuse',
  'find',
  'criticise',
  'warn',
  'estimate',
  'announce',
  'confirm',
  'predict',
  'deny',
  'admit',
  'believe',
  'recommend',
  'demand',
  'dispute',
  'promise',
  'plan',
  'praise',
  'agree',
  'threaten',
  'feel',
  'wish',
])

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let n = 0
  for (const word of small) if (large.has(word)) n++
  return n
}

/** The features of one pair; see {@link FEATURES}. */
export function featuresOf(
  answer: Comparable,
  claim: Comparable,
  { steps, leads, speaksAgain }: Between,
  { isBest, isNearestCharge, isNearest }: Rank,
): number[] {
  const common = shared(answer.stems, claim.stems)
  const named = shared(claim.names, answer.stems) > 0
  const namedAround = !named && shared(claim.names, answer.around) > 0
  const names = shared(answer.names, claim.stems) > 0
  const after = steps !== null && steps > 0
  const { stance } = answer
  const against = stance !== null && isAgainst(stance)
  const bit = (value: boolean) => (value ? 1 : 0)
  return [
    1,
    bit(against && stance.isSaid),
    bit(against && !stance.isSaid && !stance.isPlain),
    bit(stance !== null && !against),
    bit(stance?.isPlain ?? false),
    bit(stance === null),
    bit(stance === null && names),
    bit(stance === null && answer.contrasts),
    bit(stance === null && answer.witnesses),
    bit(answer.looksAhead),
    share(common, claim.stems.size),
    share(common, answer.stems.size),
    bit(common > 0),
    bit(common >= 3),
    bit(answer.numbers.size > 0 && claim.numbers.size > 0 && shared(answer.numbers, claim.numbers) === 0),
    share(shared(answer.around, claim.stems), claim.stems.size),
    bit(named),
    bit(namedAround),
    bit(names),
    bit(answer.refersTo !== null),
    bit(CHARGES.has(claim.said.act)),
    bit(claim.stance !== null),
    bit(claim.looksAhead),
    bit(leads),
    bit(answer.isNegative !== claim.isNegative),
    bit(steps !== null),
    bit(steps === 1),
    bit(after && (steps ?? 0) <= 3),
    bit(steps !== null && steps < 0),
    bit(steps !== null && Math.abs(steps) > 8),
    bit(common === 0 && !named && !namedAround && !names),
    bit(isBest && common > 0),
    bit(isNearestCharge),
    bit(isNearest),
    bit(against && leads),
    bit(against && steps === 1),
    bit((stance?.isPlain ?? false) && common > 0),
    bit((stance?.isPlain ?? false) && steps === 1),
    bit(stance === null && common > 0),
    bit(stance === null && steps === 1),
    bit(stance === null && leads),
    bit(answer.witnesses && leads),
    bit(stance !== null && !against && leads),
    bit(stance !== null && !against && common > 0),
    bit(leads && steps === 1),
    bit(speaksAgain),
    bit(SELF.test(answer.said.content[0] ?? '')),
    bit(PARTY.has(answer.said.speaker?.kind ?? '')),
  ]
}

/** Whether a statement can be answered: what declines, asks or repeats another's words cannot. */
const isClaim = ({ said }: Comparable): boolean => SAYINGS.has(said.act) && said.content.length > 0

/** Two of one speaker do not answer each other, nor does one that reports the other. */
function canAnswer(answer: Comparable, claim: Comparable): boolean {
  const [a, c] = [answer.said, claim.said]
  if (a.id === c.id || a.within === c.id || c.within === a.id) return false
  if (a.speaker && c.speaker && (a.speaker.id === c.speaker.id || a.speaker.name === c.speaker.name)) return false
  if (!a.speaker && !c.speaker && a.mention !== null && a.mention === c.mention) return false
  return isClaim(claim)
}

/** A possible answer and a claim, with what they are to each other. */
export interface Candidate {
  readonly claim: Comparable
  readonly between: Between
}

/**
 * What a statement answers, of the claims that are given: those that are likely enough, the likeliest first. An answer has a
 * stance (it denies, disputes, confirms, supports); which claim it means is weighed by whom it names, what it calls the
 * claim, the words they share, the order and the distance, in a logistic model trained on our own pages
 * (training/responses). Time is bounded by the claims given.
 */
export function answersOf(
  answer: Comparable,
  candidates: readonly Candidate[],
  model: ResponseWeights = RESPONSE_MODEL,
): Response[] {
  const scored = scoredCandidates(answer, candidates).map(({ candidate, features }) => ({
    candidate,
    confidence: probability(features, model),
  }))
  return scored
    .filter(({ confidence }) => confidence >= model.offer)
    .sort((a, b) => b.confidence - a.confidence || (a.candidate.claim.said.id < b.candidate.claim.said.id ? -1 : 1))
    .slice(0, EACH)
    .map(({ candidate: { claim, between }, confidence }) => ({
      answer: answer.said.id,
      claim: claim.said.id,
      kind: kindOf(answer, claim),
      confidence,
      // On pages of the world most statements answer nothing: where no word says that one does, the link is only offered.
      asserted: confidence >= model.assert && answer.stance !== null && !answer.stance.isPlain,
      why: whyOf(answer, claim, between),
    }))
}

/** The claims that an answer may mean, each with its features; for training and for `answersOf`. */
export function scoredCandidates(
  answer: Comparable,
  candidates: readonly Candidate[],
): { readonly candidate: Candidate; readonly features: number[] }[] {
  const possible = candidates.filter(({ claim }) => canAnswer(answer, claim))
  const common = possible.map(({ claim }) => shared(answer.stems, claim.stems))
  const most = Math.max(0, ...common)
  let nearest = -1
  let last = -1
  possible.forEach(({ claim, between }, i) => {
    if (between.steps !== null && between.steps > 0 && !claim.looksAhead) {
      if (last < 0 || between.steps < (possible[last]?.between.steps ?? 0)) last = i
    }
    if (!CHARGES.has(claim.said.act) || between.steps === null || between.steps < 0) return
    if (nearest < 0 || between.steps < (possible[nearest]?.between.steps ?? 0)) nearest = i
  })
  return possible
    .map((candidate, i) => ({
      candidate,
      features: featuresOf(answer, candidate.claim, candidate.between, {
        isBest: common[i] === most,
        isNearestCharge: i === nearest,
        isNearest: i === last,
      }),
      common: common[i] as number,
    }))
    .sort((a, b) => b.common - a.common || distance(a.candidate) - distance(b.candidate))
    .slice(0, CLAIMS)
}

/**
 * How an answer answers a claim. Whoever stands by a claim that was denied disputes the denial; one who says neither yes nor
 * no contradicts it where one of the two is negative, or where the claim is about them; else they bear it out.
 */
export function kindOf(answer: Comparable, claim: Comparable): ResponseKind {
  const { stance } = answer
  if (stance?.isPlain)
    return claim.stance !== null && isAgainst(claim.stance) && claim.isNegative ? 'confirms' : 'denies'
  if (stance) {
    if (isAgainst(stance) || claim.stance === null || !isAgainst(claim.stance)) return stance.kind
    // Against a denial, "we stand by our report" and "the registry confirmed the sale" speak for what was denied.
    const speaksForIt =
      /^st[ao]/.test(stance.by) || (stance.kind === 'confirms' && claim.isNegative && !answer.isNegative)
    return speaksForIt ? 'disputes' : stance.kind
  }
  if (claim.isNegative) return 'disputes'
  if (shared(answer.names, claim.stems) > 0 || answer.contrasts) return 'disputes'
  return answer.witnesses ? 'confirms' : 'disputes'
}

const isAgainst = ({ kind }: Stance): boolean => kind === 'denies' || kind === 'disputes'

const distance = ({ between: { steps } }: Candidate): number => (steps === null ? 1000 : Math.abs(steps))

/** The model's probability that a pair is a link. */
export function probability(features: readonly number[], { weights, slope, shift }: ResponseWeights): number {
  const score = features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
  return 1 / (1 + Math.exp(-(score * slope + shift)))
}

function whyOf(answer: Comparable, claim: Comparable, { steps }: Between): string {
  const kind = kindOf(answer, claim)
  const parts = [answer.stance ? `${kind}, by “${answer.stance.by}”` : `${kind}, though no word of it says so`]
  const words = [...answer.stems].filter((stem) => claim.stems.has(stem))
  if (shared(claim.names, answer.stems) > 0 || shared(claim.names, answer.around) > 0)
    parts.push('it names the speaker of the claim')
  if (shared(answer.names, claim.stems) > 0) parts.push('the claim names the one who answers')
  if (answer.refersTo !== null) parts.push(`it speaks of “${answer.refersTo}”`)
  if (words.length > 0) parts.push(`both speak of ${words.slice(0, 5).join(', ')}`)
  if (steps === 1) parts.push('it comes next')
  return parts.join('; ')
}

/** The links among the statements of one page, in their order. */
export function responsesOnPage(all: readonly Comparable[]): Response[] {
  const spoken = new Set<string>()
  return all.flatMap((answer, i) => {
    const who = answer.said.speaker?.id ?? answer.said.mention ?? ''
    const speaksAgain = spoken.has(who)
    spoken.add(who)
    const from = Math.max(0, i - CLAIMS)
    const candidates = all
      .slice(from, i + CLAIMS / 2)
      .map((claim, k): Candidate => ({ claim, between: { steps: i - (from + k), leads: from + k === 0, speaksAgain } }))
      .filter(({ between }) => between.steps !== 0)
    return answersOf(answer, candidates)
  })
}

/** Telling words by which a statement is looked for as a claim, and those by which an answer looks for claims. */
const CLAIM_WORDS = 3
const ANSWER_WORDS = 4
/** A pair of words that so many statements share tells nothing. */
export const FULL_PAIR = 64

/** Under which keys a statement is found by answers to it; whole numbers below 2^48. */
export function claimKeys(claim: Comparable): number[] {
  return isClaim(claim) ? pairKeys(claim, CLAIM_WORDS, 'claim') : []
}

/** Under which keys the claims that a statement may answer are found: only those with a stance look beyond their page. */
export function answerKeys(answer: Comparable): number[] {
  const { stance } = answer
  return stance && !stance.isPlain ? pairKeys(answer, ANSWER_WORDS, 'claim') : []
}

/** As `claimKeys` and `answerKeys`, the other way round: under which an answer is found, and by which a claim looks for it. */
export function keysAsAnswer(answer: Comparable): number[] {
  const { stance } = answer
  return stance && !stance.isPlain ? pairKeys(answer, ANSWER_WORDS, 'answer') : []
}

/** By which keys the answers to a claim are looked for. */
export function keysOfAnswers(claim: Comparable): number[] {
  return isClaim(claim) ? pairKeys(claim, CLAIM_WORDS, 'answer') : []
}

// The longest words are mostly the rarest; names of the speaker belong to a claim as its words do.
function pairKeys({ stems, names }: Comparable, count: number, role: 'claim' | 'answer'): number[] {
  const telling = [...stems].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, count)
  const named = [...names].sort().slice(0, 2)
  const keys = new Set<number>()
  const add = (one: string, other: string) => {
    if (one === other) return
    const [a, b] = one < other ? [one, other] : [other, one]
    keys.add(keyOfTwo(hashText(`${role} ${a}`), hashText(b)))
  }
  for (let i = 0; i < telling.length; i++) {
    for (let k = i + 1; k < telling.length; k++) add(telling[i] as string, telling[k] as string)
    for (const name of named) add(telling[i] as string, name)
  }
  return [...keys]
}
