import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { FLAGS } from '../browser/flags.js'
import { type Site, servedSite } from './serve.js'
import type { Told } from './site/messages.js'
import type { Tab } from './site/tab.js'

const ROOT = join(import.meta.dirname, '..', '..')
const { findChromium } = (await import(join(ROOT, 'scripts', 'chromium.mjs'))) as { findChromium(): string | null }

/** A browser of its own, with its files on disk, and the site of the tests. */
export interface Setting {
  readonly site: Site
  readonly context: BrowserContext
  /** A tab at the site. */
  tab(): Promise<Page>
  close(): Promise<void>
}

export async function setting(): Promise<Setting> {
  const executablePath = findChromium()
  if (!executablePath) {
    throw new Error('There is no Chromium: install one (apt-get install chromium), or name its path in CHROMIUM.')
  }
  const site = await servedSite()
  const profile = mkdtempSync(join(tmpdir(), 'onrecord-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: profile },
  })
  return {
    site,
    context,
    tab: async () => {
      const page = await context.newPage()
      await page.goto(site.address)
      return page
    },
    close: async () => {
      await context.close()
      await site.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Bytes as a tab takes them. */
export const bytesFor = (content: Uint8Array | string) => ({ base64: Buffer.from(content).toString('base64') })

/** Asks a tab's worker; what it threw comes as `{ code, message }`. */
export async function told(page: Page, method: string, ...given: unknown[]): Promise<Told> {
  return page.evaluate(
    async ([method, given]) => {
      const { tab } = globalThis as unknown as { tab: Tab }
      return tab.ask(method, ...given)
    },
    [method, given] as const,
  )
}

/** Asks a tab's worker for what it must be able to give. */
export async function asked<T>(page: Page, method: string, ...given: unknown[]): Promise<T> {
  const { value, code, message } = await told(page, method, ...given)
  if (code !== undefined) throw new Error(`${method}: ${code}: ${message}`)
  return value as T
}
