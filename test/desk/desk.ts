import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { deskFiles } from '../../src/cli/desk-files.js'
import { nodeIntake } from '../../src/cli/intake.js'
import { recordOf } from '../../src/core/exports/record.js'
import type { Arrival, Ledger } from '../../src/core/ledger/port.js'
import { read } from '../../src/core/reading/index.js'
import { findSpeakers } from '../../src/core/speakers/index.js'
import { findStatements, rulesTagger } from '../../src/core/statements/index.js'
import { sourcesOf } from '../../src/node/ledger/check-sources.js'
import { openLedger } from '../../src/node/ledger/open.js'
import { pageFromBytes } from '../../src/node/page.js'
import { Turns } from '../../src/node/sources/index.js'
import { createServer, type Reader } from '../../src/server/index.js'
import { FLAGS } from '../browser/flags.js'
import { builtDesk } from './built.js'

const ROOT = join(import.meta.dirname, '..', '..')
const { findChromium } = (await import(join(ROOT, 'scripts', 'chromium.mjs'))) as { findChromium(): string | null }

/** What a tab did that no tab of the desk may: an error, a request to elsewhere, a breach of its policy. */
export type Wrongs = readonly string[]

/** A tab, with what went wrong in it so far. */
export interface Tab {
  readonly page: Page
  readonly wrongs: Wrongs
}

/** The desk as `onrecord desk` serves it, on a ledger of its own, with a browser. */
export interface Desk {
  /** `http://127.0.0.1:n/` */
  readonly address: string
  readonly ledger: Ledger
  /** A tab with nothing kept of any before it, at a view: `#/search?q=road`. */
  tab(view?: string, options?: BrowserContextOptions): Promise<Tab>
  /** Stops listening, does the work, and listens at the same port again. */
  whileGone(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Reads by the rules, on this thread: quick, and the same every time. */
const reader: Reader = {
  async read({ name, url, contentType, bytes, kind }) {
    const page = await pageFromBytes(bytes, { name, url, contentType, ...(kind === undefined ? {} : { kind }) })
    const reading = read(page)
    const { statements, speakers } = findSpeakers(reading, await findStatements(reading, rulesTagger))
    return { record: recordOf(page, reading, statements, speakers, name), bytes }
  },
}

/** Serves a ledger of those pages and starts a browser. */
export async function deskWith(arrivals: readonly Arrival[]): Promise<Desk> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('There is no Chromium: install one (apt-get install chromium), or name its path in CHROMIUM.')
  }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-test-'))
  const ledger = await openLedger(join(folder, 'ledger.db'))
  if (arrivals.length > 0) await ledger.add(arrivals)
  const files = await deskFiles(await builtDesk())
  let port = 0
  const server = createServer(
    {
      ledger,
      place: 'ledger.db',
      intake: nodeIntake({
        maxBytes: 50_000_000,
        timeoutMs: 5_000,
        allowPrivate: false,
        offline: true,
        turns: new Turns(),
      }),
      reader,
      sources: (but) => sourcesOf(ledger, but),
      log: { request: () => {}, fault: (error) => console.error(error) },
      now: () => new Date(),
    },
    {
      files: (request) => files.answer(request),
      access: {
        accounts: null,
        port: () => port,
        allowedHosts: [],
        plainHttp: false,
        addressOf: () => '127.0.0.1',
        isOpen: (path) => files.has(path),
        now: () => new Date(),
      },
    },
  )
  const listen = () =>
    new Promise<HttpServer>((resolve) => {
      const listening = serve({ fetch: (request) => server.fetch(request), hostname: '127.0.0.1', port }, () =>
        resolve(listening as HttpServer),
      )
    })
  const hangUp = async (listening: HttpServer) => {
    const closed = once(listening, 'close')
    listening.close()
    listening.closeAllConnections()
    await closed
  }
  let http = await listen()
  port = (http.address() as { port: number }).port
  const address = `http://127.0.0.1:${port}/`
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: folder },
  })
  return {
    address,
    ledger,
    tab: (view = '', options = {}) => tabAt(browser, address, view, options),
    async whileGone(work) {
      await hangUp(http)
      try {
        await work()
      } finally {
        http = await listen()
      }
    },
    async close() {
      await browser.close()
      await server.close()
      await hangUp(http)
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function tabAt(browser: Browser, address: string, view: string, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const wrongs: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    wrongs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !url.startsWith(`blob:${address}`)) wrongs.push(`request: ${url}`)
  })
  await page.goto(address + view)
  return { page, wrongs }
}
