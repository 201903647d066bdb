import { describe, expect, it } from 'vitest'
import type { Role } from '../../../../src/core/model/index.js'
import { agencyInCredit, agencyInDateline } from '../../../../src/core/reading/meta/agencies.js'
import { findTextMeta } from '../../../../src/core/reading/meta/index.js'
import { languageTag } from '../../../../src/core/reading/meta/language.js'
import { metaOf, metaWithRoles, pageWith, textBlocks } from './invented.js'

const sentence = 'The bank raised its rate by a quarter point on Tuesday and said that it would do so again. '
const paragraph = `<p>${sentence.repeat(2)}</p>`

describe('agency', () => {
  it.each([
    ['LIMA (Reuters) — The bank raised its rate.', 'Reuters'],
    ['LIMA, March 3 (Reuters) - The bank raised its rate.', 'Reuters'],
    ['LIMA, Peru (AP) — The bank raised its rate.', 'Associated Press'],
    ['(AFP) – The bank raised its rate.', 'AFP'],
    ['The bank (Reuters) - said so.', 'Reuters'],
    ['The bank raised its rate, Ana Ruiz (AP) — reported.', null],
    ['The bank (BCRP) - raised its rate.', null],
    ['LIMA (Reuters says) — no.', null],
    ['The bank raised its rate.', null],
  ])('in the dateline of "%s"', (words, name) => {
    expect(agencyInDateline(words)?.name ?? null).toBe(name)
  })

  it('in a credit', () => {
    expect(agencyInCredit('Source: Reuters')?.name).toBe('Reuters')
    expect(agencyInCredit('By Ana Ruiz, Associated Press')?.name).toBe('Associated Press')
    expect(agencyInCredit('Reuters/AFP')?.name).toBe('Reuters')
    expect(agencyInCredit('Reporting by Ana Ruiz; Editing by Sam Poe')).toBeNull()
  })

  it('on a page: from its dateline, its marks, or its byline', () => {
    const dateline = metaWithRoles(pageWith('', null, `<h1>Rates rise</h1><p>LIMA (Reuters) — ${sentence}</p>`), [
      'title',
    ])
    expect(dateline).toMatchObject({ agency: 'Reuters', sources: { agency: { from: 'visible dateline' } } })
    const marked = {
      '@type': 'NewsArticle',
      headline: 'Rates rise',
      sourceOrganization: { name: 'Agence France-Presse' },
    }
    expect(metaOf(pageWith('', marked)).agency).toBe('AFP')
    expect(metaOf(pageWith('<meta name="author" content="The Associated Press">')).agency).toBe('Associated Press')
    expect(metaOf(pageWith('<meta name="author" content="Ana Ruiz">')).agency).toBeNull()
  })
})

describe('form', () => {
  const marked = (values: object): object => ({ '@type': 'NewsArticle', headline: 'Rates rise', ...values })
  const formOf = (body: string, roles: readonly Role[] = [], jsonLd: object | null = null): string =>
    metaWithRoles(pageWith('', jsonLd, body), roles).form

  it('is an article where there is enough text', () => {
    expect(formOf(`<h1>Rates rise</h1>${paragraph.repeat(3)}`, ['title'])).toBe('article')
  })

  it('is none where no block is the body', () => {
    expect(formOf('<a>Home</a><p>News</p>', ['navigation', 'navigation'])).toBe('none')
    expect(formOf('')).toBe('none')
  })

  it('is a brief, not none, where the marks call it an article', () => {
    const body = '<h1>Rates rise</h1><p>The central bank raised its rate on Tuesday, it said.</p>'
    expect(formOf(body, ['title'])).toBe('none')
    expect(formOf(body, ['title'], marked({}))).toBe('article')
  })

  it('is a stub where it is not free and little stands there', () => {
    expect(formOf(`<h1>Rates rise</h1>${paragraph}`, ['title'], marked({ isAccessibleForFree: 'False' }))).toBe('stub')
    expect(formOf(`<h1>Rates rise</h1>${paragraph}`, ['title'], marked({ isAccessibleForFree: false }))).toBe('stub')
    expect(formOf(`<h1>Rates rise</h1>${paragraph}`, ['title'], marked({ isAccessibleForFree: true }))).toBe('article')
    expect(
      formOf(`<h1>Rates rise</h1>${paragraph.repeat(12)}`, ['title'], marked({ isAccessibleForFree: false })),
    ).toBe('article')
  })

  it('is a stub where words at the cut say so, and gives their place', () => {
    const html = pageWith(
      '',
      null,
      `<h1>Rates rise</h1>${paragraph}<p>Subscribe now to continue reading this story.</p>`,
    )
    const meta = metaWithRoles(html, ['title', 'paragraph', 'notice'])
    expect(meta.form).toBe('stub')
    const at = meta.sources.form?.at
    expect(at && html.slice(at.start, at.end)).toBe('Subscribe now to continue')
  })

  it('is no stub for a newsletter box under a whole article', () => {
    const body = `<h1>Rates rise</h1>${paragraph.repeat(20)}<p>Sign up to read more like this.</p>`
    expect(formOf(body, ['title'])).toBe('article')
  })

  it('is a live blog where the marks say so, or entries have times', () => {
    expect(metaOf(pageWith('', { '@type': 'LiveBlogPosting', headline: 'Rates: live' })).form).toBe('live-blog')
    const entry = (time: string): string => `<p>${time}</p>${paragraph}`
    const page = (title: string, times: readonly string[]): string =>
      formOf(`<h1>${title}</h1>${times.map(entry).join('')}`, ['title'])
    const falling = ['14:05', '13:40', '12:15', '11:02']
    expect(page('Rates: live updates', falling)).toBe('live-blog')
    expect(page('Rates: as it happened', ['9:02 a.m.', '11:15 a.m.', '12:40 p.m.', '1:05 p.m.'])).toBe('live-blog')
    expect(page('Rates', falling)).toBe('article')
    expect(page('Rates', ['14:05', '13:40', '12:15', '11:02', '10:50', '10:31', '09:12', '08:00'])).toBe('live-blog')
    expect(page('Rates live', ['14:05', '12:40', '13:15', '11:02', '15:00', '12:00'])).toBe('article')
    expect(formOf(`<h1>Live</h1><p>14:05</p><p>13:40</p><p>12:15</p><p>11:02</p>${paragraph}`, ['title'])).toBe(
      'article',
    )
  })
})

