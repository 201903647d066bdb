import { type Node, Parser } from 'commonmark'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measure } from '../../../src/cli/terminal.js'
import {
  type Palette,
  PLAIN,
  type Terminal,
  toMarkdown,
  toReadingText,
  toText,
  visible,
} from '../../../src/core/exports/index.js'
import { NARROW, wrap } from '../../../src/core/exports/wrap.js'
import { anyRecord, anyText, type Known, record } from './records.js'

const width = await measure()
const terminal = (columns: number, palette: Palette = PLAIN): Terminal => ({ columns, palette, width })
/** Shows each colour by its name around the text. */
const NAMED = Object.fromEntries(
  Object.keys(PLAIN).map((name) => [name, (text: string) => `{${name}:${text}}`]),
) as unknown as Palette

const story = record(
  [
    ['navigation', 'Home News'],
    ['title', 'Pilots refuse'],
    [
      'paragraph',
      '“No,” Mara Ostrander told reporters, “not by night.” The board said pilots had warned of shoals “in three reports”.',
    ],
    ['paragraph', 'MARA  OSTRANDER’s crew agreed. “It felt like a kerb.”'],
  ],
  [
    { content: ['“No,”', '“not by night.”'], cue: 'told', mention: 'Mara Ostrander' },
    { content: ['“It felt like a kerb.”'] },
    {
      content: ['pilots had warned of shoals “in three reports”'],
      cue: 'said',
      mention: 'The board',
      quotation: 'mixed',
    },
    { content: ['of shoals “in three reports”'], cue: 'warned', mention: 'pilots', quotation: 'mixed', within: 2 },
    { content: ['agreed'], cue: 'agreed', mention: 'MARA  OSTRANDER’s', quotation: 'indirect' },
  ],
  {
    title: 'Pilots refuse',
    publisher: 'Kelmouth Courier',
    published: '2031-03-14T09:12:00+01:00',
    authors: ['Ida Verlaine'],
  },
  { url: 'https://kelmouth-courier.example/pilots' },
)

test('a record is printed by speaker, those without one last', () => {
  expect(toText(story, terminal(64))).toBe(`Pilots refuse
Kelmouth Courier · 14 March 2031, 09:12 (+01:00) · by Ida
Verlaine
https://kelmouth-courier.example/pilots

5 statements · ┃ 2 direct · ┇ 2 mixed · │ 1 indirect

Mara Ostrander                                      2 statements
  ┃ “No,” … “not by night.”
    told · direct                             block 2, offset 26

  │ agreed
    agreed · indirect                        block 3, offset 166

The board                                            1 statement
  ┇ pilots had warned of shoals “in three reports”
    said · mixed                              block 2, offset 94

pilots                                               1 statement
  ┇ of shoals “in three reports”
    warned · mixed · reported by The board (block 2, offset 94)
                                             block 2, offset 112

The page does not say who                            1 statement
  ┃ “It felt like a kerb.”
    direct                                   block 3, offset 174
`)
})

test('or as it stands on the page', () => {
  const text = toText(story, terminal(64), 'page')
  expect(text).toContain('    Mara Ostrander told · direct              block 2, offset 26\n')
  expect(text).toContain('    the page does not say who · direct       block 3, offset 174\n')
})

test('each part has its colour', () => {
  const text = toText(story, terminal(96, NAMED))
  expect(text).toContain('{title:Pilots refuse}\n')
  expect(text).toContain('{name:Mara Ostrander}')
  expect(text).toContain('{direct:  ┃ }“No,” … “not by night.”\n')
  expect(text).toContain('{mixed:  ┇ }')
  expect(text).toContain('{indirect:  │ }')
  expect(text).toContain('    {cue:told }{quiet:· direct}')
  expect(text).toContain('{notice:The page does not say who}')
})

test.each([
  ['stub', 'Only the beginning of the article is on the page.'],
  ['live-blog', 'A live blog.'],
  ['none', 'No article was found on the page.'],
] as const)('a page that is no plain article says so: %s', (form, words) => {
  expect(toText(record([['paragraph', 'Words']], [], { form }), terminal(80))).toContain(`\n${words}\n`)
})

test('what the page does not give is said plainly', () => {
  expect(toText(record([['paragraph', 'Words']], []), terminal(80))).toBe(
    'No title\nNo source given · no date given\n\nNo statements were found.\n',
  )
})

