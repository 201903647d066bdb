import { beforeAll, describe, expect, test } from 'vitest'
import { DESK_HEADERS } from '../../src/server/policy.js'
import { arrival, SURVEY } from '../node/ledger/pages.js'
import { team } from './access-app.js'
import { type DeskApp, DISPATCH, deskApp, filledApp, type Listed } from './desk-app.js'
import { operations } from './document.js'

let app: DeskApp
beforeAll(async () => {
  app = await filledApp()
})

const lists = operations.filter(({ query }) => query.includes('cursor') && query.length > 0)

describe('a list', () => {
  test.each(lists.filter(({ path }) => !path.startsWith('/api/audit')).map((each) => [each.path] as const))(
    '%s is walked whole by its cursors, each item once',
    async (path) => {
      for (const words of ['one', 'two', 'three'])
        await app.ask('POST', '/api/corrections', {
          json: { change: { kind: 'accept', statement: await anyStatement() }, by: 'Mara', note: words },
        })
      const needed = path === '/api/articles' ? '&q=Tarn' : ''
      const whole = await app.get<Listed>(`${path}?limit=200${needed}`)
      expect(whole.next).toBeNull()
      expect(whole.items.length).toBeGreaterThan(path === '/api/disputes' ? 0 : 1)
      for (const limit of [1, 2, 3]) {
        const found: unknown[] = []
        let cursor = ''
        for (let steps = 0; steps <= whole.items.length; steps++) {
          const list: Listed = await app.get<Listed>(`${path}?limit=${limit}${needed}${cursor}`)
          expect(list.items.length).toBeLessThanOrEqual(limit)
          expect(list.total).toBe(whole.total)
          found.push(...list.items)
          if (list.next === null) break
          cursor = `&cursor=${list.next}`
        }
        expect(found).toEqual(whole.items)
      }
    },
  )
})

async function anyStatement(): Promise<string> {
  return (await app.get<Listed>('/api/statements?limit=1')).items[0]?.said.id as string
}

describe('an answer that the client has already', () => {
  test.each([
    '/api/statements?q=tarn',
    '/api/pages',
    '/api/ledger',
    '/api/terms',
    '/openapi.json',
    '/api/statements?format=csv',
  ])('%s is not sent again', async (path) => {
    const first = await app.ask('GET', path)
    const tag = first.headers.get('etag') as string
    expect(tag).toMatch(/^"[0-9a-f]{24}"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await app.ask('GET', path, { headers: { 'if-none-match': known } })
      expect([known, again.status]).toEqual([known, 304])
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(tag)
    }
    const other = await app.ask('GET', path, { headers: { 'if-none-match': `"${'0'.repeat(32)}"` } })
    expect(other.status).toBe(200)
    const head = await app.ask('HEAD', path)
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag])
  })

  test('is sent again when it has become another', async () => {
    const tag = async () => (await app.ask('GET', '/api/statements?q=tarn')).headers.get('etag')
    const before = await tag()
    expect(await tag()).toBe(before)
    const { items } = await app.get<Listed>('/api/statements?q=tarn')
    const change = { kind: 'reject', statement: items[0]?.said.id }
    await app.ask('POST', '/api/corrections', { json: { change, by: 'Mara' } })
    expect(await tag()).not.toBe(before)
  })
})

