import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { installPackage } from './debian.mjs'

/** Where Debian keeps servers' programs, which are not on PATH. */
const DEBIAN = '/usr/lib/postgresql'

/** The folder of initdb and postgres; null: there is none. */
function findPrograms() {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : []
  const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)]
  return (
    folders.find(
      (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
    ) ?? null
  )
}

/** A port of this machine that nobody listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/**
 * Starts a PostgreSQL of its own in a new folder, on a free port of this machine, Debian's installed where there is none
 * and this process may install it. `address` is null where that cannot be had, and `reason` says why.
 */
export async function startPostgres() {
  let programs = findPrograms()
  if (!programs) {
    const reason = installPackage('postgresql', 'PostgreSQL here')
    programs = findPrograms()
    if (!programs) return { address: null, reason: reason ?? 'apt-get installed PostgreSQL, but it is not to be found' }
  }
  // The server refuses to run as root.
  let owner = {}
  if (process.getuid?.() === 0) {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    try {
      owner = { uid: id('-u'), gid: id('-g') }
    } catch {
      return { address: null, reason: 'PostgreSQL does not run as root, and there is no user postgres' }
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if ('uid' in owner) chownSync(folder, owner.uid, owner.gid)
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'onrecord', '--auth=trust', '--encoding=UTF8', '--no-sync'],
    { ...owner, cwd: folder, env, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    remove()
    return { address: null, reason: `initdb failed: ${(made.stderr ?? String(made.error)).trim().split('\n').at(-1)}` }
  }
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  /** Runs the server in its folder; what it said, where it does not start. */
  const serve = async () => {
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
      { ...owner, cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const gone = new Promise((resolve) => server.once('exit', resolve))
    let said = ''
    const ready = await new Promise((resolve) => {
      server.stderr.on('data', (part) => {
        said = (said + part).slice(-4000)
        if (said.includes('ready to accept connections')) resolve(true)
      })
      server.on('exit', () => resolve(false))
      server.on('error', () => resolve(false))
    })
    return { server, gone, said: ready ? null : said }
  }
  let running = await serve()
  if (running.said !== null) {
    remove()
    return { address: null, reason: `postgres did not start: ${running.said.trim().split('\n').at(-1)}` }
  }
  const end = async (signal) => {
    running.server.kill(signal)
    await running.gone
  }
  return {
    address: `postgres://onrecord@127.0.0.1:${port}/postgres`,
    reason: null,
    version: execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    /** Ends it as a crash does (`pg_ctl stop -m immediate`); nothing that was committed is lost. */
    crash: () => end('SIGQUIT'),
    /** Starts it again after a crash, at the same address. */
    async restart() {
      running = await serve()
      if (running.said !== null) throw new Error(`postgres did not start again: ${running.said}`)
    },
    async stop() {
      // Fast shutdown: whoever is still connected is cut off.
      if (running.server.exitCode === null && running.server.signalCode === null) await end('SIGINT')
      remove()
    },
  }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const { address, reason, stop } = await startPostgres()
  if (!address) {
    console.error(reason)
    process.exit(1)
  }
  console.log(address)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)))
}
