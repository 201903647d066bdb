import type { Reading, Span, Speaker, Statement } from '../model/index.js'
import { dropPassages, stagePassages } from '../statements/passages.js'
import { beginOf } from './bare/bare.js'
import { BARE_CONSTRUCTS } from './bare/index.js'
import { collect, type MentionLook, type WeakWord } from './collect.js'
import { CONSTRUCTS } from './constructs/index.js'
import { directoryOf, findKnown } from './directory.js'
import { advance, contentMapOf, type Discourse, placeOf, step } from './discourse.js'
import type { Entity } from './entities.js'
import { settleGenders } from './gender.js'
import { PRONOUNS } from './lexicon/pronouns.js'
import type { Occurrence } from './occurrence.js'
import { speakersOf } from './speakers.js'

/** What `findSpeakers` gives. */
export interface SpeakersFound {
  /** Those who have a statement, in the order in which the page first speaks of them. */
  readonly speakers: Speaker[]
  /** The statements given, in the same order, each with its `speaker` and `speakerWhy`. */
  readonly statements: Statement[]
}

/**
 * Settles who is speaking: puts the names, roles, descriptions and pronouns of an article together, and gives each
 * statement its speaker, or null and the reason why not. Only the article's blocks are read. Linear in the page.
 *
 * @param statements those of the reading, in any order; their own `speaker` and `speakerWhy` are not looked at
 */
export function findSpeakers(reading: Reading, statements: readonly Statement[]): SpeakersFound {
  const mentions = statements
    .map(({ mention }, index) => ({ index, span: mention }))
    .filter((m): m is { index: number; span: Span } => m.span !== null)
  const occurrences: Occurrence[] = []
  const weak: WeakWord[] = []
  const pronouns = []
  const looks = new Map<number, MentionLook>()
  const anonymity = new Map<number, Span>()
  let sentences = 0
  for (const passage of stagePassages(reading)) {
    const from = passage.tokens[0]?.start ?? 0
    const to = passage.tokens.at(-1)?.end ?? 0
    const found = collect(
      passage,
      sentences,
      mentions.filter(({ span }) => span.start >= from && span.start < to),
    )
    for (const occurrence of found.occurrences) occurrences.push(occurrence)
    for (const word of found.weak) weak.push(word)
    for (const pronoun of found.pronouns) pronouns.push(pronoun)
    for (const look of found.mentions) looks.set(look.statement, look)
    for (const [sentence, span] of found.anonymity) anonymity.set(sentence, span)
    sentences = found.sentences
  }
  dropPassages(reading)
  const names = occurrences.filter(({ isName }) => isName)
  const directory = directoryOf(names)
  settleGenders(names, pronouns)
  const known = findKnown(directory, weak)
  const d: Discourse = {
    reading,
    statements,
    directory,
    occurrences: [...occurrences, ...known].sort((a, b) => a.coreStart - b.coreStart || b.end - a.end),
    content: contentMapOf(statements),
    anonymity,
    described: new Map(),
    byHead: new Map(),
    steps: [],
    turns: [],
    speakers: statements.map(() => undefined),
    taken: 0,
  }
  const whys = settleAll(d, looks)
  return speakersOf(d, whys)
}

// Goes through the statements in the page's order; those that rest on a later one once more at the end.
function settleAll(d: Discourse, looks: ReadonlyMap<number, MentionLook>): string[] {
  const whys = d.statements.map(() => '')
  const keys = d.statements.map((statement) => statement.mention?.start ?? beginOf(statement))
  const order = d.statements.map((_, k) => k).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
  const waiting: number[] = []
  let block = 0
  for (const k of order) {
    const key = keys[k] as number
    advance(d, key)
    while (block + 1 < d.reading.blocks.length && (d.reading.blocks[block]?.end ?? 0) <= key) block++
    const why = settleOne(d, k, looks.get(k), block)
    if (why === 'later') waiting.push(k)
    else whys[k] = why
  }
  advance(d, Number.POSITIVE_INFINITY)
  for (const k of waiting) {
    const why = settleOne(d, k, looks.get(k), looks.get(k)?.block ?? 0)
    if (why !== 'later') whys[k] = why
    else {
      d.speakers[k] = null
      whys[k] = 'stands in words whose own speaker rests on it'
    }
  }
  return whys
}

function settleOne(d: Discourse, k: number, look: MentionLook | undefined, block: number): string | 'later' {
  const statement = d.statements[k] as Statement
  if (!look) {
    if (statement.mention) {
      d.speakers[k] = null
      return 'its mention stands outside the article'
    }
    for (const construct of BARE_CONSTRUCTS) {
      const settled = construct.settle(statement, block, d)
      if (!settled) continue
      give(d, k, settled.entity, block)
      return `${construct.name}: ${settled.why}`
    }
    give(d, k, null, block)
    return 'the page does not say who'
  }
  for (const construct of CONSTRUCTS) {
    const settled = construct.settle(look, d)
    if (settled === 'later') return 'later'
    if (!settled) continue
    const { entity, span, form, why } = settled
    if (entity) {
      learn(d, entity, look, settled.isSure === true)
      const before = d.steps.at(-1)
      const isOther = PRONOUNS.get(look.low[0] ?? '')?.person === 1
      if (!isOther && (before?.at !== look.span.start || before.entity !== entity)) step(d, entity, placeOf(look), true)
      if (!entity.mentions.has(span.start)) entity.mentions.set(span.start, { span, form, why })
    }
    give(d, k, entity, look.block)
    return `${construct.name}: ${why}`
  }
  give(d, k, null, look.block)
  return 'its mention has no words that name anybody'
}

// What a mention that is settled tells of its entity: gender, what the page says of a source without a name.
function learn(d: Discourse, entity: Entity, look: MentionLook, isSure: boolean): void {
  const pronoun = PRONOUNS.get(look.low[0] ?? '')
  if (pronoun?.gender && entity.kind === 'unknown') entity.kind = 'person'
  if (pronoun?.gender && entity.gender === null && isSure) entity.gender = pronoun.gender
  if (!entity.isNamed) entity.anonymity ??= anonymityOf(d, look)
}

// The clause of the mention's sentence, up to the words that carry the statement.
function anonymityOf(d: Discourse, look: MentionLook): Span | null {
  const clause = d.anonymity.get(look.sentence)
  if (!clause) return null
  const { cue } = d.statements[look.statement] as Statement
  if (!cue || cue.start <= clause.start || cue.start >= clause.end) return clause
  const length = d.reading.text.slice(clause.start, cue.start).trimEnd().length
  return length > 0 ? { start: clause.start, end: clause.start + length } : null
}

function give(d: Discourse, k: number, entity: Entity | null, block: number): void {
  d.speakers[k] = entity
  d.turns.push({ statement: k, entity, block })
  if (!entity) return
  entity.statements.push(k)
  entity.lastSpoke = d.statements[k]?.mention?.start ?? d.statements[k]?.content[0]?.start ?? 0
}
