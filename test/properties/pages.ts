import fc from 'fast-check'

/** HTML made with the characters that a reader sees of it, white space left out: the oracle comes with the page. */
export interface MadePage {
  readonly html: string
  readonly visible: string
}

/** What texts trip over: emoji, combining marks, right-to-left, quotation marks without a partner, odd white space. */
const TRICKY = [
  '😀',
  '👩‍👩‍👧',
  '🇵🇪',
  'e\u0301',
  'a\u0308\u0323',
  'שלום',
  'مرحبا',
  '\u202Eabc\u202C',
  '“',
  '”',
  '‘',
  "'",
  '"',
  '«',
  '»',
  '„',
  '—',
  '…',
  '\u00AD',
  '\u200B',
  '漢字',
  'Ω',
  '&',
  ';',
  '>',
  '=',
  '/',
  '\u00A0',
]

const WORDS = [
  'said',
  'Mara',
  'the',
  'harbour',
  'board',
  'on',
  'Tuesday.',
  'denied',
  'According',
  'to',
  'will',
  'not',
  '3,400',
]

/** A run of words, some of them tricky, in which `<` and `&` are no markup. */
export const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...TRICKY) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .chain((list) =>
    fc
      .array(fc.constantFrom(' ', '  ', '\n', '\t', ''), { minLength: list.length, maxLength: list.length })
      .map((gaps) => list.map((word, i) => word + gaps[i]).join('')),
  )

/** Any code units, lone surrogates and NULs among them. */
export const codeUnits: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 0xd83d, 0xde00, 0xd800, 0xdfff, 10, 13, 9, 12, 0xfeff, 0x2028, 0x85) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
    ),
    { maxLength: 400 },
  )
  .map((codes) => String.fromCharCode(...codes))

/** Characters that are not white space: what a reader sees. */
export function ink(text: string): string {
  return text.replace(/\s+/gu, '')
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '“': '&ldquo;',
  '”': '&#8221;',
  '—': '&mdash;',
  '…': '&#x2026;',
  '\u00A0': '&nbsp;',
  '"': '&quot;',
  '>': '&gt;',
  Ω: '&#937;',
}

/** The text as HTML source: `<` and `&` always as references, others of {@link REFERENCES} where `refer` says so. */
function escaped(text: string, refer: boolean): string {
  let out = ''
  for (const c of text) {
    if (c === '<') out += '&lt;'
    else if (c === '&') out += '&amp;'
    else out += refer ? (REFERENCES[c] ?? c) : c
  }
  return out
}

const INLINE = ['span', 'b', 'EM', 'a href="/x?a=1&b=2"', 'i class=x', 'time datetime=2026-03-04', 'q', 'sup']
const FLOW = ['div', 'section', 'ARTICLE', 'blockquote', 'div class="teaser-list"', 'aside', 'main', 'footer', 'my-box']
const HIDDEN = [
  'div hidden',
  'p style="display:none"',
  'span style="color: red; visibility : hidden"',
  'template',
  'noscript',
  "section HIDDEN=''",
]
const RAW = ['script', 'style', 'script type="application/ld+json"']

const nameOf = (tag: string) => (tag.split(' ')[0] as string).toLowerCase()
const join = (parts: readonly MadePage[]): MadePage => ({
  html: parts.map(({ html }) => html).join(''),
  visible: parts.map(({ visible }) => visible).join(''),
})
const wrap = (tag: string, { html, visible }: MadePage, closed = true): MadePage => ({
  html: `<${tag}>${html}${closed ? `</${nameOf(tag)}>` : ''}`,
  visible,
})

const textNode = fc
  .tuple(words, fc.boolean())
  .map(([text, refer]): MadePage => ({ html: escaped(text, refer), visible: ink(text) }))

const unseen = fc.oneof(
  words.map((text): MadePage => ({ html: `<!--${text.replaceAll('-', '=').replaceAll('>', '=')} -->`, visible: '' })),
  fc
    .tuple(fc.constantFrom(...RAW), words)
    .map(([tag, text]) => ({ html: `<${tag}>${text.replaceAll('<', '(')}</${nameOf(tag)}>`, visible: '' })),
  fc
    .tuple(fc.constantFrom(...HIDDEN), textNode)
    .map(([tag, inside]) => ({ html: wrap(tag, inside).html, visible: '' })),
  fc
    .constantFrom('<br>', '<BR/>', '<wbr>', '<img alt="a > b" src=x.jpg>', '<hr />')
    .map((html) => ({ html, visible: '' })),
)

