import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    // The first file that needs the built program builds it.
    hookTimeout: 120_000,
    expect: { poll: { timeout: 8_000 } },
    // Two at least: many tests wait for a browser, a database or a child of theirs.
    maxWorkers: Math.max(2, availableParallelism()),
  },
})
