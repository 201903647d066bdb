import type { Reading, Span, Statement } from '../model/index.js'
import type { MentionLook } from './collect.js'
import { describe } from './descriptions.js'
import type { Directory } from './directory.js'
import { addOccurrence, type Entity } from './entities.js'
import type { Occurrence } from './occurrence.js'
import { togetherOf } from './together.js'

/** One place, so far, at which the article spoke of an entity. */
export interface Step {
  readonly at: number
  readonly sentence: number
  readonly block: number
  readonly entity: Entity
  readonly isSubject: boolean
  readonly isOwner: boolean
  readonly isQuoted: boolean
  /** Inside what somebody said, in quotation marks or not. */
  readonly isContent: boolean
  /** The mention of a statement. */
  readonly isSpeaker: boolean
  /** The first of its sentence. */
  readonly isFirst: boolean
}

/** A statement whose speaker is settled (or is not). */
export interface Turn {
  readonly statement: number
  readonly entity: Entity | null
  readonly block: number
}

/** What is known while going through an article in order. Offsets are UTF-16 code units of `Reading.text`. */
export interface Discourse {
  readonly reading: Reading
  readonly statements: readonly Statement[]
  readonly directory: Directory
  /** All, by start. */
  readonly occurrences: readonly Occurrence[]
  readonly content: ContentMap
  readonly anonymity: ReadonlyMap<number, Span>
  /** Entities that are described and not named, by what describes them. */
  readonly described: Map<string, Entity>
  readonly byHead: Map<string, Entity[]>
  readonly steps: Step[]
  readonly turns: Turn[]
  /** By statement: undefined until it is settled. */
  readonly speakers: (Entity | null | undefined)[]
  /** How many occurrences the steps have taken in. */
  taken: number
}

/** Takes the occurrences up to an offset into the steps, in order. */
export function advance(d: Discourse, offset: number): void {
  while (d.taken < d.occurrences.length) {
    const occurrence = d.occurrences[d.taken] as Occurrence
    if (occurrence.coreStart >= offset) return
    d.taken++
    const entity = entityOf(d, occurrence)
    if (!entity) continue
    step(d, entity, occurrence, false)
  }
}

/** Notes that the article speaks of an entity here. */
export function step(
  d: Discourse,
  entity: Entity,
  at: Pick<Occurrence, 'start' | 'sentence' | 'block' | 'isSubject' | 'isOwner' | 'isQuoted'>,
  isSpeaker: boolean,
): void {
  entity.lastAt = at.start
  entity.count++
  d.steps.push({
    at: at.start,
    sentence: at.sentence,
    block: at.block,
    entity,
    isSubject: at.isSubject,
    isOwner: at.isOwner,
    isQuoted: at.isQuoted,
    isContent: isSaid(d, at.start),
    isSpeaker,
    isFirst: d.steps.at(-1)?.sentence !== at.sentence,
  })
}

// In the content of a statement that somebody makes: what is only reported ("is listed as") is the page's own telling.
function isSaid(d: Discourse, at: number): boolean {
  const statement = containing(d.content, at, -1)
  return statement >= 0 && d.statements[statement]?.mention !== null
}

/** Whom an occurrence names or describes: settled where it could be several, or where it only describes. */
export function entityOf(d: Discourse, occurrence: Occurrence): Entity | null {
  if (occurrence.entity) return occurrence.entity
  if (occurrence.apposed) {
    const entity = entityOf(d, occurrence.apposed)
    if (entity) addOccurrence(entity, occurrence)
    return entity
  }
  if (occurrence.together.length > 0) {
    const parts = occurrence.together.map((part) => entityOf(d, part)).filter((part): part is Entity => part !== null)
    const named = { start: occurrence.coreStart, end: occurrence.coreEnd }
    const entity = togetherOf(d, parts, named, occurrence.words)
    addOccurrence(entity, occurrence)
    return entity
  }
  if (occurrence.options) {
    const entity = nearestOf(occurrence.options, occurrence.coreStart)
    addOccurrence(entity, occurrence)
    return entity
  }
  return describe(d, occurrence)
}

/**
 * Of namesakes the likeliest: nearness counts, and so does having spoken, and how often the page has spoken of each (it
 * gives the bare surname to the one that it is about).
 */
function nearestOf(options: readonly Entity[], at: number): Entity {
  let best = options[0] as Entity
  const weight = (entity: Entity): number => {
    if (entity.lastAt < 0) return Number.NEGATIVE_INFINITY
    const near = -Math.min(at - entity.lastAt, FAR) / NEAR
    const spoke = entity.lastSpoke < 0 ? 0 : at - entity.lastSpoke < FAR ? 1 : 0.5
    return near + spoke + Math.log2(1 + entity.count)
  }
  for (const entity of options) if (weight(entity) > weight(best)) best = entity
  return best
}

/** So many UTF-16 code units nearer count as much as being spoken of twice as often; further than the second, none do. */
const NEAR = 800
const FAR = 2400

/** The occurrences that a span holds or touches, in order. */
export function within(d: Discourse, { start, end }: Span): Occurrence[] {
  let low = 0
  let high = d.occurrences.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((d.occurrences[mid]?.coreStart ?? 0) >= start) high = mid
    else low = mid + 1
  }
  const out: Occurrence[] = []
  const before = d.occurrences[low - 1]
  if (before && before.coreEnd > start && before.isName) out.push(before)
  for (let i = low; i < d.occurrences.length; i++) {
    const occurrence = d.occurrences[i] as Occurrence
    if (occurrence.coreStart >= end) break
    out.push(occurrence)
  }
  return out
}

/** Where statements have their content: spans by start, each with its statement. */
export interface ContentMap {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly owners: readonly number[]
}

/** The content spans of all statements. */
export function contentMapOf(statements: readonly Statement[]): ContentMap {
  const all = statements.flatMap((statement, owner) =>
    statement.content.map(({ start, end }) => ({ start, end, owner })),
  )
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  return { starts: all.map((c) => c.start), ends: all.map((c) => c.end), owners: all.map((c) => c.owner) }
}

/** Statements about one word are nested no deeper than this. */
const DEEPEST = 12

/** The statement in whose content an offset stands, the innermost but `self`; -1: none. */
export function containing(map: ContentMap, offset: number, self: number): number {
  let low = 0
  let high = map.starts.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((map.starts[mid] as number) > offset) high = mid
    else low = mid + 1
  }
  for (let i = low - 1; i >= 0 && i >= low - DEEPEST; i--)
    if ((map.ends[i] as number) > offset && map.owners[i] !== self) return map.owners[i] as number
  return -1
}

const AGENT = new Set(['by', 'from', 'to'])

/** The place of a mention, as a step takes it. */
export const placeOf = (look: MentionLook) => ({
  start: look.span.start,
  sentence: look.sentence,
  block: look.block,
  // "asked by a caller": the one asked is whom the next sentence goes on about.
  isSubject: !AGENT.has(look.before.at(-1) ?? '') && !AGENT.has(look.before.at(-2) ?? ''),
  isOwner: false,
  isQuoted: look.isQuoted,
})
