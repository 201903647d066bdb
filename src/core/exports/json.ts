import type { Block, Hidden, Meta, MetaSource, OriginMap, Span, Statement } from '../model/index.js'
import type { PageInfo, PageRecord } from './record.js'

/** What a record's `schema` says: the version of schema/record.json that it keeps to. */
export const RECORD_SCHEMA = 'onrecord/record/1'

/** [start, end) in UTF-16 code units. */
export type Pair = readonly [start: number, end: number]

/** A speaker as exports show it. */
export interface SpeakerJson {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** A statement with its spans as pairs into the record's `text`. */
export interface StatementJson {
  readonly id: string
  readonly content: readonly Pair[]
  readonly cue: Pair | null
  readonly mention: Pair | null
  /** Null until speakers are settled. */
  readonly speaker: SpeakerJson | null
  readonly quotation: Statement['quotation']
  readonly within: string | null
  readonly confidence: number
  readonly model: string
  readonly why: string
}

/** The page's metadata, each value's place as a pair of offsets into the decoded page. */
export type MetaJson = Omit<Meta, 'sources'> & {
  readonly sources: { readonly [field: string]: { readonly from: string; readonly at: Pair | null } }
}

/** The published shape of a record, version 1; schema/record.json describes it. */
export interface RecordJson {
  readonly schema: typeof RECORD_SCHEMA
  readonly page: PageInfo
  readonly reader: string
  readonly meta: MetaJson
  readonly text: string
  readonly blocks: readonly Block[]
  readonly statements: readonly StatementJson[]
  readonly hidden: Hidden
  readonly origin: OriginMap | null
}

/** The record as plain data, ready for `JSON.stringify`. The same record gives the same bytes. */
export function recordJson({ page, reading, statements }: PageRecord): RecordJson {
  return {
    schema: RECORD_SCHEMA,
    page: { id: page.id, kind: page.kind, url: page.url, charset: page.charset, name: page.name },
    reader: reading.reader,
    meta: metaJson(reading.meta),
    text: reading.text,
    blocks: blocksJson(reading.blocks),
    statements: statements.map(statementJson),
    hidden: hiddenJson(reading.hidden),
    origin: originJson(reading.origin),
  }
}

/**
 * One record as JSON text with a line end: each member on a line of its own, each block and statement too, so that two
 * records can be compared line by line. A lone surrogate is written as its `\u` escape.
 */
export function toJson(record: PageRecord): string {
  const members = Object.entries(recordJson(record)).map(([key, value]) => `  ${JSON.stringify(key)}: ${member(value)}`)
  return `{\n${members.join(',\n')}\n}\n`
}

function member(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value)
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
}

/** Blocks as plain data, with no members but the published ones. */
export function blocksJson(blocks: readonly Block[]): Block[] {
  return blocks.map(({ start, end, role, level, body, why }) => ({ start, end, role, level, body, why }))
}

/** A statement as plain data. */
export function statementJson(statement: Statement): StatementJson {
  const { id, content, cue, mention, quotation, within, confidence, model, why } = statement
  return {
    id,
    content: content.map(pair),
    cue: cue && pair(cue),
    mention: mention && pair(mention),
    speaker: null,
    quotation,
    within,
    confidence,
    model,
    why,
  }
}

/** Metadata as plain data. */
export function metaJson(meta: Meta): MetaJson {
  const sources: Record<string, { from: string; at: Pair | null }> = {}
  for (const [field, source] of Object.entries(meta.sources) as [string, MetaSource | undefined][]) {
    if (source) sources[field] = { from: source.from, at: source.at && pair(source.at) }
  }
  return { ...meta, sources }
}

/** What was left out of the text, as plain data. */
export function hiddenJson({ scripts, styles, comments, elements, characters }: Hidden): Hidden {
  return { scripts, styles, comments, elements, characters }
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
  }
}

function pair({ start, end }: Span): Pair {
  return [start, end]
}
