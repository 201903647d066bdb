import {
  ACTS,
  type Act,
  type Block,
  type Hidden,
  type Mention,
  type MentionForm,
  type Meta,
  type MetaSource,
  OnrecordError,
  type OriginMap,
  type PageId,
  type Reading,
  ROLES,
  type Role,
  type Span,
  type Speaker,
  type SpeakerId,
  type SpeakerKind,
  type Statement,
  type StatementId,
  type Time,
} from '../model/index.js'
import { Item } from './item.js'
import { RECORD_SCHEMA } from './json.js'
import type { PageInfo, PageRecord, Redaction } from './record.js'
import { withUnknown } from './unknown.js'

/**
 * The record that `toJson` made this text of. Everything is checked, so that what comes back can be used like a record
 * of one's own: members and their types, closed lists, every span against the text, every id against what it names.
 * Members that this version does not know are kept, and `toJson` writes them again.
 *
 * @throws OnrecordError `record-version` where the record is of another version, else `record-invalid`, with the place
 * of what is wrong
 */
export function fromJson(json: string): PageRecord {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new OnrecordError('record-invalid', `The record is not JSON (${(cause as Error).message}). Export it anew.`, {
      cause,
    })
  }
  return recordFrom(value)
}

/** As {@link fromJson}, of JSON that is parsed already. */
export function recordFrom(value: unknown): PageRecord {
  const record = new Item(value, 'record', (place, what) => {
    throw new OnrecordError('record-invalid', `The record cannot be taken in: ${place} ${what}. Export it anew.`)
  })
  const schema = record.member('schema').string()
  if (schema !== RECORD_SCHEMA) refuseVersion(record, schema)
  const text = record.member('text').string()
  const page = pageOf(record.member('page'))
  const reading: Reading = {
    page: page.id,
    url: page.url,
    text,
    blocks: record.member('blocks').list((block) => blockOf(block, text)),
    origin: record.member('origin').orNull(originOf),
    meta: metaOf(record.member('meta')),
    hidden: hiddenOf(record.member('hidden')),
    reader: record.member('reader').string(),
  }
  const speakers = record.member('speakers').list((speaker) => speakerOf(speaker, text))
  const statements = record.member('statements').list((statement) => statementOf(statement, text))
  checkNames(record, speakers, statements)
  const redaction = record.optional('redaction')
  return withUnknown(
    { page, reading, statements, speakers, ...(redaction === null ? {} : { redaction: redactionOf(redaction) }) },
    record.others(RECORD_MEMBERS),
  )
}

const RECORD_MEMBERS = [
  'schema',
  'page',
  'reader',
  'meta',
  'text',
  'blocks',
  'speakers',
  'statements',
  'hidden',
  'origin',
  'redaction',
]

function refuseVersion(record: Item, schema: string): never {
  if (!/^onrecord\/record\/\d{1,6}$/.test(schema)) record.member('schema').fail('names no version of the record')
  throw new OnrecordError(
    'record-version',
    `The record is of version ${schema.slice('onrecord/record/'.length)}, and this Onrecord reads version ${RECORD_SCHEMA.slice('onrecord/record/'.length)}. Read the page again, or use the version of Onrecord that wrote it.`,
  )
}

/** Every id that a statement or speaker gives must be one of the record's, and no id be given twice. */
function checkNames(record: Item, speakers: readonly Speaker[], statements: readonly Statement[]): void {
  const names = (place: string, ids: readonly string[]) => {
    const all = new Set<string>()
    ids.forEach((id, i) => {
      if (all.has(id)) record.member(place).items()[i]?.member('id').fail(`"${id}" is taken`)
      all.add(id)
    })
    return all
  }
  const bySpeaker = names(
    'speakers',
    speakers.map(({ id }) => id),
  )
  const byStatement = names(
    'statements',
    statements.map(({ id }) => id),
  )
  const lost = (list: string, i: number, member: string, what: string): never =>
    new Item(null, `record.${list}[${i}].${member}`, record.refuse).fail(`names no ${what} of the record`)
  statements.forEach(({ speaker, within }, i) => {
    if (speaker !== null && !bySpeaker.has(speaker)) lost('statements', i, 'speaker', 'speaker')
    if (within !== null && !byStatement.has(within)) lost('statements', i, 'within', 'statement')
  })
  speakers.forEach(({ statements }, i) => {
    if (!statements.every((id) => byStatement.has(id))) lost('speakers', i, 'statements', 'statement')
  })
}

function pageOf(page: Item): PageInfo {
  const id = page.member('id').string()
  if (!/^[0-9a-f]{64}$/.test(id)) page.member('id').fail('is no SHA-256')
  const converter = page.optional('converter')
  const info: PageInfo = {
    id: id as PageId,
    kind: page.member('kind').oneOf(['html', 'text', 'article']),
    url: page.member('url').orNull(stringOf),
    charset: page.member('charset').orNull(stringOf),
    name: page.member('name').orNull(stringOf),
    ...(converter === null ? {} : { converter: converter.string() }),
  }
  return withUnknown(info, page.others(Object.keys(info)))
}

function redactionOf(item: Item): Redaction {
  const redaction: Redaction = {
    by: item.member('by').string(),
    people: item.member('people').oneOf(['listed', 'all']),
    ids: item.member('ids').oneOf(['new', 'kept']),
    addresses: item.member('addresses').oneOf(['left-out', 'kept']),
  }
  return withUnknown(redaction, item.others(Object.keys(redaction)))
}

