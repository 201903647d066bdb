import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { builtCli } from '../build.js'

const cli = await builtCli()

/** What a process left behind. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a process is run with. */
export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** A folder of its own for a test file, gone when its tests are done. */
export function ownFolder(): { path: string; file(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
  afterAll(() => rmSync(path, { recursive: true }))
  return {
    path,
    file(name, content) {
      const full = join(path, name)
      writeFileSync(full, content)
      return full
    },
  }
}

/** Starts the built command line, with nothing of the test's own environment that changes its looks. */
export function start(args: readonly string[], env: RunOptions['env'] = {}): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { env: bare(env) })
}

/** Runs the built command line to its end. */
export function run(args: readonly string[], { input = '', env = {} }: RunOptions = {}): Promise<Ended> {
  const child = start(args, env)
  child.stdin?.on('error', () => {}).end(input)
  return ended(child)
}

/** Runs a shell command in a pseudo-terminal of that many columns; `$ONRECORD` stands for the command line. */
export function runInTerminal(command: string, columns: number, env: RunOptions['env'] = {}): Promise<Ended> {
  const script = `stty cols ${columns}; ${command}`
  const child = spawn('script', ['-qec', script, '/dev/null'], {
    env: bare({ TERM: 'xterm-256color', ONRECORD: `${process.execPath} ${cli}`, SHELL: '/bin/sh', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return ended(child)
}

/** Runs a shell command; `$ONRECORD` stands for the command line. */
export function runInShell(command: string, env: RunOptions['env'] = {}): Promise<Ended> {
  return ended(
    spawn('bash', ['-c', command], {
      env: bare({ ONRECORD: `${process.execPath} ${cli}`, ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** What a process printed, when it is done. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (data) => {
    stdout += data
  })
  child.stderr?.setEncoding('utf8').on('data', (data) => {
    stderr += data
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

function bare(env: RunOptions['env']): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, ...env }
}
