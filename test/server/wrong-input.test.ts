import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/core/model/index.js'
import { storeKinds } from '../node/ledger/stores.js'
import { type Asked, type DeskApp, filledApp } from './desk-app.js'
import { faultsOf, type Operation, operations } from './document.js'

const NUL = '\u0000'
/** As JSON has it: no UTF-8 has one. */
const LONE = '\\ud800'
const UNKNOWN = 'ab'.repeat(32)
/** Bytes that a request may have here. */
const MOST = 50_000

let app: DeskApp

/** The routes of accounts answer that there are none; access.test.ts has them with some. */
const routes = operations.filter(({ path }) => !/^\/api\/(?:session|users|tokens|audit)/.test(path))
const named = (some: readonly Operation[]) => some.map((each) => [`${each.method} ${each.path}`, each] as const)

/** An id that fits the route's pattern, and that the ledger does not have. */
const unknownFor = ({ path }: Operation) =>
  path.startsWith('/api/imports') ? '2147483647' : path.startsWith('/api/searches') ? 'none' : UNKNOWN

const bodyFor: Readonly<Record<string, unknown>> = {
  saveSearch: { words: 'bridge' },
  seen: { mark: 1 },
}

function ask(operation: Operation, { id = unknownFor(operation), query = '', ...asked }: Asked & Wrong = {}) {
  const path = operation.path.replace(/\{\w+\}/, () => id)
  const body = operation.takes.includes('application/json') ? bodyFor[operation.id] : undefined
  const isBodied = asked.json !== undefined || asked.body !== undefined || body === undefined
  return app.ask(operation.method, `${path}${query}`, isBodied ? asked : { ...asked, json: body })
}

interface Wrong {
  readonly id?: string
  readonly query?: string
}

