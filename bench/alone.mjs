import { execFileSync, spawnSync } from 'node:child_process'
import { ROOT } from './library.mjs'

const hasTaskset = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0

/** Runs a script of ours on one core, where the system can hold it there, and gives the JSON that it prints last. */
export function alone(args, options = {}) {
  const node = [process.execPath, '--expose-gc', ...args]
  const [command, ...rest] = hasTaskset ? ['taskset', '--cpu-list', '0', ...node] : node
  const printed = execFileSync(command, rest, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    ...options,
  })
  return JSON.parse(printed.trim().split('\n').at(-1))
}
