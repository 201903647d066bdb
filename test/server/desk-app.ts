import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { nodeIntake } from '../../src/cli/intake.js'
import type { Accounts } from '../../src/core/accounts/index.js'
import type { Ledger } from '../../src/core/ledger/port.js'
import { sourcesOf } from '../../src/node/ledger/check-sources.js'
import { openLedger } from '../../src/node/ledger/index.js'
import { Turns } from '../../src/node/sources/index.js'
import { createServer, type Logged, type Parts, type Reader, type ServerOptions } from '../../src/server/index.js'
import { arrival, article, SURVEY } from '../node/ledger/pages.js'

/** A newer edition of SURVEY, and another outlet's page on the matter, which repeats it. */
export const SURVEY_LATER = SURVEY.replace('412 families', '418 families')
export const DISPATCH = article(
  'Minister repeats denial',
  [
    '“The clearances were carried out at night and without notice,” Ana Okafor said on Friday.',
    'Pavel Dorn, the interior minister, said that the office was wrong.',
    'The mayor of Tarn, Lena Voss, said the bridge would be closed in June.',
  ],
  { published: '2026-05-20', publisher: 'Marrow Dispatch' },
)

const HOST = 'localhost:8080'
const folder = mkdtempSync(join(tmpdir(), 'onrecord-server-'))
/** The apps that no test has closed itself. */
const opened = new Set<{ close(): Promise<void> }>()
afterAll(async () => {
  for (const each of [...opened]) await each.close()
  rmSync(folder, { recursive: true, force: true })
})
let count = 0

/** A place for a SQLite ledger that has nothing in it. */
export const place = () => join(folder, `${++count}.db`)

/** What a request is made of, beside its method and path. */
export interface Asked {
  readonly json?: unknown
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData | ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** A server in this process on a real ledger, with what it logged. */
export interface DeskApp {
  readonly ledger: Ledger
  readonly logged: Logged[]
  readonly faults: unknown[]
  ask(method: string, path: string, asked?: Asked): Promise<Response>
  get<T = unknown>(path: string): Promise<T>
  /** Ends the server, as `Server.close`; the ledger stays open. */
  stop(): Promise<void>
  close(): Promise<void>
}

/** What an app is made with, where it matters to a test. */
export interface AppOptions extends Omit<ServerOptions, 'access'> {
  readonly place?: string
  readonly accounts?: Accounts
  /** How many threads answer questions; they run what was built. */
  readonly readers?: number
  /** Stands before the reader of every page. */
  readonly beforeReading?: (name: string) => Promise<void>
  readonly ledger?: (ledger: Ledger) => Ledger
}

/** A server on a new ledger, closed when the tests of the file are done. */
export async function deskApp(options: AppOptions = {}): Promise<DeskApp> {
  const {
    accounts = null,
    readers = 0,
    beforeReading,
    place: where = place(),
    ledger: wrapped = (same) => same,
    ...rest
  } = options
  const ledger = wrapped(await openLedger(where, { readers }))
  const logged: Logged[] = []
  const faults: unknown[] = []
  const reader: Reader = {
    async read({ name, url, bytes }) {
      await beforeReading?.(name)
      const { record } = await arrival(bytes, { name, url })
      return { record, bytes }
    },
  }
  const parts: Parts = {
    ledger,
    place: where,
    intake: nodeIntake({
      maxBytes: 2_000_000,
      timeoutMs: 2000,
      allowPrivate: false,
      offline: true,
      turns: new Turns(),
    }),
    reader,
    sources: (but) => sourcesOf(ledger, but),
    log: { request: (each) => logged.push(each), fault: (error) => faults.push(error) },
    now: () => new Date(),
  }
  const server = createServer(parts, {
    ...rest,
    access: {
      accounts,
      port: () => 8080,
      allowedHosts: [],
      plainHttp: false,
      addressOf: () => '127.0.0.1',
      isOpen: (path) => path === '/healthz' || path === '/openapi.json',
      now: () => new Date(),
    },
  })
  const ask: DeskApp['ask'] = (method, path, { json, body, headers = {}, signal } = {}) => {
    const content = json === undefined ? body : JSON.stringify(json)
    const sent = new Headers({ host: HOST, ...headers })
    if (json !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json')
    return server.fetch(
      new Request(`http://${HOST}${path}`, {
        method,
        headers: sent,
        ...(content === undefined ? {} : { body: content, duplex: 'half' }),
        ...(signal === undefined ? {} : { signal }),
      }),
    )
  }
  const app: DeskApp = {
    ledger,
    logged,
    faults,
    ask,
    async get<T>(path: string) {
      const response = await ask('GET', path)
      expect(response.status, path).toBe(200)
      return (await response.json()) as T
    },
    stop: () => server.close(),
    async close() {
      opened.delete(app)
      await server.close()
      await ledger.close()
    },
  }
  opened.add(app)
  return app
}

/** What tests read of a list of entries. */
export interface Listed {
  readonly items: readonly {
    readonly said: {
      readonly id: string
      readonly page: string
      readonly content: readonly string[]
      readonly context: string
      readonly speaker: { readonly id: string; readonly name: string } | null
    }
    readonly status: string | null
  }[]
  readonly total: number
  readonly next: string | null
}

/** What tests read of how a run stands. */
export interface RunState {
  readonly id: number
  readonly state: string
  readonly done: number
  readonly added: number
  readonly known: number
  readonly skipped: number
  readonly failed: number
  readonly statements: number
}

/** A server on a ledger of three pages: two editions of one, and another outlet's. */
export async function filledApp(options: AppOptions = {}): Promise<DeskApp> {
  const app = await deskApp(options)
  await app.ledger.add([
    await arrival(SURVEY, { url: 'https://tarn.example/survey', headers: [['content-type', 'text/html']] }),
    await arrival(DISPATCH, { url: 'https://dispatch.example/denial', retrieved: '2026-05-20T10:00:00.000Z' }),
  ])
  await app.ledger.add([
    await arrival(SURVEY_LATER, { url: 'https://tarn.example/survey', retrieved: '2026-05-21T10:00:00.000Z' }),
  ])
  return app
}

/** An event of a stream of them. */
export interface SentEvent {
  readonly event: string
  readonly id: string | null
  readonly data: unknown
}

/** The server-sent events of an answer, when it has ended. */
export async function eventsIn(response: Response): Promise<SentEvent[]> {
  const text = await response.text()
  return text
    .split('\n\n')
    .filter((each) => each !== '')
    .map((each) => {
      const fields = new Map(
        each.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line)?.slice(1, 3) as [string, string]),
      )
      return {
        event: fields.get('event') ?? '',
        id: fields.get('id') ?? null,
        data: JSON.parse(fields.get('data') ?? 'null') as unknown,
      }
    })
}
