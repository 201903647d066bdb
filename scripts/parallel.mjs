import { execFileSync, spawnSync } from 'node:child_process'

/** Whether the `parallel` on PATH is GNU's; moreutils has another of that name. */
function isThere() {
  const { stdout } = spawnSync('parallel', ['--version'], { encoding: 'utf8' })
  return stdout?.startsWith('GNU parallel') ?? false
}

/**
 * Sees to GNU parallel: Debian's is installed where there is none and this process may install it. Null where it is there,
 * else why it cannot be had, as words for a person.
 */
export function haveParallel() {
  if (isThere()) return null
  if (process.getuid?.() !== 0) return 'no GNU parallel on PATH, and only root may install it'
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    return 'no GNU parallel on PATH, and no apt-get to install it with'
  }
  const options = { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update'], options)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'parallel'], options)
  } catch (error) {
    const said = String(error.stderr ?? error.message)
    return `apt-get install parallel failed: ${said.trim().split('\n').at(-1)}`
  }
  return isThere() ? null : 'apt-get installed parallel, but it is not on PATH'
}
