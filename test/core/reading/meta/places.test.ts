import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meta } from '../../../../src/core/model/index.js'
import { readDate } from '../../../../src/core/reading/meta/dates.js'
import { folded, plainWords } from '../../../../src/core/reading/meta/words.js'
import { metaOf } from './invented.js'

const name = fc.constantFrom('Ana Ruiz', 'Tomás Vega', 'Seán Ó Briain', 'Jan van der Berg', '李娜', 'Zoë D’Arcy')
const title = fc.constantFrom('Rates & rents rise', 'What <now>?', '“It rains” again 🌧', 'Año nuevo', 'a  b\n c')
const date = fc.constantFrom('2024-03-03', '2024-03-03T10:15:00Z', '3 March 2024', 'Sun, 03 Mar 2024 10:15:00 GMT')

const escaped = (s: string): string =>
  s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/é/g, '&eacute;')
const meta = (key: string, value: string): string => `<meta property="${key}" content="${escaped(value)}">`

const page = fc
  .record({
    og: fc.option(title),
    jsonLd: fc.option(fc.record({ headline: title, author: fc.array(name, { maxLength: 3 }), datePublished: date })),
    h1: fc.option(title),
    author: fc.option(name),
    byline: fc.option(name),
    published: fc.option(date),
    shown: fc.option(date),
    broken: fc.constantFrom(
      '',
      '<div',
      '<!-- x -->',
      '<p>𝔘 and <b>more',
      '<script type="application/ld+json">{"@type":',
    ),
  })
  .map(({ og, jsonLd, h1, author, byline, published, shown, broken }) =>
    [
      '<html lang=en><head>',
      og === null ? '' : meta('og:title', og),
      author === null ? '' : meta('article:author', author),
      published === null ? '' : meta('article:published_time', published),
      jsonLd === null
        ? ''
        : `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...jsonLd })}</script>`,
      '</head><body>',
      h1 === null ? '' : `<h1>${escaped(h1)}</h1>`,
      byline === null ? '' : `<p>By <a href="/x">${escaped(byline)}</a></p>`,
      shown === null ? '' : `<p>${escaped(shown)}</p>`,
      broken,
    ].join('\n'),
  )

/** What the page's own characters at a value's place say, read as that place is read. */
const wordsAt = (html: string, at: { start: number; end: number }): string =>
  plainWords(html.slice(at.start, at.end).replace(/\\n/g, ' ').replace(/\\"/g, '"'))

function holds(html: string, found: Meta): void {
  for (const [field, source] of Object.entries(found.sources)) {
    if (!source.at) continue
    expect(source.at.start).toBeLessThan(source.at.end)
    expect(source.at.end).toBeLessThanOrEqual(html.length)
    const words = wordsAt(html, source.at)
    if (field === 'published' || field === 'modified') {
      expect(readDate(words, false)).toBe(found[field])
    } else if (field === 'authors') {
      for (const author of found.authors) expect(folded(words)).toContain(folded(author))
    } else if (field === 'title') expect(folded(words)).toContain(folded(found.title as string))
  }
}

describe('places', () => {
  it('every value stands where its source says', () => {
    fc.assert(
      fc.property(page, (html) => {
        const found = metaOf(html)
        holds(html, found)
        for (const field of ['title', 'published', 'modified', 'publisher', 'standfirst', 'language'] as const) {
          expect(found[field] !== null).toBe(found.sources[field] !== undefined)
        }
        expect(found.authors.length > 0).toBe(found.sources.authors !== undefined)
      }),
      { numRuns: 500 },
    )
  })

  it('the same page gives the same metadata', () => {
    fc.assert(
      fc.property(page, (html) => {
        expect(metaOf(html)).toEqual(metaOf(html))
      }),
    )
  })

  it('a title in JSON that is written with escapes stands between its quotation marks', () => {
    const html =
      '<script type="application/ld+json">{"@type":"Article","headline":"Caf\\u00e9 \\"Sol\\" opens"}</script>'
    const found = metaOf(html)
    expect(found.title).toBe('Café "Sol" opens')
    const at = found.sources.title?.at
    expect(at && html.slice(at.start, at.end)).toBe('Caf\\u00e9 \\"Sol\\" opens')
  })

  it('a value of an attribute with character references stands as it is written', () => {
    const html = '<meta property="og:title" content="Rates &amp; rents">'
    const at = metaOf(html).sources.title?.at
    expect(at && html.slice(at.start, at.end)).toBe('Rates &amp; rents')
  })
})
