import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    exports: 'src/exports.ts',
    'node/index': 'src/node/index.ts',
    ledger: 'src/node/ledger/index.ts',
    server: 'src/server/index.ts',
    'node/worker': 'src/node/pool/worker.ts',
    'node/ledger-reader': 'src/node/ledger/reader.ts',
    'cli/main': 'src/cli/main.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  deps: { neverBundle: [/^node:/] },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  dts: true,
  sourcemap: false,
  // The desk is built beside it, by Vite.
  clean: ['dist/*', '!dist/desk', '!dist/desk-tab'],
})
