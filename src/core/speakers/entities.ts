import type { MentionForm, Span, SpeakerKind } from '../model/index.js'
import type { Gender } from './lexicon/pronouns.js'
import type { Occurrence } from './occurrence.js'

/** Somebody or something that the article names or describes, before it is known whether it speaks. */
export interface Entity {
  kind: SpeakerKind
  gender: Gender
  readonly plural: boolean
  /** The name or the words for it at fullest, and where they stand. */
  named: Span
  words: readonly string[]
  readonly isNamed: boolean
  /** Lower-case nouns that the page uses for it: "envoy", "nurse". */
  readonly heads: Set<string>
  /** Lower-case words of its roles and descriptions: "deputy", "trade", "envoy". */
  readonly roleWords: Set<string>
  readonly occurrences: Occurrence[]
  /** By start. Mentions of statements: pronouns, labels, the words of a statement's mention. */
  readonly mentions: Map<number, { readonly span: Span; readonly form: MentionForm; readonly why: string }>
  readonly statements: number[]
  anonymity: Span | null
  /** The American state in the brackets after its name, by its last word. */
  state: string | null
  /** Those whom it stands for together; empty for one. */
  readonly parts: readonly Entity[]
  /** Offset of the last place that spoke of it so far, and of the last statement of its; -1: none yet. */
  lastAt: number
  lastSpoke: number
  /** How often the article has spoken of it so far. */
  count: number
}

/** A new entity, named at an occurrence or by the words of a span. */
export function newEntity(of: {
  readonly kind: SpeakerKind
  readonly named: Span
  readonly words: readonly string[]
  readonly isNamed: boolean
  readonly gender?: Gender
  readonly plural?: boolean
  readonly parts?: readonly Entity[]
}): Entity {
  return {
    kind: of.kind,
    gender: of.gender ?? null,
    plural: of.plural ?? false,
    named: of.named,
    words: of.words,
    isNamed: of.isNamed,
    heads: new Set(),
    roleWords: new Set(),
    occurrences: [],
    mentions: new Map(),
    statements: [],
    anonymity: null,
    state: null,
    parts: of.parts ?? [],
    lastAt: -1,
    lastSpoke: -1,
    count: 0,
  }
}

/** Gives an entity one more occurrence, and what it tells. @param isCertain not where the occurrence is only likely its own */
export function addOccurrence(entity: Entity, occurrence: Occurrence, isCertain = true): void {
  occurrence.entity = entity
  entity.occurrences.push(occurrence)
  if (isCertain) entity.gender ??= occurrence.gender
  if (isCertain) for (const head of occurrence.roleHeads) entity.heads.add(head)
  for (const word of occurrence.roleWords) entity.roleWords.add(word)
  if (occurrence.state) entity.state = occurrence.state
  if (entity.kind === 'unknown' && occurrence.kind !== 'unknown') entity.kind = occurrence.kind
}
