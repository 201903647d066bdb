import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/** The desk: static files in dist/desk, which `onrecord desk` serves. */
export default defineConfig({
  root: 'src/desk',
  base: './',
  publicDir: 'public',
  plugins: [svelte()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the server allows no inline script or style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7373' } },
})
