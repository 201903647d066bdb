import { type Page, type PageKind, pageFromText, type Reading } from '../../../src/core/model/index.js'
import { read, toPage, toText } from '../../../src/core/reading/index.js'
import { findSpeakers } from '../../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../../src/core/statements/index.js'
import { findQuotations } from '../../../src/core/statements/quotations.js'
import { expectInvariants, expectStatementInvariants } from '../../properties/invariants.js'
import { attempt, bytesOf, choice, chosen, hold, same, type Target, textOf } from '../target.js'
import { ARTICLE, DUMP, LIVE, METADATA, SPOKEN } from './texts.js'

/** The reading of a page, its invariants held, and that it is the same a second time. */
export async function readingOf(page: Page): Promise<Reading | null> {
  const outcome = await attempt(['page-empty'], () => read(page))
  if ('failure' in outcome) return null
  const { value: reading } = outcome
  expectInvariants(page, reading)
  same(reading, read(page), 'the reading')
  for (const { start, end } of reading.blocks) {
    const there = toPage(reading.origin, start, end)
    const back = toText(reading.origin, there.start, there.end)
    hold(back !== null && back.start <= start && back.end >= end, () => `block [${start}, ${end}) does not come back`)
  }
  expectMeta(page, reading)
  return reading
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

function expectMeta(page: Page, { meta }: Reading): void {
  for (const date of [meta.published, meta.modified]) {
    hold(date === null || DATE.test(date), () => `a date that is none: ${date}`)
    hold(date === null || !Number.isNaN(Date.parse(date)), () => `a date that there is not: ${date}`)
  }
  for (const author of meta.authors) hold(/\S/.test(author), () => 'an author without a name')
  for (const [name, source] of Object.entries(meta.sources)) {
    const at = source?.at
    if (!at) continue
    hold(
      at.start >= 0 && at.end > at.start && at.end <= page.text.length,
      () => `the place of ${name} is [${at.start}, ${at.end}) of ${page.text.length}`,
    )
  }
}

/** The whole path over a page, its invariants held. */
export async function recordOfPage(page: Page): Promise<void> {
  const outcome = await attempt(['page-empty'], () => read(page))
  if ('failure' in outcome) return
  const { value: reading } = outcome
  const found = await findStatements(reading, rulesTagger)
  expectStatementInvariants(reading, found)
  const { statements, speakers } = findSpeakers(reading, found)
  const again = findSpeakers(reading, await findStatements(reading, rulesTagger))
  same([again.statements, again.speakers], [statements, speakers], 'the record')
  const { text } = reading
  const fits = ({ start, end }: { start: number; end: number }) => start >= 0 && start < end && end <= text.length
  const ids = new Set<string>()
  for (const speaker of speakers) {
    hold(!ids.has(speaker.id), () => `two speakers with the id ${speaker.id}`)
    ids.add(speaker.id)
    const { named, roles, otherNames, anonymity, mentions } = speaker
    const spans = [
      named,
      ...roles,
      ...otherNames,
      ...(anonymity ? [anonymity] : []),
      ...mentions.map(({ span }) => span),
    ]
    for (const span of spans) hold(fits(span), () => `a speaker's span [${span.start}, ${span.end}) of ${text.length}`)
    for (const id of speaker.statements)
      hold(
        statements.some((each) => each.id === id && each.speaker === speaker.id),
        () => `a statement that is not there: ${id}`,
      )
  }
  for (const { id, speaker, within, hedges, addressee, medium, when, quoted } of statements) {
    hold(speaker === null || ids.has(speaker), () => `a speaker that is not there: ${speaker}`)
    hold(within === null || (within !== id && statements.some((each) => each.id === within)), () => `within ${within}`)
    for (const span of [
      ...hedges,
      ...quoted,
      ...[addressee, medium, when?.span ?? null].filter((each) => each !== null),
    ])
      hold(fits(span), () => `a statement's span [${span.start}, ${span.end}) of ${text.length}`)
  }
  for (const span of findQuotations(reading)) hold(fits(span), () => `a quotation [${span.start}, ${span.end})`)
}

const PLAIN: readonly PageKind[] = ['text', 'article']
const KINDS: readonly PageKind[] = ['article', 'html', 'text']

export const html: Target = {
  name: 'html',
  about: 'reading HTML: blocks, roles, places, metadata',
  seeds: () =>
    [
      ARTICLE,
      LIVE,
      '<p>a',
      '<table><tr><td>1<td>2</table><ul><li>x</ul>',
      '<pre>\n a\tb</pre>&amp;&nbsp;&#x1f600;',
    ].map(bytesOf),
  run: (input) => readingOf(pageFromText(textOf(input), { kind: 'html' })),
}

export const text: Target = {
  name: 'text',
  about: 'reading plain text: lines into blocks, roles',
  seeds: () => [
    chosen(0, DUMP),
    chosen(1, SPOKEN),
    chosen(0, 'a\n\nb'),
    chosen(0, 'Q: Why?\nA: No.\n\n* one\n* two\n'),
  ],
  run(input) {
    const { n, rest } = choice(input)
    return readingOf(pageFromText(textOf(rest), { kind: PLAIN[n % 2] as PageKind }))
  },
}

export const metadata: Target = {
  name: 'metadata',
  about: 'what a page says of itself: JSON-LD, meta elements, microdata, bylines, dates',
  seeds: () =>
    [
      METADATA,
      '<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Ana Ruiz"},{"@type":"NewsArticle","author":{"@id":"#a"},"datePublished":"2026-02-30T25:61:00Z"}]}</script><p>x',
      '<meta property="article:published_time" content="March 3rd, 2026 at 5.30pm EST"><meta name=author content="By Ana Ruiz and Tom Okafor, Staff"><p>x',
      '<div itemscope itemtype="https://schema.org/NewsArticle"><time itemprop=datePublished datetime="2026-05-13T09:30+02:00">13 May</time><span itemprop=author>Ana</span></div>',
      '<h1>Pilots refuse</h1><p>By ANA RUIZ | 3 March 2024, 10:15 GMT</p><p>LIMA (Reuters) - Nobody said a word on Tuesday.</p>',
    ].map(bytesOf),
  words: [
    '@type',
    '@id',
    '@graph',
    'NewsArticle',
    'datePublished',
    'dateModified',
    'headline',
    'author',
    'name',
    'isPartOf',
    'mainEntityOfPage',
    'og:title',
    'itemprop',
    'itemscope',
    'datetime',
    '2026-05-13',
    'T09:30:00',
    '+02:00',
    'Z',
    'GMT',
  ],
  run: (input) => readingOf(pageFromText(textOf(input), { kind: 'html' })),
}

export const statements: Target = {
  name: 'statements',
  about: 'statements by the rules, end to end',
  seeds: () => [chosen(0, SPOKEN), chosen(1, ARTICLE), chosen(2, DUMP), chosen(0, '“No,” Ruiz said, “not by night.”')],
  words: [
    ' said ',
    ' said that ',
    ' according to ',
    ', who denied ',
    ' told reporters ',
    '“',
    '”',
    '," ',
    '. ',
    ' he ',
    ' they ',
    ' on Friday ',
    ' may ',
    'The board ',
    'Ana Ruiz ',
  ],
  run(input) {
    const { n, rest } = choice(input)
    return recordOfPage(pageFromText(textOf(rest), { kind: KINDS[n % 3] as PageKind }))
  },
}

export const speakers: Target = {
  name: 'speakers',
  about: 'who is speaking: names, roles, pronouns, descriptions',
  seeds: () => [
    bytesOf(SPOKEN),
    bytesOf(
      'Ana Ruiz, the mayor of Tarn, said no. She said the mayor had not. Ruiz told Lena Voss that he may. Voss’s aunt said so.',
    ),
    bytesOf(
      'An official who asked not to be named said it. The official added that they knew. A second official denied it.',
    ),
    bytesOf(
      'Beijing said on Monday. China’s foreign ministry and the Interior Ministry said both. Ruiz and Voss said in a joint statement.',
    ),
  ],
  words: [
    'Ana Ruiz',
    'Ruiz',
    'Mr. Ruiz',
    'Ms Voss',
    'the mayor',
    'she',
    'he',
    'they',
    'said',
    'told',
    ', 43, ',
    'an official',
    'the ministry',
    'Beijing',
    'who',
    '’s',
    ' and ',
    'both',
    'the former',
    'his wife',
    'Dr.',
    'of Tarn',
  ],
  run: (input) => recordOfPage(pageFromText(textOf(input), { kind: 'article' })),
}
