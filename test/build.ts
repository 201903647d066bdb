import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'dist', 'cli', 'main.js')
/** In this checkout's own folder: `node_modules` may be shared. */
const LOCK = join(ROOT, '.cache', 'build')
/** A build takes some seconds; a lock this old was left by a process that died. */
const STALE_MS = 120_000

/**
 * The path of the built command line, `dist/cli/main.js`, built now where a source is newer. Test files run in processes
 * side by side: one of them builds, the others wait.
 */
export async function builtCli(): Promise<string> {
  if (isFresh() && changed(LOCK) === 0) return CLI
  while (!lock()) await wait(100)
  try {
    if (!isFresh()) {
      execFileSync(process.execPath, [join(ROOT, 'node_modules', 'tsdown', 'dist', 'run.mjs'), '--logLevel', 'error'], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    }
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
  return CLI
}

function isFresh(): boolean {
  const built = changed(CLI)
  return built > 0 && built >= Math.max(newest(join(ROOT, 'src')), changed(join(ROOT, 'tsdown.config.ts')))
}

function lock(): boolean {
  try {
    mkdirSync(dirname(LOCK), { recursive: true })
    mkdirSync(LOCK)
    return true
  } catch {
    const made = changed(LOCK)
    if (made > 0 && Date.now() - made > STALE_MS) rmSync(LOCK, { recursive: true, force: true })
    return false
  }
}

function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => changed(join(entry.parentPath, entry.name))),
  )
}

/** Milliseconds since 1970; 0: there is no such file. */
function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
