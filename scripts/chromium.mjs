import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { haveProgram } from './debian.mjs'

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
  const reason = haveProgram('chromium', 'Chromium on PATH', () => findChromium() !== null)
  return { path: findChromium(), reason }
}
