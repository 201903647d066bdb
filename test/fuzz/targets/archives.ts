import { gzipSync } from 'node:zlib'
import { OnrecordError } from '../../../src/core/model/index.js'
import { inflateGzip } from '../../../src/node/gzip.js'
import type { NextBytes } from '../../../src/node/sources/byte-reader.js'
import { bytesOf as chunked } from '../../../src/node/sources/byte-reader.js'
import type { Found } from '../../../src/node/sources/capture.js'
import { inflateMembers } from '../../../src/node/sources/gzip-members.js'
import { listingOf } from '../../../src/node/sources/listing.js'
import { verifyTimestamp } from '../../../src/node/sources/timestamp.js'
import { waczCaptures } from '../../../src/node/sources/wacz.js'
import { warcCaptures } from '../../../src/node/sources/warc.js'
import type { ZipFile } from '../../../src/node/sources/zip.js'
import { packed, record, response, zip as zipOf } from '../../node/sources/archives.js'
import { attempt, choice, chosen, expected, hold, same, type Target } from '../target.js'
import { TOKEN, TOKEN_OF } from './token.js'

const MOST = 1 << 20

/** The bytes in pieces of a size, as a stream gives them. */
function streamed(bytes: Uint8Array, size: number): NextBytes {
  return chunked(
    (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
  )
}

async function told(found: AsyncIterable<Found>): Promise<string[]> {
  const lines: string[] = []
  for await (const each of found) {
    hold(each.name !== '', () => 'something without a name')
    if (each.kind === 'failure') {
      hold(each.error instanceof OnrecordError, () => `a failure that is none of ours: ${each.error}`)
      expected(each.error, [
        'archive-broken',
        'archive-unsupported',
        'page-too-large',
        'page-unreadable',
        'url-invalid',
      ])
    } else if (each.kind === 'skipped') hold(each.reason !== '', () => `${each.name} is skipped without a reason`)
    lines.push(
      JSON.stringify([
        each.kind,
        each.name,
        each.kind === 'capture'
          ? Buffer.from(each.bytes).toString('base64')
          : each.kind === 'failure'
            ? each.error.message
            : each.reason,
      ]),
    )
  }
  return lines
}

const RECORDS = [
  record('warcinfo', { 'Content-Type': 'application/warc-fields' }, 'software: test\r\n'),
  response('a', '<p>“No,” said Ruiz.'),
  response('b', gzipSync('<p>packed'), { headers: ['Content-Type: text/html', 'Content-Encoding: gzip'] }),
  response('c', '5\r\n<p>ab\r\n3;x=y\r\ncde\r\n0\r\n\r\n', {
    headers: ['Content-Type: text/html', 'Transfer-Encoding: chunked'],
  }),
  record(
    'resource',
    {
      'WARC-Target-URI': 'https://a.example/r',
      'Content-Type': 'text/html',
      'WARC-Record-ID': '<urn:uuid:r>',
      'WARC-Block-Digest': 'sha1:AAAA',
    },
    '<p>r',
  ),
  response('d', 'gone', { status: 404 }),
  record(
    'revisit',
    { 'WARC-Target-URI': 'https://a.example/v', 'WARC-Refers-To-Target-URI': 'https://a.example/a' },
    '',
  ),
]

/** In pieces of two sizes: what is found must not hang on how the bytes come. */
async function warcRun(bytes: Uint8Array, name: string): Promise<void> {
  const once = await told(warcCaptures(name, streamed(bytes, 65_536), MOST, () => false))
  const small = await told(warcCaptures(name, streamed(bytes, 61), MOST, () => false))
  same(small, once, 'what the archive holds')
}

export const warc: Target = {
  name: 'warc',
  about: 'WARC files, packed and not',
  seeds: () => [
    chosen(0, Buffer.concat(RECORDS)),
    chosen(1, packed(RECORDS)),
    chosen(1, gzipSync(Buffer.concat(RECORDS))),
    chosen(0, RECORDS[1] as Buffer),
    chosen(2, Buffer.concat([RECORDS[1] as Buffer, RECORDS[3] as Buffer])),
  ],
  words: [
    'WARC/1.0\r\n',
    'WARC/1.1\r\n',
    'WARC-Type: response\r\n',
    'Content-Length: ',
    'HTTP/1.1 200 OK\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Content-Encoding: br\r\n',
    '\r\n\r\n',
    '0\r\n\r\n',
    'WARC-Record-ID: <',
    'WARC-Target-URI: ',
    'sha256:',
    'WARC-Truncated: length\r\n',
  ],
  most: 32_768,
  run(input) {
    const { n, rest } = choice(input)
    // 2: what is changed is packed afterwards, so that it is looked at.
    return n % 3 === 2 ? warcRun(gzipSync(rest), 'a.warc.gz') : warcRun(rest, n % 3 === 1 ? 'a.warc.gz' : 'a.warc')
  },
}

export const gzip: Target = {
  name: 'gzip',
  about: 'gzip, in one member and in many, some of them broken',
  seeds: () => [
    gzipSync('WARC/1.1 a'),
    packed(RECORDS),
    Buffer.concat([gzipSync('WARC/ x'), Buffer.from('garbage'), gzipSync('WARC/ y')]),
  ],
  most: 32_768,
  async run(input) {
    await attempt(['page-unreadable', 'page-too-large'], () => inflateGzip(input, MOST, 'a.gz'))
    const all = async (size: number) => {
      const next = inflateMembers(streamed(input, size), 'WARC/')
      const parts: Uint8Array[] = []
      const damages: string[] = []
      for (let part = await next(); part !== null; part = await next()) {
        if (part instanceof Uint8Array) parts.push(part)
        else damages.push(part.damage)
        hold(parts.length + damages.length < 1_000_000, () => 'it has no end')
      }
      return [Buffer.concat(parts).toString('base64'), damages]
    }
    same(await all(61), await all(65_536), 'what it holds')
  },
}

function inMemory(bytes: Uint8Array): ZipFile {
  return {
    stat: async () => ({ size: bytes.length }),
    read: async (buffer: Uint8Array, offset: number, length: number | null, position: number) => {
      const part = bytes.subarray(position, position + (length ?? buffer.length - offset))
      buffer.set(part, offset)
      return { bytesRead: part.length, buffer }
    },
  } as unknown as ZipFile
}

export const wacz: Target = {
  name: 'wacz',
  about: 'WACZ files: zip archives with WARC files in them',
  seeds: () => [
    zipOf([
      { path: 'datapackage.json', bytes: Buffer.from('{}') },
      { path: 'archive/a.warc', bytes: RECORDS[1] as Buffer },
      { path: 'archive/b.warc.gz', bytes: packed(RECORDS), method: 8 },
    ]),
    zipOf([{ path: 'archive/a.warc', bytes: RECORDS[1] as Buffer, method: 12 }]),
    zipOf([{ path: 'archive/a.warc', bytes: RECORDS[1] as Buffer, flags: 1 }]),
    zipOf([]),
  ],
  words: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'archive/a.warc'],
  most: 32_768,
  async run(input) {
    const all = () => told(waczCaptures('a.wacz', inMemory(input) as never, MOST, () => false))
    same(await all(), await all(), 'what the archive holds')
  },
}

