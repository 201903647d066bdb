import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromJson,
  type PageRecord,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toReadingText,
  toSchemaOrg,
  toText,
  toWebAnno,
  toWebAnnotation,
} from '../../../src/core/exports/index.js'
import { PLAIN } from '../../../src/core/exports/terminal.js'
import type { Span } from '../../../src/core/model/index.js'
import {
  keyText,
  parseKey,
  parsePeople,
  type RedactionOptions,
  Redactor,
  restoreNames,
  reviewText,
  WITHHELD_ADDRESS,
  WITHHELD_BLOCK,
  WITHHELD_LABEL,
  WITHHELD_NAME,
} from '../../../src/core/redaction/index.js'
import { anyRecord, record } from '../exports/records.js'

const terminal = { columns: 80, palette: PLAIN, width: (text: string) => [...text].length }

/** Every form in which a record leaves the program. */
const FORMS: Readonly<Record<string, (record: PageRecord) => string>> = {
  json: toJson,
  jsonl: toJsonl,
  csv: toCsv,
  markdown: (each) => toMarkdown(each) + toMarkdown(each, 'page') + toMarkdown(each, 'act'),
  html: toHtml,
  webAnnotation: toWebAnnotation,
  schemaOrg: toSchemaOrg,
  citron: toCitron,
  brat: toBrat,
  bratText: ({ reading }) => reading.text,
  webAnno: toWebAnno,
  text: (each) => toText(each, terminal),
  reading: (each) => toReadingText(each, terminal),
}

function redactAll(records: readonly PageRecord[], options: RedactionOptions) {
  const redactor = new Redactor(options)
  for (const each of records) redactor.survey(each)
  redactor.settle()
  const redacted = records.map((each) => redactor.redact(each))
  return { redacted, key: redactor.key(), review: redactor.review() }
}

/** A list as a file has it. */
const list = (text: string) => parsePeople(text, 'people.txt')

/** One of a redacted record, by the list. */
function one(record: PageRecord, people: string, options: Partial<RedactionOptions> = {}) {
  const { redacted, ...rest } = redactAll([record], { listed: list(people), ...options })
  return { record: redacted[0] as PageRecord, ...rest }
}

/** What an adversary does with a file: undo every escape, then look for letters alone. Written without the finder's code. */
function lettersOf(file: string): string {
  const plain = file
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrtbf]/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (all) => Buffer.from(all.replaceAll('%', ''), 'hex').toString('utf8'))
    .replace(/[A-Za-z0-9+/]{24,}={0,2}/g, (all) =>
      // Ids are hexadecimal; as base64 they are letters by chance.
      /^[0-9a-f]+$/.test(all) ? all : `${all} ${Buffer.from(all, 'base64').toString('utf8')}`,
    )
  return plain
    .normalize('NFKD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}]+/gu, '')
}

function expectNowhere(redacted: PageRecord, names: readonly string[]): void {
  for (const [form, write] of Object.entries(FORMS)) {
    const letters = lettersOf(write(redacted))
    for (const name of names) {
      for (const word of name.split(/[\s-]+/)) expect(letters, `${word} in ${form}`).not.toContain(lettersOf(word))
    }
  }
}

/** Names whose letters stand in no English word. */
const NAMES = [
  'Ivka Drzmalj',
  'Şehriban Güçlükol',
  'Oonagh Súilleabhán',
  'Zbigniew Brzęczyszczyk',
  'Thaddäus Querfæld',
  'Nguyễn Phượngvy',
  'Đurđica Łańczukowska-Vrbljan',
] as const

/** Ways in which a page can dress a name. */
const DRESSES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFKD').replace(/\p{M}/gu, ''),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll(' ', '\n'),
  (name) => name.replaceAll(' ', ' \n  '),
  (name) => name.replaceAll(' ', '-'),
  (name) => name.split(' ').reverse().join(', '),
  (name) => name.split('').join('\u00ad'),
  (name) => name.split('').join('\u200b'),
  (name) => `${name}’s`,
  (name) => `${name}'s`,
  (name) => `${name}s’`,
  (name) => `${name.split(' ').at(-1)}`,
  (name) => `${name.split(' ').at(-1)}s`,
  (name) => `Ms ${name.split(' ').at(-1)?.toUpperCase()}`,
  (name) => `${name.split(' ')[0]}`,
  (name) => `${name[0]}. ${name.split(' ').at(-1)}`,
  (name) => `${name.split(' ')[0]} ${name.split(' ').at(-1)?.[0]}.`,
  (name) => `${name.split(' ')[0]} “Zizi” ${name.split(' ').slice(1).join(' ')}`,
  (name) => `${ascii(name).toLowerCase().replaceAll(' ', '.')}@clinic.example`,
  (name) => `@${ascii(name).toLowerCase().replaceAll(' ', '')}`,
  (name) => `@x_${ascii(name.split(' ').at(-1) ?? '').toLowerCase()}_92`,
  (name) => `#Free${ascii(name).replaceAll(' ', '')}`,
  (name) => `https://news.example/2031/${ascii(name).toLowerCase().replaceAll(' ', '-')}-speaks`,
  (name) => `https://news.example/${encodeURIComponent(name)}?q=${encodeURIComponent(name.toLowerCase())}`,
  (name) => `${ascii(name).toLowerCase().replaceAll(' ', '_')}_2.jpg`,
  (name) => name.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  // Letters in circles, which are symbols by Unicode.
  (name) =>
    ascii(name).replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.toLowerCase().charCodeAt(0) + 0x246f)),
]
const ascii = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/Đ/g, 'D')
    .replace(/đ/g, 'd')
    .replace(/Ł/g, 'L')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')