describe('every answer', () => {
  test.each([
    ['GET', '/api/statements', 200],
    ['GET', '/api/statements?limit=x', 400],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/statements', 405],
    ['GET', '/healthz', 200],
    ['GET', '/openapi.json', 200],
    ['GET', '/api/ledger/archive', 200],
    ['GET', '/api/ledger/verify', 200],
    ['GET', '/api/statements?q=%00', 400],
    ['DELETE', '/api/session', 204],
  ])('%s %s has the headers that keep a browser to this server', async (method, path, status) => {
    const response = await app.ask(method, path)
    await response.text()
    expect(response.status).toBe(status)
    for (const [name, value] of Object.entries(DESK_HEADERS)) expect(response.headers.get(name), name).toBe(value)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(response.headers.get('x-powered-by')).toBeNull()
  })

  test('a page’s own bytes are a file, and nothing in them runs', async () => {
    const { items } = await app.get<{ items: { page: { id: string } }[] }>('/api/pages')
    const response = await app.ask('GET', `/api/pages/${items[0]?.page.id}/bytes`)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{12}\.page"$/)
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('<title>')
  })

  test('another host’s or another site’s request is refused', async () => {
    const host = await app.ask('GET', '/api/statements', { headers: { host: 'evil.example:8080' } })
    expect(host.status).toBe(421)
    const site = await app.ask('GET', '/api/statements', { headers: { origin: 'https://evil.example' } })
    expect(site.status).toBe(403)
    for (const each of [host, site]) expect(each.headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('corrections', () => {
  test('change what is shown, stay beside what was found, and are taken back', async () => {
    const own = await filledApp()
    const { items } = await own.get<Listed>('/api/statements?q=bridge')
    const { said } = items[0] as Listed['items'][number]
    const correct = async (change: object): Promise<{ number: number; by: string }> => {
      const response = await own.ask('POST', '/api/corrections', { json: { change, by: ' Mara ', note: 'seen' } })
      expect(response.status).toBe(201)
      return (await response.json()) as { number: number; by: string }
    }
    const shown = () => own.get<{ status: string | null; said: { act: string } }>(`/api/statements/${said.id}`)
    const found = await shown()
    const edit = await correct({ kind: 'edit', statement: said.id, act: 'deny' })
    expect(edit.by).toBe('Mara')
    expect(await shown()).toMatchObject({ status: 'corrected', said: { act: 'deny' } })
    const raw = await own.get<{ statements: { id: string; act: string }[] }>(`/api/pages/${said.page}/record`)
    expect(raw.statements.map(({ act }) => act)).not.toContain('deny')
    const corrected = await own.get<{ statements: { act: string }[] }>(`/api/pages/${said.page}/record?corrected=true`)
    expect(corrected.statements.map(({ act }) => act)).toContain('deny')
    await correct({ kind: 'undo', correction: edit.number })
    expect(await shown()).toMatchObject({ status: null, said: { act: found.said.act } })
    const listed = await own.get<{ items: { number: number; undoneBy: number | null }[] }>(
      `/api/corrections?target=${said.id}`,
    )
    expect(listed.items.find(({ number }) => number === edit.number)?.undoneBy).toBe(edit.number + 1)
  })

  test.each([
    [{ kind: 'accept', statement: 'ab'.repeat(16) }, 404],
    [{ kind: 'undo', correction: 99_999 }, 404],
    [{ kind: 'merge', from: 'ab'.repeat(16), into: 'cd'.repeat(16) }, 404],
    [{ kind: 'accept', statement: 'x' }, 400],
    [{ kind: 'nothing' }, 400],
  ])('%j is refused and changes nothing', async (change, status) => {
    const before = await app.get<{ total: number }>('/api/corrections')
    const response = await app.ask('POST', '/api/corrections', { json: { change, by: 'Mara' } })
    expect(response.status).toBe(status)
    expect(await app.get<{ total: number }>('/api/corrections')).toMatchObject({ total: before.total })
  })

  test('spans outside the text are refused', async () => {
    const { items } = await app.get<Listed>('/api/statements')
    const { id, page } = (items[0] as Listed['items'][number]).said
    for (const content of [[[0, 9_999_999]], [[5, 5]], [[9, 3]], [[-1, 3]], [[0, 1.5]], [[0]], []]) {
      for (const change of [
        { kind: 'edit', statement: id, content },
        { kind: 'add', page, content, cue: null, mention: null, act: 'state', speaker: null },
      ]) {
        const response = await app.ask('POST', '/api/corrections', { json: { change, by: 'Mara' } })
        expect([400, 422], JSON.stringify(change)).toContain(response.status)
      }
    }
  })
})

describe('the log', () => {
  test('has what was asked for by its route, never by its words', async () => {
    const own = await filledApp()
    const secret = 'Okafor'
    const { items } = await own.get<Listed>(`/api/statements?q=${secret}`)
    const id = items[0]?.said.id as string
    await own.get(`/api/statements/${id}`)
    await own.get(`/api/speakers?name=${secret}`)
    await own.ask('GET', `/api/statements?outlet=${secret}&limit=${secret}`)
    await own.ask('GET', `/${secret}/nothing?${secret}`)
    await own.ask('PUT', `/api/searches/${secret}`, { json: { words: secret } })
    await own.ask('POST', '/api/check', { json: { text: `“A new road,” said ${secret}.`, name: secret } })
    await own.ask('POST', '/api/read', { json: { address: `https://${secret}.example/` } })
    const change = { kind: 'accept', statement: id }
    await own.ask('POST', '/api/corrections', { json: { change, by: secret, note: secret } })
    expect(own.logged.length).toBe(9)
    const log = JSON.stringify(own.logged)
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(log).not.toContain(id)
    for (const each of own.logged) {
      expect(['code', 'method', 'route', 'status', 'took']).toEqual(expect.arrayContaining(Object.keys(each)))
      expect(each.took).toBeGreaterThanOrEqual(0)
    }
    expect(own.logged.map(({ status, code = null }) => [status, code])).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [400, 'request-invalid'],
      [404, null],
      [200, null],
      [200, null],
      [503, 'offline'],
      [201, null],
    ])
  })

  test('a fault is told of without its words, and they stay in the log', async () => {
    const own = await filledApp({
      ledger: (ledger) =>
        new Proxy(ledger, {
          get(target, name) {
            if (name === 'counts') return () => Promise.reject(new Error('private words'))
            const value: unknown = Reflect.get(target, name)
            return typeof value === 'function' ? value.bind(target) : value
          },
        }),
    })
    const response = await own.ask('GET', '/api/ledger')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('private')
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'internal' } })
    expect(String(own.faults[0])).toContain('private words')
  })
})