const TYPES = [null, 'application/feed+json', 'application/rss+xml; charset=utf-8', 'text/xml', 'text/plain']

export const listing: Target = {
  name: 'listing',
  about: 'feeds, sitemaps and lists of addresses',
  seeds: () => [
    chosen(
      2,
      '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>a</title><link>https://a.example/1</link><pubDate>Fri, 14 Mar 2031 09:12:00 GMT</pubDate></item></channel></rss>',
    ),
    chosen(
      3,
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><link rel="alternate" href="/1"/><updated>2031-03-14T09:12:00Z</updated></entry></feed>',
    ),
    chosen(
      3,
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://a.example/1"><link>https://a.example/1</link></item></rdf:RDF>',
    ),
    chosen(
      3,
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://a.example/1 </loc><lastmod>2031-03-14</lastmod></url></urlset>',
    ),
    chosen(
      3,
      '<!-- c --><!DOCTYPE x [<!ENTITY a "b">]><sitemapindex><sitemap><loc>https://a.example/&amp;s.xml</loc></sitemap></sitemapindex>',
    ),
    chosen(
      1,
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://a.example/1"},{"id":2}]}',
    ),
    chosen(4, '# list\nhttps://a.example/1\r\nhttp://b.example/\n'),
  ],
  words: [
    '<item>',
    '</item>',
    '<entry>',
    '<link>',
    '<loc>',
    '<url>',
    '<![CDATA[',
    ']]>',
    '<?xml',
    'xmlns:a=',
    '&#x0;',
    '&a;',
    'https://a.example/',
    '"items":[',
  ],
  async run(input) {
    const { n, rest } = choice(input)
    const hints = {
      name: n >= 128 ? 'a.urls' : 'a',
      contentType: TYPES[n % TYPES.length] as string | null,
      maybeList: n % 2 === 0,
    }
    const outcome = await attempt(['list-invalid'], () => listingOf(rest, hints))
    if ('failure' in outcome) return
    for (const { address, label } of outcome.value?.entries ?? []) {
      hold(address === null || address !== '', () => 'an address that is empty')
      hold(typeof label === 'string', () => 'an entry without a label')
    }
    same(await listingOf(rest, hints), outcome.value, 'the listing')
  },
}

export const timestamp: Target = {
  name: 'timestamp',
  about: 'timestamp tokens: DER, CMS, certificates',
  seeds: () => [Buffer.from(TOKEN, 'base64')],
  async run(input) {
    const outcome = await attempt(['timestamp-invalid'], () => verifyTimestamp(input, TOKEN_OF))
    if ('failure' in outcome) return
    const { time, policy, serial, tsa } = outcome.value
    hold(!Number.isNaN(Date.parse(time)) && policy !== '' && serial !== '' && tsa !== '', () =>
      JSON.stringify(outcome.value),
    )
    // Whoever changed it has not changed what was signed.
    same(outcome.value, verifyTimestamp(Buffer.from(TOKEN, 'base64'), TOKEN_OF), 'what a changed token says')
  },
}