describe('findTextMeta', () => {
  const text = `Home  News  Sport

Rates rise again in Lima

The central bank moves for a third time.

By Ana Ruiz and Tomás Vega, Senior Reporters
Published 3 March 2024 10:15 GMT | Updated 4 March 2024

LIMA (Reuters) — ${sentence.repeat(2).trim()}

(Reporting by Ana Ruiz; Editing by Sam Poe)

© 2024 The Daily Ledger. All rights reserved.`
  const roles: readonly Role[] = [
    'navigation',
    'title',
    'standfirst',
    'byline',
    'paragraph',
    'agency-credit',
    'legal-notice',
  ]

  it('takes from the blocks’ roles and from forms of words', () => {
    const meta = findTextMeta(text, textBlocks(text, roles))
    expect(meta).toMatchObject({
      title: 'Rates rise again in Lima',
      standfirst: 'The central bank moves for a third time.',
      authors: ['Ana Ruiz', 'Tomás Vega'],
      published: '2024-03-03T10:15Z',
      modified: '2024-03-04',
      agency: 'Reuters',
      publisher: 'The Daily Ledger',
      language: null,
      canonicalUrl: null,
      form: 'article',
    })
    const shown = Object.fromEntries(
      Object.entries(meta.sources).map(([field, source]) => [
        field,
        source.at && text.slice(source.at.start, source.at.end),
      ]),
    )
    expect(shown).toMatchObject({
      title: 'Rates rise again in Lima',
      authors: 'By Ana Ruiz and Tomás Vega, Senior Reporters',
      published: '3 March 2024 10:15 GMT',
      modified: '4 March 2024',
      agency: 'Reuters',
      publisher: 'The Daily Ledger',
    })
  })

  it('finds byline and date by their words where no block has such a role', () => {
    expect(findTextMeta(text, textBlocks(text, []))).toMatchObject({
      title: null,
      authors: ['Ana Ruiz', 'Tomás Vega'],
      published: '2024-03-03T10:15Z',
    })
  })

  it.each([
    ['© 2024 The Daily Ledger. All rights reserved.', 'The Daily Ledger'],
    ['Copyright © 2019-2024 Ledger Media B.V. All rights reserved', 'Ledger Media B.V'],
    ['© Copyright 2024 Ledger & Sons - news since 1901', 'Ledger & Sons'],
    ['Copyright 2024 by Ledger & Sons, Lima', 'Ledger & Sons'],
    ['© 2024 All Rights Reserved', null],
    ['Copyright infringement is a crime', null],
    ['The ledger was closed in 2024.', null],
  ])('takes the publisher from "%s"', (line, publisher) => {
    const page = `Rates rise\n\n${sentence.trim()}\n\n${line}`
    expect(findTextMeta(page, textBlocks(page, ['title', 'paragraph', 'legal-notice'])).publisher).toBe(publisher)
  })

  it('takes a byline block without "By" only where it is written as a name is', () => {
    const page = (byline: string): string => `Rates rise\n\n${byline}\n\n${sentence.trim()}`
    const authors = (byline: string): readonly string[] =>
      findTextMeta(page(byline), textBlocks(page(byline), ['title', 'byline'])).authors
    expect(authors('Ana Ruiz\nEconomy correspondent')).toEqual(['Ana Ruiz'])
    expect(authors('Insights')).toEqual([])
    expect(authors('Personal finance')).toEqual([])
  })

  it('gives nothing for nothing', () => {
    expect(findTextMeta('', [])).toMatchObject({ title: null, authors: [], published: null, form: 'none', sources: {} })
  })
})

describe('languageTag', () => {
  it.each([
    ['en', 'en'],
    ['en_GB', 'en-GB'],
    ['EN-us', 'en-US'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['es-419', 'es-419'],
    ['English', null],
    ['', null],
    ['x', null],
  ])('%s', (words, tag) => {
    expect(languageTag(words)).toBe(tag)
  })
})
