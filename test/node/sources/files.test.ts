import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { captures } from '../../../src/node/sources/index.js'
import { packed, response, zip } from './archives.js'
import { all, brief } from './site.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, bytes: string | Buffer) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

test('a file is a capture as it is, whatever it is, with its time of change', async () => {
  const html = put('one/page.html', '<p>“No,” said Ostrander.</p>')
  utimesSync(html, 1700000000, 1700000000)
  expect(await all(html)).toEqual([
    {
      kind: 'capture',
      name: html,
      bytes: Buffer.from('<p>“No,” said Ostrander.</p>'),
      url: null,
      retrieved: '2023-11-14T22:13:20.000Z',
      headers: [],
      contentType: null,
    },
  ])
  const gz = gzipSync('<p>“No,” said Ostrander.</p>')
  expect(await all(put('one/page.html.gz', gz))).toMatchObject([{ kind: 'capture', bytes: gz }])
  expect(await all(put('one/.hidden.png', Buffer.from([1, 2, 3])))).toMatchObject([{ kind: 'capture' }])
})

test('a file that is had already is not opened', async () => {
  const path = put('had/page.html', '<p>x</p>')
  expect(brief(await all(join(folder, 'had'), { isHad: (name) => name === path }))).toEqual([
    `${path} skipped: had already`,
  ])
})

test('what cannot be read is a failure', async () => {
  const codes = async (path: string, options = {}) =>
    (await all(path, options)).map((found) => found.kind === 'failure' && found.error.code)
  expect(await codes(join(folder, 'nowhere'))).toEqual(['page-unreadable'])
  expect(await codes(put('large.html', 'x'.repeat(2000)), { maxBytes: 1000 })).toEqual(['page-too-large'])
  expect(await codes(put('bomb.gz', gzipSync('x'.repeat(100_000))), { maxBytes: 1000 })).toEqual(['page-too-large'])
  expect(await codes(put('broken.gz', gzipSync('x'.repeat(100)).subarray(0, 20)))).toEqual(['page-unreadable'])
})

test('of a file whose name is not UTF-8 it says that, and the others are read', async () => {
  put('names/good.html', '<p>good</p>')
  const path = Buffer.concat([Buffer.from(join(folder, 'names/bad')), Buffer.from([0xff]), Buffer.from('.html')])
  writeFileSync(path, '<p>bad</p>')
  const found = await all(join(folder, 'names'))
  expect(found.map((one) => (one.kind === 'failure' ? one.error.message : one.kind))).toEqual([
    expect.stringContaining('its name is not UTF-8'),
    'capture',
  ])
})

test('a folder gives its pages in order, and says of each other file why not', async () => {
  const at = (name: string) => put(`site/${name}`, '<p>x</p>')
  for (const name of ['b.html', 'a/z.html', 'a/2.txt', 'a-b.md', 'B.html', 'a/deep/er/page.htm', 'unknown']) at(name)
  for (const name of [
    '.git/config',
    'a/.hidden.html',
    'Thumbs.db',
    '~$memo.docx',
    'a/style.css',
    'logo.PNG',
    'data.json',
  ])
    at(name)
  put('site/empty.html', '')
  put('site/program', Buffer.alloc(500, '\x7fELF\0\0\x01\x02', 'latin1'))
  put('site/wide.txt', Buffer.from(`\uFEFF${'wide '.repeat(50)}`, 'utf16le'))
  put('site/list', 'https://news.example/a\n')
  put('site/list.txt', 'https://news.example/a\n')
  put('site/crawl.warc.gz', packed([response('a', 'archived')]))
  put('site/packed.html.gz', gzipSync('<p>x</p>'))
  symlinkSync('.', join(folder, 'site/a/circle'))
  symlinkSync('/etc/hostname', join(folder, 'site/a/outside'))
  execFileSync('mkfifo', [join(folder, 'site/pipe')])

  const found = (await all(join(folder, 'site/'))).map((one) => {
    const name = one.name.replace(`${folder}/site/`, '')
    return one.kind === 'skipped' ? `${name} skipped: ${one.reason}` : `${name} ${one.kind}`
  })
  expect(found).toEqual([
    '.git skipped: hidden',
    'B.html capture',
    'Thumbs.db skipped: left behind by a system or a program',
    'a/.hidden.html skipped: hidden',
    'a/2.txt capture',
    'a/circle skipped: a link; name what it leads to, if it lies outside of the folder',
    'a/deep/er/page.htm capture',
    'a/outside skipped: a link; name what it leads to, if it lies outside of the folder',
    'a/style.css skipped: code or a style sheet, no page',
    'a/z.html capture',
    'a-b.md capture',
    'b.html capture',
    'crawl.warc.gz#urn:uuid:a capture',
    'data.json skipped: data, no page',
    'empty.html skipped: empty',
    'list capture',
    'list.txt skipped: a list of addresses; name it itself to have its pages fetched',
    'logo.PNG skipped: an image',
    'packed.html.gz capture',
    'pipe skipped: no file that stays (a pipe, socket or device)',
    'program skipped: binary data, no page',
    'unknown capture',
    'wide.txt capture',
    '~$memo.docx skipped: left behind by a system or a program',
  ])
  expect(brief(await all(join(folder, 'site')))).toEqual(brief(await all(join(folder, 'site/'))))
})

test('a folder or file that may not be opened is a failure, and the rest is read', async () => {
  put('locked/a.html', 'x')
  put('locked/inner/b.html', 'x')
  put('locked/z.html', 'z')
  chmodSync(join(folder, 'locked/inner'), 0)
  chmodSync(join(folder, 'locked/a.html'), 0)
  const found = await all(join(folder, 'locked'))
  chmodSync(join(folder, 'locked/inner'), 0o700)
  // Root may open all.
  const isRoot = process.getuid?.() === 0
  expect(found.map(({ kind }) => kind)).toEqual(
    isRoot ? ['capture', 'capture', 'capture'] : ['failure', 'failure', 'capture'],
  )
})

test('a pipe that is named is read to its end', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const [found] = await Promise.all([
    all(pipe),
    import('node:fs/promises').then(({ writeFile }) => writeFile(pipe, '<p>x</p>')),
  ])
  expect(brief(found)).toEqual([`${pipe}: <p>x</p>`])
})

test('reading may be left off after any thing, and closes what is open', async () => {
  const archive = zip([
    {
      path: 'archive/1.warc',
      bytes: Buffer.concat(Array.from({ length: 500 }, (_, i) => response(`${i}`, 'x'.repeat(2000)))),
      method: 8,
    },
  ])
  for (const path of [put('left/crawl.wacz', archive), put('left/a.html', '<p>x</p>'), join(folder, 'left')]) {
    const found = captures(path)
    expect((await found.next()).value).toMatchObject({ kind: 'capture' })
    await found.return()
    expect(await found.next()).toEqual({ done: true, value: undefined })
  }
  // On Linux, what is open can be looked at.
  if (existsSync('/proc/self/fd')) {
    const open = readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`)
      } catch {
        return []
      }
    })
    expect(open.filter((path) => path.startsWith(folder))).toEqual([])
  }
})
