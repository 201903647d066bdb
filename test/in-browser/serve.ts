import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { builtinModules } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build, type Plugin } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** A site of static files on this machine, without any headers of its own. */
export interface Site {
  readonly address: string
  /** The folder that it was built into. */
  readonly folder: string
  /** Modules that import something of Node, and what: a browser would find nothing there. */
  readonly ofNode: readonly (readonly [importer: string, module: string])[]
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  /** False: the model is not there. */
  hasModel: boolean
  close(): Promise<void>
}

/** Notes what modules import of Node. */
export function ofNode(found: [importer: string, module: string][]): Plugin {
  return {
    name: 'of-node',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source.startsWith('node:') || builtinModules.includes(source)) found.push([importer ?? '', source])
      return null
    },
  }
}

/** Builds the site of the tests with Vite, as the desk is built, and serves it with the model beside it. */
export async function servedSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-site-'))
  const found: [string, string][] = []
  await build({
    root: join(import.meta.dirname, 'site'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [ofNode(found)],
    worker: { format: 'es', plugins: () => [ofNode(found)] },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 100_000 },
  })
  const site = await served(folder)
  const { close } = site
  return Object.assign(site, {
    folder,
    ofNode: found,
    close: async () => {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}

/** Serves a folder's files as any host would, the model beside them. */
export async function served(folder: string): Promise<Pick<Site, 'address' | 'asked' | 'hasModel' | 'close'>> {
  const asked: string[] = []
  const site = { hasModel: true }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    asked.push(pathname)
    const path = pathname === '/' ? '/index.html' : pathname
    try {
      if (path.startsWith('/model/') && !site.hasModel) throw new Error('no model')
      const body = readFileSync(path.startsWith('/model/') ? join(ROOT, path) : join(folder, path))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return Object.assign(site, {
    address: `http://127.0.0.1:${port}/`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
