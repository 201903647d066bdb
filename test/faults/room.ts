import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Mounts and a network of a fault's own (Linux namespaces): what is done to them nobody else on the machine sees, and all
 * of it is gone with the room. Its network has nothing but itself.
 */
export class Room {
  readonly #holder: ChildProcess

  private constructor(holder: ChildProcess) {
    this.#holder = holder
  }

  static async open(): Promise<Room> {
    const holder = spawn(
      'unshare',
      ['--mount', '--net', '--propagation', 'private', 'sh', '-c', 'echo open; exec sleep infinity'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(holder.stdout as NodeJS.ReadableStream, 'data')
    const room = new Room(holder)
    room.run('ip', 'link', 'set', 'lo', 'up')
    return room
  }

  /** The id of a process in here. */
  get holder(): string {
    return String(this.#holder.pid)
  }

  /** What runs a command in here. */
  get entry(): readonly string[] {
    return ['nsenter', '--target', this.holder, '--mount', '--net', '--']
  }

  /** Runs a command in here to its end, and gives what it printed. */
  run(...command: readonly string[]): string {
    const [program, ...args] = [...this.entry, ...command]
    return execFileSync(program as string, args, { encoding: 'utf8' })
  }

  /** A disk of its own, in memory. */
  disk(path: string, size: string): Disk {
    mkdirSync(path, { recursive: true })
    this.run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path)
    const remount = (options: string) => this.run('mount', '-o', `remount,${options}`, path)
    return {
      path,
      grow: (to) => remount(`size=${to}`),
      protect: () => remount('ro'),
      release: () => remount('rw'),
      fill: () => this.run('sh', '-c', `cat /dev/zero > ${join(path, 'filling')} 2>/dev/null || true`),
      has: () => this.run('ls', '-A', path).split('\n').filter(Boolean),
      read: (name) => this.run('cat', join(path, name)),
    }
  }

  async close(): Promise<void> {
    const gone = once(this.#holder, 'exit')
    this.#holder.kill('SIGKILL')
    await gone
  }
}

/** A disk in a room. */
export interface Disk {
  readonly path: string
  grow(to: string): void
  /** Makes it read-only. */
  protect(): void
  release(): void
  /** Fills it to its last byte, with a file called `filling`. */
  fill(): void
  has(): string[]
  read(name: string): string
}
