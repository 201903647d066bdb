import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageRecord } from '../../src/core/exports/record.js'
import { read } from '../../src/core/reading/index.js'
import { findSpeakers } from '../../src/core/speakers/index.js'
import { findStatements } from '../../src/core/statements/index.js'
import { loadTagger, pageFromBytes } from '../../src/node/index.js'
import { EXAMPLES } from '../examples.js'
import { docx, paragraph, pdf } from '../node/documents.js'
import { arrival, SURVEY } from '../node/ledger/pages.js'
import { asked, bytesFor, type Setting, setting, told } from './browser.js'

let here: Setting
let tab: Tab

beforeAll(async () => {
  here = await setting()
  tab = await here.tab()
  await asked(tab, 'open', 'reading', null)
}, 180_000)

afterAll(async () => {
  await here?.close()
})

const SAID = 'The office’s director, Ana Okafor, said on Tuesday: “The clearances were carried out at night.”'
const MAIL = `From: Ana Okafor <press@river.example>\r\nDate: Tue, 12 May 2026 09:30:00 +0200\r\nSubject: On the report\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${SAID}\r\n`

const FORMATS: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['survey.html', Buffer.from(SURVEY)],
  ['survey.html.gz', gzipSync(SURVEY)],
  ['two-members.html.gz', Buffer.concat([gzipSync(SURVEY.slice(0, 700)), gzipSync(SURVEY.slice(700))])],
  ['note.md', Buffer.from(`# On the report\n\n${SAID}\n\n- one\n- two\n`)],
  ['letter.eml', Buffer.from(MAIL)],
  ['letter.docx', docx(paragraph(SAID))],
  ['letter.pdf', pdf([[[60, 760, 11, 'The minister said on Monday that no family was removed.']]])],
  ['western.txt', Buffer.from(`Die Gr\u00fcnen sagten, Stra\u00dfen f\u00fcr alle seien m\u00f6glich.`, 'latin1')],
  ['declared.html', Buffer.from('<!doctype html><meta charset="shift_jis"><p>\x82\xa0\x82\xa2</p>', 'latin1')],
  ['wide.txt', Buffer.from(`\ufeff${SAID}`, 'utf16le')],
  ['widest.txt', Buffer.from(new Uint32Array([0xfeff, ...[...SAID].map((c) => c.codePointAt(0) as number)]).buffer)],
  [
    'cyrillic.txt',
    Buffer.from('cff0e5ecfce5f020f1eae0e7e0eb2c20f7f2ee20ece8ede8f1f2f020f3f8b8eb20e220eef2f1f2e0e2eaf32e', 'hex'),
  ],
]

describe('a page in a tab has the record that it has in Node', () => {
  test.each(FORMATS)('%s', async (name, bytes) => {
    const content = name.endsWith('.gz') ? new Uint8Array(Buffer.from(SURVEY)) : bytes
    const { record } = await arrival(content, { name })
    expect(await asked(tab, 'read', name, bytesFor(bytes))).toEqual(JSON.parse(JSON.stringify(record)))
  })
})

describe('a page that cannot be read has the code that it has in Node', () => {
  const whole = docx(paragraph('Some words.'))
  test.each<readonly [string, Uint8Array]>([
    ['empty.txt', Buffer.from(' \n')],
    ['scan.pdf', pdf([[]])],
    ['cut.pdf', Buffer.from('%PDF-1.7\nnothing more')],
    ['cut.docx', whole.subarray(0, whole.length - 60)],
    ['bomb.docx', docx(paragraph('x').repeat(3_000_000))],
    ['image.png', Buffer.from('\x89PNG\r\n\x1a\n and more', 'latin1')],
    ['binary.bin', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? 1 : 65)))],
    ['cut.html.gz', gzipSync(SURVEY).subarray(0, 300)],
    ['bomb.txt.gz', gzipSync(Buffer.alloc(70_000_000, 'a '))],
  ])('%s', async (name, bytes) => {
    const code = await pageFromBytes(bytes, { name }).then(
      () => 'none',
      (error) => error.code as string,
    )
    expect(code).not.toBe('none')
    expect((await told(tab, 'read', name, bytesFor(bytes))).code).toBe(code)
  })
}, 60_000)

