import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import type { Address } from '../../../src/node/network.js'
import { type Clock, captures, type Found, type SourceOptions, Turns } from '../../../src/node/sources/index.js'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine; its port. */
export async function listening(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((ready) => server.listen(0, host, ready))
  return (server.address() as AddressInfo).port
}

/** What a path is answered with: a body, or more. */
export type Answer =
  | string
  | Buffer
  | { status?: number; headers?: Record<string, string | string[]>; body?: string | Buffer }

/** A server with these pages, and the requests it got, in order. */
export async function site(pages: Record<string, Answer | ((request: IncomingMessage) => Answer)>) {
  const asked: string[] = []
  const port = await listening((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages[path]
    const answer = typeof page === 'function' ? page(request) : (page ?? { status: 404 })
    const { status, headers, body } =
      typeof answer === 'string' || Buffer.isBuffer(answer)
        ? ({ body: answer } as Exclude<Answer, string | Buffer>)
        : answer
    response.writeHead(status ?? 200, { 'content-type': 'text/html', ...headers }).end(body)
  })
  return { url: `http://127.0.0.1:${port}`, port, asked, pages }
}

/** A clock that stands still but for sleeping, and tells how long was slept. */
export function testClock(now = Date.UTC(2024, 4, 1)): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  let time = now
  return {
    slept,
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms)
      time += ms
    },
  }
}

export const turns = (clock = testClock()) => new Turns({ clock })

/** All that is in a source, by default with the private addresses that tests live at. */
export async function all(source: string, options: SourceOptions = {}): Promise<Found[]> {
  const found: Found[] = []
  for await (const one of captures(source, { allowPrivate: true, turns: turns(), ...options })) found.push(one)
  return found
}

/** What was found, short: a capture's name and text, a skipped one's reason, a failure's code. */
export function brief(found: readonly Found[]): string[] {
  return found.map((one) => {
    if (one.kind === 'capture') return `${one.name}: ${Buffer.from(one.bytes).toString().slice(0, 60)}`
    return one.kind === 'skipped' ? `${one.name} skipped: ${one.reason}` : `${one.name} failed: ${one.error.code}`
  })
}

/** A resolver of made-up names. */
export const names =
  (table: Record<string, string>) =>
  async (name: string): Promise<readonly Address[]> => {
    const address = table[name]
    if (!address) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' })
    return [{ address, family: address.includes(':') ? 6 : 4 }]
  }
