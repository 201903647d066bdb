/** The worker of the tests, as that of the desk: it holds the ledger and the reader, and does what it is asked. */
import { type BrowserParts, browserParts } from '../../../src/browser/parts.js'
import { browserReader } from '../../../src/browser/reader.js'
import { scope } from '../../../src/browser/scope.js'
import type { ArchiveLine } from '../../../src/core/ledger/archive.js'
import type { Ledger } from '../../../src/core/ledger/port.js'
import { OnrecordError } from '../../../src/core/model/index.js'
import { createServer } from '../../../src/server/app.js'
import type { Taken } from '../../../src/server/parts.js'

let opened: BrowserParts | null = null

function open(): BrowserParts {
  if (!opened) throw new Error('no ledger is open')
  return opened
}

const methods = {
  async open(name: string, model: string | null, secondsPerPage?: number) {
    opened = await browserParts(name, {
      model: model === null ? null : new URL(model),
      log: { request() {}, fault() {} },
      ...(secondsPerPage === undefined ? {} : { secondsPerPage }),
    })
    return opened.parts.place
  },
  tagger: () => open().reader.open(),
  async close() {
    await opened?.close()
    opened = null
  },
  /** Takes an upload in, reads its pages and keeps them. */
  async add(name: string, bytes: Uint8Array, retrieved: string) {
    const { intake, reader, ledger } = open().parts
    const signal = new AbortController().signal
    const results: unknown[] = []
    for await (const taken of intake.fromUpload({ name, bytes, contentType: null }, signal)) {
      if (taken.kind !== 'page') {
        results.push(taken.kind === 'failure' ? { kind: taken.kind, code: taken.error.code } : taken)
        continue
      }
      const { url, headers, contentType } = taken
      const { record, bytes: own } = await reader.read({ name: taken.name, url, contentType, bytes: taken.bytes })
      results.push(...(await ledger.add([{ capture: { name, url, retrieved, headers }, bytes: own, record }])))
    }
    return results
  },
  /** Keeps pages of filling until the ledger is full; how many were kept. */
  async fill(name: string, bytes: Uint8Array, most: number) {
    const { reader, ledger } = open().parts
    const random = new Uint8Array(1_000_000)
    const { record } = await reader.read({ name, url: null, contentType: null, bytes })
    for (let kept = 0; kept < most; kept++) {
      for (let at = 0; at < random.length; at += 65_536) crypto.getRandomValues(random.subarray(at, at + 65_536))
      const id = [...new Uint8Array(await crypto.subtle.digest('SHA-256', random))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
      const page = { ...record.page, id: id as typeof record.page.id }
      const capture = { name: `${name}-${kept}`, url: null, retrieved: '2026-05-14T09:30:00.000Z', headers: [] }
      try {
        await ledger.add([
          {
            capture,
            bytes: random.slice(),
            record: { ...record, page, reading: { ...record.reading, page: page.id }, statements: [], speakers: [] },
          },
        ])
      } catch (error) {
        return { kept, code: (error as OnrecordError).code, message: (error as Error).message }
      }
    }
    return { kept: most, code: null, message: null }
  },
  async address(address: string) {
    const found: Taken[] = []
    for await (const each of open().parts.intake.fromAddress(address, new AbortController().signal)) found.push(each)
    return found
  },
  async read(name: string, bytes: Uint8Array, contentType: string | null = null) {
    return (await open().parts.reader.read({ name, url: null, contentType, bytes })).record
  },
  /** Reads pages with a reader that gives each of them so many seconds: what becomes of each. */
  async readFor(seconds: number, pages: readonly (readonly [string, Uint8Array])[]) {
    const reader = browserReader({ model: null, secondsPerPage: seconds })
    const results = await Promise.allSettled(
      pages.map(([name, bytes]) => reader.read({ name, url: null, contentType: null, bytes })),
    )
    reader.close()
    return results.map((each) =>
      each.status === 'fulfilled' ? each.value.record.page.name : (each.reason as OnrecordError).code,
    )
  },
  /** What the server's app answers, in this worker and without a network. */
  async api(path: string, body?: string) {
    const init = body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } }
    const answer = await createServer(open().parts).fetch(new Request(new URL(path, 'http://desk.invalid'), init))
    return { status: answer.status, body: (await answer.json()) as unknown }
  },
  async exportAll() {
    const lines: ArchiveLine[] = []
    for await (const line of open().parts.ledger.exportAll()) lines.push(line)
    return lines
  },
  async importAll(lines: readonly ArchiveLine[]) {
    async function* each() {
      yield* lines
    }
    return open().parts.ledger.importAll(each())
  },
  /** Any other method of the ledger. */
  ledger(method: keyof Ledger, ...given: unknown[]) {
    const { ledger } = open().parts
    return (ledger[method] as (...given: unknown[]) => unknown).apply(ledger, given)
  },
}

scope.onmessage = async ({ data }) => {
  const { number, method, given } = data as { number: number; method: keyof typeof methods; given: unknown[] }
  try {
    const value = await (methods[method] as (...given: unknown[]) => unknown)(...given)
    scope.postMessage({ number, value })
  } catch (error) {
    const code = error instanceof OnrecordError ? error.code : 'no code'
    scope.postMessage({ number, code, message: (error as Error).stack ?? String(error) })
  }
}
