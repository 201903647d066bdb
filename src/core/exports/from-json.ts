import {
  type Block,
  type Hidden,
  type Meta,
  type MetaSource,
  OnrecordError,
  type OriginMap,
  type PageId,
  ROLES,
  type Role,
  type Span,
  type Statement,
  type StatementId,
  span,
} from '../model/index.js'
import { RECORD_SCHEMA } from './json.js'
import type { PageInfo, PageRecord } from './record.js'

/**
 * The record that `toJson` made this text of. Everything is checked, so that what comes back can be used like a record
 * of one's own: members and their types, roles, and every span against the text.
 *
 * @throws OnrecordError `record-invalid`, with the place of what is wrong
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
  const record = new Item(value, 'record')
  const schema = record.member('schema').string()
  if (schema !== RECORD_SCHEMA) record.member('schema').fail(`is "${schema}", not "${RECORD_SCHEMA}"`)
  const text = record.member('text').string()
  const page = pageOf(record.member('page'))
  return {
    page,
    reading: {
      page: page.id,
      url: page.url,
      text,
      blocks: record.member('blocks').list((block) => blockOf(block, text)),
      origin: record.member('origin').orNull(originOf),
      meta: metaOf(record.member('meta')),
      hidden: hiddenOf(record.member('hidden')),
      reader: record.member('reader').string(),
    },
    statements: record.member('statements').list((statement) => statementOf(statement, text)),
  }
}

function pageOf(page: Item): PageInfo {
  const id = page.member('id').string()
  if (!/^[0-9a-f]{64}$/.test(id)) page.member('id').fail('is no SHA-256')
  return {
    id: id as PageId,
    kind: page.member('kind').oneOf(['html', 'text', 'article']),
    url: page.member('url').orNull(stringOf),
    charset: page.member('charset').orNull(stringOf),
    name: page.member('name').orNull(stringOf),
  }
}

function blockOf(block: Item, text: string): Block {
  const { start, end } = block.spanOf(text, [block.member('start').offset(), block.member('end').offset()])
  return {
    start,
    end,
    role: block.member('role').oneOf<Role>(ROLES),
    level: block.member('level').orNull(offsetOf),
    body: block.member('body').orNull(numberOf),
    why: block.member('why').string(),
  }
}

function statementOf(statement: Item, text: string): Statement {
  const pair = (item: Item): Span => item.spanOf(text, pairOf(item))
  if (statement.member('speaker').value !== null)
    statement.member('speaker').fail('is given, and this version knows no speakers')
  return {
    id: statement.member('id').string() as StatementId,
    content: statement.member('content').list(pair),
    cue: statement.member('cue').orNull(pair),
    mention: statement.member('mention').orNull(pair),
    speaker: null,
    quotation: statement.member('quotation').oneOf(['direct', 'indirect', 'mixed']),
    within: statement.member('within').orNull(stringOf) as StatementId | null,
    confidence: statement.member('confidence').number(),
    model: statement.member('model').string(),
    why: statement.member('why').string(),
  }
}

function metaOf(meta: Item): Meta {
  const text = (name: string) => meta.member(name).orNull(stringOf)
  const sources: Record<string, MetaSource> = {}
  for (const [name, source] of meta.member('sources').entries()) {
    const at = source.member('at').orNull(pairOf)
    sources[name] = { from: source.member('from').string(), at: at && { start: at[0], end: at[1] } }
  }
  return {
    title: text('title'),
    standfirst: text('standfirst'),
    authors: meta.member('authors').list(stringOf),
    publisher: text('publisher'),
    agency: text('agency'),
    published: text('published'),
    modified: text('modified'),
    language: text('language'),
    canonicalUrl: text('canonicalUrl'),
    section: text('section'),
    form: meta.member('form').oneOf(['article', 'live-blog', 'stub', 'none']),
    sources,
  }
}

function hiddenOf(hidden: Item): Hidden {
  const count = (name: string) => hidden.member(name).offset()
  return {
    scripts: count('scripts'),
    styles: count('styles'),
    comments: count('comments'),
    elements: count('elements'),
    characters: count('characters'),
  }
}

function originOf(origin: Item): OriginMap {
  const list = (name: string) => origin.member(name).list(offsetOf)
  return { text: list('text'), textLength: list('textLength'), page: list('page'), pageLength: list('pageLength') }
}

const stringOf = (item: Item) => item.string()
const numberOf = (item: Item) => item.number()
const offsetOf = (item: Item) => item.offset()

function pairOf(item: Item): [number, number] {
  const [start, end, ...more] = item.list(offsetOf)
  if (start === undefined || end === undefined || more.length > 0) return item.fail('is no [start, end)')
  return [start, end]
}

/** A value of parsed JSON and where it stands, for the message when it is not what it should be. */
class Item {
  constructor(
    readonly value: unknown,
    readonly place: string,
  ) {}

  fail(what: string): never {
    throw new OnrecordError('record-invalid', `The record cannot be taken in: ${this.place} ${what}. Export it anew.`)
  }

  member(name: string): Item {
    const object = this.#object()
    if (!Object.hasOwn(object, name)) this.fail(`has no "${name}"`)
    return new Item(object[name], `${this.place}.${name}`)
  }

  entries(): [string, Item][] {
    return Object.entries(this.#object()).map(([name, value]) => [name, new Item(value, `${this.place}.${name}`)])
  }

  list<T>(make: (item: Item) => T): T[] {
    if (!Array.isArray(this.value)) return this.fail('is no list')
    return this.value.map((value, i) => make(new Item(value, `${this.place}[${i}]`)))
  }

  orNull<T>(make: (item: Item) => T): T | null {
    return this.value === null ? null : make(this)
  }

  string(): string {
    return typeof this.value === 'string' ? this.value : this.fail('is no string')
  }

  number(): number {
    return typeof this.value === 'number' ? this.value : this.fail('is no number')
  }

  offset(): number {
    const n = this.number()
    return Number.isInteger(n) && n >= 0 ? n : this.fail('is no whole number from 0')
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const choice = choices.find((each) => each === this.value)
    return choice ?? this.fail(`is none of ${choices.join(', ')}`)
  }

  spanOf(text: string, [start, end]: readonly [number, number]): Span {
    try {
      return span(text, start, end)
    } catch {
      return this.fail(`[${start}, ${end}) does not fit the text`)
    }
  }

  #object(): Readonly<Record<string, unknown>> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      return this.fail('is no object')
    return this.value as Record<string, unknown>
  }
}
