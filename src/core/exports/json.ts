import type { Block, Hidden, Meta, MetaSource, OriginMap, Span, Speaker, Statement, Time } from '../model/index.js'
import type { PageInfo, PageRecord, Redaction } from './record.js'
import { unknownOf } from './unknown.js'

/** What a record's `schema` says: the version of schema/record.json that it keeps to. */
export const RECORD_SCHEMA = 'onrecord/record/2'

/** [start, end) in UTF-16 code units. */
export type Pair = readonly [start: number, end: number]

/** A speaker with its spans as pairs into the record's `text`. */
export interface SpeakerJson {
  readonly id: string
  readonly name: string
  readonly named: Pair
  readonly kind: Speaker['kind']
  readonly roles: readonly Pair[]
  readonly otherNames: readonly Pair[]
  readonly anonymity: Pair | null
  readonly mentions: readonly MentionJson[]
  readonly statements: readonly string[]
}

/** One place at which the page speaks of a speaker. */
export interface MentionJson {
  readonly span: Pair
  readonly form: Speaker['mentions'][number]['form']
  readonly why: string
}

/** A statement with its spans as pairs into the record's `text`. */
export interface StatementJson {
  readonly id: string
  readonly content: readonly Pair[]
  readonly cue: Pair | null
  readonly mention: Pair | null
  /** The id of one of the record's speakers; null: not settled. */
  readonly speaker: string | null
  readonly quotation: Statement['quotation']
  readonly quoted: readonly Pair[]
  readonly act: Statement['act']
  readonly negated: boolean
  readonly hedges: readonly Pair[]
  readonly addressee: Pair | null
  readonly medium: Pair | null
  readonly when: TimeJson | null
  readonly within: string | null
  readonly confidence: number
  readonly model: string
  readonly why: string
  readonly speakerWhy: string
}

/** A time that the page gives. */
export interface TimeJson {
  readonly span: Pair
  readonly date: string | null
}

/** The page's metadata, each value's place as a pair of offsets into the decoded page. */
export type MetaJson = Omit<Meta, 'sources'> & {
  readonly sources: { readonly [field: string]: { readonly from: string; readonly at: Pair | null } }
}

/** The published shape of a record, version 2; schema/record.json describes it. */
export interface RecordJson {
  readonly schema: typeof RECORD_SCHEMA
  readonly page: PageInfo
  readonly reader: string
  readonly meta: MetaJson
  readonly text: string
  readonly blocks: readonly Block[]
  readonly speakers: readonly SpeakerJson[]
  readonly statements: readonly StatementJson[]
  readonly hidden: Hidden
  readonly origin: OriginMap | null
  /** Only of a record whose names were replaced. */
  readonly redaction?: Redaction
}

/**
 * The record as plain data, ready for `JSON.stringify`. The same record gives the same bytes. Members that came with a
 * record from JSON and are not known here follow the known ones of their object.
 */
export function recordJson(record: PageRecord): RecordJson {
  const { page, reading, speakers, statements } = record
  return {
    schema: RECORD_SCHEMA,
    page: {
      id: page.id,
      kind: page.kind,
      url: page.url,
      charset: page.charset,
      name: page.name,
      ...(page.converter === undefined ? {} : { converter: page.converter }),
      ...unknownOf(page),
    },
    reader: reading.reader,
    meta: metaJson(reading.meta),
    text: reading.text,
    blocks: blocksJson(reading.blocks),
    speakers: speakers.map(speakerJson),
    statements: statements.map(statementJson),
    hidden: hiddenJson(reading.hidden),
    origin: originJson(reading.origin),
    ...(record.redaction === undefined ? {} : { redaction: redactionJson(record.redaction) }),
    ...unknownOf(record),
  }
}

/**
 * One record as JSON text with a line end: each member on a line of its own, each block, speaker and statement too, so
 * that two records can be compared line by line. A lone surrogate is written as its `\u` escape.
 */
export function toJson(record: PageRecord): string {
  const members = Object.entries(recordJson(record)).map(([key, value]) => `  ${JSON.stringify(key)}: ${member(value)}`)
  return `{\n${members.join(',\n')}\n}\n`
}

function member(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value)
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
}

function redactionJson(redaction: Redaction): Redaction {
  const { by, people, ids, addresses } = redaction
  return { by, people, ids, addresses, ...unknownOf(redaction) }
}

/** Blocks as plain data. */
export function blocksJson(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const { start, end, role, level, body, why } = block
    return { start, end, role, level, body, why, ...unknownOf(block) }
  })
}

/** A speaker as plain data. */
export function speakerJson(speaker: Speaker): SpeakerJson {
  const { id, name, named, kind, roles, otherNames, anonymity, mentions, statements } = speaker
  return {
    id,
    name,
    named: pair(named),
    kind,
    roles: roles.map(pair),
    otherNames: otherNames.map(pair),
    anonymity: optional(anonymity),
    mentions: mentions.map((mention) => ({
      span: pair(mention.span),
      form: mention.form,
      why: mention.why,
      ...unknownOf(mention),
    })),
    statements: [...statements],
    ...unknownOf(speaker),
  }
}

/** A statement as plain data. */
export function statementJson(statement: Statement): StatementJson {
  const { id, content, cue, mention, speaker, quotation, quoted, act, negated, hedges } = statement
  const { addressee, medium, when, within, confidence, model, why, speakerWhy } = statement
  return {
    id,
    content: content.map(pair),
    cue: optional(cue),
    mention: optional(mention),
    speaker,
    quotation,
    quoted: quoted.map(pair),
    act,
    negated,
    hedges: hedges.map(pair),
    addressee: optional(addressee),
    medium: optional(medium),
    when: when && timeJson(when),
    within,
    confidence,
    model,
    why,
    speakerWhy,
    ...unknownOf(statement),
  }
}

function timeJson(time: Time): TimeJson {
  return { span: pair(time.span), date: time.date, ...unknownOf(time) }
}

/** Metadata as plain data. */
export function metaJson(meta: Meta): MetaJson {
  const sources: [string, MetaJson['sources'][string]][] = []
  for (const [field, source] of Object.entries(meta.sources) as [string, MetaSource | undefined][]) {
    if (source) sources.push([field, { from: source.from, at: optional(source.at), ...unknownOf(source) }])
  }
  return { ...meta, sources: Object.fromEntries(sources), ...unknownOf(meta) }
}

/** What was left out of the text, as plain data. */
export function hiddenJson(hidden: Hidden): Hidden {
  const { scripts, styles, comments, elements, characters } = hidden
  return { scripts, styles, comments, elements, characters, ...unknownOf(hidden) }
}

/** The map's arrays may be typed ones, which JSON would write as objects. */
export function originJson(origin: OriginMap | null): OriginMap | null {
  if (!origin) return null
  const { text, textLength, page, pageLength } = origin
  return {
    text: Array.from(text),
    textLength: Array.from(textLength),
    page: Array.from(page),
    pageLength: Array.from(pageLength),
    ...unknownOf(origin),
  }
}

function pair({ start, end }: Span): Pair {
  return [start, end]
}

function optional(span: Span | null): Pair | null {
  return span && pair(span)
}