test('a page that takes too long is given up, and the next is read', async () => {
  const endless = SURVEY.replace(
    '</article>',
    `${'<p>The mayor said that the bridge would open.</p>\n'.repeat(600_000)}</article>`,
  )
  expect(
    await asked(tab, 'readFor', 3, [
      ['endless.html', bytesFor(endless)],
      ['survey.html', bytesFor(SURVEY)],
    ]),
  ).toEqual(['page-timeout', 'survey.html'])
}, 60_000)

test('addresses and web archives are refused, with what to do instead', async () => {
  expect(await told(tab, 'address', 'https://tarn.example/survey')).toMatchObject({
    code: 'offline',
    message: expect.stringContaining('onrecord add'),
  })
  const warc = Buffer.from('WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n')
  const add = (name: string, content: Uint8Array | string) =>
    asked(tab, 'add', name, bytesFor(content), '2026-05-14T09:30:00Z')
  for (const [name, bytes] of [
    ['pages.warc', warc],
    ['unnamed', warc],
    ['unnamed.gz', gzipSync(warc)],
    ['pages.wacz', Buffer.from('PK')],
  ] as const)
    expect(await add(name, bytes)).toEqual([{ kind: 'failure', code: 'archive-unsupported' }])
  expect(await add('news.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>')).toMatchObject([
    { kind: 'skipped', reason: expect.stringMatching(/^a feed/) },
  ])
})

test('the server answers in a worker', async () => {
  await asked(tab, 'add', 'survey.html', bytesFor(SURVEY), '2026-05-14T09:30:00.000Z')
  const found = await asked<{ status: number; body: { items: { content?: unknown }[] } }>(
    tab,
    'api',
    '/api/statements?q=%22without%20notice%22',
  )
  expect(found.status).toBe(200)
  expect(JSON.stringify(found.body)).toContain('at night and without notice')
})

/** A record without its confidences, which may differ in the last places. */
const withoutConfidence = ({ statements, ...rest }: PageRecord) => ({
  ...rest,
  statements: statements.map(({ confidence: _, ...statement }) => statement),
})

test('the trained tagger gives the statements that it gives in Node; it is fetched once and kept', async () => {
  await asked(tab, 'close')
  const model = `${here.site.address}model/`
  await asked(tab, 'open', 'network', model)
  expect(await asked(tab, 'tagger')).toEqual({ name: 'network', why: null })
  const bytes = readFileSync(join(EXAMPLES, 'news-page.html'))
  const page = await pageFromBytes(bytes, { name: 'news-page.html' })
  const reading = read(page)
  const findings = findSpeakers(reading, await findStatements(reading, await loadTagger({ runtime: 'wasm' })))
  const there = await asked<PageRecord>(tab, 'read', 'news-page.html', bytesFor(bytes))
  expect(there.statements.length).toBeGreaterThan(3)
  expect(withoutConfidence(there)).toMatchObject(
    JSON.parse(JSON.stringify(withoutConfidence({ page: there.page, reading, ...findings }))),
  )

  const before = here.site.asked.length
  await tab.reload()
  await asked(tab, 'open', 'network', model)
  expect(await asked(tab, 'tagger')).toEqual({ name: 'network', why: null })
  const since = here.site.asked.slice(before).filter((path) => path.startsWith('/model/'))
  expect(since).toEqual(['/model/config.json'])
  expect(await asked(tab, 'read', 'news-page.html', bytesFor(bytes))).toEqual(there)
}, 120_000)

test('where there is no model the rules read, and say so', async () => {
  here.site.hasModel = false
  try {
    await tab.reload()
    const model = `${here.site.address}model/`
    await asked(tab, 'open', 'no-model', model)
    expect(await asked(tab, 'tagger')).toEqual({ name: 'rules', why: `There is no trained tagger at ${model}.` })
    const record = await asked<PageRecord>(tab, 'read', 'survey.html', bytesFor(SURVEY))
    expect(record).toEqual(JSON.parse(JSON.stringify((await arrival(SURVEY, { name: 'survey.html' })).record)))
  } finally {
    here.site.hasModel = true
  }
}, 60_000)
