import fc from 'fast-check'
import { type PageRecord, recordOf } from '../../../src/core/exports/index.js'
import {
  type Block,
  cutsCharacter,
  type Meta,
  pageFromText,
  type Quotation,
  type Reading,
  ROLES,
  type Span,
  type Statement,
  type StatementId,
  span,
} from '../../../src/core/model/index.js'
import { NO_META } from '../no-meta.js'

/** A statement as a test writes it: its words, which must stand in the text in this order of search. */
export interface Said {
  readonly content: readonly string[]
  readonly cue?: string
  readonly mention?: string
  readonly quotation?: Quotation
  readonly within?: number
}

/** A record of blocks given as [role, text], with statements found by their words. */
export function record(
  blocks: readonly (readonly [Block['role'], string])[],
  said: readonly Said[],
  meta: Partial<Meta> = {},
  from: { url?: string; name?: string } = {},
): PageRecord {
  const text = blocks.map(([, words]) => words).join('\n\n')
  const page = pageFromText(text, { kind: 'article', url: from.url ?? null })
  let end = 0
  const reading: Reading = {
    page: page.id,
    url: page.url,
    text,
    blocks: blocks.map(([role, words]) => {
      const start = text.indexOf(words, end)
      end = start + words.length
      return { start, end, role, level: null, body: null, why: `made ${role}` }
    }),
    origin: null,
    meta: { ...NO_META, ...meta },
    hidden: { scripts: 2, styles: 1, comments: 0, elements: 1, characters: 30 },
    reader: 'test 1',
  }
  const find = (words: string): Span => {
    const at = text.indexOf(words)
    if (at < 0) throw new Error(`"${words}" is not in the text`)
    return span(text, at, at + words.length)
  }
  const statements = said.map(
    ({ content, cue, mention, quotation = 'direct', within }, i): Statement => ({
      id: `s${i}` as StatementId,
      content: content.map(find),
      cue: cue === undefined ? null : find(cue),
      mention: mention === undefined ? null : find(mention),
      speaker: null,
      quotation,
      within: within === undefined ? null : (`s${within}` as StatementId),
      confidence: 0.8,
      model: 'test 1',
      why: 'made for a test',
    }),
  )
  return recordOf(page, reading, statements, from.name ?? null)
}

/** Text of every sort: emoji, combining marks, right-to-left, lone surrogates, controls, marks of the export formats. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '“',
        '”',
        '"',
        ',',
        '\r\n',
        '\n',
        '\t',
        '=1+1',
        '|',
        '<b>',
        '\ud83d',
        '\udc00',
        '\u202e',
        '\x1b[31m',
        'שלום',
        '👩‍👩‍👧',
        '漢字',
        'é',
        'e\u0301',
        '\0',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const optionalText = fc.option(anyText)

/** Any record that keeps to the model's rules, its origin in typed arrays as a reader makes them. */
export const anyRecord: fc.Arbitrary<PageRecord> = fc
  .record({
    text: anyText,
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
    roles: fc.array(fc.constantFrom(...ROLES), { minLength: 12, maxLength: 12 }),
    quotations: fc.array(fc.constantFrom('direct', 'indirect', 'mixed'), { minLength: 8, maxLength: 8 }),
    title: optionalText,
    publisher: optionalText,
    authors: fc.array(anyText, { maxLength: 3 }),
    published: fc.option(fc.oneof(anyText, fc.constant('2031-03-14T09:12:00+01:00'))),
    form: fc.constantFrom('article', 'live-blog', 'stub', 'none'),
    url: optionalText,
    name: optionalText,
    at: fc.option(fc.constant({ start: 3, end: 9 })),
  })
  .map(({ text, cuts, roles, quotations, title, publisher, authors, published, form, url, name, at }) => {
    const edges = [...new Set(cuts.map((cut) => Math.round(cut * text.length)))]
      .filter((edge) => !cutsCharacter(text, edge))
      .sort((a, b) => a - b)
    const spans: Span[] = []
    for (let i = 0; i + 1 < edges.length; i++) spans.push(span(text, edges[i] as number, edges[i + 1] as number))
    const page = pageFromText(text, { kind: 'html', url })
    const reading: Reading = {
      page: page.id,
      url,
      text,
      blocks: spans.map((block, i) => ({
        ...block,
        role: roles[i % roles.length] ?? 'paragraph',
        level: null,
        body: i % 2 ? 0.5 : null,
        why: 'made',
      })),
      origin: {
        text: Int32Array.of(0) as unknown as number[],
        textLength: Int32Array.of(text.length) as unknown as number[],
        page: Int32Array.of(7) as unknown as number[],
        pageLength: Int32Array.of(text.length) as unknown as number[],
      },
      meta: { ...NO_META, title, publisher, authors, published, form, sources: { title: { from: 'visible', at } } },
      hidden: { scripts: 0, styles: 1, comments: 2, elements: 3, characters: 4 },
      reader: 'test 1',
    }
    const statements = spans.slice(0, 8).map(
      (content, i): Statement => ({
        id: `s${i}` as StatementId,
        content: i % 3 === 0 && spans[i + 1] ? [content, spans[i + 1] as Span] : [content],
        cue: i % 2 ? (spans.at(-1) ?? null) : null,
        mention: i % 4 ? (spans[0] ?? null) : null,
        speaker: null,
        quotation: quotations[i] ?? 'direct',
        within: i > 4 ? ('s0' as StatementId) : null,
        confidence: 0.25,
        model: 'test 1',
        why: 'made',
      }),
    )
    return recordOf(page, reading, statements, name)
  })
