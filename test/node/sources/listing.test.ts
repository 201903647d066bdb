import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { all, brief, site } from './site.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-listing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const xml = { 'content-type': 'application/xml' }
const pages = { '/a': 'A', '/b?x=1&y=2': 'B', '/c': 'C', '/d': 'D' }

const RSS = (url: string) => `<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<!-- a <rss> in a comment -->
<rss version="2.0"><channel><title>News &b;</title><link>${url}/</link>
<item><title>A</title><link>${url}/a</link></item>
<item><title>A again</title><link>${url}/a#comments</link></item>
<item><title>B</title><link>/b?x=1&amp;y=2</link></item>
<item><title>C by its guid</title><guid>${url}/c</guid></item>
<item><title>A guid that is no address</title><guid isPermaLink="false">${url}/d</guid></item>
<item><title>Elsewhere</title><link>file:///etc/passwd</link></item>
</channel></rss>`

const ATOM = (
  url: string,
) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>x</id><updated>2024-01-01T00:00:00Z</updated>
<link rel="self" href="${url}/feed"/>
<entry><id>1</id><title>A</title><updated>2024-01-01T00:00:00Z</updated><link rel="enclosure" href="${url}/no.mp3"/><link rel="alternate" href="${url}/a"/></entry>
<entry><id>2</id><title>B</title><updated>2024-01-01T00:00:00Z</updated><link href="b?x=1&amp;y=2"/></entry>
<entry><id>${url}/c</id><title>C</title><updated>2024-01-01T00:00:00Z</updated></entry>
<entry><id>tag:4</id><title>None</title><updated>2024-01-01T00:00:00Z</updated></entry></feed>`

const RDF = (
  url: string,
) => `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="${url}/"><title>News</title><link>${url}/</link><description>x</description></channel>
<item rdf:about="${url}/a"><title>A</title><link>${url}/a</link></item><item rdf:about="${url}/c"><title>C</title></item></rdf:RDF>`

const JSON_FEED = (url: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    items: [{ id: '1', url: `${url}/a` }, { id: `${url}/c` }, { id: '3', title: 'None' }],
  })

describe('a feed', () => {
  const cases: [string, (url: string) => string, string[]][] = [
    [
      'RSS',
      RSS,
      [
        'U/a: A',
        'U/a skipped: named before',
        'U/b?x=1&y=2: B',
        'U/c: C',
        'F#A guid that is no address skipped: an entry without an address',
        'F#file:///etc/passwd failed: url-invalid',
      ],
    ],
    ['Atom', ATOM, ['U/a: A', 'U/b?x=1&y=2: B', 'U/c: C', 'F#None skipped: an entry without an address']],
    ['RDF', RDF, ['U/a: A', 'U/c: C']],
    ['JSON', JSON_FEED, ['U/a: A', 'U/c: C', 'F#None skipped: an entry without an address']],
  ]

  test.each(cases)('%s, by address', async (_, make, expected) => {
    const { url, pages: served } = await site({ ...pages })
    for (const [path, body] of [
      ['/feed', make(url)],
      ['/feed.gz', gzipSync(make(url))],
    ] as const) {
      served[path] = { headers: xml, body }
      const found = await all(`${url}${path}`)
      expect(brief(found).map((line) => line.replaceAll(`${url}${path}#`, 'F#').replaceAll(url, 'U'))).toEqual(expected)
    }
  })

  test.each(cases)('%s, as a file, and in a folder only if it is named', async (name, make) => {
    const { url, asked } = await site({ ...pages })
    const path = put(`${name}.feed`, make(url).replace('"b?x', `"${url}/b?x`).replace('>/b?x', `>${url}/b?x`))
    // A site on this machine is a private address, which a feed's author may not send us to.
    const found = await all(path)
    expect(found.filter(({ kind }) => kind === 'failure').length).toBeGreaterThan(1)
    expect(asked).toEqual([])
    const fetched = await all(path, { network: { permits: () => true } })
    expect(fetched.filter(({ kind }) => kind === 'capture').length).toBeGreaterThan(1)
    const inFolder = await all(folder, { network: { permits: () => true } })
    expect(brief(inFolder)).toContain(`${path} skipped: a feed; name it itself to have its pages fetched`)
  })

  test('offline fails for each of its pages', async () => {
    const path = put('offline.rss', RSS('https://news.example').replace('>/b?x', '>https://news.example/b?x'))
    expect(brief(await all(path, { offline: true })).map((line) => line.split('/').at(-1))).toEqual([
      'a failed: offline',
      'a skipped: named before',
      'b?x=1&y=2 failed: offline',
      'c failed: offline',
      'offline.rss#A guid that is no address skipped: an entry without an address',
      'passwd failed: url-invalid',
    ])
  })

  test('whose pages are had already is fetched without them', async () => {
    const { url, pages: served, asked } = await site({ ...pages })
    served['/feed'] = { headers: xml, body: RDF(url) }
    const found = await all(`${url}/feed`, { isHad: async (name) => name === `${url}/a` })
    expect(brief(found)).toEqual([`${url}/a skipped: had already`, `${url}/c: C`])
    expect(asked).toEqual(['/feed', '/c'])
  })

  test('that names another, an image or a feed of feeds does not lead on', async () => {
    const {
      url,
      pages: served,
      asked,
    } = await site({ '/p.png': { headers: { 'content-type': 'image/png' }, body: 'x' }, '/a': 'A' })
    served['/inner'] = { headers: xml, body: RSS(url) }
    served['/feed'] = {
      headers: xml,
      body: `<rss version="2.0"><channel><title>x</title>${['/inner', '/p.png', '/none', '/a'].map((path) => `<item><link>${url}${path}</link></item>`).join('')}</channel></rss>`,
    }
    expect(brief(await all(`${url}/feed`)).map((line) => line.replaceAll(url, 'U'))).toEqual([
      'U/inner skipped: a feed, which is not followed from another',
      'U/p.png skipped: image/png is no page',
      'U/none failed: fetch-status',
      'U/a: A',
    ])
    expect(asked).toEqual(['/feed', '/inner', '/p.png', '/none', '/a'])
  })

  test.each([
    ['cut off', '<rss version="2.0"><channel><item><link>http://h/'],
    ['nested without end', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
    ['of nothing but the root', '<feed>'],
    ['of JSON, cut off', '{"version": "https://jsonfeed.org/version/1.1", "items": ['],
  ])('that is %s is a failure', async (_, text) => {
    expect(brief(await all(put('broken.xml', text)))).toEqual([`${folder}/broken.xml failed: list-invalid`])
  })

  test('without entries says so', async () => {
    const path = put('none.xml', '<rss version="2.0"><channel><title>x</title></channel></rss>')
    expect(brief(await all(path))).toEqual([`${path} skipped: a feed without entries`])
  })
})

