import type { Discourse, Step } from './discourse.js'
import type { Entity } from './entities.js'
import { LEANING } from './lexicon/people.js'
import type { Gender } from './lexicon/pronouns.js'
import type { Occurrence } from './occurrence.js'

/** What a pronoun or an epithet asks of whom it stands for. */
export interface Wanted {
  readonly plural: boolean
  readonly gender: Gender
  /** `it`: no person. `who`: a person before all. */
  readonly isThing: boolean
  readonly at: number
  readonly sentence: number
  readonly block: number
  /** Whom it cannot be: "he said of Roe". */
  readonly not?: readonly Entity[]
  /** Only who has a name. */
  readonly isNamed?: boolean
}

/** How much each thing counts; tuned on the train articles of training/speakers by training/speakers/tune.mjs. */
export const WEIGHTS = {
  /** By sentence of distance. */
  distance: -0.5,
  subject: 0.9,
  first: 0.3,
  owner: -0.6,
  quoted: -1.2,
  content: -0.6,
  /** Said the last statement; a statement in the last sentence or this one. */
  lastSpeaker: 1,
  speaker: 0.5,
  /** By doubling of how often the page has spoken of it. */
  often: 0.3,
  gender: 0.5,
  described: -0.6,
  unknown: -1.5,
  sameBlock: 0.3,
  /** A group for "it", an organisation for "they". */
  number: -1,
  /** Things, for "they". */
  things: -2.5,
  sameSentence: 0.5,
  leaning: 0.5,
}

/** Whom it may be no further back than this, in sentences and in places spoken of. */
const MOST_SENTENCES = 9
const MOST_STEPS = 70

/** The best and the second best must differ by this, or it is not settled. */
export const LEAST_MARGIN = 0.1

/** One that it may be. */
export interface Candidate {
  readonly entity: Entity
  readonly score: number
}

/** Everybody that it may be, the best first; at most three. */
export function rank(d: Discourse, wanted: Wanted): Candidate[] {
  const scores = new Map<Entity, number>()
  const { steps } = d
  let last: Entity | null = null
  for (let i = d.turns.length - 1; i >= 0 && last === null && i >= d.turns.length - 2; i--)
    last = d.turns[i]?.entity ?? null
  for (let i = steps.length - 1; i >= 0 && i >= steps.length - MOST_STEPS; i--) {
    const step = steps[i] as Step
    if (step.at >= wanted.at) continue
    if (wanted.sentence - step.sentence > MOST_SENTENCES) break
    if (wanted.not?.includes(step.entity) || (wanted.isNamed && !step.entity.isNamed)) continue
    const fit = fitOf(step.entity, wanted)
    if (fit === null) continue
    const score = fit + scoreOf(step, wanted, last)
    if (score > (scores.get(step.entity) ?? Number.NEGATIVE_INFINITY)) scores.set(step.entity, score)
  }
  return [...scores]
    .map(([entity, score]) => ({ entity, score: score + WEIGHTS.often * Math.log2(1 + entity.count) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
}

// What counts for an entity wherever it stands; null: it cannot be.
function fitOf(entity: Entity, wanted: Wanted): number | null {
  const { kind } = entity
  const isPerson = kind === 'person' || (kind === 'unnamed' && !entity.plural)
  if (wanted.plural) {
    if (entity.plural || kind === 'group') return kind === 'unknown' || kind === 'document' ? WEIGHTS.things : 0
    if (kind === 'organisation') return WEIGHTS.number
    return kind === 'government' ? WEIGHTS.number * 2 : null
  }
  if (wanted.isThing) {
    if (isPerson || entity.plural) return null
    if (kind === 'organisation' || kind === 'document') return 0
    return kind === 'government' ? -0.3 : WEIGHTS.unknown
  }
  if (entity.plural || (!isPerson && !(kind === 'unknown' && entity.isNamed))) return null
  if (wanted.gender && entity.gender && wanted.gender !== entity.gender) return null
  let fit = 0
  if (wanted.gender && entity.gender === wanted.gender) fit += WEIGHTS.gender
  if (wanted.gender && entity.gender === null && leans(entity))
    fit += wanted.gender === 'm' ? WEIGHTS.leaning : -WEIGHTS.leaning
  if (!entity.isNamed) fit += WEIGHTS.described
  if (kind === 'unknown') fit += WEIGHTS.unknown
  return fit
}

const leans = ({ heads }: Entity): boolean => {
  for (const head of heads) if (LEANING.has(head)) return true
  return false
}

function scoreOf(step: Step, wanted: Wanted, last: Entity | null): number {
  let score = WEIGHTS.distance * (wanted.sentence - step.sentence)
  if (step.isSubject) score += WEIGHTS.subject
  if (step.isFirst) score += WEIGHTS.first
  if (step.isOwner) score += WEIGHTS.owner
  if (step.isQuoted) score += WEIGHTS.quoted
  else if (step.isContent) score += WEIGHTS.content
  if (step.isSpeaker) score += WEIGHTS.speaker
  if (step.entity === last) score += WEIGHTS.lastSpeaker
  if (step.sentence === wanted.sentence) score += WEIGHTS.sameSentence
  if (step.block === wanted.block) score += WEIGHTS.sameBlock
  return score
}

/** An epithet stands for a person no further back than this, in sentences. */
const EPITHET_SENTENCES = 3
/** "The company" may be one that the page never names: the nearest must lead by this. */
const BODY_MARGIN = 0.6

/** The person that "the 70-year-old", "the senator" stands for, the organisation that "the company" does, if one is clearly nearest. */
export function nearest(d: Discourse, occurrence: Occurrence): Entity | null {
  const isThing = occurrence.kind === 'organisation'
  const [best, second] = rank(d, {
    plural: false,
    gender: occurrence.gender,
    isThing,
    isNamed: true,
    at: occurrence.start,
    sentence: occurrence.sentence,
    block: occurrence.block,
  })
  const margin = isThing ? BODY_MARGIN : LEAST_MARGIN * 2
  if (!best || (second && best.score - second.score < margin)) return null
  if (isThing && best.entity.kind !== 'organisation') return null
  const near = d.steps.findLast((step) => step.entity === best.entity)
  return near && occurrence.sentence - near.sentence <= (isThing ? 1 : EPITHET_SENTENCES) ? best.entity : null
}
