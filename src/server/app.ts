import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { secureHeaders } from 'hono/secure-headers'
import { OnrecordError } from '../core/model/index.js'
import { VERSION } from '../core/version.js'
import { Imports } from './imports.js'
import type { Parts } from './parts.js'
import { problemBody, problemOf, statusOf } from './problem.js'
import { correctionRoutes } from './routes/corrections.js'
import { importRoutes } from './routes/imports.js'
import { ledgerRoutes } from './routes/ledger.js'
import { pageRoutes } from './routes/pages.js'
import { readingRoutes } from './routes/reading.js'
import { part } from './routes/route.js'
import { searchRoutes } from './routes/searches.js'
import { speakerRoutes } from './routes/speakers.js'
import { statementRoutes } from './routes/statements.js'

/** What a server may be told besides its parts. */
export interface ServerOptions {
  /** The most bytes a request may have. Default 200 MB. */
  readonly maxBytes?: number
  /** Pages read and drafts checked at once; more are told to come again. Default 8. */
  readonly atOnce?: number
}

/** A server: a function of a request, and what ends it. */
export interface Server {
  /** Answers a request; never rejects. */
  fetch(request: Request, client?: { readonly address?: string }): Promise<Response>
  /** The OpenAPI 3.1 document. */
  document(): unknown
  /** Stops what is being added, once what was read is kept. New requests are still answered. */
  close(): Promise<void>
}

const MAX_BYTES = 200_000_000
const AT_ONCE = 8
/** Seconds after which a client that was turned away may come again. */
const RETRY = 2

/** What a browser may do with what it gets from here: nothing from elsewhere, no script in the page, no frame around it. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** Puts the server together. Who may ask is for the guards before it to say. */
export function createServer(parts: Parts, options: ServerOptions = {}): Server {
  const { maxBytes = MAX_BYTES, atOnce = AT_ONCE } = options
  const imports = new Imports(parts)
  let working = 0
  const app = part()

  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    const error = c.error === undefined ? null : problemOf(c.error)
    parts.log.request({
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      took: Math.round((performance.now() - began) * 10) / 10,
      ...(error === null ? {} : { code: error.code }),
    })
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      crossOriginResourcePolicy: 'same-origin',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginEmbedderPolicy: 'require-corp',
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
      // Whether it is served by TLS is for whatever serves it to say.
      strictTransportSecurity: false,
    }),
  )
  app.use(
    bodyLimit({
      maxSize: maxBytes,
      onError: () => {
        throw new OnrecordError(
          'request-too-large',
          `The request is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Send fewer files at once.`,
        )
      },
    }),
  )
  for (const path of ['/api/read', '/api/check']) {
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
  app.use(async (c, next) => {
    c.set('person', null)
    await next()
  })
  app.get('/healthz', (c) => c.json({ status: 'ok', version: VERSION }))
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
  const about = {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version: VERSION,
      description: 'Who said what, checkable: docs/http.md has the words and the rules.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  }
  app.doc31('/openapi.json', about)

  app.notFound((c) => {
    const problem = new OnrecordError('not-found', `There is no ${c.req.method} ${c.req.path}. See /openapi.json.`)
    return c.json(problemBody(problem), 404)
  })
  app.onError((thrown, c) => {
    // Hono's own: a body that is no JSON, mostly.
    const status = (thrown as { status?: unknown }).status
    const isClients = typeof status === 'number' && status >= 400 && status < 500
    const problem = isClients
      ? new OnrecordError('request-invalid', `${thrown.message}. See /openapi.json.`, { cause: thrown })
      : problemOf(thrown)
    if (problem.code === 'internal') parts.log.fault(thrown)
    return c.json(problemBody(problem), statusOf(problem.code))
  })
  return {
    fetch: async (request, client = {}) => app.fetch(request, client),
    document: () => app.getOpenAPI31Document(about),
    close: () => imports.close(),
  }
}
