import { describe, expect, it } from 'vitest'
import { metaOf, pageWith } from './invented.js'

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Rates rise again in Lima',
  description: 'The central bank moves for a third time.',
  author: { '@type': 'Person', name: 'Ana Ruiz' },
  publisher: { '@type': 'Organization', name: 'The Daily Ledger' },
  datePublished: '2024-03-03T10:15:00-05:00',
  dateModified: '2024-03-04T09:00:00-05:00',
  articleSection: 'Economy',
  inLanguage: 'es_PE',
}

describe('JSON-LD', () => {
  it('gives every field', () => {
    const meta = metaOf(pageWith('', article).replace(' lang="en-GB"', ''))
    expect(meta).toMatchObject({
      title: 'Rates rise again in Lima',
      standfirst: 'The central bank moves for a third time.',
      authors: ['Ana Ruiz'],
      publisher: 'The Daily Ledger',
      published: '2024-03-03T10:15:00-05:00',
      modified: '2024-03-04T09:00:00-05:00',
      section: 'Economy',
      language: 'es-PE',
      form: 'article',
    })
    expect(meta.sources.title?.from).toBe('json-ld NewsArticle.headline')
    expect(meta.sources.authors?.from).toBe('json-ld NewsArticle.author')
  })

  it.each([
    ['a string', 'Ana Ruiz', ['Ana Ruiz']],
    ['a string of several', 'Ana Ruiz and Tomás Vega', ['Ana Ruiz', 'Tomás Vega']],
    ['strings', ['Ana Ruiz', 'Tomás Vega'], ['Ana Ruiz', 'Tomás Vega']],
    ['people', [{ name: 'Ana Ruiz' }, { name: 'Tomás Vega' }], ['Ana Ruiz', 'Tomás Vega']],
    ['a list in a list', [[{ name: 'Ana Ruiz' }], { name: ['Tomás Vega'] }], ['Ana Ruiz', 'Tomás Vega']],
    ['names in a name', { '@type': 'Person', name: { '@type': 'Person', name: 'Ana Ruiz' } }, ['Ana Ruiz']],
    ['given and family name', { givenName: 'Ana', familyName: 'Ruiz' }, ['Ana Ruiz']],
    ['the same twice', [{ name: 'Ana Ruiz' }, { name: 'ANA RUIZ' }], ['Ana Ruiz']],
    ['the publisher beside a person', [{ name: 'The Daily Ledger' }, { name: 'Ana Ruiz' }], ['Ana Ruiz']],
    ['the publisher alone', [{ name: 'The Daily Ledger' }], ['The Daily Ledger']],
    ['references', { '@id': '#ana' }, []],
  ])('reads an author given as %s', (_, author, names) => {
    expect(metaOf(pageWith('', { ...article, author })).authors).toEqual(names)
  })

  it('follows references between the nodes of a graph', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', '@id': '#site', name: 'The Daily Ledger' },
        { '@type': 'WebPage', '@id': '#page', name: 'Rates rise | The Daily Ledger', datePublished: '2001-01-01' },
        { ...article, author: { '@id': '#ana' }, publisher: { '@id': '#site' } },
        { '@type': 'Person', '@id': '#ana', name: 'Ana Ruiz' },
      ],
    }
    const meta = metaOf(pageWith('', graph))
    expect(meta).toMatchObject({
      authors: ['Ana Ruiz'],
      publisher: 'The Daily Ledger',
      published: '2024-03-03T10:15:00-05:00',
    })
  })

  it('follows references that go round in a circle', () => {
    const graph = {
      '@graph': [
        { ...article, author: { '@id': '#a', name: { '@id': '#a' } } },
        { '@id': '#a', author: { '@id': '#a' } },
      ],
    }
    expect(metaOf(pageWith('', graph)).authors).toEqual([])
  })

  it('takes the node of this page before a teaser’s', () => {
    const teaser = { ...article, headline: 'Another story', url: 'https://ledger.example/another' }
    const own = { ...article, mainEntityOfPage: 'https://ledger.example/rates' }
    expect(metaOf(pageWith('', [teaser, own]), 'https://ledger.example/rates?x=1').title).toBe(
      'Rates rise again in Lima',
    )
  })

  it('resolves character references and leaves tags out', () => {
    const meta = metaOf(pageWith('', { ...article, headline: 'Rates &amp; <i>bread</i> &#8217;n&amp;#8217; rent' }))
    expect(meta.title).toBe('Rates & bread ’n’ rent')
  })

  it('keeps what stands between angle brackets and is no tag', () => {
    const title = (headline: string): string | null => metaOf(pageWith('', { ...article, headline })).title
    expect(title('Vec<T> and <em>Box</em><V>, a < b')).toBe('Vec<T> and Box<V>, a < b')
    expect(title('Is 1 <two')).toBe('Is 1 <two')
    expect(title('Rates <!-- new --> rise <em cla')).toBe('Rates rise')
    expect(title('Rates<br>rise</ p>')).toBe('Rates rise')
  })

  it('skips a script that is no JSON and reads the next', () => {
    const html = pageWith('<script type="application/ld+json">function () { return "x" }</script>', article)
    expect(metaOf(html).title).toBe('Rates rise again in Lima')
  })

  it('leaves other nodes’ dates and names alone', () => {
    const nodes = [
      { '@type': 'Product', name: 'Kettle', datePublished: '2020-01-01' },
      { '@type': 'VideoObject', name: 'Clip', uploadDate: '2020-01-01', author: 'Someone Else' },
    ]
    expect(metaOf(pageWith('', nodes))).toMatchObject({ title: null, authors: [], published: null })
  })
})