function blockOf(item: Item, text: string): Block {
  const { start, end } = item.span(text, [item.member('start').offset(), item.member('end').offset()])
  const block: Block = {
    start,
    end,
    role: item.member('role').oneOf<Role>(ROLES),
    level: item.member('level').orNull(offsetOf),
    body: item.member('body').orNull(shareOf),
    why: item.member('why').string(),
  }
  return withUnknown(block, item.others(Object.keys(block)))
}

const ACT_NAMES = ACTS.map(({ name }) => name)

function statementOf(item: Item, text: string): Statement {
  const pair = (span: Item): Span => span.span(text)
  const statement: Statement = {
    id: item.member('id').string() as StatementId,
    content: item.member('content').list(pair),
    cue: item.member('cue').orNull(pair),
    mention: item.member('mention').orNull(pair),
    speaker: item.member('speaker').orNull(stringOf) as SpeakerId | null,
    quotation: item.member('quotation').oneOf(['direct', 'indirect', 'mixed']),
    quoted: item.member('quoted').list(pair),
    act: item.member('act').oneOf<Act>(ACT_NAMES),
    negated: item.member('negated').boolean(),
    hedges: item.member('hedges').list(pair),
    addressee: item.member('addressee').orNull(pair),
    medium: item.member('medium').orNull(pair),
    when: item.member('when').orNull((when) => timeOf(when, text)),
    within: item.member('within').orNull(stringOf) as StatementId | null,
    confidence: item.member('confidence').share(),
    model: item.member('model').string(),
    why: item.member('why').string(),
    speakerWhy: item.member('speakerWhy').string(),
  }
  return withUnknown(statement, item.others(Object.keys(statement)))
}

function timeOf(item: Item, text: string): Time {
  const time: Time = { span: item.member('span').span(text), date: item.member('date').orNull(stringOf) }
  return withUnknown(time, item.others(Object.keys(time)))
}

// Objects, not lists, so that the compiler asks for every member of the type.
const SPEAKER_KINDS: Readonly<Record<SpeakerKind, true>> = {
  person: true,
  organisation: true,
  government: true,
  group: true,
  document: true,
  unnamed: true,
  unknown: true,
}
const MENTION_FORMS: Readonly<Record<MentionForm, true>> = {
  name: true,
  'part-of-name': true,
  'short-form': true,
  role: true,
  description: true,
  pronoun: true,
  label: true,
}

function speakerOf(item: Item, text: string): Speaker {
  const pair = (span: Item): Span => span.span(text)
  const speaker: Speaker = {
    id: item.member('id').string() as SpeakerId,
    name: item.member('name').string(),
    named: item.member('named').span(text),
    kind: item.member('kind').oneOf(Object.keys(SPEAKER_KINDS) as SpeakerKind[]),
    roles: item.member('roles').list(pair),
    otherNames: item.member('otherNames').list(pair),
    anonymity: item.member('anonymity').orNull(pair),
    mentions: item.member('mentions').list((mention) => mentionOf(mention, text)),
    statements: item.member('statements').list(stringOf) as StatementId[],
  }
  return withUnknown(speaker, item.others(Object.keys(speaker)))
}

function mentionOf(item: Item, text: string): Mention {
  const mention: Mention = {
    span: item.member('span').span(text),
    form: item.member('form').oneOf(Object.keys(MENTION_FORMS) as MentionForm[]),
    why: item.member('why').string(),
  }
  return withUnknown(mention, item.others(Object.keys(mention)))
}

function metaOf(item: Item): Meta {
  const text = (name: string) => item.member(name).orNull(stringOf)
  const sources = item
    .member('sources')
    .entries()
    .map(([name, source]): [string, MetaSource] => {
      const at = source.member('at').orNull((span) => span.pair())
      const value: MetaSource = { from: source.member('from').string(), at: at && { start: at[0], end: at[1] } }
      return [name, withUnknown(value, source.others(Object.keys(value)))]
    })
  const meta: Meta = {
    title: text('title'),
    standfirst: text('standfirst'),
    authors: item.member('authors').list(stringOf),
    publisher: text('publisher'),
    agency: text('agency'),
    published: text('published'),
    modified: text('modified'),
    language: text('language'),
    canonicalUrl: text('canonicalUrl'),
    section: text('section'),
    form: item.member('form').oneOf(['article', 'live-blog', 'stub', 'none']),
    sources: Object.fromEntries(sources),
  }
  return withUnknown(meta, item.others(Object.keys(meta)))
}

function hiddenOf(item: Item): Hidden {
  const count = (name: string) => item.member(name).offset()
  const hidden: Hidden = {
    scripts: count('scripts'),
    styles: count('styles'),
    comments: count('comments'),
    elements: count('elements'),
    characters: count('characters'),
  }
  return withUnknown(hidden, item.others(Object.keys(hidden)))
}

function originOf(item: Item): OriginMap {
  const list = (name: string) => item.member(name).list(offsetOf)
  const origin: OriginMap = {
    text: list('text'),
    textLength: list('textLength'),
    page: list('page'),
    pageLength: list('pageLength'),
  }
  return withUnknown(origin, item.others(Object.keys(origin)))
}

const stringOf = (item: Item) => item.string()
const shareOf = (item: Item) => item.share()
const offsetOf = (item: Item) => item.offset()
