import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll } from 'vitest'
import type { Accounts } from '../../src/core/accounts/index.js'
import { openAccounts, type Passwords, scryptPasswords } from '../../src/node/accounts/index.js'
import {
  type AccessEnv,
  type AccessOptions,
  access,
  accessRoutes,
  callerOf,
  clientAddress,
} from '../../src/server/access/index.js'
import { problemBody, problemOf, statusOf } from '../../src/server/problem.js'

/** Cheap hashes, counted. */
const scrypt = scryptPasswords({ cost: 2 ** 4, block: 8, parallel: 1 })
export const hashing = { checks: 0 }
const passwords: Passwords = {
  ...scrypt,
  matches(password, kept) {
    hashing.checks++
    return scrypt.matches(password, kept)
  },
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-access-'))
const opened: Accounts[] = []
afterAll(async () => {
  for (const accounts of opened) await accounts.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The words of the users that `team` has, by their names. */
export const WORDS = {
  olga: 'seven owls on a wire',
  edda: 'eight eels in a weir',
  rolf: 'nine rooks on a roof',
} as const

/** What a request is made of, beside its method and path. */
export interface Asked {
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: unknown
  readonly cookie?: string
  readonly token?: string
}

/** A small app behind `access`, with a clock that is set by hand. */
export interface TestApp {
  readonly app: OpenAPIHono<AccessEnv>
  /** Moves the clock on, in milliseconds. */
  wait(ms: number): void
  /** Sends a request from a browser's own page or a program: `Host` is the server's unless given; null leaves it out. */
  ask(method: string, path: string, asked?: Asked): Promise<Response>
}

/** An app for that host. Its routes stand for the server's: what is read, posted, kept and imported. */
export function appWith(accounts: Accounts | null, host: string, options: Partial<AccessOptions> = {}): TestApp {
  let now = Date.parse('2026-05-20T10:00:00.000Z')
  const all: AccessOptions = {
    port: () => 8080,
    allowedHosts: accounts ? ['desk.example.org'] : [],
    plainHttp: false,
    addressOf: (c) => clientAddress('127.0.0.1', c.req.header('x-forwarded-for'), 1),
    isOpen: (path) => path === '/' || path.startsWith('/assets/'),
    now: () => new Date(now),
    ...options,
  }
  const app = new OpenAPIHono<AccessEnv>()
  app.onError((error, c) => {
    const failure = problemOf(error)
    return c.json(problemBody(failure), statusOf(failure.code))
  })
  app.use('*', access(accounts, all))
  app.route('/', accessRoutes(accounts, all))
  app.get('/', (c) => c.text('the desk'))
  app.get('/metrics', (c) => c.text('figures'))
  for (const path of ['/api/find', '/api/statements/:id'] as const)
    app.get(path, (c) => c.json({ who: callerOf(c).name }))
  for (const path of ['/api/read', '/api/check', '/mcp', '/api/corrections', '/api/import', '/api/pages'])
    app.post(path, (c) => c.json({ who: callerOf(c).name }))
  app.post('/api/statements/:id/corrections', (c) => c.json({ number: 1 }, 201))
  app.delete('/api/searches/:name', () => {
    throw new Error('a fault with private words')
  })
  return {
    app,
    wait(ms) {
      now += ms
    },
    async ask(method, path, { headers = {}, body, cookie, token } = {}) {
      const sent = new Headers({ host })
      if (body !== undefined) sent.set('content-type', 'application/json')
      if (cookie !== undefined) sent.set('cookie', cookie)
      if (token !== undefined) sent.set('authorization', `Bearer ${token}`)
      for (const [name, value] of Object.entries(headers)) {
        if (value === null) sent.delete(name)
        else sent.set(name, value)
      }
      const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
      // The address is what a server would make of the request line, whatever Host says.
      return app.request(new Request(`http://127.0.0.1:8080${path}`, { method, headers: sent, ...text }))
    },
  }
}

let count = 0

/** Accounts in a new ledger: olga, an owner; edda, an editor; rolf, a reader. */
export async function team(): Promise<Accounts> {
  const accounts = await openAccounts(join(folder, `${++count}.db`), { passwords })
  opened.push(accounts)
  const added = '2026-05-01T00:00:00.000Z'
  await accounts.addUser({ name: 'olga', role: 'owner', password: WORDS.olga, added })
  await accounts.addUser({ name: 'edda', role: 'editor', password: WORDS.edda, added })
  await accounts.addUser({ name: 'rolf', role: 'reader', password: WORDS.rolf, added })
  return accounts
}

/** An app of a team at desk.example.org, with what its users need. */
export async function teamApp(options: Partial<AccessOptions> = {}) {
  const accounts = await team()
  const made = appWith(accounts, 'desk.example.org', options)
  const signIn = async (name: string, password: string, headers: Asked['headers'] = {}) =>
    made.ask('POST', '/api/session', { body: { name, password }, headers })
  return {
    ...made,
    accounts,
    signIn,
    /** The cookie of a new session, as a browser sends it back. */
    async cookieOf(name: keyof typeof WORDS): Promise<string> {
      const response = await signIn(name, WORDS[name])
      return (response.headers.get('set-cookie') ?? '').split(';')[0] as string
    },
    /** A new token of a user. */
    async tokenOf(name: keyof typeof WORDS, scope: string, days = 30): Promise<string> {
      const cookie = (await signIn(name, WORDS[name])).headers.get('set-cookie')?.split(';')[0] ?? ''
      const response = await made.ask('POST', '/api/tokens', { cookie, body: { scope, days } })
      return ((await response.json()) as { secret: string }).secret
    },
  }
}

/** The code of a failure's answer, with its status. */
export async function failureIn(response: Response): Promise<[number, string]> {
  const body = (await response.json()) as { error: { code: string; message: string } }
  return [response.status, body.error.code]
}
