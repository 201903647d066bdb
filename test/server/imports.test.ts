import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { OnrecordError } from '../../src/core/model/index.js'
import { SURVEY } from '../node/ledger/pages.js'
import { packed, response } from '../node/sources/archives.js'
import { type AppOptions, type DeskApp, DISPATCH, deskApp, eventsIn, type RunState, SURVEY_LATER } from './desk-app.js'

const TEXT = 'The mayor of Tarn said on Monday that the bridge was closed. “It is not safe,” said Lena Voss.'

type Begun = { readonly json: unknown } | { readonly body: FormData }

async function begin(app: DeskApp, sent: Begun): Promise<RunState> {
  const response = await app.ask('POST', '/api/imports', sent)
  expect(response.status).toBe(202)
  return (await response.json()) as RunState
}

/** The pages' events of a run, once it is over, and how it then stands. */
async function whole(app: DeskApp, { id }: RunState) {
  const events = await eventsIn(await app.ask('GET', `/api/imports/${id}/events`))
  return {
    events,
    pages: events.filter(({ event }) => event === 'page').map(({ data }) => data as Record<string, unknown>),
    end: await app.get<RunState>(`/api/imports/${id}`),
  }
}

function form(files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]): FormData {
  const made = new FormData()
  for (const [name, content] of files) made.append('files', new Blob([content]), name)
  return made
}

/** A reader that waits at a page until it is told to go on. */
function gate(at: string) {
  let open = () => {}
  let reached = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const isReached = new Promise<void>((resolve) => {
    reached = resolve
  })
  const beforeReading: AppOptions['beforeReading'] = async (name) => {
    if (name !== at) return
    reached()
    await opened
  }
  return { beforeReading, open: () => open(), isReached }
}

