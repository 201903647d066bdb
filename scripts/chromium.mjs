import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium: what CHROMIUM names, else the first found on PATH; null: there is none. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : null
  for (const name of NAMES) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name)
      if (folder !== '' && existsSync(path)) return path
    }
  }
  return null
}

/**
 * The path of a Chromium, Debian's installed where there is none and this process may install it. Where that cannot be
 * had, `path` is null and `reason` says why, as words for a person.
 */
export function haveChromium() {
  const found = findChromium()
  if (found) return { path: found, reason: null }
  if (process.env.CHROMIUM)
    return { path: null, reason: `CHROMIUM names ${process.env.CHROMIUM}, which does not exist` }
  if (process.getuid?.() !== 0) return { path: null, reason: 'no Chromium on PATH, and only root may install it' }
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    return { path: null, reason: 'no Chromium on PATH, and no apt-get to install it with' }
  }
  const apt = (...args) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium')
  } catch (error) {
    const said = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1)
    return { path: null, reason: `apt-get install chromium failed: ${said}` }
  }
  const path = findChromium()
  return { path, reason: path ? null : 'apt-get installed chromium, but it is not on PATH' }
}
