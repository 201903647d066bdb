import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metaOf, metaWithRoles, pageWith } from './invented.js'

const script = (json: string): string => `<script type="application/ld+json">${json}</script>`

describe('hostile pages', () => {
  it('a megabyte of JSON-LD', () => {
    const json = JSON.stringify({ '@type': 'NewsArticle', articleBody: 'x'.repeat(2_000_000), headline: 'Rates rise' })
    expect(metaOf(script(json)).title).toBe('Rates rise')
    const many = JSON.stringify(
      Array.from({ length: 50_000 }, (_, i) => ({ '@type': 'NewsArticle', headline: `h${i}` })),
    )
    expect(metaOf(script(many)).title).toBe('h0')
  })

  it('JSON-LD nested without end', () => {
    expect(metaOf(script(`${'{"@graph":['.repeat(200_000)}`)).title).toBeNull()
    expect(metaOf(script(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).title).toBeNull()
    const deepAuthor = `{"@type":"Article","headline":"h","author":${'['.repeat(100_000)}"Ana Ruiz"${']'.repeat(100_000)}}`
    expect(metaOf(script(deepAuthor)).title).toBe('h')
  })

  it('many scripts, each with a comment that does not end', () => {
    expect(metaOf(script('/* {"@type":"Article"}').repeat(20_000)).title).toBeNull()
  })

  it('a string that does not end, and quotation marks without number', () => {
    expect(metaOf(script(`{"@type":"Article","headline":"${'x" '.repeat(300_000)}`)).authors).toEqual([])
    expect(metaOf(script('"'.repeat(1_000_000))).authors).toEqual([])
    expect(metaOf(script(`{"a":"b${`"${' '.repeat(3000)}`.repeat(300)}`)).authors).toEqual([])
  })

  it('keys that name an object’s inner parts', () => {
    const json =
      '{"__proto__":{"headline":"Polluted"},"constructor":{"prototype":{"polluted":true}},"@type":"Article","headline":"h"}'
    expect(metaOf(script(json)).title).toBe('h')
    expect(({} as Record<string, unknown>).headline).toBeUndefined()
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('values of the wrong kind', () => {
    const values: readonly unknown[] = [null, true, 12, [], {}, [[]], [null], { '@value': null }, '\ud800', '']
    for (const value of values) {
      const node = {
        '@type': 'NewsArticle',
        headline: value,
        author: value,
        publisher: value,
        datePublished: value,
        dateModified: value,
        description: value,
        url: value,
        mainEntityOfPage: value,
        isAccessibleForFree: value,
        inLanguage: value,
        '@id': value,
      }
      expect(() => metaOf(pageWith('', node))).not.toThrow()
    }
  })

  it('dates out of bounds', () => {
    for (const date of ['9'.repeat(13), '9'.repeat(400), '+275760-09-14', '2024-02-30', '-1', '1e99', 'NaN']) {
      expect(metaOf(`<meta name="date" content="${date}">`).published?.slice(0, 4) ?? '2286').toMatch(/^2[0-2]\d\d$/)
    }
  })

  it('megabyte attributes and a megabyte title', () => {
    const x = 'By Ana ( [ - | , and & '.repeat(50_000)
    const head = `<meta property="og:title" content="${x}"><meta name="author" content="${x}"><meta name="date" content="${x}">
      <meta property="og:site_name" content="${x}"><meta property="${x}" content="x"><title>${x}</title>`
    const body = `<h1>${x}</h1><p class="${x}">${x}</p><p class="author">${x}</p><time datetime="${x}">${x}</time>`
    expect(metaOf(pageWith(head, null, body), `https://${'a.'.repeat(100_000)}`).published).toBeNull()
  })

  it('elements of one kind without number', () => {
    const head = '<meta name="author" content="Ana Ruiz"><meta property="og:title" content="t">'.repeat(50_000)
    expect(metaOf(pageWith(head)).authors).toEqual(['Ana Ruiz'])
    const items = '<div itemscope><p itemprop="author">Ana Ruiz</p>'.repeat(50_000)
    expect(metaOf(pageWith('', null, items)).authors).toEqual(['Ana Ruiz'])
    const bylines = '<p class="author">By Ana Ruiz</p><time>3 March 2024</time><h1>Rates</h1>'.repeat(50_000)
    expect(metaOf(pageWith('', null, bylines)).authors).toEqual(['Ana Ruiz'])
  })

  it('any page, with any roles', () => {
    const piece = fc.constantFrom(
      '<h1>',
      '</h1>',
      '<p class="byline">',
      '</p>',
      'By Ana Ruiz',
      '3 March 2024',
      '<time datetime="',
      '">',
      '</time>',
      '<meta name="author" content="',
      '<meta property="og:title" content="',
      '<script type="application/ld+json">',
      '</script>',
      '{"@type":"Article","author":',
      '"Ana',
      '"',
      '}',
      '[',
      ']',
      '<div itemprop="author" itemscope>',
      '&amp;',
      '&#0;',
      '\ud83d',
      '\0',
      ' ',
      '\n',
    )
    const role = fc.constantFrom(
      'paragraph',
      'byline',
      'title',
      'standfirst',
      'dateline',
      'agency-credit',
      'legal-notice',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(role, { maxLength: 20 }), (pieces, roles) => {
        const html = pieces.join('')
        const meta = metaWithRoles(html, roles, 'https://ledger.example/')
        for (const source of Object.values(meta.sources)) {
          if (source.at) expect(source.at.end).toBeLessThanOrEqual(html.length)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
