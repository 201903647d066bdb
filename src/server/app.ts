import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { OnrecordError } from '../core/model/index.js'
import { VERSION } from '../core/version.js'
import { type AccessOptions, type Accounts, accessRoutes, access as guard, isReading, SESSION } from './access/index.js'
import { jsonAnswer } from './answer.js'
import { documentOf } from './document.js'
import { Imports } from './imports.js'
import { methodsOf } from './methods.js'
import type { Parts } from './parts.js'
import { DESK_HEADERS } from './policy.js'
import { type ProblemStatus, problemBody, problemOf, statusOf } from './problem.js'
import { rateLimit } from './rate.js'
import { correctionRoutes } from './routes/corrections.js'
import { importRoutes } from './routes/imports.js'
import { ledgerRoutes } from './routes/ledger.js'
import { pageRoutes } from './routes/pages.js'
import { readingRoutes } from './routes/reading.js'
import { type Env, part } from './routes/route.js'
import { searchRoutes } from './routes/searches.js'
import { speakerRoutes } from './routes/speakers.js'
import { statementRoutes } from './routes/statements.js'

/** What a server may be told besides its parts. */
export interface ServerOptions {
  /** The most bytes a request may have. Default 200 MB. */
  readonly maxBytes?: number
  /** Pages read and drafts checked at once; more are told to come again. Default 8. */
  readonly atOnce?: number
  /** Requests that one address may make in a minute. Default 0: any number. Needs `access`, which knows addresses. */
  readonly perMinute?: number
  /** Who may ask. Not given: whoever calls `fetch` has seen to it, as in a browser tab. */
  readonly access?: AccessOptions & { readonly accounts: Accounts | null }
  /** What answers `/mcp`. */
  readonly mcp?: (request: Request) => Promise<Response>
  /** What answers `/metrics`. */
  readonly metrics?: () => Promise<Response>
  /** Answers what no route does: the desk's own files. Null: it is none of them. */
  readonly files?: (request: Request) => Response | null
}

/** A server: a function of a request, and what ends it. */
export interface Server {
  /** Answers a request; never rejects. */
  fetch(request: Request, client?: { readonly address?: string }): Promise<Response>
  /** Stops what is being added, once what was read is kept. New requests are still answered. */
  close(): Promise<void>
}

const MAX_BYTES = 200_000_000
const AT_ONCE = 8
const EVERYWHERE = Object.entries(DESK_HEADERS)
/** Seconds after which a client that was turned away may come again. */
const RETRY = 2

function addRoutes(app: OpenAPIHono<Env>, parts: Parts, imports: Imports): void {
  for (const routes of [
    readingRoutes(parts),
    pageRoutes(parts),
    statementRoutes(parts),
    speakerRoutes(parts),
    correctionRoutes(parts),
    importRoutes(parts, imports),
    searchRoutes(parts),
    ledgerRoutes(parts),
  ])
    app.route('/', routes)
}

/** The OpenAPI 3.1 document of every route, made from the schemas that validate. */
export function openApiDocument(): unknown {
  const app = part()
  // The document is made of the routes alone; no handler runs.
  const none = {} as Parts
  addRoutes(app, none, new Imports(none))
  app.route('/', accessRoutes(null, {} as AccessOptions))
  return documentOf(app)
}

