import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { nodeIntake } from '../../src/cli/intake.js'
import { type NodeParts, nodeParts } from '../../src/cli/parts.js'
import { OnrecordError } from '../../src/core/model/index.js'
import { engineAt, placeName } from '../../src/node/ledger/open.js'
import { Turns } from '../../src/node/sources/index.js'
import type { Taken, Upload } from '../../src/server/parts.js'
import { builtCli } from '../build.js'
import { SURVEY } from '../node/ledger/pages.js'
import { packed, response, zip } from '../node/sources/archives.js'
import { site } from '../node/sources/site.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-parts-'))
// Temporary files of uploads go where the test can see that none is left.
beforeAll(() => void vi.stubEnv('TMPDIR', folder))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const options = { maxBytes: 100_000, timeoutMs: 5_000, allowPrivate: false, offline: false, turns: new Turns() }
const upload = (name: string, content: string | Uint8Array, contentType: string | null = null): Upload => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  contentType,
})

async function all(taken: AsyncIterable<Taken>): Promise<Taken[]> {
  const found: Taken[] = []
  for await (const one of taken) found.push(one)
  return found
}
const uploaded = (one: Upload, signal = new AbortController().signal) =>
  all(nodeIntake(options).fromUpload(one, signal))

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof OnrecordError) return error.code
  throw error ?? new Error('nothing was thrown')
}

describe('an upload', () => {
  afterEach(() => expect(readdirSync(folder).filter((name) => name.startsWith('onrecord-'))).toEqual([]))

  test('that is a page is taken as it is', async () => {
    const one = upload('story.html', SURVEY, 'text/html; charset=utf-8')
    const [page, ...more] = await uploaded(one)
    expect(more).toEqual([])
    expect(page).toMatchObject({ kind: 'page', name: 'story.html', url: null, headers: [], bytes: one.bytes })
    expect(page).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      retrieved: expect.stringMatching(/^\d{4}-.*Z$/),
    })
  })

  test.each([
    ['by its name', 'crawl.warc.gz'],
    ['by its bytes', 'download'],
  ])('that is a web archive, %s, gives its pages under the name of the upload', async (_, name) => {
    const bytes = packed([response('a', SURVEY), response('b', 'x', { headers: ['Content-Type: image/png'] })])
    const found = await uploaded(upload(name, bytes))
    expect(found.map(({ kind }) => kind).sort()).toEqual(['page', 'skipped'])
    for (const one of found) expect(one.name.startsWith(`${name}#`), one.name).toBe(true)
    expect(found.find(({ kind }) => kind === 'page')).toMatchObject({ url: 'https://news.example/a' })
  })

  test('that is a broken archive fails under its own name, not that of a file of ours', async () => {
    const [found, ...more] = await uploaded(upload('crawl.wacz', zip([]).subarray(0, 10)))
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind: 'failure', name: 'crawl.wacz' })
    if (found?.kind !== 'failure') throw new Error('it did not fail')
    expect(found.error.message).toContain('crawl.wacz')
    expect(found.error.message).not.toContain(folder)
  })

  test('that lists addresses is not followed', async () => {
    const feed = '<rss version="2.0"><channel><item><link>http://127.0.0.1/</link></item></channel></rss>'
    expect(await uploaded(upload('feed.xml', feed))).toMatchObject([{ kind: 'skipped', name: 'feed.xml' }])
    expect(await uploaded(upload('pages.urls', 'http://127.0.0.1/\n'))).toMatchObject([{ kind: 'skipped' }])
    expect(await uploaded(upload('notes.txt', 'http://127.0.0.1/\n'))).toMatchObject([{ kind: 'page' }])
    expect(await uploaded(upload('odd.xml', '<rss>'))).toMatchObject([{ name: 'odd.xml' }])
  })

  test('that is too large fails; one that is broken off is interrupted', async () => {
    const [large] = await uploaded(upload('large.txt', 'x'.repeat(100_001)))
    expect(large).toMatchObject({ kind: 'failure', error: { code: 'page-too-large' } })
    expect(await codeOf(uploaded(upload('a.txt', 'a'), AbortSignal.abort()))).toBe('interrupted')
    const archive = upload('a.warc', response('a', SURVEY))
    expect(await codeOf(uploaded(archive, AbortSignal.abort()))).toBe('interrupted')
  })
})

