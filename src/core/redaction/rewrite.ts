import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PageInfo, PageRecord, Redaction } from '../exports/record.js'
import {
  type Meta,
  type MetaSource,
  type PageId,
  pageFromText,
  type Reading,
  type Span,
  type Speaker,
  type SpeakerId,
  type Statement,
  type StatementId,
} from '../model/index.js'
import { type Replacement, replaced } from './replacement.js'

/** How a record is written anew. */
export interface Rewriting {
  /** What is replaced in the text: in order, none overlapping. */
  readonly replacements: readonly Replacement[]
  /** Any other string of the record. */
  readonly string: (value: string) => string
  /** A reason why, which may quote words of the page. */
  readonly why: (value: string) => string
  /** An address, path or file name; null leaves it out. */
  readonly address: (value: string) => string | null
  readonly author: (value: string) => string
  /** Whether the ids stay. */
  readonly keepsIds: boolean
  /**
   * What was made of the old words: true rounds the scores and leaves the count of hidden characters out, so that no guess
   * at those words can be held against them.
   */
  readonly roundsScores: boolean
  readonly redaction: Redaction | null
  /** What the names of the reader and of the taggers are followed by. */
  readonly mark: string
}

/**
 * The record with its text replaced, every span moved with its words, and ids that only what is in it decides. The map to
 * the page's source and places in it are left out, for the lengths of what was replaced could be reckoned from them, and
 * so are members that this version does not know, for they may hold anything.
 */
export function rewrite(record: PageRecord, how: Rewriting): PageRecord {
  const { reading, statements, speakers } = record
  const { text, at } = replaced(reading.text, how.replacements, cutsOf(record))
  const optional = (span: Span | null): Span | null => span && at(span)
  const pageId = how.keepsIds ? record.page.id : pageFromText(text, { kind: 'text' }).id
  const marked = (name: string) => (name.includes(how.mark.trim()) ? how.string(name) : how.string(name) + how.mark)

  const rewritten = statements.map(
    (statement): Statement => ({
      id: statement.id,
      content: statement.content.map(at),
      cue: optional(statement.cue),
      mention: optional(statement.mention),
      speaker: statement.speaker,
      quotation: statement.quotation,
      quoted: statement.quoted.map(at),
      act: statement.act,
      negated: statement.negated,
      hedges: statement.hedges.map(at),
      addressee: optional(statement.addressee),
      medium: optional(statement.medium),
      when: whenOf(statement, how, at),
      within: statement.within,
      confidence: how.roundsScores ? Math.round(statement.confidence * 10) / 10 : statement.confidence,
      model: marked(statement.model),
      why: how.why(statement.why),
      speakerWhy: how.why(statement.speakerWhy),
    }),
  )
  const people = speakers.map((speaker): Speaker => {
    const named = at(speaker.named)
    const isSlice = reading.text.slice(speaker.named.start, speaker.named.end) === speaker.name
    return {
      id: speaker.id,
      name: isSlice ? text.slice(named.start, named.end) : how.string(speaker.name),
      named,
      kind: speaker.kind,
      roles: speaker.roles.map(at),
      otherNames: speaker.otherNames.map(at),
      anonymity: optional(speaker.anonymity),
      mentions: speaker.mentions.map(({ span, form, why }) => ({ span: at(span), form, why: how.why(why) })),
      statements: speaker.statements,
    }
  })
  const ids = how.keepsIds ? null : newIds(pageId, rewritten, people)
  const { page } = record
  const info: PageInfo = {
    id: pageId,
    kind: page.kind,
    url: page.url === null ? null : how.address(page.url),
    charset: page.charset === null ? null : how.string(page.charset),
    name: page.name === null ? null : how.address(page.name),
    ...(page.converter === undefined ? {} : { converter: how.string(page.converter) }),
  }
  const newReading: Reading = {
    page: pageId,
    url: info.url,
    text,
    blocks: reading.blocks.map((block) => {
      const { role, level, body, why } = block
      return {
        ...at({ start: block.start, end: block.end }),
        role,
        level,
        body: how.roundsScores ? null : body,
        why: how.why(why),
      }
    }),
    origin: null,
    meta: metaOf(reading.meta, how),
    hidden: {
      scripts: reading.hidden.scripts,
      styles: reading.hidden.styles,
      comments: reading.hidden.comments,
      elements: reading.hidden.elements,
      // The length of a name that stands there could be reckoned from it.
      characters: how.roundsScores ? 0 : reading.hidden.characters,
    },
    reader: marked(reading.reader),
  }
  return {
    page: info,
    reading: newReading,
    statements: ids ? rewritten.map(ids.statement) : rewritten,
    speakers: ids ? people.map(ids.speaker) : people,
    ...(how.redaction === null ? {} : { redaction: how.redaction }),
  }
}

