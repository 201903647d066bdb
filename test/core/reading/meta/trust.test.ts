import { describe, expect, it } from 'vitest'
import { metaOf, pageWith } from './invented.js'

const news = (values: object): object => ({ '@type': 'NewsArticle', ...values })

describe('the order of trust', () => {
  it('title: the heading shown, JSON-LD, OpenGraph, Twitter, the title element', () => {
    const headline = news({ headline: 'Rates rise again in Lima today' })
    const og = '<meta property="og:title" content="Rates rise again in Lima, says bank">'
    const twitter = '<meta name="twitter:title" content="Rates rise again">'
    const title = '<title>Rates rise</title>'
    const h1 = '<h1>Rates rise again in Lima</h1>'
    expect(metaOf(pageWith(title + twitter + og, headline, h1)).title).toBe('Rates rise again in Lima')
    expect(metaOf(pageWith(title + twitter + og, headline)).title).toBe('Rates rise again in Lima today')
    expect(metaOf(pageWith(title + twitter + og)).title).toBe('Rates rise again in Lima, says bank')
    expect(metaOf(pageWith(title + twitter)).title).toBe('Rates rise again')
    expect(metaOf(pageWith(title)).title).toBe('Rates rise')
  })

  it('authors: JSON-LD, article:author, meta author, what is shown', () => {
    const own = news({ headline: 'Rates rise', author: 'Ana Ruiz' })
    const og = '<meta property="article:author" content="Tomás Vega">'
    const meta = '<meta name="author" content="Rosa Klein">'
    const body = '<h1>Rates rise</h1><p>By Jan Berg</p>'
    expect(metaOf(pageWith(meta + og, own, body)).authors).toEqual(['Ana Ruiz'])
    expect(metaOf(pageWith(meta + og, null, body)).authors).toEqual(['Tomás Vega'])
    expect(metaOf(pageWith(meta, null, body)).authors).toEqual(['Rosa Klein'])
    expect(metaOf(pageWith('', null, body)).authors).toEqual(['Jan Berg'])
  })

  it('published: JSON-LD, article:published_time, microdata, meta date, what is shown', () => {
    const own = news({ headline: 'Rates rise', datePublished: '2024-03-01' })
    const og = '<meta property="article:published_time" content="2024-03-02">'
    const item = '<meta itemprop="datePublished" content="2024-03-03">'
    const meta = '<meta name="date" content="2024-03-04">'
    const body = '<h1>Rates rise</h1><p>5 March 2024</p>'
    const published = (head: string, jsonLd: object | null = null): string | null =>
      metaOf(pageWith(head, jsonLd, body)).published
    expect(published(meta + item + og, own)).toBe('2024-03-01')
    expect(published(meta + item + og)).toBe('2024-03-02')
    expect(published(meta + item)).toBe('2024-03-03')
    expect(published(meta)).toBe('2024-03-04')
    expect(published('')).toBe('2024-03-05')
  })

  it('goes on to the next source where one says nothing usable', () => {
    const own = news({ headline: '', author: 'https://ledger.example/ana', datePublished: 'soon' })
    const head =
      '<meta property="og:title" content="Rates rise"><meta name="author" content="Ana Ruiz"><meta name="date" content="2024-03-04">'
    expect(metaOf(pageWith(head, own))).toMatchObject({
      title: 'Rates rise',
      authors: ['Ana Ruiz'],
      published: '2024-03-04',
    })
  })

  it('takes an article node before the page node', () => {
    const nodes = [
      {
        '@type': 'WebPage',
        name: 'Rates rise - The Daily Ledger',
        datePublished: '2001-01-01',
        author: 'The Webmaster',
      },
      news({ headline: 'Rates rise', datePublished: '2024-03-01', author: 'Ana Ruiz' }),
    ]
    expect(metaOf(pageWith('', nodes))).toMatchObject({
      title: 'Rates rise',
      authors: ['Ana Ruiz'],
      published: '2024-03-01',
    })
  })
})

describe('the title without the site', () => {
  const site = '<meta property="og:site_name" content="The Daily Ledger">'
  it.each([
    ['Rates rise | The Daily Ledger', 'Rates rise'],
    ['Rates rise - The Daily Ledger', 'Rates rise'],
    ['The Daily Ledger: Rates rise', 'Rates rise'],
    ['Rates rise – again — The Daily Ledger', 'Rates rise – again'],
    ['Rates rise | Economy | The Daily Ledger', 'Rates rise'],
    ['Rates rise: what it means', 'Rates rise: what it means'],
    ['Rates - a primer', 'Rates - a primer'],
    ['The Daily Ledger', 'The Daily Ledger'],
  ])('%s', (title, cut) => {
    expect(metaOf(pageWith(`${site}<title>${title}</title>`)).title).toBe(cut)
  })

  it('knows the site by its host', () => {
    const page = pageWith('<title>Rates rise - Daily Ledger</title>')
    expect(metaOf(page, 'https://www.dailyledger.example/rates').title).toBe('Rates rise')
    expect(metaOf(page).title).toBe('Rates rise - Daily Ledger')
  })

  it('does not take a heading that names the site, or one of several that the marks do not bear out', () => {
    const head = `${site}<meta property="og:title" content="Rates rise again in Lima">`
    expect(metaOf(pageWith(head, null, '<h1>The Daily Ledger</h1>')).title).toBe('Rates rise again in Lima')
    const headings = '<h1>Most read</h1><h1>Rates rise again, in Lima</h1><h1>Subscribe</h1>'
    expect(metaOf(pageWith(head, null, headings)).title).toBe('Rates rise again, in Lima')
    expect(metaOf(pageWith(head, null, '<h1>Most read</h1><h1>Subscribe</h1>')).title).toBe('Rates rise again in Lima')
  })

  it('does not take a hidden heading', () => {
    expect(metaOf(pageWith('<title>Rates rise</title>', null, '<h1 hidden>Rates rise now</h1>')).title).toBe(
      'Rates rise',
    )
  })
})
