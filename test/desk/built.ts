import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..')

/**
 * The folder of the desk, built by its own configuration. It is named by the hash of what it is built from, so that test
 * files in processes side by side share one build and none is ever stale.
 */
export async function builtDesk(): Promise<string> {
  const folder = join(tmpdir(), `onrecord-desk-${hashOfSources()}`)
  if (existsSync(folder)) return folder
  const made = mkdtempSync(join(tmpdir(), 'onrecord-desk-'))
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'src', 'desk'),
    logLevel: 'error',
    build: { outDir: made },
  })
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another process was first: its build is the same.
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const desk = join(ROOT, 'src', 'desk')
  const sources = readdirSync(desk, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const path of [...sources, join(ROOT, 'vite.config.ts'), join(ROOT, 'package-lock.json')]) {
    hash.update(path.slice(ROOT.length)).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 16)
}