describe('a sitemap', () => {
  const map = (locs: string[], root = 'urlset', item = 'url') =>
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs
      .map(
        (loc) =>
          `<${item}><loc>\n${loc}\n</loc><lastmod>2024-01-01</lastmod><image:image><image:loc>http://h/i.png</image:loc></image:image></${item}>`,
      )
      .join('')}</${root}>`

  test('gives each page once, and an index its sitemaps, packed or not', async () => {
    const { url, pages: served } = await site({ ...pages, '/page': 'a page' })
    served['/1.xml'] = { headers: xml, body: map([`${url}/a`, `${url}/b?x=1&amp;y=2`]) }
    served['/2.xml.gz'] = {
      headers: { 'content-type': 'application/gzip' },
      body: gzipSync(map([`<![CDATA[${url}/c]]>`, `${url}/a`, '&a;'])),
    }
    served['/index.xml'] = {
      headers: xml,
      body: map(
        [`${url}/1.xml`, `${url}/2.xml.gz`, `${url}/index.xml`, `${url}/gone.xml`, `${url}/page`],
        'sitemapindex',
        'sitemap',
      ),
    }
    const found = brief(await all(`${url}/index.xml`)).map((line) => line.replaceAll(url, 'U'))
    expect(found).toEqual([
      'U/a: A',
      'U/b?x=1&y=2: B',
      'U/c: C',
      'U/a skipped: named before',
      'U/&a; failed: fetch-status',
      'U/index.xml skipped: named before',
      'U/gone.xml failed: fetch-status',
      'U/page skipped: no sitemap, although an index of sitemaps names it',
    ])
  })

  test('that is cut off or nested without end is a failure', async () => {
    for (const text of [map(['http://h/']).slice(0, -5), `<urlset>${'<url>'.repeat(100_000)}`]) {
      expect(brief(await all(put('map.xml', text)))).toEqual([`${folder}/map.xml failed: list-invalid`])
    }
  })

  test('does not sit in an index of an index of an index for ever', async () => {
    const { url, pages: served, asked } = await site({})
    for (let i = 0; i < 9; i++) {
      served[`/${i}`] = { headers: xml, body: map([`${url}/${i + 1}`], 'sitemapindex', 'sitemap') }
    }
    expect(brief(await all(`${url}/0`))).toEqual([
      `${url}/3 skipped: an index of sitemaps, which is not followed from another`,
    ])
    expect(asked.length).toBe(4)
  })
})

describe('a list of addresses', () => {
  test('as a file, packed, and on standard input; a line that is a feed gives its pages', async () => {
    const { url, pages: served } = await site({ ...pages })
    served['/feed'] = { headers: xml, body: ATOM(url) }
    served['/list'] = { headers: { 'content-type': 'text/plain' }, body: `${url}/a\n${url}/c\n` }
    const lines = `\uFEFF# mine\r\n\r\n  ${url}/d \r\n${url}/feed\n${url}/d\n${url}/list`
    const expected = [
      'U/d: D',
      'U/a: A',
      'U/b?x=1&y=2: B',
      'U/c: C',
      'U/feed#None skipped: an entry without an address',
      'U/d skipped: named before',
      `U/list: U/a\nU/c\n`,
    ]
    const found = async (source: string, options = {}) =>
      brief(await all(source, options)).map((line) => line.replaceAll(url, 'U'))
    for (const name of ['list.txt', 'list.urls']) expect(await found(put(name, lines))).toEqual(expected)
    for (const name of ['list.txt.gz', 'list.urls.gz'])
      expect(await found(put(name, gzipSync(lines)))).toEqual(expected)
    const stdin = (async function* () {
      yield Buffer.from(lines.slice(0, 20))
      yield Buffer.from(lines.slice(20))
    })()
    expect(await found('-', { stdin })).toEqual(expected)
    expect(await found(`${url}/list`)).toEqual(['U/a: A', 'U/c: C'])
  })

  test('is not a text that has an address in it, unless its name says so', async () => {
    const text = 'https://news.example/a\nThat is where she said it.\n'
    expect(brief(await all(put('story.txt', text)))).toEqual([`${folder}/story.txt: ${text.slice(0, 60)}`])
    const found = brief(await all(put('story.urls', text), { offline: true }))
    expect(found).toEqual([
      'https://news.example/a failed: offline',
      `${folder}/story.urls#That is where she said it. failed: url-invalid`,
    ])
    expect(brief(await all(put('empty.urls', '# none\n')))).toEqual([
      `${folder}/empty.urls skipped: a list of addresses without entries`,
    ])
  })
})
