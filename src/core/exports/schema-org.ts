import type { Act, Meta, Speaker, SpeakerKind, Statement } from '../model/index.js'
import { languageOf, urnOf, webAddress } from './names.js'
import { wordsOf } from './place.js'
import { type PageRecord, redactionWords } from './record.js'

/** Acts by which a speaker says that something is so: what schema.org calls a claim. */
const CLAIMS: ReadonlySet<Act> = new Set<Act>([
  'state',
  'announce',
  'find',
  'confirm',
  'deny',
  'admit',
  'accuse',
  'warn',
  'predict',
  'estimate',
  'agree',
  'dispute',
])

const TYPES: Readonly<Record<SpeakerKind, string>> = {
  person: 'Person',
  organisation: 'Organization',
  government: 'GovernmentOrganization',
  group: 'Organization',
  document: 'CreativeWork',
  unnamed: 'Thing',
  unknown: 'Thing',
}

/**
 * A record as schema.org JSON-LD. Words in quotation marks are `Quotation`s, part of the page and spoken by the speaker.
 * A statement by which the speaker says that something is so is a `Claim` that has the page for its `appearance`; one
 * that asks, wishes, plans, promises and so on, or of which the page says that it was not made, is a `Statement`.
 * `additionalType` gives the act.
 */
export function toSchemaOrg(record: PageRecord): string {
  const { page, reading, statements, speakers } = record
  const pageNode = webAddress(page.url) ?? urnOf('page', page.id)
  const known = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      articleOf(reading.meta, pageNode, webAddress(page.url), redactionWords(record)),
      ...speakers.map((speaker) => speakerOf(record, speaker)),
      ...statements.flatMap((statement) =>
        statementOf(record, statement, statement.speaker === null ? undefined : known.get(statement.speaker), pageNode),
      ),
    ],
  }
  return `${JSON.stringify(graph, null, 1)}\n`
}

function articleOf(meta: Meta, id: string, url: string | null, redacted: string | null): object {
  return {
    '@type': meta.form === 'none' ? 'WebPage' : meta.form === 'live-blog' ? 'LiveBlogPosting' : 'NewsArticle',
    '@id': id,
    ...(url !== null && { url }),
    ...(redacted !== null && { creativeWorkStatus: redacted }),
    ...(meta.title !== null && { headline: meta.title }),
    ...(meta.standfirst !== null && { description: meta.standfirst }),
    ...(meta.authors.length > 0 && { author: meta.authors.map((name) => ({ '@type': 'Person', name })) }),
    ...(meta.publisher !== null && { publisher: { '@type': 'Organization', name: meta.publisher } }),
    ...(isDate(meta.published) && { datePublished: meta.published }),
    ...(isDate(meta.modified) && { dateModified: meta.modified }),
    ...(languageOf(meta.language) && { inLanguage: languageOf(meta.language) }),
  }
}

function speakerOf({ page, reading }: PageRecord, speaker: Speaker): object {
  const { id, name, kind, roles, otherNames, anonymity } = speaker
  const words = roles.map((span) => wordsOf(reading, span))
  return {
    '@type': TYPES[kind],
    '@id': urnOf('speaker', page.id, id),
    name,
    ...(words.length > 0 && (kind === 'person' ? { jobTitle: words } : { description: words.join('; ') })),
    ...(otherNames.length > 0 && { alternateName: otherNames.map((span) => wordsOf(reading, span)) }),
    ...(anonymity && { disambiguatingDescription: wordsOf(reading, anonymity) }),
  }
}

/** The nodes of a statement: itself, and a quotation for all of its words that stand in quotation marks. */
function statementOf(record: PageRecord, statement: Statement, speaker: Speaker | undefined, page: string): object[] {
  const { reading } = record
  const { id, content, quotation, quoted, act, negated, when, within } = statement
  const isClaim = CLAIMS.has(act) && !negated
  const text = content.map((span) => wordsOf(reading, span)).join(' … ')
  const who = speaker && { '@id': urnOf('speaker', record.page.id, speaker.id) }
  const quotes = (quotation === 'direct' ? [text] : quoted.map((span) => wordsOf(reading, span))).map((words, i) => ({
    '@type': 'Quotation',
    '@id': `${urnOf('statement', id)}:quotation:${i + 1}`,
    text: words,
    isPartOf: { '@id': page },
    ...(who && { spokenByCharacter: who }),
  }))
  return [
    {
      '@type': isClaim ? 'Claim' : 'Statement',
      '@id': urnOf('statement', id),
      additionalType: `urn:onrecord:act:${act}`,
      text,
      ...(isClaim ? { appearance: { '@id': page } } : { isPartOf: { '@id': page } }),
      ...(negated && { disambiguatingDescription: 'The page says that this was not said.' }),
      ...(who && { author: who }),
      ...(when?.date != null && !when.date.includes('/') && isDate(when.date) && { dateCreated: when.date }),
      ...(within !== null && { citation: { '@id': urnOf('statement', within) } }),
      ...(quotes.length > 0 && { hasPart: quotes.map((quote) => ({ '@id': quote['@id'] })) }),
    },
    ...quotes,
  ]
}

function isDate(date: string | null): date is string {
  return date !== null && /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(date)
}