describe('meta elements', () => {
  it.each([
    ['title', '<meta property="og:title" content="Rates rise">', 'Rates rise'],
    ['title', '<meta name="twitter:title" content="Rates rise">', 'Rates rise'],
    ['title', '<meta name="DC.title" content="Rates rise">', 'Rates rise'],
    ['title', '<meta name="citation_title" content="Rates rise">', 'Rates rise'],
    ['title', '<meta name="parsely-title" content="Rates rise">', 'Rates rise'],
    ['title', '<meta name="sailthru.title" content="Rates rise">', 'Rates rise'],
    ['title', '<title>Rates &amp; rents</title>', 'Rates & rents'],
    ['standfirst', '<meta property="og:description" content="A third time.">', 'A third time.'],
    ['standfirst', '<meta name="description" content="A third time.">', 'A third time.'],
    ['published', '<meta property="article:published_time" content="2024-03-03T10:15:00Z">', '2024-03-03T10:15:00Z'],
    ['published', '<meta name="dcterms.issued" content="2024-03-03">', '2024-03-03'],
    ['published', '<meta name="parsely-pub-date" content="2024-03-03T10:15:00Z">', '2024-03-03T10:15:00Z'],
    ['published', '<meta name="citation_publication_date" content="2024/03/03">', '2024-03-03'],
    ['published', '<meta name="date" content="3 March 2024">', '2024-03-03'],
    ['modified', '<meta property="og:updated_time" content="1709461000">', '2024-03-03T10:16:40Z'],
    ['modified', '<meta http-equiv="last-modified" content="Sun, 03 Mar 2024 10:15:00 GMT">', '2024-03-03T10:15:00Z'],
    ['publisher', '<meta property="og:site_name" content="The Daily Ledger">', 'The Daily Ledger'],
    ['section', '<meta property="article:section" content="Economy">', 'Economy'],
    ['language', '', 'en-GB'],
    ['canonicalUrl', '<link rel="canonical" href="https://ledger.example/rates">', 'https://ledger.example/rates'],
    ['canonicalUrl', '<meta property="og:url" content="https://ledger.example/rates">', 'https://ledger.example/rates'],
  ] as const)('%s from %s', (field, head, value) => {
    const meta = metaOf(pageWith(head))
    expect(meta[field]).toBe(value)
    expect(meta.sources[field]).toBeDefined()
  })

  it.each([
    ['<meta name="author" content="Ana Ruiz">', ['Ana Ruiz']],
    ['<meta property="article:author" content="Ana Ruiz">', ['Ana Ruiz']],
    ['<meta property="article:author" content="https://social.example/ana">', []],
    [
      '<meta name="citation_author" content="Ruiz, Ana"><meta name="citation_author" content="Vega, Tomás">',
      ['Ana Ruiz', 'Tomás Vega'],
    ],
    ['<meta name="dc.creator" content="Ruiz, Ana">', ['Ana Ruiz']],
    ['<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Ruiz">', ['Ana Ruiz']],
    ['<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five minutes">', []],
  ])('authors from %s', (head, names) => {
    expect(metaOf(pageWith(head)).authors).toEqual(names)
  })

  it('completes a canonical address written short', () => {
    const head = '<link rel="canonical" href="/rates">'
    expect(metaOf(pageWith(head), 'https://ledger.example/x?y').canonicalUrl).toBe('https://ledger.example/rates')
    expect(metaOf(pageWith(head)).canonicalUrl).toBeNull()
  })
})

describe('microdata and RDFa', () => {
  it('reads an article’s item', () => {
    const body = `<article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Rates rise</h2>
      <p itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Ana Ruiz</span></p>
      <meta itemprop="datePublished" content="2024-03-03"><time itemprop="dateModified" datetime="2024-03-04">today</time></article>`
    expect(metaOf(pageWith('', null, body))).toMatchObject({
      title: 'Rates rise',
      authors: ['Ana Ruiz'],
      published: '2024-03-03',
      modified: '2024-03-04',
    })
  })

  it('reads RDFa Lite', () => {
    const body = `<div vocab="https://schema.org/" typeof="Article"><h2 property="headline">Rates rise</h2>
      <span property="schema:author">Ana Ruiz</span><time property="datePublished" datetime="2024-03-03">3 March</time></div>`
    expect(metaOf(pageWith('', null, body))).toMatchObject({
      title: 'Rates rise',
      authors: ['Ana Ruiz'],
      published: '2024-03-03',
    })
  })

  it('does not take a comment’s author for the page’s', () => {
    const body = `<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Rosa Klein</b>
      <time itemprop="datePublished" datetime="2024-03-09">later</time></div>`
    expect(metaOf(pageWith('', null, body))).toMatchObject({ authors: [], published: null })
  })
})