/** Holds an answer to be a failure of the client's, in the one shape, as the document says. */
async function refused(operation: Operation, response: Response, statuses: readonly number[]): Promise<string> {
  const body = (await response.clone().json()) as { error: { code: string; message: string } }
  expect(statuses, `${operation.id}: ${JSON.stringify(body)}`).toContain(response.status)
  expect(Object.keys(body)).toEqual(['error'])
  expect(Object.keys(body.error)).toEqual(['code', 'message'])
  expect(ERROR_CODES).toContain(body.error.code)
  expect(body.error.message).toMatch(/\w.*[.:)”"]?$/)
  expect(await faultsOf(operation, response)).toEqual([])
  return body.error.code
}

describe.each(storeKinds())('$name', (store) => {
  beforeAll(async () => {
    app = await filledApp({ maxBytes: MOST, place: await store.fresh() })
  })
  afterAll(() => expect(app.faults).toEqual([]))
  describe('an id', () => {
    const withId = routes.filter(({ params }) => params.includes('id'))
    test.each(named(withId))('%s: one that can be none', async (_, operation) => {
      for (const id of ['x', '%00', 'a%00b', '%F0%9F%A6%89', 'A'.repeat(64), '-1', '1e9', '0', `${'9'.repeat(40)}`]) {
        const response = await ask(operation, { id })
        // What looks like no id and is one of another length is simply not there.
        await refused(operation, response, [400, 404])
      }
    })

    test.each(named(withId))('%s: one that is not there', async (_, operation) => {
      const query = operation.id === 'exportPage' ? '?format=json' : ''
      expect(await refused(operation, await ask(operation, { query }), [404])).toBe('not-found')
    })

    test.each(named(routes.filter(({ params }) => params.length > 0)))('%s: no UTF-8', async (_, operation) => {
      for (const id of ['%ff%fe', '%ED%A0%80', '%', '%00', 'a%00b'])
        expect(await refused(operation, await ask(operation, { id }), [400])).toBe('request-invalid')
    })
  })

  describe('a kept search', () => {
    test.each(named(routes.filter(({ params }) => params.includes('name'))))(
      '%s: no name, or none such',
      async (_, o) => {
        for (const id of ['a%00b', 'x'.repeat(101)]) await refused(o, await ask(o, { id }), [400])
        if (o.id !== 'saveSearch') expect(await refused(o, await ask(o), [404])).toBe('not-found')
      },
    )
  })

  describe('a query', () => {
    const lists = routes.filter(({ query }) => query.includes('cursor'))
    test('there are lists', () => expect(lists.length).toBeGreaterThan(6))

    test.each(named(lists))('%s: a cursor or a limit that is none', async (_, operation) => {
      const needed = operation.id === 'findArticles' ? '&q=x' : ''
      for (const cursor of ['x', '-1', 'o', 'oZZ', 'o-1', 'o1.5', 'o00000000', '%00', `o${'z'.repeat(40)}`])
        await refused(operation, await ask(operation, { query: `?cursor=${cursor}${needed}` }), [400])
      for (const limit of ['0', '-1', '201', '1.5', 'x', '1e99', 'NaN', '', '%00'])
        await refused(operation, await ask(operation, { query: `?limit=${limit}${needed}` }), [400])
    })

    test.each(named(lists))('%s: the last cursor that there can be', async (_, operation) => {
      const needed = operation.id === 'findArticles' ? '&q=x' : ''
      const response = await ask(operation, { query: `?cursor=ozzzzzzz${needed}` })
      expect(await faultsOf(operation, response)).toEqual([])
      if (response.status === 200) expect(await response.json()).toMatchObject({ items: [], next: null })
      else await refused(operation, response, [400])
    })

    test.each(named(routes.filter(({ query }) => query.length > 0)))(
      '%s: any text in any place',
      async (_, operation) => {
        const values = [
          '',
          '%00',
          'a%00b',
          '%ff',
          '%ED%A0%80',
          '%F0%9F%A6%89',
          '"',
          '("',
          '*',
          '-',
          '-a',
          'OR',
          'a OR',
          "'",
        ]
        const all = [
          ...values,
          'NEAR(a b)',
          '{a b}:c',
          '^a',
          'a*b',
          '\\',
          '%25',
          '_',
          '2026-13-45',
          '2026-02-30',
          '0000',
        ]
        for (const name of operation.query) {
          for (const value of [...all, 'x'.repeat(3000)]) {
            const needed = operation.id === 'findArticles' && name !== 'q' ? '&q=x' : ''
            const response = await ask(operation, { query: `?${name}=${value.replaceAll(' ', '+')}${needed}` })
            if (response.status >= 300) await refused(operation, response, [400, 404])
            else expect(await faultsOf(operation, response)).toEqual([])
          }
        }
      },
    )
  })

  describe('a body', () => {
    const bodied = routes.filter(({ takes }) => takes.includes('application/json'))
    test('there are bodies', () => expect(bodied.length).toBe(6))

    test.each(named(bodied))('%s: no JSON, or not what is asked for', async (_, operation) => {
      const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
      for (const body of [
        '{',
        '',
        'nothing',
        'null',
        '1',
        '[]',
        '"x"',
        `${NUL}{}`,
        '{"a":',
        deep,
        `{"words":${deep}}`,
      ]) {
        const response = await ask(operation, { body, headers: { 'content-type': 'application/json' } })
        await refused(operation, response, [400])
      }
    })

    test.each(named(bodied))('%s: texts that no store keeps', async (_, operation) => {
      const texts: Readonly<Record<string, readonly string[]>> = {
        read: ['{"text":"X"}', '{"text":"a","name":"X"}', '{"address":"X"}', '{"address":"http://X/"}'],
        check: ['{"text":"X"}', '{"text":"a","name":"X"}', '{"text":"a","against":[{"text":"X"}]}'],
        correct: [
          '{"change":{"kind":"accept","statement":"X"},"by":"a"}',
          `{"change":{"kind":"accept","statement":"${UNKNOWN}"},"by":"X","note":"X"}`,
        ],
        addPages: ['{"addresses":["X"]}', '{"texts":[{"name":"X","text":"X"}]}'],
        saveSearch: [
          '{"words":"X"}',
          '{"words":"","outlet":"X"}',
          '{"words":"","from":"X"}',
          '{"words":"X","acts":["X"]}',
        ],
        seen: ['{"mark":"X"}', '{"mark":1e400}', '{"mark":-1}'],
      }
      for (const body of texts[operation.id] ?? []) {
        for (const bad of ['\\u0000', 'a\\u0000b', LONE, `a ${LONE} b`, '\\udc00']) {
          const response = await ask(operation, {
            body: body.replaceAll('X', () => bad),
            headers: { 'content-type': 'application/json' },
          })
          // A text to be read may be anything; 503: an address, without a network.
          if (response.status >= 300) await refused(operation, response, [400, 404, 422, 503])
          else expect(await faultsOf(operation, response)).toEqual([])
          expect(response.status).not.toBe(500)
        }
      }
    })

    test.each(named(bodied))('%s: of a type that it does not take', async (_, operation) => {
      for (const type of ['text/plain', 'application/xml', 'x', 'application/x-www-form-urlencoded']) {
        const response = await ask(operation, { body: '{}', headers: { 'content-type': type } })
        await refused(operation, response, [400, 415])
      }
    })

    test.each(named(bodied))('%s: larger than is taken', async (_, operation) => {
      const body = `{"words":"${'a'.repeat(MOST)}"}`
      // Told beforehand, and found out on the way.
      for (const told of [{}, { 'content-length': String(body.length) }]) {
        const response = await ask(operation, { body, headers: { 'content-type': 'application/json', ...told } })
        expect(await refused(operation, response, [413])).toBe('request-too-large')
      }
    })

    test('a form that is none', async () => {
      const operation = routes.find(({ id }) => id === 'addPages') as Operation
      const type = 'multipart/form-data; boundary=x'
      for (const body of [
        '',
        'x',
        '--x\r\n',
        '--x\r\ncontent-disposition: form-data; name="files"\r\n\r\ntext\r\n--x--\r\n',
      ])
        for (const each of [type, 'multipart/form-data'])
          await refused(operation, await ask(operation, { body, headers: { 'content-type': each } }), [400, 415])
    })
  })

  describe('whatever is asked', () => {
    test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'])(
      '%s where it is not a route’s',
      async (method) => {
        for (const path of new Set(routes.map((each) => each.path))) {
          if (routes.some((each) => each.path === path && each.method === method)) continue
          const response = await app.ask(method, path.replace(/\{\w+\}/, UNKNOWN))
          const body = (await response.json()) as { error: { code: string } }
          expect([response.status, body.error.code]).toEqual([405, 'request-invalid'])
          expect(response.headers.get('allow')).toMatch(
            /^(?:DELETE|GET, HEAD|PUT|POST)(?:, (?:DELETE|GET, HEAD|PUT|POST))*$/,
          )
        }
      },
    )

    test.each(['/', '/api', '/api/', '/api/nothing', '/api/statements/', '/api//statements', '/api/pages/../..'])(
      'there is no %s',
      async (path) => {
        const response = await app.ask('GET', path)
        expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
          404,
          'not-found',
        ])
      },
    )
  })
})