/** The time of a statement, unless words of it were replaced: its date tells them. */
function whenOf({ when }: Statement, { replacements }: Rewriting, at: (span: Span) => Span): Statement['when'] {
  if (when === null) return null
  const { start, end } = when.span
  const isTouched = replacements.some((each) => each.start < end && each.end > start)
  return isTouched ? null : { span: at(when.span), date: when.date }
}

/** Blocks, and places of which a statement has several; and those that stand alone. */
function cutsOf({ reading, statements }: PageRecord): { readonly always: Span[]; readonly alone: Span[] } {
  const always: Span[] = [...reading.blocks]
  const alone: Span[] = []
  for (const { content, cue, mention, quoted, hedges, addressee, medium, when } of statements) {
    for (const list of [content, quoted, hedges]) (list.length > 1 ? always : alone).push(...list)
    for (const span of [cue, mention, addressee, medium, when?.span]) if (span) alone.push(span)
  }
  return { always, alone }
}

function metaOf(meta: Meta, how: Rewriting): Meta {
  const text = (value: string | null) => (value === null ? null : how.string(value))
  const sources: [string, MetaSource][] = []
  for (const [field, source] of Object.entries(meta.sources) as [string, MetaSource | undefined][])
    if (source) sources.push([how.string(field), { from: how.string(source.from), at: null }])
  return {
    title: text(meta.title),
    standfirst: text(meta.standfirst),
    authors: meta.authors.map(how.author),
    publisher: text(meta.publisher),
    agency: text(meta.agency),
    published: text(meta.published),
    modified: text(meta.modified),
    language: text(meta.language),
    canonicalUrl: meta.canonicalUrl === null ? null : how.address(meta.canonicalUrl),
    section: text(meta.section),
    form: meta.form,
    sources: Object.fromEntries(sources),
  }
}

/** Ids that the new page's id and the new places decide, as the old ones were decided by the old. */
function newIds(page: PageId, statements: readonly Statement[], speakers: readonly Speaker[]) {
  const taken = new Set<string>()
  const made = (what: string): string => {
    for (let n = 1; ; n++) {
      const id = bytesToHex(sha256(utf8ToBytes(`${page} ${what}${n > 1 ? ` ${n}` : ''}`))).slice(0, 32)
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
  const places = (spans: readonly (Span | null)[]) =>
    spans.map((span) => (span ? `${span.start}-${span.end}` : '')).join('+')
  const ofStatements = new Map(
    statements.map(({ id, content, cue, mention }) => [
      id,
      made(`${places(content)} ${places([cue])} ${places([mention])}`) as StatementId,
    ]),
  )
  const ofSpeakers = new Map(
    speakers.map(({ id, named, mentions }) => [
      id,
      made(`speaker ${places([mentions[0]?.span ?? named])}`) as SpeakerId,
    ]),
  )
  const byId = <T>(ids: ReadonlyMap<T, T>, id: T | null): T | null => (id === null ? null : (ids.get(id) ?? null))
  return {
    statement: (statement: Statement): Statement => ({
      ...statement,
      id: byId(ofStatements, statement.id) as StatementId,
      speaker: byId(ofSpeakers, statement.speaker),
      within: byId(ofStatements, statement.within),
    }),
    speaker: (speaker: Speaker): Speaker => ({
      ...speaker,
      id: byId(ofSpeakers, speaker.id) as SpeakerId,
      statements: speaker.statements.map((id) => byId(ofStatements, id)).filter((id) => id !== null),
    }),
  }
}
