import { execFileSync, spawnSync } from 'node:child_process'

/**
 * Installs a package of Debian's, where this process may.
 *
 * @param what it is wanted for, as words for a person: `Chromium on PATH`
 * @returns null where it is installed now, else why it cannot be had
 */
export function installPackage(name, what) {
  if (process.getuid?.() !== 0) return `no ${what}, and only root may install it`
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return `no ${what}, and no apt-get to install it with`
  const apt = (...args) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', name)
    return null
  } catch (error) {
    const said = String(error.stderr ?? error.message)
    return `apt-get install ${name} failed: ${said.trim().split('\n').at(-1)}`
  }
}

/**
 * Sees to a program: the package that has it is installed where there is none.
 *
 * @param isThere whether the program is there
 * @returns null where it is there, else why it cannot be had
 */
export function haveProgram(name, what, isThere) {
  if (isThere()) return null
  return installPackage(name, what) ?? (isThere() ? null : `apt-get installed ${name}, but it is not on PATH`)
}
