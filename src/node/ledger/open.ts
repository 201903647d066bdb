import { mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Ledger } from '../../core/ledger/port.js'
import { OnrecordError } from '../../core/model/index.js'
import type { Engine } from './engine.js'
import { KyselyLedger } from './ledger.js'
import { postgresEngine } from './postgres.js'
import { Readers, withReaders } from './readers.js'
import { sqliteEngine } from './sqlite.js'

/** How a ledger is opened. */
export interface OpenOptions {
  /** False: a file that is not there is an error, `ledger-missing`. True unless given. */
  readonly create?: boolean
  /** The last migration to make; for tests of older ledgers. */
  readonly upTo?: string
  /**
   * How many questions a ledger in a file answers at once, in threads of their own; 0 unless given: all are answered in the
   * thread that asks. PostgreSQL has its own processes for that.
   */
  readonly readers?: number
  /** Told of each step of a change of the tables that takes long: what is being done, and how many of how many are. */
  readonly onMigration?: (what: string, done: number, of: number) => void
  /** Told of each statement of SQL and the milliseconds that it took; for measuring. */
  readonly onQuery?: (statement: string, milliseconds: number) => void
}

/**
 * Opens the ledger at a place: a file's path, or the address of a PostgreSQL database (`postgres://…`).
 *
 * @throws OnrecordError `ledger-missing`, `ledger-newer`, `ledger-broken`, `ledger-locked`, `ledger-unreachable`
 */
export async function openLedger(place: string, options: OpenOptions = {}): Promise<Ledger> {
  const { engine, name } = engineAt(place, options)
  const ledger = await KyselyLedger.open(engine, name, options)
  const { readers = 0 } = options
  return readers > 0 && engine.name === 'sqlite' && place !== ':memory:'
    ? withReaders(ledger, new Readers(place, readers))
    : ledger
}

/**
 * What works the database at a place, and what the place is called in messages: without a password.
 *
 * @throws OnrecordError `ledger-missing`, `ledger-broken`; `usage` where the place can be no ledger's
 */
export function engineAt(
  place: string,
  { create = true }: OpenOptions = {},
): { readonly engine: Engine; readonly name: string } {
  if (/^postgres(?:ql)?:\/\//i.test(place)) return { engine: postgresEngine(place), name: placeName(place) }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new OnrecordError('usage', `A ledger is a file or a postgres:// address, not ${place.split(':')[0]}://.`)
  if (place !== ':memory:') {
    const there = statSync(place, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new OnrecordError('ledger-broken', `The ledger ${place} is a folder. Name a file.`)
    if (!there && !create)
      throw new OnrecordError(
        'ledger-missing',
        `There is no ledger at ${place} yet. Add pages first: onrecord add SOURCE`,
      )
    if (!there) make(dirname(place))
  }
  return { engine: sqliteEngine(place), name: place }
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new OnrecordError(
      'ledger-broken',
      `The folder ${folder} cannot be made. Choose another place for the ledger.`,
      { cause },
    )
  }
}

/** What a ledger is called in messages: its path, or its address without a password. */
export function placeName(place: string): string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return place
  return place.replace(/^([a-z]+:\/\/[^:/@]*):[^@]*@/i, '$1@').replace(/([?&]password=)[^&#]*/gi, '$1…')
}

/**
 * Where a person's ledger is unless they say otherwise: `ONRECORD_LEDGER`, else `onrecord/ledger.db` in the folder for
 * programs' data (XDG Base Directory; on macOS and Windows the system's own).
 */
export function defaultLedger(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (env.ONRECORD_LEDGER) return env.ONRECORD_LEDGER
  const home = env.HOME ?? homedir()
  const data =
    env.XDG_DATA_HOME ||
    (platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? (env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'))
        : join(home, '.local', 'share'))
  return join(data, 'onrecord', 'ledger.db')
}
