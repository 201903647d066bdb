import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import type { Server as HttpServer } from 'node:http'
import { dirname, join } from 'node:path'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { OnrecordError } from '../core/model/index.js'
import { openAccounts } from '../node/accounts/index.js'
import { defaultLedger } from '../node/ledger/open.js'
import { clientAddress, isLoopback } from '../server/access/index.js'
import { type Accounts, createServer, type Parts, type Server } from '../server/index.js'
import { deskFiles } from './desk-files.js'
import { onInterrupt } from './interrupt.js'
import { requestMetrics } from './metrics.js'
import { packageFolder } from './package-folder.js'
import { nodeParts, type PartsFlags } from './parts.js'

/** The flags of `onrecord desk`. */
export interface DeskFlags extends PartsFlags {
  /** Where not given: 7373, or any that is free. */
  readonly port?: number
  readonly host: string
  /** A folder to write the desk to as files, instead of serving it. */
  readonly static?: string
  /** Opens a ledger of the bundled example pages instead of a person's own. */
  readonly examples?: true
  /** False: no browser is opened. */
  readonly open: boolean
  /** Hosts that are answered for besides this machine's own. */
  readonly allowedHost?: readonly string[]
  /** Sign-ins may go over plain http. */
  readonly plainHttp?: true
  /** How many proxies stand before the server. */
  readonly proxies: number
  /** Requests that one address may make in a minute; where not given, 3,000 with accounts, and any number without. */
  readonly rate?: number
}

/** Milliseconds for which a connection may rest between two requests. */
const KEPT_ALIVE = 65_000
const PORT = 7373
/** Requests a minute: a person who types in Search makes some 600. */
const RATE = 3_000
/** Milliseconds that answers under way have to end after an interruption. */
const GRACE = 5_000

/**
 * Serves the desk, the API and MCP until it is interrupted.
 *
 * @returns the exit code: 0 after an interruption, which is how it is meant to end
 * @throws OnrecordError `usage` where the address cannot be listened on, or is not this machine's alone and nobody has an
 *   account; and as the ledger's opening
 */
export async function desk(flags: DeskFlags): Promise<number> {
  const place = flags.examples ? join(dirname(defaultLedger()), 'examples.db') : (flags.ledger ?? defaultLedger())
  const { parts, close } = await nodeParts({ ...flags, ledger: place })
  const store = await openAccounts(place)
  try {
    const accounts = await accountsFor(flags, store)
    const metrics = requestMetrics(parts.ledger)
    const files = await deskFiles()
    let port = 0
    const counted: Parts = {
      ...parts,
      log: {
        request: (logged) => {
          metrics.observe(logged)
          parts.log.request(logged)
        },
        fault: (error) => parts.log.fault(error),
      },
    }
    const server = createServer(counted, {
      perMinute: flags.rate ?? (accounts === null ? 0 : RATE),
      files: (request) => files.answer(request),
      metrics: () => metrics.answer(),
      mcp: lazily(async () => (await import('../server/mcp/index.js')).mcpHandler(counted)),
      access: {
        accounts,
        port: () => port,
        allowedHosts: flags.allowedHost ?? [],
        plainHttp: flags.plainHttp ?? false,
        addressOf: (c) =>
          clientAddress((c.env as { address?: string }).address ?? '', c.req.header('x-forwarded-for'), flags.proxies),
        isOpen: (path) => path === '/healthz' || path === '/openapi.json' || files.has(path),
        now: () => new Date(),
      },
    })
    const http = await listen(flags, server)
    port = (http.address() as { port: number }).port
    const address = `http://${flags.host.includes(':') ? `[${flags.host}]` : flags.host}:${port}/`
    process.stderr.write(`Onrecord’s desk is at ${address}\nThe ledger is ${parts.place}. Stop it with Ctrl-C.\n`)
    if (flags.examples && (await parts.ledger.counts()).pages === 0) await addExamples(server, port)
    if (flags.open) openBrowser(address)
    await interrupted()
    await stop(http, server)
    return 0
  } finally {
    await store.close()
    await close()
  }
}

/** What answers requests, loaded with the first: few desks are asked by an assistant. */
function lazily(load: () => Promise<(request: Request) => Promise<Response>>): (request: Request) => Promise<Response> {
  let handler: ReturnType<typeof load> | null = null
  return async (request) => {
    handler ??= load()
    return (await handler)(request)
  }
}

/** The accounts, where there are any; without any, only this machine's own addresses will do. */
async function accountsFor({ host }: DeskFlags, store: Accounts): Promise<Accounts | null> {
  if ((await store.users()).length > 0) return store
  if (isLoopback(host.includes(':') ? `[${host}]` : host)) return null
  throw new OnrecordError(
    'usage',
    `${host} can be reached from other machines, and nobody has an account. Add one first: onrecord users add NAME --role owner`,
  )
}

async function listen({ host, port }: DeskFlags, server: Server): Promise<HttpServer> {
  const on = (wanted: number) =>
    new Promise<HttpServer>((resolve, reject) => {
      const http = serve(
        {
          fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
            const { remoteAddress } = incoming.socket
            return server.fetch(request, remoteAddress === undefined ? {} : { address: remoteAddress })
          },
          hostname: host,
          port: wanted,
        },
        () => resolve(http),
      ) as HttpServer
      // A connection that waited while the ledger was written to is not closed in the face of the next request.
      http.keepAliveTimeout = KEPT_ALIVE
      http.once('error', reject)
    })
  try {
    return await on(port ?? PORT)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && port === undefined) return on(0)
    const advice = code === 'EADDRINUSE' ? 'Give another with --port, or 0 for any that is free.' : message
    throw new OnrecordError('usage', `${host}, port ${port ?? PORT}, cannot be listened on. ${advice}`, {
      cause: error,
    })
  }
}

/** Resolves when the person has had enough. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => onInterrupt(() => resolve()))
}

async function stop(http: HttpServer, server: Server): Promise<void> {
  process.stderr.write('\nFinishing what is being read; interrupt again to leave at once.\n')
  const closed = once(http, 'close')
  http.close()
  http.closeIdleConnections()
  await server.close()
  const timer = setTimeout(() => http.closeAllConnections(), GRACE)
  await closed
  clearTimeout(timer)
}

/** Adds the bundled pages, by the way that anybody's come in. Those that are there already stay as they are. */
async function addExamples(server: Server, port: number): Promise<void> {
  const folder = join(packageFolder(), 'examples')
  const form = new FormData()
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile())) {
    form.append('files', new Blob([new Uint8Array(await readFile(join(folder, entry.name)))]), entry.name)
  }
  const own = `http://localhost:${port}`
  const headers = { host: `localhost:${port}` }
  await server.fetch(new Request(`${own}/api/imports`, { method: 'POST', body: form, headers }))
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  // Where there is no browser to open, the address is on the screen.
  const child = spawn(command as string, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
