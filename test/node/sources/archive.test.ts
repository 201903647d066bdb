import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { bytesOf } from '../../../src/node/sources/byte-reader.js'
import type { Found } from '../../../src/node/sources/index.js'
import { warcCaptures } from '../../../src/node/sources/warc.js'
import { packed, record, response, zip } from './archives.js'
import { all, brief } from './site.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(name: string, bytes: Buffer, options = {}): Promise<Found[]> {
  writeFileSync(join(folder, name), bytes)
  const found = await all(join(folder, name), options)
  return found.map((one) => ({ ...one, name: one.name.replace(`${folder}/`, '') }))
}
const page = (text: string) => `<p>“${text},” said Ostrander.</p>`
const says = (found: readonly Found[]) =>
  brief(found).map((line) => line.replace('urn:uuid:', '').replace(/: <p>“(.*),” said Ostrander.<\/p>$/, ' = $1'))

describe('a WARC file', () => {
  test('as warcio writes it, packed and not, gives its pages', async () => {
    const made = (gzip: boolean) =>
      Promise.all(
        ['one', 'two'].map(async (name) => {
          const content = (async function* () {
            yield Buffer.from(page(name))
          })()
          const made = WARCRecord.create(
            {
              url: `https://news.example/${name}?x#part`,
              date: '2023-03-04T05:06:07.891Z',
              type: 'response',
              warcHeaders: { 'WARC-Record-ID': `<urn:uuid:${name}>` },
              httpHeaders: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'who=me', ETag: '"7"' },
              warcVersion: 'WARC/1.1',
            },
            content,
          )
          return Buffer.from(await WARCSerializer.serialize(made, { gzip }))
        }),
      )
    for (const name of ['plain.warc', 'packed.warc.gz']) {
      const found = await read(name, Buffer.concat(await made(name.endsWith('gz'))))
      expect(says(found)).toEqual([`${name}#one = one`, `${name}#two = two`])
      expect(found[0]).toMatchObject({
        kind: 'capture',
        name: `${name}#urn:uuid:one`,
        url: 'https://news.example/one?x',
        retrieved: '2023-03-04T05:06:07.891Z',
        contentType: 'text/html; charset=utf-8',
        headers: [
          ['content-type', 'text/html; charset=utf-8'],
          ['etag', '"7"'],
        ],
      })
    }
  })

  test('packed as a whole, and one whose lines end in LF alone', async () => {
    const records = Buffer.concat([response('a', page('a')), response('b', page('b'))])
    expect(says(await read('whole.warc.gz', gzipSync(records)))).toEqual(['whole.warc.gz#a = a', 'whole.warc.gz#b = b'])
    const block = `HTTP/1.1 200 OK\nContent-Type: text/html\n\n${page('lf')}`
    const bare = `WARC/1.0\nWARC-Type: response\nWARC-Record-ID: <x>\nWARC-Date: 2020-01-01T00:00:00Z\nWARC-Target-URI: <http://h/>\nContent-Length: ${Buffer.byteLength(block)}\n\n${block}\n\n`
    expect(says(await read('lf.warc', Buffer.from(bare + bare)))).toEqual([
      'lf.warc#x = lf',
      expect.stringMatching(/^lf\.warc#x@\d+ = lf$/),
    ])
  })

  test('tells why each other record is none of its pages', async () => {
    const found = await read(
      'others.warc',
      Buffer.concat([
        record('warcinfo', { 'WARC-Record-ID': '<i>' }, 'software: x'),
        record('request', { 'WARC-Record-ID': '<q>' }, 'GET / HTTP/1.1\r\n\r\n'),
        record('revisit', { 'WARC-Record-ID': '<r>', 'WARC-Refers-To-Date': '2020-01-01T00:00:00Z' }),
        response('404', page('no'), { status: 404 }),
        response('302', '', { status: 302 }),
        response('206', page('part'), { status: 206 }),
        response('image', 'x', { headers: ['content-type: IMAGE/png'] }),
        response('css', 'x', { headers: ['content-type: text/css'] }),
        response('dns', '1.2.3.4', { fields: { 'WARC-Target-URI': 'dns:news.example' } }),
        response('empty', ''),
        record('', { 'WARC-Type': undefined, 'WARC-Record-ID': '<n>' }),
        record(
          'resource',
          { 'WARC-Record-ID': '<s>', 'WARC-Target-URI': 'http://h/s', 'Content-Type': 'text/plain' },
          'Saved.',
        ),
        record(
          'resource',
          { 'WARC-Record-ID': '<j>', 'WARC-Target-URI': 'http://h/j', 'Content-Type': 'image/jpeg' },
          'x',
        ),
        response('untyped', page('untyped'), { headers: ['X-A: 1'] }),
        response('pdf', '%PDF-1.7', {
          headers: ['Content-Type: application/octet-stream'],
          fields: { 'WARC-Target-URI': 'http://h/a.pdf?x' },
        }),
      ]),
    )
    expect(says(found).map((line) => line.replace('others.warc#', ''))).toEqual([
      'i skipped: a record of the type warcinfo',
      'q skipped: a record of the type request',
      'r skipped: a revisit: the same bytes were archived before, on 2020-01-01T00:00:00Z',
      '404 skipped: answered with status 404',
      '302 skipped: answered with status 302',
      '206 skipped: only a part of a page (status 206)',
      'image skipped: image/png is no page',
      'css skipped: text/css is no page',
      'dns skipped: not of the web: dns:news.example',
      'empty skipped: an empty page',
      'n skipped: a record without a type',
      's: Saved.',
      'j skipped: image/jpeg is no page',
      'untyped = untyped',
      'pdf: %PDF-1.7',
    ])
  })

  test('has its transfer and content coding undone, also where that was done before', async () => {
    const chunked = (text: string) =>
      `5;x=y\r\n${text.slice(0, 5)}\r\n${(text.length - 5).toString(16)}\r\n${text.slice(5)}\r\n0\r\n\r\n`
    const headers = (...lines: string[]) => ({ headers: ['Content-Type: text/html', ...lines] })
    const ascii = '<p>"No," said Ostrander.</p>'
    const bodies: [string | Buffer, { headers: string[] }][] = [
      [chunked(ascii), headers('Transfer-Encoding: chunked')],
      [ascii, headers('Transfer-Encoding: chunked')],
      [gzipSync(ascii), headers('Content-Encoding: gzip')],
      [brotliCompressSync(ascii), headers('Content-Encoding: br')],
      [ascii, headers('Content-Encoding: gzip')],
      [
        Buffer.from(chunked(gzipSync(ascii).toString('latin1')), 'latin1'),
        headers('Transfer-Encoding: chunked', 'Content-Encoding: gzip'),
      ],
    ]
    const found = await read(
      'coded.warc',
      Buffer.concat(bodies.map(([body, options], i) => response(String(i), body, options))),
    )
    expect(found.map((one) => one.kind === 'capture' && Buffer.from(one.bytes).toString())).toEqual(
      bodies.map(() => ascii),
    )
  })

  test('of many small chunks is read in one go', async () => {
    const body = `${'1\r\nx\r\n'.repeat(1_000_000)}0\r\n\r\n`
    const [found] = await read('chunks.warc', response('c', body, { headers: ['Transfer-Encoding: chunked'] }))
    expect(found?.kind === 'capture' && found.bytes.length).toBe(1_000_000)
  })

  test('reads the same however its bytes come, and without what is had', async () => {
    const records = [
      response('a', page('a')),
      record('warcinfo', {}, 'x'),
      response('b', page('b')),
      Buffer.from('junk'),
      response('c', page('c')),
    ]
    const plain = Buffer.concat(records)
    const members = Buffer.concat([packed(records.slice(0, 3)), Buffer.from('junk'), packed(records.slice(4))])
    const bodies = async (bytes: Buffer, size: number, isHad = (_: string) => false) => {
      const found = []
      const chunks = (async function* () {
        for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
      })()
      for await (const one of warcCaptures('x', bytesOf(chunks), 1000, isHad)) found.push(one)
      return brief(found)
    }
    for (const bytes of [plain, members]) {
      const whole = await bodies(bytes, bytes.length)
      expect(whole.length).toBe(5)
      for (const size of [1, 2, 3, 5, 7, 11, 64, 100]) expect(await bodies(bytes, size)).toEqual(whole)
      const rest = await bodies(bytes, 64, (name) => name === 'x#urn:uuid:b')
      expect(rest).toEqual(
        whole.map((line) => (line.startsWith('x#urn:uuid:b') ? 'x#urn:uuid:b skipped: had already' : line)),
      )
    }
  })

  test('with records that cannot be read fails for them, and gives the rest', async () => {
    const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page('digest')}`)
    const sha1 = createHash('sha1').update(block).digest('hex')
    const found = await read(
      'broken.warc',
      Buffer.concat([
        response('large', 'x'.repeat(200_000)),
        response('bomb', gzipSync('x'.repeat(500_000)), { headers: ['Content-Encoding: gzip'] }),
        response('cut', gzipSync(page('x'.repeat(50)).repeat(500)).subarray(0, -20), {
          headers: ['Content-Encoding: gzip'],
        }),
        response('zstd', 'x', { headers: ['Content-Encoding: zstd'] }),
        response('undated', page('no'), { fields: { 'WARC-Date': undefined } }),
        response('vague', page('no'), { fields: { 'WARC-Date': 'around 2' } }),
        response('no-such-day', page('no'), { fields: { 'WARC-Date': '2021-02-29T10:00:00Z' } }),
        response('segment', page('no'), { fields: { 'WARC-Segment-Number': '1' } }),
        response('user', page('no'), { fields: { 'WARC-Target-URI': 'http://me:secret@h/' } }),
        record('response', { 'WARC-Record-ID': '<other>', 'WARC-Target-URI': 'http://h/' }, 'no http'),
        record(
          'response',
          { 'WARC-Record-ID': '<good>', 'WARC-Target-URI': 'http://h/', 'WARC-Block-Digest': `sha1:${sha1}` },
          block,
        ),
        record(
          'response',
          { 'WARC-Record-ID': '<bad>', 'WARC-Target-URI': 'http://h/', 'WARC-Block-Digest': `sha1:${sha1}` },
          Buffer.from(block.toString().replace('digest', 'forged')),
        ),
        response('last', page('last'), { fields: { 'WARC-Truncated': 'length' } }),
      ]),
      { maxBytes: 100_000 },
    )
    expect(says(found).map((line) => line.replace('broken.warc#', ''))).toEqual([
      'large failed: page-too-large',
      'bomb failed: page-too-large',
      'cut failed: archive-broken',
      'zstd failed: archive-unsupported',
      'undated failed: archive-broken',
      'vague failed: archive-broken',
      'no-such-day failed: archive-broken',
      'segment failed: archive-unsupported',
      'user failed: url-invalid',
      'other failed: archive-broken',
      'good = digest',
      'bad failed: archive-broken',
      'last = last',
    ])
    expect(found.at(-1)).toMatchObject({ headers: expect.arrayContaining([['warc-truncated', 'length']]) })
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  const records = ['a', 'b', 'c', 'd'].map((id) => response(id, page(id.repeat(40))))
  const [a, b, c, d] = records as [Buffer, Buffer, Buffer, Buffer]
  const whole = (found: readonly Found[]) =>
    found.filter(({ kind }) => kind === 'capture').map(({ name }) => name.at(-1))
  const failures = (found: readonly Found[]) => found.filter(({ kind }) => kind === 'failure').length

  test.each([
    ['junk between', Buffer.concat([a, Buffer.from('junk\r\nmore junk\r\n'), b, c, d]), 'abcd'],
    [
      'a length too small',
      Buffer.concat([a, response('b', page('b'), { fields: { 'Content-Length': '60' } }), c, d]),
      'acd',
    ],
    [
      'no length',
      Buffer.concat([a, response('b', page('b'), { fields: { 'Content-Length': undefined } }), c, d]),
      'acd',
    ],
    [
      'no length that is one',
      Buffer.concat([a, response('b', page('b'), { fields: { 'Content-Length': '-5' } }), c, d]),
      'acd',
    ],
    ['a cut-off record', Buffer.concat([a, b, c, d.subarray(0, -50)]), 'abc'],
    ['a cut-off header', Buffer.concat([a, b, c, d.subarray(0, 50)]), 'abc'],
    [
      'a header without end',
      Buffer.concat([a, Buffer.from(`WARC/1.0\r\n${'x: y\r\n'.repeat(300_000)}`), b, c, d]),
      'abcd',
    ],
    ['a flipped byte in a packed record', flip(packed(records), packed([a]).length + 100), 'acd'],
    ['a flipped byte in a packed header', flip(packed(records), packed([a]).length), 'acd'],
    ['a wrong checksum', flip(packed(records), packed([a, b]).length - 6), 'acd'],
    ['zeros in a packed record', Buffer.concat([packed([a]), packed([b]).fill(0, 20), packed([c, d])]), 'acd'],
    ['a packed file cut off', packed(records).subarray(0, -30), 'abc'],
    ['a packed file cut off in its last checksum', packed(records).subarray(0, -3), 'abcd'],
    ['junk between packed records', Buffer.concat([packed([a]), Buffer.from('junk'), packed([b, c, d])]), 'abcd'],
    [
      'false starts in junk',
      Buffer.concat([
        packed([a]),
        Buffer.alloc(300_000, '\x1f\x8b\x08\0\0\0\0', 'latin1'),
        Buffer.alloc(40_000),
        packed([b, c, d]),
      ]),
      'abcd',
    ],
    ['a member that is no record', Buffer.concat([packed([a]), gzipSync('hello'), packed([b, c, d])]), 'abcd'],
  ])('with %s gives what is whole and tells of the rest', async (name, bytes, expected) => {
    const found = await read(`${name.replaceAll(' ', '-')}.warc.gz`, bytes)
    expect(whole(found).join('')).toBe(expected)
    expect(failures(found)).toBeGreaterThan(0)
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length)
    for (const one of found) if (one.kind === 'failure') expect(one.error.code).toBe('archive-broken')
  })

  test.each([
    ['newlines', '\n'],
    ['headers that begin', '\nWARC/1.'],
    ['headers without fields', 'WARC/1.0\r\n\r\n'],
    ['false fields', 'WARC/1.0\r\na: b\r\n'],
  ])('followed by megabytes of %s is passed over in one go', async (_, junk) => {
    const found = await read('junk.warc', Buffer.concat([a, Buffer.from(junk.repeat(300_000)), b]))
    expect(whole(found).join('')).toBe('ab')
    expect(failures(found)).toBe(junk === '\n' ? 0 : 1)
  })

  test('damaged anywhere never gives a page that it does not hold, and never stops', async () => {
    const bytes = packed(records)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] as number) ^ mask
        const found = await read('any.warc.gz', damaged)
        const pages = found.flatMap((one) => (one.kind === 'capture' ? [Buffer.from(one.bytes).toString()] : []))
        // zlib's names, comments, times and flags may change without harm; else at most one record is lost.
        expect(pages.length).toBeGreaterThanOrEqual(3)
        for (const text of pages) expect(['a', 'b', 'c', 'd'].map((id) => page(id.repeat(40)))).toContain(text)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

const flip = (bytes: Buffer, at: number) => {
  const flipped = Buffer.from(bytes)
  flipped[at] = (flipped[at] as number) ^ 0xff
  return flipped
}

describe('a WACZ archive', () => {
  const inner = packed([response('a', page('a')), response('b', page('b'))])
  const around = [
    { path: 'datapackage.json', bytes: Buffer.from('{}') },
    { path: 'pages/pages.jsonl', bytes: Buffer.from('{}'), method: 8 },
  ]

  test('gives the pages of its WARC files, stored or deflated', async () => {
    const found = await read(
      'crawl.wacz',
      zip([
        ...around,
        { path: 'archive/1.warc.gz', bytes: inner },
        { path: 'archive/2.warc', bytes: response('c', page('c')), method: 8 },
        { path: 'indexes/index.warc.gz', bytes: inner },
      ]),
    )
    expect(says(found)).toEqual([
      'crawl.wacz#archive/1.warc.gz#a = a',
      'crawl.wacz#archive/1.warc.gz#b = b',
      'crawl.wacz#archive/2.warc#c = c',
    ])
  })

  test('with what cannot be read in it tells of that, and gives the rest', async () => {
    const last = { path: 'archive/z.warc.gz', bytes: inner }
    const lasts = ['x.wacz#archive/z.warc.gz#a = a', 'x.wacz#archive/z.warc.gz#b = b']
    const encrypted = zip([{ path: 'archive/e.warc', bytes: inner, flags: 1 }, last])
    expect(says(await read('x.wacz', encrypted))).toEqual([
      'x.wacz#archive/e.warc failed: archive-unsupported',
      ...lasts,
    ])
    const odd = zip([{ path: 'archive/e.warc', bytes: inner, method: 93 }, last])
    expect(says(await read('x.wacz', odd))).toEqual(['x.wacz#archive/e.warc failed: archive-unsupported', ...lasts])
    const wrong = zip([{ path: 'archive/c.warc', bytes: response('c', page('c')), crc: 1 }, last])
    expect(says(await read('x.wacz', wrong))).toEqual([
      'x.wacz#archive/c.warc#c = c',
      expect.stringMatching(/^x\.wacz#archive\/c\.warc#@\d+ failed: archive-broken$/),
      ...lasts,
    ])
    expect(says(await read('x.wacz', zip(around)))).toEqual(['x.wacz skipped: a WACZ archive without WARC files in it'])
  })

  test('that is none, is cut off, or whose files overlap is a failure', async () => {
    const good = zip([...around, { path: 'archive/1.warc.gz', bytes: inner }])
    const overlapping = zip([
      { path: 'archive/1.warc.gz', bytes: inner },
      { path: 'archive/2.warc.gz', bytes: inner, at: 0 },
    ])
    for (const bytes of [
      Buffer.from('hello'),
      Buffer.alloc(0),
      good.subarray(0, -1),
      good.subarray(100),
      overlapping,
    ]) {
      expect(says(await read('x.wacz', bytes))).toEqual(['x.wacz failed: archive-broken'])
    }
  })
})