const dressed = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...DRESSES))
  .map(([name, dress]) => ({ name: name as string, words: dress(name) }))
const filler = fc.constantFrom(
  'the board',
  'left at dawn',
  'by the quay',
  '“no”',
  'in 2031',
  '🚢',
  'שלום',
  '& <b>',
  'was told',
)

/** A record with names, dressed anyhow, in every place that can hold one. */
const namedRecord = fc
  .record({
    paragraphs: fc.array(
      fc.record({
        content: fc.array(fc.oneof(dressed, filler), { minLength: 1, maxLength: 4 }),
        who: fc.oneof(dressed, filler),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    elsewhere: fc.array(dressed, { minLength: 12, maxLength: 12 }),
  })
  .map(({ paragraphs, elsewhere }) => {
    const word = (part: string | { words: string }) => (typeof part === 'string' ? part : part.words)
    const at = (i: number) => (elsewhere[i] as { words: string }).words
    const texts = paragraphs.map(({ content, who }, i) => {
      const said = `«${i}» ${content.map(word).join(' ')}`
      return { said, who: word(who), text: `${said}, ${word(who)} said ${i}.` }
    })
    const made = record(
      [
        ['title', `Who is ${at(0)}?`],
        ['related', `Also: ${at(1)} · ${at(2)}`],
        ...texts.map(({ text }) => ['paragraph', text] as const),
      ],
      texts.map(({ said, who }, i) => ({
        content: [said],
        cue: `said ${i}`,
        mention: who,
        speaker: i,
        speakerWhy: `stands for “${who}”`,
      })),
      {
        title: `Who is ${at(3)}?`,
        standfirst: `${at(4)} tells`,
        authors: [at(5), `${at(6)} and staff`],
        publisher: `The ${at(7)} Foundation`,
        section: at(8),
        canonicalUrl: `https://news.example/${ascii(at(9))}`,
        sources: { title: { from: `meta ${at(3)}`, at: { start: 0, end: 900 } } },
      },
      {
        url: `https://news.example/${encodeURIComponent(at(10).replace(/\p{Cs}/gu, ''))}`,
        name: `/home/jana/${at(11)}.html`,
      },
      texts.map(({ who }) => ({ name: who, kind: 'person' })),
    )
    return made
  })

const spansOf = ({ reading, statements, speakers }: PageRecord): Span[] => [
  ...reading.blocks,
  ...statements.flatMap(({ content, cue, mention, hedges, quoted }) => [
    ...content,
    ...hedges,
    ...quoted,
    ...(cue ? [cue] : []),
    ...(mention ? [mention] : []),
  ]),
  ...speakers.flatMap(({ named, roles, otherNames, mentions }) => [
    named,
    ...roles,
    ...otherNames,
    ...mentions.map(({ span }) => span),
  ]),
]

describe('any record', () => {
  const people = NAMES.join('\n')

  test('no listed name, in any dress, is left in any form', () => {
    fc.assert(
      fc.property(namedRecord, (made) => {
        const { record: redacted } = one(made, people)
        expectNowhere(redacted, NAMES)
      }),
      { numRuns: 30 },
    )
  })

  test('spans show the same words, or what stands for them; all that a record promises holds', () => {
    fc.assert(
      fc.property(namedRecord, (made) => {
        const { record: redacted } = one(made, people)
        expect(toJson(fromJson(toJson(redacted)))).toBe(toJson(redacted))
        const [before, after] = [spansOf(made), spansOf(redacted)]
        expect(after.length).toBe(before.length)
        before.forEach((span, i) => {
          const words = made.reading.text.slice(span.start, span.end)
          const now = redacted.reading.text.slice(after[i]?.start, after[i]?.end)
          const isChanged = /Person \d|\[(?:name|address) withheld\]/.test(now)
          if (!isChanged) expect(now).toBe(words)
        })
        let end = 0
        for (const block of redacted.reading.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end)
          expect(redacted.reading.text.slice(end, block.start).trim()).toBe('')
          end = block.end
        }
        for (const { name, named } of redacted.speakers)
          expect(name).toBe(redacted.reading.text.slice(named.start, named.end))
      }),
      { numRuns: 20 },
    )
  })

  test('the same gives the same, and once more changes nothing', () => {
    fc.assert(
      fc.property(namedRecord, (made) => {
        const { record: redacted } = one(made, people)
        expect(toJson(one(made, people).record)).toBe(toJson(redacted))
        expect(toJson(one(redacted, people).record)).toBe(toJson(redacted))
      }),
      { numRuns: 12 },
    )
  })

  test('where nobody is named the text stays, whatever it is', () => {
    fc.assert(
      fc.property(anyRecord, (made) => {
        const { record: redacted } = one(made, people)
        expect(redacted.reading.text).toBe(made.reading.text)
        expect(spansOf(redacted).map(({ start, end }) => [start, end])).toEqual(
          spansOf(made).map(({ start, end }) => [start, end]),
        )
        expect(toJson(fromJson(toJson(redacted)))).toBe(toJson(redacted))
      }),
      { numRuns: 30 },
    )
  })

  test('the key gives the names back', () => {
    const full = fc.array(fc.oneof(fc.constantFrom(...NAMES), filler), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(full, (parts) => {
        const text = parts.join(' ; ')
        const made = record([['paragraph', text]], [{ content: [text.split(' ; ')[0] as string] }])
        const { record: redacted, key } = one(made, people)
        const restored = restoreNames(redacted, parseKey(keyText(key), 'key.json'))
        expect(restored.reading.text).toBe(text)
        expect(spansOf(restored).map(({ start, end }) => [start, end])).toEqual(
          spansOf(made).map(({ start, end }) => [start, end]),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('the key gives the names back from pseudonyms with marks in them too', () => {
    const text = 'Ana Kovač said that Jonas Ekwall had left.'
    const made = record([['paragraph', text]], [{ content: ['Jonas Ekwall had left'] }])
    const { record: redacted, key } = one(made, 'Ana Kovač = Noor El-Amin\nJonas Ekwall = J. (the driver)')
    expect(redacted.reading.text).toBe('Noor El-Amin said that J. (the driver) had left.')
    expect(restoreNames(redacted, key).reading.text).toBe(text)
  })
})

describe('a page', () => {
  const page = record(
    [
      ['navigation', 'Home · Ana Kovač: my story'],
      ['title', 'Nurse Ana Kovač tells of beatings'],
      ['byline', 'By Jonas Ekwall and Mira Staff'],
      [
        'paragraph',
        'Ana Kovač, a 34-year-old nurse, said that officers beat her. “They did not stop,” Kovač said. Her brother, Marko Kovač, waited outside.',
      ],
      [
        'paragraph',
        'Interior Minister Pavel Dorn denied it. “No officer touched anyone,” Dorn said. Prices rose, said Ana Ruiz of the guild, or so said Ana Kovac-Lindt.',
      ],
      ['paragraph', 'Write to ana.kovac@clinic.example or m_stone@post.example; call +49 30 1234 5678.'],
      ['comment', 'Zed99: I know her, she lives at number 5'],
    ],
    [
      { content: ['that officers beat her'], cue: 'said', mention: 'Ana Kovač', quotation: 'indirect', speaker: 0 },
      {
        content: ['“No officer touched anyone,”'],
        cue: 'denied',
        mention: 'Dorn',
        speaker: 1,
        speakerWhy: 'stands for “Pavel Dorn”',
      },
    ],
    {
      title: 'Nurse Ana Kovač tells of beatings',
      authors: ['Jonas Ekwall'],
      publisher: 'Valley Post',
      language: 'en',
      canonicalUrl: 'https://post.example/ana-kovac',
    },
    { url: 'https://post.example/1234', name: '/home/jana/interviews/kovac.html' },
    [
      { name: 'Ana Kovač', kind: 'person', roles: ['a 34-year-old nurse'], otherNames: ['Kovač'] },
      { name: 'Pavel Dorn', kind: 'person', roles: ['Interior Minister'], otherNames: ['Dorn'] },
    ],
  )

  test('of a list: those who are named are replaced, others stay, and what is doubtful is told', () => {
    const { record: redacted, review } = one(page, 'Ana Kovač = Witness A\nRosa Nobody')
    expect(redacted.reading.text).toBe(
      [
        'Home · Witness A: my story',
        'Nurse Witness A tells of beatings',
        'By Jonas Ekwall and Mira Staff',
        `Witness A, a 34-year-old nurse, said that officers beat her. “They did not stop,” ${WITHHELD_NAME} said. Her brother, Marko ${WITHHELD_NAME}, waited outside.`,
        `Interior Minister Pavel Dorn denied it. “No officer touched anyone,” Dorn said. Prices rose, said Ana Ruiz of the guild, or so said Witness A-Lindt.`,
        `Write to ${WITHHELD_ADDRESS} or m_stone@post.example; call +49 30 1234 5678.`,
        'Zed99: I know her, she lives at number 5',
      ].join('\n\n'),
    )
    expect(review.people.map(({ name, pseudonym }) => [name, pseudonym])).toEqual([
      ['Ana Kovač', 'Witness A'],
      ['Rosa Nobody', null],
    ])
    expect(review.people[0]?.described).toEqual(['a 34-year-old nurse'])
    const told = (kind: string) => review.findings.filter((each) => each.kind === kind).map(({ words }) => words)
    expect(told('first-name')).toEqual(['Ana Ruiz'])
    expect(told('withheld')).toEqual(['Kovač (Witness A)', 'Marko Kovač (Witness A)'])
    expect(told('contact')).toEqual(['m_stone@post.example', '+49 30 1234 5678'])
  })

  test('says nothing by which its page could be proved to be the one', () => {
    const { record: redacted } = one(page, 'Ana Kovač')
    const json = toJson(redacted)
    expect(redacted.page).toMatchObject({ url: null, name: null })
    expect(redacted.reading.meta.canonicalUrl).toBeNull()
    expect(redacted.reading.origin).toBeNull()
    for (const id of [page.page.id, ...page.statements.map(({ id }) => `"${id}"`)]) expect(json).not.toContain(id)
    expect(redacted.redaction).toEqual({
      by: expect.stringMatching(/^onrecord /),
      people: 'listed',
      ids: 'new',
      addresses: 'left-out',
    })
    expect(redacted.reading.reader).toMatch(/^test 1; redacted by onrecord /)
    // Two pages that differ in the name alone, and of as long a name, give the same record.
    const twin = (name: string) =>
      record([['paragraph', `Ms ${name} said no.`]], [{ content: ['no'], cue: 'said', mention: `Ms ${name}` }])
    expect(toJson(one(twin('Ivka Drzmalj'), 'Ivka Drzmalj').record)).toBe(
      toJson(one(twin('Oonagh O’Neil-Vrbljan'), 'Oonagh O’Neil-Vrbljan').record),
    )
  })

  test.each(['Ⓚⓞⓥⓐⓒ', '🄺🄾🅅🄰🄲', '⒦⒪⒱⒜⒞'])('of letters that are symbols by Unicode: %s is replaced', (name) => {
    const wall = record(
      [
        ['paragraph', `They wrote ${name} on the wall.`],
        ['comment', name],
      ],
      [{ content: [name], cue: 'wrote' }],
    )
    expect(one(wall, 'Ana Kovač').record.reading.text).toBe('They wrote Person 1 on the wall.\n\nPerson 1')
    expect(one(wall, 'Ana Kovač', { everybody: true }).record.reading.text).toBe(
      `They wrote Person 1 on the wall.\n\n${WITHHELD_BLOCK}`,
    )
  })

  test('a name in a fixed phrase stays, and is told', () => {
    const { record: redacted, review } = one(
      record([['paragraph', 'On 3 May 2031, May flew to New York.']], [{ content: ['flew'], mention: 'May' }]),
      'Nora May\nCarla York',
    )
    expect(redacted.reading.text).toBe('On 3 May 2031, Person 1 flew to New York.')
    expect(review.findings).toEqual([
      { kind: 'word', words: '3 May', places: 1 },
      { kind: 'word', words: 'New York', places: 1 },
    ])
  })

  test('a surname of one character stays alone, and is told', () => {
    const { record: redacted, review } = one(
      record([['paragraph', '王小明走了。王说，小明回来了。']], [{ content: ['走了'] }]),
      '王小明',
    )
    expect(redacted.reading.text).toBe('Person 1走了。王说，Person 1回来了。')
    expect(review.findings).toEqual([{ kind: 'near', words: '王', places: 1 }])
  })

  test('a date goes with the words that tell it, and nobody counts what is hidden', () => {
    const made = record(
      [['paragraph', 'On Noel the clerk said no. Noel Lund said yes on Monday.']],
      [
        { content: ['no'], cue: 'said', when: ['Noel', '2031-12-25'] },
        { content: ['yes'], mention: 'Noel Lund', when: ['Monday', '2031-05-05'] },
      ],
    )
    const { record: redacted } = one(made, 'Noel Lund')
    expect(redacted.reading.text).toBe('On Person 1 the clerk said no. Person 1 said yes on Monday.')
    const monday = { span: { start: 52, end: 58 }, date: '2031-05-05' }
    expect(redacted.statements.map(({ when }) => when)).toEqual([null, monday])
    expect(redacted.reading.hidden).toMatchObject({ elements: 1, characters: 0 })
  })

  test('ids and addresses are kept where that is asked for, but none that holds a name', () => {
    const { record: redacted } = one(page, 'Ana Kovač', { keepIds: true, keepAddresses: true })
    expect(redacted.page).toMatchObject({ id: page.page.id, url: 'https://post.example/1234', name: null })
    expect(redacted.reading.meta.canonicalUrl).toBeNull()
    expect(redacted.statements.map(({ id }) => id)).toEqual(page.statements.map(({ id }) => id))
  })

  test('of pseudonyms: everybody is replaced but who is public, and what is no part of the article is withheld', () => {
    const { record: redacted, review } = one(page, '', { everybody: true, stay: list('Pavel Dorn') })
    const { text, meta } = redacted.reading
    expect(text).toContain('Interior Minister Pavel Dorn denied it. “No officer touched anyone,” Dorn said.')
    for (const name of ['Ana', 'Marko', 'Kovač', 'Ruiz', 'Ekwall', 'Mira', 'Zed99', 'my story', 'm_stone', '1234'])
      expect(text).not.toContain(name)
    expect(text.startsWith(`${WITHHELD_BLOCK}\n\n`)).toBe(true)
    expect(meta.authors).toEqual([expect.stringMatching(/^Person \d$/)])
    expect(redacted.redaction?.people).toBe('all')
    expect(review.stay).toEqual([{ name: 'Pavel Dorn', places: expect.any(Number) }])
    expect(toJson(fromJson(toJson(redacted)))).toBe(toJson(redacted))
  })

  test('forms say that they are redacted', () => {
    const { record: redacted } = one(page, 'Ana Kovač')
    for (const form of [
      'json',
      'jsonl',
      'csv',
      'markdown',
      'html',
      'webAnnotation',
      'schemaOrg',
      'citron',
      'text',
      'reading',
    ])
      expect(FORMS[form]?.(redacted), form).toMatch(/redacted by onrecord/i)
  })

  test('the review is a list again', () => {
    const { review, record: redacted } = one(page, 'Ana Kovač | Nurse Kovač = Witness A')
    const again = parsePeople(reviewText(review), 'review')
    expect(again).toEqual([{ name: 'Ana Kovač', variants: ['Nurse Kovač'], pseudonym: 'Witness A' }])
    expect(toJson(redactAll([page], { listed: again }).redacted[0] as PageRecord)).toBe(toJson(redacted))
    const marked = { name: 'Ana (Nan) Kovač', variants: ['Bo; Ek', 'Kovač, Ana'], pseudonym: 'Witness A' }
    const person = { ...review.people[0], ...marked } as (typeof review.people)[number]
    expect(parsePeople(reviewText({ ...review, people: [person] }), 'review')).toEqual([
      { name: 'Ana Nan Kovač', variants: ['Bo Ek', 'Kovač, Ana'], pseudonym: 'Witness A' },
    ])
  })
})

describe('several records', () => {
  const of = (text: string) => record([['paragraph', text]], [{ content: [text.split(' ')[0] as string] }])

  test('one name has one pseudonym, in the order in which they come, and with the key later too', () => {
    const listed = list('Ana Kovač\nZoe Lindqvist')
    const first = redactAll([of('So Zoe Lindqvist said.'), of('Ana Kovač and Zoe Lindqvist')], { listed })
    expect(first.redacted.map(({ reading }) => reading.text)).toEqual(['So Person 1 said.', 'Person 2 and Person 1'])
    const key = parseKey(keyText(first.key), 'key.json')
    const later = redactAll([of('Then Ana Kovač came.'), of('And Mo Farrokh')], { listed: list('Mo Farrokh'), key })
    expect(later.redacted.map(({ reading }) => reading.text)).toEqual(['Then Person 2 came.', 'And Person 3'])
    expect(later.key.map(({ name, pseudonym }) => [name, pseudonym])).toEqual([
      ['Zoe Lindqvist', 'Person 1'],
      ['Ana Kovač', 'Person 2'],
      ['Mo Farrokh', 'Person 3'],
    ])
  })

  test('a record that was not looked through for names is not redacted', () => {
    const [first, second] = [of('So Zoe Lindqvist said.'), of('Ana Kovač and Zoe Lindqvist')]
    const corrected = { ...first, statements: first.statements.map((each) => ({ ...each, why: 'so says Bo Ek' })) }
    for (const later of [[second], [corrected], [first, second]]) {
      const redactor = new Redactor({ listed: list('Zoe Lindqvist') })
      redactor.survey(first)
      redactor.settle()
      expect(() => later.map((each) => redactor.redact(each))).toThrow(
        expect.objectContaining({ code: 'output-failed', message: expect.stringMatching(/run it again/) }),
      )
    }
  })

  test('a pseudonym of the list that a page has itself is refused', () => {
    const listed = list('Ana Kovač = Witness B\nBo Ek')
    for (const text of ['Ana Kovač wept. Witness B told the court so.', 'WITNESS B: so it was.'])
      expect(() => redactAll([of(text)], { listed })).toThrow(
        expect.objectContaining({ code: 'usage', message: expect.stringMatching(/A page has "WITNESS B" itself/i) }),
      )
    expect(redactAll([of('Ana Kovač wept. Witness Baker told so.')], { listed }).redacted).toHaveLength(1)
  })

  test('a page’s own label that is a pseudonym of the key is withheld', () => {
    const key = [{ name: 'Marko Lind', variants: [], pseudonym: 'Person 1' }]
    const { redacted, review } = redactAll([of('Person 1 told Marko Lind, PERSON 1 and Person 12.')], {
      listed: [],
      key,
    })
    expect(redacted[0]?.reading.text).toBe(`${WITHHELD_LABEL} told Person 1, ${WITHHELD_LABEL} and Person 12.`)
    expect(review.findings).toContainEqual({ kind: 'label', words: 'Person 1', places: 1 })
    expect(restoreNames(redacted[0] as PageRecord, key).reading.text).toBe(
      `${WITHHELD_LABEL} told Marko Lind, ${WITHHELD_LABEL} and Person 12.`,
    )
    // In a redacted record the pseudonyms are none of the page.
    const again = redactAll(redacted, { listed: [], key }).redacted[0] as PageRecord
    expect(again.reading.text).toBe(redacted[0]?.reading.text)
  })

  test('a pseudonym that a page has already is not given', () => {
    const { redacted } = redactAll([of('Person 1 told Ana Kovač.')], { listed: list('Ana Kovač') })
    expect(redacted[0]?.reading.text).toBe('Person 1 told Person 2.')
    const named = redactAll([of('Alex Ek told Ana Kovač.')], {
      listed: list('Ana Kovač'),
      pseudonyms: ['Alex Ek', 'Kovač', 'Sam Hult'],
    })
    expect(named.redacted[0]?.reading.text).toBe('Alex Ek told Sam Hult.')
  })
})

describe('of somebody public', () => {
  const of = (text: string) => record([['paragraph', text]], [{ content: [text.split(' ')[0] as string] }])
  const redacted = (texts: readonly string[], stay: string, listed = '', everybody = true) => {
    const all = redactAll(texts.map(of), { listed: list(listed), everybody, stay: list(stay) })
    return { texts: all.redacted.map(({ reading }) => reading.text), review: all.review }
  }

  test('the first name stays where the page names them, and is nobody’s for sure on another page', () => {
    const { texts, review } = redacted(
      [
        'Mayor Greta Olsen opened the bridge. “It is long,” Greta said. Olsen left.',
        'Greta, 11, told the court that her uncle beat her. “He shouted,” Greta said.',
      ],
      'Greta Olsen',
    )
    expect(texts).toEqual([
      'Mayor Greta Olsen opened the bridge. “It is long,” Greta said. Olsen left.',
      `${WITHHELD_NAME}, 11, told the court that her uncle beat her. “He shouted,” ${WITHHELD_NAME} said.`,
    ])
    expect(review.findings).toContainEqual({ kind: 'withheld', words: 'Greta (public: Greta Olsen)', places: 2 })
    expect(review.stay).toEqual([{ name: 'Greta Olsen', places: 3 }])
  })

  test('a longer name that begins or ends with theirs is another’s; titles make it no other', () => {
    const { texts } = redacted(
      [
        'Juan Carlos waved. “I was hungry,” said Juan Carlos Pérez, a farmer.',
        'Premier Brandt spoke. “I am tired,” said Ilse Brandt, a student. “So tired,” Brandt said.',
        'Premier Brandt spoke again. So did Brandt Jr. of the guild.',
      ],
      'Juan Carlos\nBrandt',
    )
    expect(texts).toEqual([
      'Juan Carlos waved. “I was hungry,” said Person 1, a farmer.',
      `Premier ${WITHHELD_NAME} spoke. “I am tired,” said Person 2, a student. “So tired,” ${WITHHELD_NAME} said.`,
      'Premier Brandt spoke again. So did Brandt Jr. of the guild.',
    ])
  })

  test('a part that somebody listed has too is withheld, where the page does not tell', () => {
    const page = 'Minister Ana Ruiz visited the ward. “I am scared,” said Ana, a nurse.'
    for (const everybody of [true, false])
      expect(redacted([page], 'Ana Ruiz', 'Ana Hallam', everybody).texts).toEqual([
        `Minister Ana Ruiz visited the ward. “I am scared,” said ${WITHHELD_NAME}, a nurse.`,
      ])
  })

  test('a list alone leaves all parts of a public name', () => {
    const texts = ['Mayor Greta Olsen spoke to Bo Ek.', 'Olsen left. “Late,” said Greta.']
    expect(redacted(texts, 'Greta Olsen', 'Bo Ek', false).texts).toEqual([
      'Mayor Greta Olsen spoke to Person 1.',
      texts[1],
    ])
  })
})

describe('of everybody', () => {
  const of = (text: string) => record([['paragraph', text]], [{ content: [text.split(' ')[0] as string] }])
  const redacted = (...texts: string[]) =>
    redactAll(texts.map(of), { listed: [], everybody: true }).redacted.map(({ reading }) => reading.text)

  test('a first name alone is not that of another page’s person, nor a middle name of this page’s', () => {
    expect(
      redacted(
        'Mayor Greta Olsen opened the bridge. “It is long,” Greta said.',
        '“He shouted,” said Greta, 11. “So he did,” Greta said.',
        'Greta, a girl of 11, wept. Her mother, Maria Lotte Holm, was silent. Then Lotte came, 12 years old. “No,” Lotte said.',
      ),
    ).toEqual([
      'Mayor Person 1 opened the bridge. “It is long,” Person 1 said.',
      `“He shouted,” said ${WITHHELD_NAME}, 11. “So he did,” ${WITHHELD_NAME} said.`,
      `${WITHHELD_NAME}, a girl of 11, wept. Her mother, Person 2, was silent. Then ${WITHHELD_NAME} came, 12 years old. “No,” ${WITHHELD_NAME} said.`,
    ])
  })
})

test('somebody who is called as what is put for names is replaced as all others', () => {
  const text =
    '“No,” said Wesley Person, a cook. “Yes,” said Ana Name, a nurse. Bo Ek, her cousin, and Bo Person wept. Then Bo left.'
  const { record: redacted } = one(record([['paragraph', text]], [{ content: ['No'] }]), 'Bo Ek\nAna Name\nBo Person', {
    everybody: true,
  })
  expect(redacted.reading.text).not.toMatch(/Wesley|Ana|Bo/)
  expect(redacted.reading.text).toContain(`Then ${WITHHELD_NAME} left.`)
})

test('of everybody: of the head what the article does not show is left out, and an outlet that is somebody’s is named so no more', () => {
  const of = (meta: Partial<PageRecord['reading']['meta']>, blocks: Parameters<typeof record>[0] = []) =>
    one(
      record(
        [
          ['title', 'Ilse Brandt, a nurse, tells of beatings'],
          ['paragraph', '“No,” said Ilse Brandt. It rained in April.'],
          ...blocks,
        ],
        [{ content: ['No'] }],
        meta,
      ),
      '',
      { everybody: true },
    )
  const { record: redacted, review } = of(
    {
      title: 'Peter Kovac tells of his beating',
      standfirst: 'Dora Winslet and Milan Bartos fled',
      section: 'Ivo Sanader-Klein',
      publisher: 'Jana Horvat’s blog',
      sources: { title: { from: 'title', at: null }, publisher: { from: 'og:site_name', at: null } },
    },
    [['related', 'Dora Winslet and Milan Bartos fled']],
  )
  expect(redacted.reading.meta).toMatchObject({
    title: null,
    standfirst: null,
    section: null,
    publisher: 'Name 1’s blog',
  })
  expect(Object.keys(redacted.reading.meta.sources)).toEqual(['publisher'])
  for (const [form, write] of Object.entries(FORMS))
    expect(write(redacted), form).not.toMatch(/Kovac|Winslet|Bartos|Sanader|Horvat/)
  const told = review.findings.filter(({ kind }) => kind === 'cut').map(({ words }) => words)
  expect(told).toEqual([
    'title “Peter Kovac tells of his beating”',
    'standfirst “Dora Winslet and Milan Bartos fled”',
    'section “Ivo Sanader-Klein”',
  ])
  const head = {
    title: 'ILSE BRANDT, a nurse, tells of beatings | Cities | Valley Post',
    standfirst: '“No,” said Ilse Brandt…',
    section: 'April',
    publisher: 'Valley Post',
  }
  expect(of(head).record.reading.meta).toMatchObject({
    title: 'Person 1, a nurse, tells of beatings | Valley Post',
    standfirst: '“No,” said Person 1…',
    section: 'April',
    publisher: 'Valley Post',
  })
})

test('what is left when names are replaced looks like none', () => {
  const texts = ['So Mac won. The MacKenzies cheer.', 'Donald Fall, a coach, saw prices fall. Fall left.']
  const all = texts.map((text) =>
    record([['paragraph', text]], [{ content: [text] }], { title: 'Donald Fall saw prices fall' }),
  )
  const { redacted } = redactAll(all, { listed: list('Mac\nDonald Fall') })
  expect(redacted.map(({ reading }) => reading.text)).toEqual([
    `So Person 1 won. The ${WITHHELD_NAME} cheer.`,
    'Person 2, a coach, saw prices fall. Person 2 left.',
  ])
  expect(redacted[0]?.reading.meta.title).toBe('Person 2 saw prices fall')
  const shared = record(
    [['paragraph', 'Dana Fall and Donald Fall met. Fall left, as prices fall.']],
    [{ content: ['Dana'] }],
    {
      title: 'Fall saw prices fall',
    },
  )
  const { record: withheld } = one(shared, 'Donald Fall\nDana Fall')
  expect(withheld.reading.meta.title).toBe(`${WITHHELD_NAME} saw prices fall`)
})

test('a footnote’s mark does not hide a name', () => {
  const text =
    'Ana Hallam1 said she left. “I left because they beat me,” said Lena Morris.2 Nobody else came. Bo Lindqvist[3] wept, “always,” Bo Lindqvist³ said. Zed92 Holt said no.'
  const { record: redacted, review } = one(record([['paragraph', text]], [{ content: ['I left'] }]), '', {
    everybody: true,
  })
  expect(redacted.reading.text).not.toMatch(/Ana|Hallam|Lena|Morris|Lindqvist/)
  expect(review.people.map(({ name }) => name)).toEqual(['Ana Hallam', 'Lena Morris', 'Bo Lindqvist'])
  expect(review.findings).toContainEqual({ kind: 'digits', words: 'Zed92 Holt', places: 1 })
})

describe('lists and keys', () => {
  test.each([
    ['Ana = A = B', /Line 1 .* more than one "="/],
    ['\n | Ana', /Line 2 .* no name/],
    ['Ana =', /no pseudonym/],
    ['Ana | x', /fewer than two letters/],
    ['Ana Kovač\nana kovac', /again, after line 1/],
    ['Ana Kovač; Zoë Müller', /Line 1 .*more than one name.*own/],
    ['Bo Ek\nAna Kovač\tZoë Müller', /Line 2 .*more than one name/],
    ['Ana Kovač, Zoë Müller', /the comma does not turn one name round/],
    ['Ana Kovač, nurse', /the comma/],
    ['Kovač, nurse', /the comma/],
    ['Ek, Bo, Müller, Zoë', /the comma/],
    ['Bo Ek | Ana Kovač (nurse)', /in brackets/],
  ])('%j is refused', (text, message) => {
    expect(() => list(text)).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(message) }),
    )
  })

  test('comments and blank lines do not count', () => {
    expect(list('\ufeff# all of them\r\n\r\nAna Kovač | Anica = A # by phone\nBo#')).toEqual([
      { name: 'Ana Kovač', variants: ['Anica'], pseudonym: 'A' },
      { name: 'Bo#', variants: [], pseudonym: null },
    ])
  })

  test('a comma turns a name round', () => {
    const text = 'Kovač, Ana Maria\nvan der Aa, Ursula\nRobert Ek, Jr.\nkovac, zoe'
    expect(list(text).map(({ name }) => name)).toEqual(text.split('\n'))
  })

  test('what contradicts itself is refused', () => {
    const make = (options: Partial<RedactionOptions>) => () => new Redactor({ listed: list('Ana Kovač'), ...options })
    expect(make({ stay: list('ana kovac') })).toThrow(/both to be replaced and to stay/)
    expect(make({ listed: list('Ana Kovač = Kovač') })).toThrow(/holds, a name on the lists/)
    expect(make({ listed: list('Ana Kovač = A1\nBo Lind = A1') })).toThrow(/stands for both/)
    expect(make({ key: [{ name: 'Ana Kovač', variants: [], pseudonym: 'B' }], listed: list('Ana Kovač = A') })).toThrow(
      /in the key/,
    )
  })

  test.each([
    '',
    '[]',
    '{"key": "onrecord/key/2", "people": []}',
    '{"key": "onrecord/key/1", "people": [{"name": "A"}]}',
  ])('no key: %j', (text) => {
    expect(() => parseKey(text, 'k')).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})
