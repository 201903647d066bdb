import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ofNode, type Site, servedSite } from './serve.js'

let site: Site
let folder: string

beforeAll(async () => {
  site = await servedSite()
  folder = mkdtempSync(join(tmpdir(), 'onrecord-bundle-'))
}, 120_000)

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Imports of a name that is no path, as they stand in what a bundler has written. */
const BARE = /(?:\bfrom|\bimport)\s*\(?\s*(["'`])((?:node:|@)?[a-z][\w@/.-]*)\1/g

test('what is built for a browser asks for nothing of Node', () => {
  expect(site.ofNode).toEqual([])
  const scripts = readdirSync(join(site.folder, 'assets')).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(8)
  for (const name of scripts) {
    const code = readFileSync(join(site.folder, 'assets', name), 'utf8')
    expect([name, [...code.matchAll(BARE)].map(([, , module]) => module)]).toEqual([name, []])
    expect(code).not.toContain('__vite-browser-external')
  }
})

test('what does ask for it is noticed', async () => {
  const entry = join(folder, 'entry.ts')
  writeFileSync(
    entry,
    `export { pageFromBytes } from ${JSON.stringify(join(import.meta.dirname, '../../src/node/page.ts'))}`,
  )
  const found: [string, string][] = []
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [ofNode(found)],
    build: { outDir: join(folder, 'out'), lib: { entry, formats: ['es'] } },
  })
  expect(found.map(([, module]) => module)).toContain('node:crypto')
  expect("import a from 'node:fs'").toMatch(BARE)
})

test('its largest parts are as large as docs/decisions/browser.md says', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/decisions/browser.md'), 'utf8')
  for (const [, part, kilobytes] of docs.matchAll(/^\| `([\w-]+)` \|[^|]*\| ([\d,]+) \|$/gm)) {
    const files = readdirSync(join(site.folder, 'assets')).filter((name) => name.startsWith(`${part}-`))
    const size = files.reduce((sum, name) => sum + readFileSync(join(site.folder, 'assets', name)).length, 0)
    const stated = Number(kilobytes?.replaceAll(',', ''))
    expect([part, Math.abs(size / 1000 - stated) < stated * 0.1]).toEqual([part, true])
  }
  expect(docs).toMatch(/^\| `page-worker` \|/m)
})