describe('an address', () => {
  const at = (address: string, more: Partial<typeof options> = {}) =>
    all(nodeIntake({ ...options, ...more }).fromAddress(address, new AbortController().signal))

  test('is never a file of this machine', async () => {
    for (const address of ['/etc/hostname', 'file:///etc/hostname', '-', '.', 'C:\\x', 'notes.txt', ''])
      expect(await codeOf(at(address)), address).toBe('url-invalid')
  })

  test('of this machine is refused unless it is allowed', async () => {
    const { url } = await site({ '/': SURVEY })
    expect(await at(url)).toMatchObject([{ kind: 'failure', error: { code: 'url-private' } }])
    expect(await at(url, { allowPrivate: true })).toMatchObject([{ kind: 'page', url: `${url}/` }])
    expect(await at(url, { offline: true })).toMatchObject([{ kind: 'failure', error: { code: 'offline' } }])
  })
})

describe('the parts together', () => {
  let made: NodeParts
  beforeAll(async () => {
    await builtCli()
    const ledger = join(folder, 'ledger.db')
    made = await nodeParts({
      tagger: 'rules',
      maxBytes: 100_000,
      timeout: 5_000,
      jobs: 1,
      pageTimeout: 60_000,
      pageMemory: 3072,
      ledger,
      offline: true,
    })
  }, 180_000)
  afterAll(() => made.close())

  test('read a page, packed or not, to what the ledger keeps', async () => {
    const { reader, ledger, place } = made.parts
    expect(place).toBe(join(folder, 'ledger.db'))
    const plain = {
      name: 'a.html',
      url: 'https://tarn.example/a',
      contentType: 'text/html',
      bytes: Buffer.from(SURVEY),
    }
    const { record, bytes } = await reader.read(plain)
    const again = await reader.read({ ...plain, bytes: gzipSync(plain.bytes) })
    expect(again.record).toEqual(record)
    expect(Buffer.from(again.bytes)).toEqual(Buffer.from(bytes))
    const capture = { name: plain.name, url: plain.url, retrieved: '2026-05-14T09:30:00.000Z', headers: [] }
    const [added] = await ledger.add([{ capture, bytes: again.bytes, record }])
    expect(added).toMatchObject({ how: 'new', statements: record.statements.length })
    expect(await codeOf(reader.read({ ...plain, bytes: gzipSync(Buffer.alloc(200_000, 'x')) }))).toBe('page-too-large')
  })

  test('read a text as the article that its sender says it is', async () => {
    const page = { name: 'a', url: null, contentType: null, bytes: Buffer.from('Subscribe\n\nHome | News\n') }
    expect((await made.parts.reader.read(page)).record.page.kind).toBe('text')
    const { record } = await made.parts.reader.read({ ...page, kind: 'article' })
    expect(record.page.kind).toBe('article')
    expect(new Set(record.reading.blocks.map(({ role }) => role))).not.toContain('navigation')
  })
})

test('a ledger is called by its address without a password', () => {
  expect(placeName('/home/a/ledger.db')).toBe('/home/a/ledger.db')
  expect(placeName('postgres://ana:secret@db.example/press')).toBe('postgres://ana@db.example/press')
  expect(placeName('postgres://ana:se@cr/et@db.example/press')).toBe('postgres://ana@db.example/press')
  expect(placeName('postgresql://db.example/press?user=ana&password=secret')).not.toContain('secret')
})

test('a ledger whose password is not written as an address asks for it is refused, without the password', () => {
  const refusal = (place: string) => {
    try {
      engineAt(place)
    } catch (error) {
      return error
    }
  }
  for (const password of ['wo/rd', 'wo#rd', 'wo?rd']) {
    const error = refusal(`postgres://ana:${password}@db.example/press`)
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining('%2F') })
    expect((error as Error).message).not.toContain('rd@')
  }
})
