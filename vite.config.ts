import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'
import { CONTENT_POLICY } from './src/server/policy.js'

/** onnxruntime's WebAssembly is 14 MB, and in the dependency already: `onrecord desk --static` takes it from there. */
const RUNTIME = join(import.meta.dirname, 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm')

function withoutRuntime(): Plugin {
  const hash = createHash('sha256').update(readFileSync(RUNTIME)).digest('hex')
  return {
    name: 'without-runtime',
    generateBundle(_, bundle) {
      for (const [name, made] of Object.entries(bundle)) {
        if (made.type !== 'asset' || !/ort-wasm.*\.wasm$/.test(name)) continue
        if (createHash('sha256').update(made.source).digest('hex') !== hash)
          throw new Error(`${name} is not ${RUNTIME}`)
        delete bundle[name]
        this.emitFile({ type: 'asset', fileName: 'runtime.json', source: JSON.stringify({ file: name, hash }) })
      }
    },
  }
}

/** The licences of what a worker is built of, as `build.license` writes those of the page: workers are no part of that. */
function withLicences(): Plugin {
  return {
    name: 'with-licences',
    generateBundle(_, bundle) {
      const folders = new Set<string>()
      let worker = ''
      for (const made of Object.values(bundle)) {
        if (made.type !== 'chunk') continue
        if (made.isEntry) worker = made.name
        for (const id of made.moduleIds) {
          const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
          if (folder) folders.add(folder)
        }
      }
      const sections = [...folders].map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
        const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
        const words =
          file === undefined ? 'It comes with no text of its licence.' : readFileSync(join(folder, file), 'utf8')
        return `## ${name} - ${version} (${license})\n\n${words.trim()}\n`
      })
      const source = `# Licences\n\nOf what ${worker} is built of.\n\n${sections.sort().join('\n')}`
      this.emitFile({ type: 'asset', fileName: `licences-${worker}.md`, source })
    },
  }
}

/** Where no server gives the policy, the page has it itself; what only a header may say, it cannot. */
function withPolicy(): Plugin {
  return {
    name: 'with-policy',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: CONTENT_POLICY.replace(/frame-ancestors[^;]*; /, ''),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/**
 * The desk: static files in dist/desk, which `onrecord desk` serves; in the mode `tab` in dist/desk-tab, with all that the
 * server does in a worker, which `onrecord desk --static` gives out.
 */
export default defineConfig(({ mode }) => ({
  root: 'src/desk',
  base: './',
  publicDir: 'public',
  plugins: [svelte(), ...(mode === 'tab' ? [withoutRuntime(), withPolicy()] : [])],
  worker: { format: 'es', plugins: () => [withLicences(), ...(mode === 'tab' ? [withoutRuntime()] : [])] },
  build: {
    outDir: mode === 'tab' ? '../../dist/desk-tab' : '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the server allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Most licences ask that their text goes with the code.
    license: { fileName: 'licences.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7373' } },
}))
