import { spawnSync } from 'node:child_process'
import { haveProgram } from './debian.mjs'

/** Whether the `parallel` on PATH is GNU's; moreutils has another of that name. */
function isThere() {
  const { stdout } = spawnSync('parallel', ['--version'], { encoding: 'utf8' })
  return stdout?.startsWith('GNU parallel') ?? false
}

/**
 * Sees to GNU parallel: Debian's is installed where there is none and this process may install it. Null where it is there,
 * else why it cannot be had, as words for a person.
 */
export const haveParallel = () => haveProgram('parallel', 'GNU parallel on PATH', isThere)
