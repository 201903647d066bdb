import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import type { Server as HttpServer } from 'node:http'
import { dirname, join } from 'node:path'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { OnrecordError } from '../core/model/index.js'
import { defaultLedger } from '../node/ledger/open.js'
import { createServer, type Server } from '../server/index.js'
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
  /** Opens a ledger of the bundled example pages instead of a person's own. */
  readonly examples?: true
  /** False: no browser is opened. */
  readonly open: boolean
}

const PORT = 7373
/** Milliseconds that answers under way have to end after an interruption. */
const GRACE = 5_000

/**
 * Serves the desk and the API until it is interrupted.
 *
 * @returns the exit code: 0 after an interruption, which is how it is meant to end
 * @throws OnrecordError `usage` where the address cannot be listened on, and as the ledger's opening
 */
export async function desk(flags: DeskFlags): Promise<number> {
  const ledger = flags.examples ? join(dirname(defaultLedger()), 'examples.db') : flags.ledger
  const { parts, close } = await nodeParts({ ...flags, ...(ledger === undefined ? {} : { ledger }) })
  try {
    const metrics = requestMetrics(parts.ledger)
    const server = createServer({
      ...parts,
      log: {
        request: (logged) => {
          metrics.observe(logged)
          parts.log.request(logged)
        },
        fault: (error) => parts.log.fault(error),
      },
    })
    const files = await deskFiles()
    const http = await listen(flags, async (request, client) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/metrics') return metrics.answer()
      return files(request) ?? server.fetch(request, client)
    })
    const { port } = http.address() as { port: number }
    const address = `http://${flags.host.includes(':') ? `[${flags.host}]` : flags.host}:${port}/`
    process.stderr.write(`Onrecord’s desk is at ${address}\nThe ledger is ${parts.place}. Stop it with Ctrl-C.\n`)
    if (flags.examples) await addExamples(server)
    if (flags.open) openBrowser(address)
    await interrupted()
    await stop(http, server)
    return 0
  } finally {
    await close()
  }
}

type Answer = (request: Request, client: { readonly address?: string }) => Promise<Response>

async function listen({ host, port }: DeskFlags, answer: Answer): Promise<HttpServer> {
  const on = (wanted: number) =>
    new Promise<HttpServer>((resolve, reject) => {
      const http = serve(
        {
          fetch: (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
            const { remoteAddress } = incoming.socket
            return answer(request, remoteAddress === undefined ? {} : { address: remoteAddress })
          },
          hostname: host,
          port: wanted,
        },
        () => resolve(http),
      ) as HttpServer
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
async function addExamples(server: Server): Promise<void> {
  const folder = join(packageFolder(), 'examples')
  const form = new FormData()
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((each) => each.isFile())) {
    form.append('files', new Blob([new Uint8Array(await readFile(join(folder, entry.name)))]), entry.name)
  }
  await server.fetch(new Request('http://localhost/api/imports', { method: 'POST', body: form }))
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
