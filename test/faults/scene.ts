import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { builtCli } from '../build.js'
import { type Ended, ended } from '../cli/run.js'
import { SURVEY } from '../node/ledger/pages.js'
import { Room } from './room.js'

const CLI = await builtCli()

/** How the program is run. */
export interface How {
  /** In these mounts and this network. */
  readonly room?: Room
  readonly env?: Readonly<Record<string, string>>
  /** Commands before it, each running the rest: `prlimit --nofile=64`. */
  readonly by?: readonly string[]
  readonly input?: string | Uint8Array
  readonly cwd?: string
}

/** Where a fault is made: a folder of its own, and the built program. */
export class Scene {
  readonly folder = mkdtempSync(join(tmpdir(), 'onrecord-fault-'))
  readonly #ends: (() => unknown)[] = []
  readonly #names: [from: string, to: string][] = []

  /** A place for a ledger, in the fault's folder. */
  readonly ledger = join(this.folder, 'ledger.db')

  /** Has something ended when the fault is done; the last first. */
  later(end: () => unknown): void {
    this.#ends.push(end)
  }

  /** Has messages show `from` as `to`: what is another with each run, such as a port. */
  name(from: string, to: string): void {
    this.#names.push([from, to])
  }

  async close(): Promise<void> {
    for (const end of this.#ends.reverse()) await end()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async room(): Promise<Room> {
    const room = await Room.open()
    this.later(() => room.close())
    return room
  }

  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name)
    writeFileSync(path, content)
    return path
  }

  /** A folder with so many pages, each with statements of its own. */
  pages(count: number, name = 'pages'): string {
    const path = join(this.folder, name)
    mkdirSync(path, { recursive: true })
    for (let i = 0; i < count; i++) writeFileSync(join(path, `${String(i).padStart(4, '0')}.html`), pageNumber(i))
    return path
  }

  /** Starts the program. */
  start(args: readonly string[], { room, env = {}, by = [], cwd = this.folder }: How = {}): ChildProcess {
    const [program, ...rest] = [...(room?.entry ?? []), ...by, process.execPath, CLI, ...args]
    return this.#spawn(program as string, rest, env, room ? undefined : cwd)
  }

  /** Runs the program to its end. */
  run(args: readonly string[], how: How = {}): Promise<Ended> {
    const child = this.start(args, how)
    child.stdin?.on('error', () => {}).end(how.input ?? '')
    return ended(child)
  }

  /** Runs a shell command to its end; `$ONRECORD` stands for the program. */
  shell(command: string, { room, env = {}, by = [], cwd = this.folder }: How = {}): Promise<Ended> {
    const [program, ...rest] = [...(room?.entry ?? []), ...by, 'bash', '-c', command]
    const child = this.#spawn(
      program as string,
      rest,
      { ONRECORD: `${process.execPath} ${CLI}`, ...env },
      room ? undefined : cwd,
    )
    child.stdin?.end()
    return ended(child)
  }

  #spawn(program: string, args: readonly string[], env: How['env'], cwd: string | undefined): ChildProcess {
    const { PATH } = process.env
    const child = spawn(program, args, {
      env: { PATH, HOME: this.folder, ...env },
      ...(cwd === undefined ? {} : { cwd }),
    })
    this.later(() => child.exitCode ?? child.signalCode ?? child.kill('SIGKILL'))
    return child
  }

  /** Adds sources to the fault's ledger, by the rules: the tagger has no part in most faults. */
  add(source: string, { ledger = this.ledger, ...how }: How & { readonly ledger?: string } = {}): Promise<Ended> {
    return this.run(['add', '--tagger', 'rules', '--ledger', ledger, source], how)
  }

  /** How many pages a ledger has. What it has must be as it was kept, by `onrecord verify`. */
  async kept({ ledger = this.ledger, ...how }: How & { readonly ledger?: string } = {}): Promise<number> {
    const { code, stdout, stderr } = await this.run(['verify', '--format', 'json', '--ledger', ledger], how)
    expect(stderr).toBe('')
    const { pages, statements, faults } = JSON.parse(stdout)
    expect({ code, faults }).toEqual({ code: 0, faults: [] })
    // Each of these pages has some: what was kept was kept whole.
    expect(statements).toBeGreaterThanOrEqual(pages)
    return pages
  }

  /** The failure that ended a run, for the table: its exit code, code and message. It must be this one. */
  seen({ code, stderr }: Pick<Ended, 'code' | 'stderr'>, error: string, exitCode: number): string {
    const last = stderr.trimEnd().split('\n').at(-1) ?? ''
    expect({ code, last }, stderr).toEqual({
      code: exitCode,
      last: expect.stringMatching(new RegExp(`^onrecord: .* \\[${error}\\]$`)),
    })
    return `exit ${exitCode}, ${this.failure(last)}`
  }

  /** A line of a failure, for the table. */
  failure(line: string): string {
    const [, message = '', code = ''] = /^onrecord: (.*) \[([a-z-]+)\]$/.exec(line) ?? []
    return `[\`${code}\`](errors.md#${code}): “${this.plain(message)}”`
  }

  /** A text without what is another with each run. */
  plain(text: string): string {
    const named = this.#names.reduce((all, [from, to]) => all.replaceAll(from, to), text)
    return named.replaceAll(`${this.folder}/`, '').replaceAll(this.folder, '~').replace(/\s+/g, ' ').trim()
  }
}

/** A page whose statements no other number's has. */
export function pageNumber(i: number): string {
  return SURVEY.replaceAll('412', String(1000 + i)).replace('Office reports', `Office ${i} reports`)
}

/** Resolves when a stream has given a text that matches; rejects where it ends before. */
export function said(child: ChildProcess, from: 'stdout' | 'stderr', what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child[from]?.on('data', (part: Buffer) => {
      text += part.toString()
      if (what.test(text)) resolve(text)
    })
    child.once('close', () => reject(new Error(`it ended without saying ${what}:\n${text}`)))
  })
}
