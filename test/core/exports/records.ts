import fc from 'fast-check'
import { type PageRecord, recordOf } from '../../../src/core/exports/index.js'
import {
  ACTS,
  type Act,
  type Block,
  cutsCharacter,
  type Meta,
  pageFromText,
  type Quotation,
  type Reading,
  ROLES,
  type Span,
  type Speaker,
  type SpeakerId,
  type SpeakerKind,
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
  readonly quoted?: readonly string[]
  readonly act?: Act
  readonly negated?: true
  readonly hedges?: readonly string[]
  readonly addressee?: string
  readonly medium?: string
  readonly when?: readonly [words: string, date: string | null]
  /** Index of a speaker. */
  readonly speaker?: number
  readonly speakerWhy?: string
}

/** A speaker as a test writes it. */
export interface Known {
  readonly name: string
  readonly kind: SpeakerKind
  readonly roles?: readonly string[]
  readonly otherNames?: readonly string[]
  readonly anonymity?: string
}

/** A record of blocks given as [role, text], with statements found by their words. */
export function record(
  blocks: readonly (readonly [Block['role'], string])[],
  said: readonly Said[],
  meta: Partial<Meta> = {},
  from: { url?: string; name?: string } = {},
  known: readonly Known[] = [],
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
  const optional = (words: string | undefined): Span | null => (words === undefined ? null : find(words))
  const statements = said.map(
    (each, i): Statement => ({
      id: `s${i}` as StatementId,
      content: each.content.map(find),
      cue: optional(each.cue),
      mention: optional(each.mention),
      speaker: each.speaker === undefined ? null : (`p${each.speaker}` as SpeakerId),
      quotation: each.quotation ?? 'direct',
      quoted: (each.quoted ?? []).map(find),
      act: each.act ?? 'state',
      negated: each.negated ?? false,
      hedges: (each.hedges ?? []).map(find),
      addressee: optional(each.addressee),
      medium: optional(each.medium),
      when: each.when ? { span: find(each.when[0]), date: each.when[1] } : null,
      within: each.within === undefined ? null : (`s${each.within}` as StatementId),
      confidence: 0.8,
      model: 'test 1',
      why: 'made for a test',
      speakerWhy: each.speakerWhy ?? '',
    }),
  )
  const speakers = known.map(({ name, kind, roles = [], otherNames = [], anonymity }, i): Speaker => {
    const theirs = statements.filter(({ speaker }) => speaker === `p${i}`)
    return {
      id: `p${i}` as SpeakerId,
      name,
      named: find(name),
      kind,
      roles: roles.map(find),
      otherNames: otherNames.map(find),
      anonymity: optional(anonymity),
      mentions: theirs.flatMap(({ mention }) => (mention ? [{ span: mention, form: 'name', why: 'its name' }] : [])),
      statements: theirs.map(({ id }) => id),
    }
  })
  return recordOf(page, reading, statements, speakers, from.name ?? null)
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
    acts: fc.array(fc.constantFrom(...ACTS.map(({ name }) => name)), { minLength: 8, maxLength: 8 }),
    date: fc.option(fc.constantFrom('2031-03-14', '2031-03', '2031-03-10/2031-03-16')),
    name2: anyText,
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
  .map((made) => {
    const { text, cuts, roles, quotations, acts, date, name2 } = made
    const { title, publisher, authors, published, form, url, name, at } = made
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
    const named = spans[0]
    const statements = spans.slice(0, 8).map(
      (content, i): Statement => ({
        id: `s${i}` as StatementId,
        content: i % 3 === 0 && spans[i + 1] ? [content, spans[i + 1] as Span] : [content],
        cue: i % 2 ? (spans.at(-1) ?? null) : null,
        mention: i % 4 ? (named ?? null) : null,
        speaker: i % 4 ? (`p${i % 2}` as SpeakerId) : null,
        quotation: quotations[i] ?? 'direct',
        quoted: quotations[i] === 'mixed' ? [content] : [],
        act: acts[i] ?? 'state',
        negated: i === 3,
        hedges: i % 3 === 1 && spans[i + 1] ? [content, spans[i + 1] as Span] : [],
        addressee: i === 2 ? (named ?? null) : null,
        medium: i === 2 ? (spans[1] ?? null) : null,
        when: i % 2 && named ? { span: named, date } : null,
        within: i > 4 ? ('s0' as StatementId) : null,
        confidence: 0.25,
        model: 'test 1',
        why: 'made',
        speakerWhy: i % 4 ? 'its name' : '',
      }),
    )
    const speakers = named
      ? [0, 1].map((n): Speaker => {
          const theirs = statements.filter(({ speaker }) => speaker === `p${n}`)
          return {
            id: `p${n}` as SpeakerId,
            name: n ? name2 : text.slice(named.start, named.end),
            named,
            kind: n ? 'unnamed' : 'person',
            roles: n ? spans.slice(0, 2) : [],
            otherNames: spans.slice(1, 3),
            anonymity: n ? named : null,
            mentions: theirs.map(() => ({ span: named, form: 'description', why: 'made' })),
            statements: theirs.map(({ id }) => id),
          }
        })
      : []
    return recordOf(page, reading, statements, speakers, name)
  })

/** A page with one of everything: broken content, hearsay, a bare quotation, emoji, combining marks, right-to-left words. */
export const story: PageRecord = record(
  [
    ['navigation', 'Home 👩‍👩‍👧 News'],
    ['title', 'Pilots “refuse” to sail'],
    [
      'paragraph',
      '“No,” 🚢 pilot Zoe\u0301 Ruiz told reporters in an email on Friday, “not by night.” The board denied that she had warned it of “three” shoals. It may rain.',
    ],
    ['paragraph', 'דוד כהן אמר: “לא”. “It felt\nlike a kerb.”'],
  ],
  [
    {
      content: ['“No,”', '“not by night.”'],
      cue: 'told',
      mention: 'pilot Zoe\u0301 Ruiz',
      act: 'decline',
      addressee: 'reporters',
      medium: 'in an email',
      when: ['on Friday', '2031-03-14'],
      speaker: 0,
      speakerWhy: 'its name',
    },
    {
      content: ['she had warned it of “three” shoals'],
      cue: 'denied',
      mention: 'The board',
      quotation: 'mixed',
      quoted: ['“three”'],
      act: 'deny',
      speaker: 1,
      speakerWhy: 'its name',
    },
    {
      content: ['it of “three” shoals'],
      cue: 'warned',
      mention: 'she',
      quotation: 'mixed',
      quoted: ['“three”'],
      act: 'warn',
      negated: true,
      hedges: ['three', 'may'],
      within: 1,
      speaker: 0,
      speakerWhy: 'the only woman',
    },
    { content: ['“לא”'], cue: 'אמר', mention: 'דוד כהן', speakerWhy: 'not looked for' },
    { content: ['“It felt\nlike a kerb.”'], speakerWhy: 'undecided between Zoe\u0301 Ruiz and דוד כהן' },
  ],
  {
    title: 'Pilots “refuse” to sail',
    publisher: 'Kelmouth Courier',
    published: '2031-03-14T09:12:00+01:00',
    authors: ['Ida Verlaine'],
    language: 'en-GB',
  },
  { url: 'https://kelmouth-courier.example/pilots' },
  [
    { name: 'Zoe\u0301 Ruiz', kind: 'person', roles: ['pilot'], otherNames: ['she'] },
    { name: 'The board', kind: 'organisation' },
  ],
)
