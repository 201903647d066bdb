import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { pageFromText, pageIdOf } from '../../src/core/model/index.js'
import { pageFromBytes, pageFromFile, pageFromStdin, pageFromString } from '../../src/node/index.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-page-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('bytes become a page', () => {
  test('named by their SHA-256, with what is known of them', async () => {
    const bytes = Buffer.from('<p>“No,” said Ostrander.</p>')
    expect(await pageFromBytes(bytes, { url: 'https://kelmouth.example/a' })).toEqual({
      id: pageIdOf(bytes),
      kind: 'html',
      text: '<p>“No,” said Ostrander.</p>',
      url: 'https://kelmouth.example/a',
      charset: 'utf-8',
    })
  })

  test.each([
    ['<p>x', undefined, undefined, 'html'],
    ['Just words', undefined, undefined, 'text'],
    ['Just words', 'text/html; charset=utf-8', undefined, 'html'],
    ['<p>x', 'text/plain', undefined, 'html'],
    ['<p>x', 'text/html', 'text', 'text'],
    ['Just words', undefined, 'article', 'article'],
    ['Just words', undefined, 'auto', 'text'],
  ] as const)('%j of type %s, asked for %s, is %s', async (text, contentType, kind, expected) => {
    const page = await pageFromBytes(Buffer.from(text), { contentType: contentType ?? null, ...(kind && { kind }) })
    expect(page.kind).toBe(expected)
  })

  test('the charset in the content type counts', async () => {
    const page = await pageFromBytes(Buffer.from([0xc4, 0xe5]), { contentType: 'text/plain; Charset="windows-1251"' })
    expect(page).toMatchObject({ text: 'Де', charset: 'windows-1251' })
  })

  test('gzip is inflated, and the page is what was inside', async () => {
    const bytes = Buffer.from('“No,” said Ostrander.')
    expect(await pageFromBytes(gzipSync(bytes))).toMatchObject({ id: pageIdOf(bytes), text: '“No,” said Ostrander.' })
  })

  test('a few control characters leave a text a text', async () => {
    expect(await pageFromBytes(Buffer.from(`${'Words of a page. '.repeat(20)}\0\0\x0c`))).toMatchObject({
      kind: 'text',
    })
  })
})

test('a page of a string is the same whoever hashes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\udc00', '👩'))),
      (parts) => {
        expect(pageFromString(parts.join(''), { url: 'https://kelmouth.example/' })).toEqual(
          pageFromText(parts.join(''), { url: 'https://kelmouth.example/' }),
        )
      },
    ),
  )
})

describe('what is no page is named', () => {
  test.each([
    ['a JPEG image', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a PNG image', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a WebP image', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['a zip archive', 'PK\x03\x04\x14\0\0\0\x08\0story.html'],
    ['an Excel workbook', 'PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml…xl/workbook.xml'],
    ['an EPUB book', 'PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip'],
    ['an OpenDocument file', 'PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text'],
    ['an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['an RTF document', '{\\rtf1\\ansi Hello}'],
    ['a WARC archive', 'WARC/1.0\r\nWARC-Type: response\r\n'],
    ['a web archive (MHTML)', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'],
    ['a video or sound recording', '\0\0\0\x20ftypisom'],
  ])('%s', async (name, bytes) => {
    const failure = pageFromBytes(Buffer.from(bytes, 'latin1'), { name: 'story' })
    await expect(failure).rejects.toMatchObject({
      code: 'page-kind-unsupported',
      message: expect.stringContaining(`story is ${name}`),
    })
  })

  test('gzip around it does not hide it', async () => {
    await expect(pageFromBytes(gzipSync('GIF89a'))).rejects.toMatchObject({ code: 'page-kind-unsupported' })
  })

  test('a media type of pictures', async () => {
    await expect(pageFromBytes(Buffer.from('<svg/>'), { contentType: 'image/svg+xml' })).rejects.toMatchObject({
      code: 'page-kind-unsupported',
    })
  })

  test('bytes full of controls are binary', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)
    await expect(pageFromBytes(bytes)).rejects.toMatchObject({ code: 'page-binary' })
  })

  test.each(['', ' \n\t ', '\ufeff'])('%j is empty', async (text) => {
    await expect(pageFromBytes(Buffer.from(text))).rejects.toMatchObject({ code: 'page-empty' })
  })
})

describe('limits', () => {
  test('a page of just the limit is read, one byte more is not', async () => {
    await expect(pageFromBytes(Buffer.from('12345'), { maxBytes: 5 })).resolves.toMatchObject({ text: '12345' })
    await expect(pageFromBytes(Buffer.from('123456'), { maxBytes: 5 })).rejects.toMatchObject({
      code: 'page-too-large',
    })
  })

  test('a small file that inflates to much is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'))
    await expect(pageFromBytes(bomb, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'page-too-large' })
  })

  test('gzip that is cut off or broken is unreadable', async () => {
    const whole = gzipSync('“No,” said Ostrander. '.repeat(50))
    await expect(pageFromBytes(whole.subarray(0, -12))).rejects.toMatchObject({ code: 'page-unreadable' })
    const broken = Buffer.from(whole)
    broken.fill(0xff, 10, 40)
    await expect(pageFromBytes(broken)).rejects.toMatchObject({ code: 'page-unreadable' })
  })

  test('an endless stream is given up on', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65_536, 'word ')
    }
    await expect(pageFromStdin({ maxBytes: 1_000_000 }, Readable.from(endless()))).rejects.toMatchObject({
      code: 'page-too-large',
    })
  })
})

describe('files', () => {
  test('a file is a page without an address', async () => {
    const path = file('story.txt', '“No,” said Ostrander.')
    expect(await pageFromFile(path)).toMatchObject({ url: null, text: '“No,” said Ostrander.', kind: 'text' })
  })

  test('a .gz file has the id of the file inside it', async () => {
    const plain = await pageFromFile(file('a.html', '<p>“No,” said Ostrander.'))
    const packed = await pageFromFile(file('a.html.gz', gzipSync('<p>“No,” said Ostrander.')))
    expect(packed).toEqual(plain)
  })

  test.each([
    ['no such file', () => join(folder, 'nowhere.html'), 'no such file'],
    ['a folder', () => folder, 'a folder'],
  ])('%s is unreadable, with the reason', async (_, path, reason) => {
    await expect(pageFromFile(path())).rejects.toMatchObject({
      code: 'page-unreadable',
      message: expect.stringContaining(reason),
    })
  })

  test('a stream that breaks is unreadable', async () => {
    const stream = new Readable({
      read() {
        this.destroy(new Error('the cable was pulled'))
      },
    })
    await expect(pageFromStdin({}, stream)).rejects.toMatchObject({ code: 'page-unreadable' })
  })
})