const inline: fc.Arbitrary<MadePage> = fc.letrec<{ node: MadePage; element: MadePage }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, textNode, tie('element')),
  element: fc
    .tuple(fc.constantFrom(...INLINE), fc.array(tie('node'), { maxLength: 3 }))
    // A link does not hold a link: the standard ends the first where the second begins, which moves no text.
    .map(([tag, inside]) => wrap(tag, join(inside))),
})).node

/** Elements that may do without their end tag, where another of the kind or their parent's end follows. */
const list = fc
  .array(fc.tuple(inline, fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((items) => wrap('ul', join(items.map(([item, closed]) => wrap('li', item, closed)))))
const table = fc
  .array(fc.array(fc.tuple(inline, fc.boolean()), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    wrap('table', join(rows.map((row) => wrap('tr', join(row.map(([cell, closed]) => wrap('td', cell, closed))))))),
  )
const paragraph = fc
  .tuple(
    fc.constantFrom('p', 'P class=lead', 'h2', 'figcaption', 'pre'),
    fc.array(fc.oneof(inline, unseen), { maxLength: 4 }),
  )
  .map(([tag, inside]) => wrap(tag, join(inside)))
/** `<p>` without an end tag: the next line-making element ends it. */
const openParagraph = inline.map((inside) => join([wrap('p', inside, false), { html: '<div></div>', visible: '' }]))

const flow: fc.Arbitrary<MadePage> = fc.letrec<{ node: MadePage; box: MadePage }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, paragraph, openParagraph, inline, list, table, unseen, tie('box')),
  box: fc
    .tuple(fc.constantFrom(...FLOW), fc.array(tie('node'), { maxLength: 4 }))
    .map(([tag, inside]) => wrap(tag, join(inside))),
})).node

/** Well-formed pages of every construct, with what is visible of them. */
export const madePages: fc.Arbitrary<MadePage> = fc
  .tuple(fc.boolean(), fc.array(flow, { minLength: 1, maxLength: 8 }))
  .map(([shell, parts]) => {
    const { html, visible } = join(parts)
    if (!shell) return { html, visible }
    return {
      html: `<!doctype html><html lang=en><head><title>Never seen</title><meta name=x content="y"></head><body>${html}</body></html>`,
      visible,
    }
  })

const DEBRIS = [
  '<',
  '</',
  '<p',
  '</p>',
  '<div class="',
  '<div class=\'x" id=y>',
  '</span></div></b>',
  '<b><i></b></i>',
  '<a><div></a></div>',
  '<table><tr><td>',
  '</table>',
  '<li>',
  '<br/',
  '<!--',
  '<!-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?php',
  '<!doctype',
  '<script>',
  '</script',
  '<style>',
  '<textarea>',
  '<title>',
  '<noscript>',
  '<svg><title>',
  '</svg>',
  '<math>',
  '<template>',
  '</template>',
  '<select><option>',
  '<pre>\n',
  '<plaintext>',
  '<head>',
  '<body>',
  '<html>',
  '</body>',
  '</html>',
  '&amp',
  '&#',
  '&#x',
  '&#xD800;',
  '&#0;',
  '&#1114112;',
  '&NotEqualTilde;',
  '&nbsp',
  '&notit;',
  '&&&',
  '\0',
  '\uD800',
  '\uDC00',
  '<\0p>',
  '<p hidden>',
  '<p style=display:none>',
  '<button>',
  '<details><summary>',
  '<h1>',
  '<h2>',
  '<blockquote>',
  '<p class="pullquote caption byline">',
  '<figure><figcaption>',
  '<nav>',
  '<iframe>',
  '<ruby>漢<rp>(</rp><rt>kan</rt>',
  '<q>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
  '<meta property="og:title" content="',
]

/** Pages that no one should have written: broken tags, references and nesting between words and odd code units. */
export const brokenPages: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...DEBRIS) },
      { weight: 2, arbitrary: words },
      { weight: 1, arbitrary: codeUnits },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** Plain-text pages: paragraphs, wrapped or not, with every kind of line end and furniture between. */
export const textPages: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 5, arbitrary: words },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            'By Mara Ostrander',
            'Type to search',
            '* a point of a list',
            '  1) another',
            '“An opening that is never closed.',
            'ADVERTISEMENT',
            'Photo: L. Ortiz',
            '<p>a tag quoted in text</p>',
          ),
        },
        { weight: 1, arbitrary: codeUnits },
      ),
      fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n\n\n\n', ' \n \t\n', ''),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((lines) => lines.map(([line, end]) => line + end).join(''))