test('the reading shows every block, its role and why, and what was left out', () => {
  expect(toReadingText(story, terminal(60))).toBe(`Pilots refuse
Kelmouth Courier · 14 March 2031, 09:12 (+01:00) · by Ida
Verlaine
https://kelmouth-courier.example/pilots

0 navigation                                 made navigation
  Home News

1 title                                           made title
  Pilots refuse

2 paragraph                                   made paragraph
  “No,” Mara Ostrander told reporters, “not by night.” The
  board said pilots had warned of shoals “in three reports”.

3 paragraph                                   made paragraph
  MARA OSTRANDER’s crew agreed. “It felt like a kerb.”

Left out, because no reader sees them: 2 scripts, 1 style
sheet, 1 hidden element with 30 characters.
`)
})

const full: Known[] = [
  { name: 'Mara Ostrander', kind: 'person', roles: ['first pilot'], otherNames: ['she'] },
  { name: 'aides', kind: 'unnamed', anonymity: 'who asked not to be named' },
]
const whole = record(
  [
    [
      'paragraph',
      'Mara Ostrander, first pilot, did not tell reporters in a letter on Friday that it may be safe; aides who asked not to be named said she had warned of shoals. “No.”',
    ],
  ],
  [
    {
      content: ['it may be safe'],
      cue: 'tell',
      mention: 'Mara Ostrander',
      quotation: 'indirect',
      act: 'promise',
      negated: true,
      hedges: ['may'],
      addressee: 'reporters',
      medium: 'in a letter',
      when: ['on Friday', '2031-03-14'],
      speaker: 0,
    },
    {
      content: ['she had warned of shoals'],
      cue: 'said',
      mention: 'aides',
      quotation: 'indirect',
      speaker: 1,
    },
    {
      content: ['of shoals'],
      cue: 'warned',
      mention: 'she',
      quotation: 'indirect',
      act: 'warn',
      speaker: 0,
      within: 1,
    },
    { content: ['“No.”'], speakerWhy: 'Undecided between Mara Ostrander and the aides.' },
  ],
  { title: 'Shoals' },
  {},
  full,
)

test('speakers come with what the page says of them, statements with what is known of them', () => {
  expect(toText(whole, terminal(90))).toBe(`Shoals
No source given · no date given

4 statements · ┃ 1 direct · │ 3 indirect

Mara Ostrander                                                                2 statements
  first pilot · also: she
  │ it may be safe
    tell · indirect · said not to have been made · promise · to reporters · in a letter ·
    on Friday (2031-03-14) · hedged: may                                block 0, offset 79

  │ of shoals
    warned · indirect · warn · reported by aides (block 0, offset 132)
                                                                       block 0, offset 147

aides                                                                          1 statement
  unnamed · who asked not to be named
  │ she had warned of shoals
    said · indirect                                                    block 0, offset 132

The page does not say who                                                      1 statement
  ┃ “No.”
    direct                                                             block 0, offset 158
    Undecided between Mara Ostrander and the aides.
`)
})

test('or by what they do', () => {
  const text = toText(whole, terminal(90), 'act')
  const heads = [...text.matchAll(/^(\w+) +\d statements?$/gm)].map((match) => match[1])
  expect(heads).toEqual(['state', 'promise', 'warn'])
  expect(text).toContain('    she (Mara Ostrander) warned · indirect · warn · reported by aides')
  expect(toMarkdown(whole, 'act')).toContain('## promise\n\n> it may be safe\n>\n> — **Mara Ostrander** · *tell* · ')
  expect(toMarkdown(whole)).toContain('## Mara Ostrander\n\nfirst pilot · also: she\n\n')
})

describe('whatever is on the page', () => {
  test('no line is wider than the terminal', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 20, max: 200 }), (any, columns) => {
        for (const text of [
          toText(any, terminal(columns)),
          toText(any, terminal(columns), 'page'),
          toReadingText(any, terminal(columns)),
        ]) {
          for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
        }
      }),
    )
  })

  test('nothing that steers a terminal is printed', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        for (const text of [
          toText(any, terminal(80)),
          toText(any, terminal(80), 'page'),
          toReadingText(any, terminal(80)),
          toMarkdown(any),
        ]) {
          expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u)
        }
      }),
    )
  })

  test('paint takes nothing away and adds nothing', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const marked = Object.fromEntries(
          Object.keys(PLAIN).map((name) => [name, (text: string) => `\x1b[1m${text}\x1b[22m`]),
        ) as unknown as Palette
        expect(toText(any, terminal(80, marked), 'page').replace(/\x1b\[\d+m/g, '')).toBe(
          toText(any, terminal(80), 'page'),
        )
      }),
    )
  })
})