/** Puts the server together. Who may ask is for the guards before it to say. */
export function createServer(parts: Parts, options: ServerOptions = {}): Server {
  const { maxBytes = MAX_BYTES, atOnce = AT_ONCE, access, mcp, metrics, files, perMinute = 0 } = options
  const imports = new Imports(parts)
  let working = 0
  const app = part()

  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    const code = c.error === undefined ? null : failureOf(c.error).problem.code
    parts.log.request({
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      took: Math.round((performance.now() - began) * 10) / 10,
      ...(code === null ? {} : { code }),
    })
  })
  app.use(async (c, next) => {
    await next()
    // By Hono's own way each would make the answer anew, and its text a stream.
    const { headers } = c.res
    for (const [name, value] of EVERYWHERE) if (!headers.has(name)) headers.set(name, value)
  })
  app.use((c, next) => {
    refuseSpoiled(c.req.url)
    return next()
  })
  // Both stand before whatever takes in a body: nobody fills the memory before it is known who asks.
  if (access && perMinute > 0) app.use(rateLimit(perMinute, access))
  if (access) app.use(guard(access.accounts, access))
  const limited = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new OnrecordError(
        'request-too-large',
        `The request is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Send fewer files at once.`,
      )
    },
  })
  // Asking whether there is a body makes the whole request anew, and nobody reads what a GET may have. What strangers may
  // send has a smaller limit of its own, which comes later.
  app.use((c, next) => (isReading(c.req.method) || c.req.path === SESSION ? next() : limited(c, next)))
  for (const path of ['/api/read', '/api/check', '/mcp']) {
    app.use(path, async (c, next) => {
      if (working >= atOnce) {
        c.header('retry-after', String(RETRY))
        throw new OnrecordError('server-busy', `${atOnce} pages are being read. Try again in a few seconds.`)
      }
      working++
      try {
        await next()
      } finally {
        working--
      }
    })
  }
  app.get('/healthz', (c) => c.json({ status: 'ok', version: VERSION }))
  addRoutes(app, parts, imports)
  if (access) app.route('/', accessRoutes(access.accounts, access))
  if (mcp) app.all('/mcp', (c) => mcp(c.req.raw))
  if (metrics) app.get('/metrics', () => metrics())
  let document: string | null = null
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(documentOf(app))
    return jsonAnswer(c, document)
  })

  const methods = methodsOf(app.routes)
  app.notFound((c) => {
    const file = files?.(c.req.raw)
    if (file) return file
    const allowed = methods(c.req.path)
    if (allowed.length > 0) {
      const problem = new OnrecordError(
        'request-invalid',
        `${c.req.path} takes ${allowed.join(', ')}, not ${c.req.method}. See /openapi.json.`,
      )
      return c.json(problemBody(problem), 405, { allow: allowed.join(', ') })
    }
    const problem = new OnrecordError('not-found', `There is no ${c.req.method} ${c.req.path}. See /openapi.json.`)
    return c.json(problemBody(problem), 404)
  })
  app.onError((thrown, c) => {
    const { problem, status } = failureOf(thrown)
    if (problem.code === 'internal') parts.log.fault(thrown)
    return c.json(problemBody(problem), status)
  })
  return {
    fetch: async (request, client = {}) => app.fetch(request, client),
    close: () => imports.close(),
  }
}

/** What is no UTF-8, and U+0000, stand in no name and no text: PostgreSQL would refuse to look for them. */
function refuseSpoiled(url: string): void {
  if (!url.includes('%')) return
  try {
    if (!decodeURIComponent(url).includes('\0')) return
  } catch (error) {
    throw new OnrecordError('request-invalid', 'The address is no UTF-8, percent-encoded. Encode each part of it.', {
      cause: error,
    })
  }
  throw new OnrecordError('request-invalid', 'The address has U+0000 in it, which no text here has. Leave it out.')
}

/** Hono's own refusals, of a body that is no JSON or of a type that a route does not take, are the client's. */
function failureOf(thrown: Error): { readonly problem: OnrecordError; readonly status: ProblemStatus } {
  if (thrown instanceof HTTPException && thrown.status < 500) {
    const message = thrown.message === '' ? 'The request cannot be read' : thrown.message
    const problem = new OnrecordError('request-invalid', `${message}. See /openapi.json.`, { cause: thrown })
    return { problem, status: thrown.status as ProblemStatus }
  }
  const problem = problemOf(thrown)
  return { problem, status: statusOf(problem.code) }
}
