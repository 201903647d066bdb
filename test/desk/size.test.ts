import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtDesk } from './built.js'

/** What the desk fetches before it shows anything, as the server sends it: packed by Brotli. */
test('the first load is 150 kB of script and style at most', { timeout: 120_000 }, async () => {
  const folder = await builtDesk()
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  expect(files.some((file) => file.endsWith('.js')) && files.some((file) => file.endsWith('.css'))).toBe(true)
  // Modules that the first script imports outright are fetched with it.
  const all = new Set(files)
  for (const file of all) {
    if (!file.endsWith('.js')) continue
    const script = readFileSync(join(folder, file), 'utf8')
    for (const match of script.matchAll(/(?:^|;)import(?:[^"'()]*from)?["']\.\/([^"']+\.js)["']/g))
      all.add(`assets/${match[1]}`)
  }
  const sizes = [...all].map((file) => brotliCompressSync(readFileSync(join(folder, file))).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(10_000)
  expect(total).toBeLessThanOrEqual(150_000)
})