describe('what the page shows', () => {
  const long = 'The bank raised its rate by a quarter point on Tuesday and said that it would do so again. '.repeat(5)

  it('finds a byline and dates below the title', () => {
    const body = `<h1>Rates rise</h1><p>By Ana Ruiz and Tomás Vega</p><p>Published 3 March 2024 10:15 GMT</p>
      <p>Updated 4 March 2024</p><p>${long}</p>`
    const meta = metaOf(pageWith('', null, body))
    expect(meta).toMatchObject({
      title: 'Rates rise',
      authors: ['Ana Ruiz', 'Tomás Vega'],
      published: '2024-03-03T10:15Z',
      modified: '2024-03-04',
    })
    expect(meta.sources.authors?.from).toBe('visible byline')
  })

  it('finds a name in a line of its own below "By", and a date below its label', () => {
    const body = `<h1>Rates rise</h1><div>By</div><div>Ana Ruiz</div><div>Last updated</div><div>4 March 2024</div><p>${long}</p>`
    expect(metaOf(pageWith('', null, body))).toMatchObject({
      authors: ['Ana Ruiz'],
      published: null,
      modified: '2024-03-04',
    })
  })

  it('finds the author by the element’s class or rel', () => {
    const named = `<h1>Rates rise</h1><div class="post-author">Ana Ruiz</div><p>${long}</p>`
    expect(metaOf(pageWith('', null, named)).authors).toEqual(['Ana Ruiz'])
    const linked = `<h1>Rates rise</h1><p>${long}</p><a rel="author" href="/ana">Ana Ruiz</a>`
    expect(metaOf(pageWith('', null, linked)).authors).toEqual(['Ana Ruiz'])
    const tagline = `<h1>Rates rise</h1><div class="post-author">Money and wellness tips</div><p>${long}</p>`
    expect(metaOf(pageWith('', null, tagline)).authors).toEqual([])
    const form = `<h1>Rates rise</h1><p>${long}</p><form><label class="author">Your Name</label></form>`
    expect(metaOf(pageWith('', null, form)).authors).toEqual([])
  })

  it('prefers the person shown to a publisher that the marks give as author', () => {
    const head =
      '<meta property="og:site_name" content="The Daily Ledger"><meta name="author" content="The Daily Ledger">'
    const body = `<h1>Rates rise</h1><p>By Ana Ruiz</p><p>${long}</p>`
    expect(metaOf(pageWith(head, null, body)).authors).toEqual(['Ana Ruiz'])
    expect(metaOf(pageWith(head, null, '<h1>Rates rise</h1>')).authors).toEqual(['The Daily Ledger'])
  })

  it('takes a time element in the head', () => {
    const body = `<h1>Rates rise</h1><time datetime="2024-03-03T10:15:00Z">3 hours ago</time><p>${long}</p>`
    expect(metaOf(pageWith('', null, body))).toMatchObject({ published: '2024-03-03T10:15:00Z' })
  })

  it('does not guess a date from running text or from far below', () => {
    const body = `<h1>Rates rise</h1><p>${long} On 3 March 2024 it happened, as was said at the time by all who were there.</p>
      ${`<p>${long}</p>`.repeat(8)}<p>2 May 2021</p><p>3 May 2022</p>`
    expect(metaOf(pageWith('', null, body)).published).toBeNull()
  })

  it('takes a date that says what it is, from anywhere, where there is only one', () => {
    const far = `<h1>Rates rise</h1>${`<p>${long}</p>`.repeat(8)}`
    expect(metaOf(pageWith('', null, `${far}<p>Published on 3 March 2024</p>`)).published).toBe('2024-03-03')
    const two = `${far}<p>Published on 3 March 2024</p><p>Published on 9 May 2023</p>`
    expect(metaOf(pageWith('', null, two)).published).toBeNull()
  })

  it('takes the day in the address last of all', () => {
    expect(metaOf(pageWith('<title>Rates rise</title>'), 'https://ledger.example/2024/03/03/rates')).toMatchObject({
      published: '2024-03-03',
      sources: { published: { from: 'address', at: null } },
    })
    expect(
      metaOf(pageWith('<meta name="date" content="2024-03-05">'), 'https://ledger.example/2024/03/03/rates').published,
    ).toBe('2024-03-05')
  })

  it('reads 3/4/2024 by the page’s language', () => {
    const body = `<h1>Rates rise</h1><p>3/4/2024</p><p>${long}</p>`
    const page = (lang: string): string => pageWith('', null, body).replace('en-GB', lang)
    expect(metaOf(page('en-GB')).published).toBe('2024-04-03')
    expect(metaOf(page('en-US')).published).toBe('2024-03-04')
    expect(metaOf(page('es')).published).toBe('2024-04-03')
  })
})