/** A body that never ends, sent in pieces, with how much of it was taken. */
function endless() {
  const taken = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken.bytes += 16_384
        controller.enqueue(new Uint8Array(16_384))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken }
}

describe('what strangers send', () => {
  test.each([
    ['nobody is signed in', 'POST', '/api/imports', {}, [401, 'sign-in-needed'], 0],
    ['a path that is none', 'POST', '/nowhere', {}, [401, 'sign-in-needed'], 0],
    ['another host', 'POST', '/api/session', { host: 'evil.example' }, [421, 'host-refused'], 0],
    ['a method that only asks', 'OPTIONS', '/healthz', {}, [405, 'request-invalid'], 0],
    ['a sign-in', 'POST', '/api/session', { 'content-type': 'application/json' }, [413, 'request-too-large'], 49_152],
  ] as const)('is not taken in beyond what it takes to refuse it: %s', async (_, method, path, headers, why, most) => {
    const own = await deskApp({ accounts: await team() })
    const { body, taken } = endless()
    const response = await own.ask(method, path, { body, headers })
    const { error } = (await response.json()) as { error: { code: string } }
    expect([response.status, error.code]).toEqual(why)
    expect(taken.bytes).toBeLessThanOrEqual(most)
  })
})

describe('what takes long', () => {
  test('only so many pages are read at once; the next is told to come again', async () => {
    let go = () => {}
    const waiting = new Promise<void>((resolve) => {
      go = resolve
    })
    const own = await filledApp({ atOnce: 2, beforeReading: () => waiting })
    const json = { text: 'The mayor said that the bridge was closed.' }
    const first = own.ask('POST', '/api/read', { json })
    const second = own.ask('POST', '/api/check', { json })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const third = await own.ask('POST', '/api/read', { json })
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await third.json()).toMatchObject({ error: { code: 'server-busy' } })
    // Whoever only looks is not held up.
    expect((await own.ask('GET', '/api/statements')).status).toBe(200)
    go()
    expect([(await first).status, (await second).status]).toEqual([200, 200])
    expect((await own.ask('POST', '/api/read', { json })).status).toBe(200)
  })
})

test('the archive of a ledger has every page', async () => {
  const lines = (await (await app.ask('GET', '/api/ledger/archive')).text()).trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(3)
  for (const page of [SURVEY, DISPATCH]) {
    const { record } = await arrival(page)
    expect(lines.some((line) => line.includes(record.page.id))).toBe(true)
  }
})
