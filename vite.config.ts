import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
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
  worker: { format: 'es', plugins: () => (mode === 'tab' ? [withoutRuntime()] : []) },
  build: {
    outDir: mode === 'tab' ? '../../dist/desk-tab' : '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the server allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7373' } },
}))