describe('a run of adding', () => {
  test('keeps of two files of one name that both failed that it was two', async () => {
    const app = await deskApp()
    const run = await begin(app, {
      body: form([
        ['index.html', ''],
        ['index.html', ' '],
        ['index.html', SURVEY],
      ]),
    })
    await whole(app, run)
    const { runs } = await app.get<{ runs: readonly { failed: number; failures: readonly { name: string }[] }[] }>(
      '/api/imports',
    )
    expect(runs[0]).toMatchObject({ failed: 2 })
    expect(runs[0]?.failures.map(({ name }) => name)).toEqual(['index.html (1)', 'index.html (2)'])
  })

  test('tells what became of each file: new, known, another version, none', async () => {
    const app = await deskApp()
    const files = form([
      ['survey.html', SURVEY],
      ['note.txt', TEXT],
      ['empty.html', ''],
      ['image.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])],
    ])
    const first = await whole(app, await begin(app, { body: files }))
    expect(first.end).toMatchObject({ state: 'done', done: 4, added: 2, known: 0, skipped: 0, failed: 2 })
    expect(first.end.statements).toBeGreaterThan(4)
    const byName = new Map(first.pages.map((each) => [each.name, each]))
    expect(byName.get('survey.html')).toMatchObject({ outcome: 'new', code: null, why: '' })
    expect(byName.get('survey.html')?.page).toMatch(/^[0-9a-f]{64}$/)
    expect(byName.get('empty.html')).toMatchObject({ outcome: 'failed', code: 'page-empty', page: null })
    expect(byName.get('image.png')).toMatchObject({ outcome: 'failed', code: 'page-kind-unsupported' })
    expect(first.events.at(-1)).toMatchObject({ event: 'state', data: { state: 'done' } })
    expect(first.events.filter(({ event }) => event === 'page').map(({ id }) => id)).toEqual(['0', '1', '2', '3'])

    const second = await whole(app, await begin(app, { body: form([['again.html', SURVEY]]) }))
    expect(second.end).toMatchObject({ state: 'done', added: 0, known: 1, statements: 0 })
    expect(second.pages[0]).toMatchObject({ name: 'again.html', outcome: 'known' })
    expect(await app.get('/api/ledger')).toMatchObject({ pages: 2 })
    const { runs, open } = await app.get<{ runs: { failures: unknown[] }[]; open: unknown[] }>('/api/imports')
    expect(open).toEqual([])
    expect(runs.map(({ failures }) => failures.length)).toEqual([0, 2])
    expect(app.faults).toEqual([])
  })

  test('takes an archive’s pages one by one, with their addresses and versions', async () => {
    const app = await deskApp()
    const warc = packed([
      response('a', SURVEY, { fields: { 'WARC-Target-URI': 'https://tarn.example/a' } }),
      response('b', DISPATCH),
      response('c', SURVEY_LATER, { fields: { 'WARC-Target-URI': 'https://tarn.example/a' } }),
      response('d', 'gone', { status: 404 }),
    ])
    const { pages, end } = await whole(app, await begin(app, { body: form([['crawl.warc.gz', new Uint8Array(warc)]]) }))
    expect(end).toMatchObject({ state: 'done', added: 3, failed: 0 })
    expect(
      pages
        .filter(({ page }) => page !== null)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['new', 'new', 'version'])
    for (const { name } of pages) expect(String(name)).not.toContain('/tmp/')
    const listed = await app.get<{ items: { page: { url: string } }[] }>('/api/pages')
    expect(listed.items.map(({ page }) => page.url).sort()).toEqual([
      'https://news.example/b',
      'https://tarn.example/a',
      'https://tarn.example/a',
    ])
  })

  test('takes texts and packed files; a broken archive and a private address fail by themselves', async () => {
    const app = await deskApp()
    const texts = [
      { name: 'a note', text: TEXT },
      { name: 'broken.warc', text: 'WARC/1.1\r\nnonsense' },
    ]
    const addresses = ['http://127.0.0.1/', 'file:///etc/passwd', '/etc/passwd', 'https://news.example/']
    const { pages, end } = await whole(app, await begin(app, { json: { texts, addresses } }))
    expect(end).toMatchObject({ state: 'done', added: 1 })
    const codes = new Map(pages.map(({ name, outcome, code }) => [name, outcome === 'failed' ? code : outcome]))
    expect(codes.get('a note')).toBe('new')
    expect(codes.get('broken.warc#@0')).toBe('archive-broken')
    expect(codes.get('file:///etc/passwd')).toBe('url-invalid')
    expect(codes.get('/etc/passwd')).toBe('url-invalid')
    expect(codes.get('https://news.example/')).toBe('offline')
    expect(codes.has('http://127.0.0.1/')).toBe(true)
    expect(codes.get('http://127.0.0.1/')).not.toBe('new')
    const gzip = await whole(
      app,
      await begin(app, { body: form([['page.html.gz', new Uint8Array(gzipSync(SURVEY))]]) }),
    )
    expect(gzip.end.done).toBe(1)
  })

  test('a list of addresses is passed over, with what to do instead', async () => {
    const app = await deskApp()
    const feed =
      '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><link>https://a.example/1</link></item></channel></rss>'
    const { pages, end } = await whole(app, await begin(app, { body: form([['feed.xml', feed]]) }))
    expect(end).toMatchObject({ state: 'done', skipped: 1, added: 0 })
    expect(pages[0]).toMatchObject({ outcome: 'skipped', page: null })
    expect(String(pages[0]?.why)).toMatch(/feed.*address/)
  })

  test('is followed from where somebody left off', async () => {
    const app = await deskApp()
    const texts = [1, 2, 3, 4, 5].map((n) => ({ name: `note ${n}`, text: `${TEXT} ${n}` }))
    const run = await begin(app, { json: { texts } })
    const { events } = await whole(app, run)
    const again = await eventsIn(
      await app.ask('GET', `/api/imports/${run.id}/events`, { headers: { 'last-event-id': '2' } }),
    )
    expect(again.map(({ event, id }) => [event, id])).toEqual([
      ['page', '3'],
      ['page', '4'],
      ['state', null],
    ])
    expect(again.slice(0, 2)).toEqual(events.filter(({ id }) => id === '3' || id === '4'))
  })

  test('stops when it is told to, and keeps what was read', async () => {
    const { beforeReading, open, isReached } = gate('note 3')
    const app = await deskApp({ beforeReading })
    const texts = Array.from({ length: 40 }, (_, n) => ({ name: `note ${n}`, text: `${TEXT} ${n}` }))
    const run = await begin(app, { json: { texts } })
    const following = whole(app, run)
    await isReached
    expect(await app.get(`/api/imports/${run.id}`)).toMatchObject({ state: 'running' })
    expect(await app.get('/api/imports')).toMatchObject({ open: [{ id: run.id }] })
    expect((await app.ask('DELETE', `/api/imports/${run.id}`)).status).toBe(200)
    open()
    const { end, pages } = await following
    expect(end.state).toBe('stopped')
    expect(end.added).toBeGreaterThan(3)
    expect(end.added).toBeLessThan(40)
    expect(await app.get('/api/ledger')).toMatchObject({ pages: end.added })
    expect(pages.length).toBe(end.added)
    // What was stopped is no failure, and the next run goes on.
    const rest = await whole(app, await begin(app, { json: { texts } }))
    expect(rest.end).toMatchObject({ state: 'done', known: end.added, added: 40 - end.added })
  })

  test('one after another: a second run waits for the first', async () => {
    const { beforeReading, open, isReached } = gate('slow')
    const app = await deskApp({ beforeReading })
    const first = await begin(app, { json: { texts: [{ name: 'slow', text: TEXT }] } })
    const second = await begin(app, { json: { texts: [{ name: 'quick', text: `${TEXT} Later.` }] } })
    await isReached
    expect(await app.get(`/api/imports/${second.id}`)).toMatchObject({ state: 'waiting' })
    open()
    expect((await whole(app, second)).end.state).toBe('done')
    expect(await app.get(`/api/imports/${first.id}`)).toMatchObject({ state: 'done', added: 1 })
  })

  test('ends as failed, saying why, where the ledger can keep nothing more', async () => {
    const app = await deskApp({
      ledger: (ledger) =>
        new Proxy(ledger, {
          get(target, name) {
            if (name === 'add')
              return () => Promise.reject(new OnrecordError('ledger-full', 'The disk is full. Make room.'))
            const value: unknown = Reflect.get(target, name)
            return typeof value === 'function' ? value.bind(target) : value
          },
        }),
    })
    const texts = [1, 2, 3].map((n) => ({ name: `note ${n}`, text: `${TEXT} ${n}` }))
    const { end } = await whole(app, await begin(app, { json: { texts } }))
    expect(end).toMatchObject({ state: 'failed', added: 0, why: 'The disk is full. Make room.' })
    expect(app.faults).toEqual([])
  })

  test('closing the server ends the run, and keeps what was read', async () => {
    const { beforeReading, open, isReached } = gate('note 3')
    const app = await deskApp({ beforeReading })
    const texts = Array.from({ length: 40 }, (_, n) => ({ name: `note ${n}`, text: `${TEXT} ${n}` }))
    const run = await begin(app, { json: { texts } })
    await isReached
    const closed = app.stop()
    open()
    await closed
    const end = await app.get<RunState>(`/api/imports/${run.id}`)
    expect(end.state).toBe('stopped')
    expect(await app.get('/api/ledger')).toMatchObject({ pages: end.added })
    expect(end.added).toBeGreaterThan(3)
  })

  test('a reader that goes away holds up nothing', async () => {
    const { beforeReading, open, isReached } = gate('slow')
    const app = await deskApp({ beforeReading })
    const run = await begin(app, { json: { texts: [{ name: 'slow', text: TEXT }] } })
    await isReached
    const response = await app.ask('GET', `/api/imports/${run.id}/events`)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: state')
    await reader.cancel()
    open()
    expect((await whole(app, run)).end.state).toBe('done')
    expect(app.faults).toEqual([])
  })
})