describe('what could steer a terminal is shown', () => {
  test.each([
    ['\x1b[2J\x1b]0;title\x07', '<U+001B>[2J<U+001B>]0;title<U+0007>'],
    ['\u009b31m', '<U+009B>31m'],
    ['a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
    ['a\0b\x7f', 'a<U+0000>b<U+007F>'],
    ['a\ud83d b', 'a<U+D83D> b'],
    ['a\r\nb\tc\nd', 'a b c d'],
    ['👩‍👩‍👧 שלום é', '👩‍👩‍👧 שלום é'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })
})

describe('wrapping', () => {
  test('takes nothing for one cell that is not', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code)
      if (NARROW.test(character) && width(character) !== 1) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  test.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 80, ['one two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a abcdef', 4, ['a ab', 'cdef']],
    ['港湾局は金曜日', 6, ['港湾局', 'は金曜', '日']],
    ['see 港湾局は金曜日', 8, ['see 港湾', '局は金曜', '日']],
    ['e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['👩‍👩‍👧👩‍👩‍👧', 3, ['👩‍👩‍👧', '👩‍👩‍👧']],
    ['', 10, ['']],
  ])('%j at %d', (text, columns, lines) => {
    expect(wrap(text, columns, { width })).toEqual(lines.map((line) => ({ text: line, width: width(line) })))
  })

  test('changes nothing but spaces', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, columns) => {
        const shown = visible(text)
        expect(
          wrap(shown, columns, { width })
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(shown.replaceAll(' ', ''))
      }),
    )
  })

  test.each(['x', 'é', '\u0301', '漢', '👩‍👩‍👧', '“'])('is linear: a word of 200,000 code units of %j', (character) => {
    const word = character.repeat(200_000 / character.length)
    const lines = wrap(word, 80, { width })
    expect(lines.map(({ text }) => text).join('')).toBe(word)
  })

  test('measures no more than a few hundred code units at a time', () => {
    let most = 0
    const measured = (text: string) => {
      most = Math.max(most, text.length)
      return width(text)
    }
    wrap(`${'x'.repeat(5000)}${'\u0301'.repeat(5000)} ${'漢'.repeat(5000)}`, 80, { width: measured })
    expect(most).toBeLessThanOrEqual(256)
  })
})

describe('Markdown', () => {
  test('has the record in it', () => {
    expect(toMarkdown(story)).toBe(`# Pilots refuse

Kelmouth Courier · 14 March 2031, 09:12 (+01:00) · by Ida Verlaine

<https://kelmouth-courier.example/pilots>

## Mara Ostrander

> “No,” … “not by night.”
>
> — *told* · direct · block 2, offset 26

> agreed
>
> — *agreed* · indirect · block 3, offset 166

## The board

> pilots had warned of shoals “in three reports”
>
> — *said* · mixed · block 2, offset 94

## pilots

> of shoals “in three reports”
>
> — *warned* · mixed · reported by The board (block 2, offset 94) · block 2, offset 112

## The page does not say who

> “It felt like a kerb.”
>
> — direct · block 3, offset 174
`)
  })

  test('is read by a CommonMark parser as what was meant, whatever the page', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const kinds = new Set<Node['type']>()
        let quotations = 0
        const walker = new Parser().parse(toMarkdown(any)).walker()
        for (let step = walker.next(); step; step = walker.next()) {
          if (!step.entering) continue
          kinds.add(step.node.type)
          if (step.node.type === 'block_quote') quotations++
        }
        for (const kind of [
          'html_inline',
          'html_block',
          'image',
          'code',
          'code_block',
          'list',
          'thematic_break',
        ] as const)
          expect(kinds).not.toContain(kind)
        expect(quotations).toBe(any.statements.length)
      }),
    )
  })

  test('lets no words of the page become markup', () => {
    const words = '# <script>alert(1)</script> [x](javascript:y) ![i](z) *a* _b_ `c` | d ~~e~~ &amp; \\'
    const text = toMarkdown(
      record([['paragraph', words]], [{ content: [words] }], { title: words }, { url: 'javascript:alert(1)' }),
    )
    expect(text).toContain(
      '> \\# \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:y) !\\[i\\](z) \\*a\\* \\_b\\_ \\`c\\` \\| d \\~\\~e\\~\\~ \\&amp; \\\\\n',
    )
    expect(text).not.toContain('<javascript')
  })

  test.each(['1. one', '2) two', '- three', '+ four', '= five', '> six'])(
    'nor a list, a heading or a quotation: %s',
    (words) => {
      const line = toMarkdown(record([['paragraph', words]], [{ content: [words] }]))
        .split('\n')
        .find((l) => l.startsWith('> ') && !l.startsWith('> —'))
      expect(line).toMatch(/^> (?:\d+)?\\/)
    },
  )
})
