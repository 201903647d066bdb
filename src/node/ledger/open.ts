import { existsSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { Ledger } from '../../core/ledger/port.js'
import { OnrecordError } from '../../core/model/index.js'
import type { Engine } from './engine.js'
import { KyselyLedger } from './ledger.js'
import type { OnUpdate } from './migrations.js'
import { postgresEngine } from './postgres.js'
import { Readers, withReaders } from './readers.js'
import { sqliteEngine } from './sqlite.js'

export type { OnUpdate } from './migrations.js'

/** How a ledger is opened. */
export interface OpenOptions {
  /** False: a file that is not there is an error, `ledger-missing`. True unless given. */
  readonly create?: boolean
  /** The last migration to make; for tests of older ledgers. */
  readonly upTo?: string
  /**
   * Called when a ledger of an earlier version is brought up to date, which may take minutes: at its beginning with 0 and 0,
   * then with how many rows or steps are done, of how many, and what is being done. It is done in one transaction, and
   * ended at any time it begins anew the next time.
   */
  readonly onUpdate?: OnUpdate
  /**
   * How many questions a ledger in a file answers at once, in threads of their own; 0 unless given: all are answered in the
   * thread that asks. PostgreSQL has its own processes for that.
   */
  readonly readers?: number
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
  if (/^postgres(?:ql)?:\/\//i.test(place)) {
    // As the driver reads it: a socket's address has no host.
    if (!URL.canParse(place.replaceAll(' ', '%20')) && !URL.canParse(place.replace('@/', '@host/')))
      throw new OnrecordError(
        'usage',
        `The ledger's address ${placeName(place)} is none that can be read. Characters such as / # % @ in a password must be written %2F %23 %25 %40.`,
      )
    return { engine: postgresEngine(place), name: placeName(place) }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place))
    throw new OnrecordError('usage', `A ledger is a file or a postgres:// address, not ${place.split(':')[0]}://.`)
  if (place !== ':memory:') {
    const there = lookedAt(place)
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

/** What there is at a path; null: nothing. */
function lookedAt(place: string): Stats | null {
  try {
    return statSync(place, { throwIfNoEntry: false }) ?? null
  } catch (cause) {
    throw new OnrecordError(
      'ledger-broken',
      `The ledger ${place} cannot be opened (${(cause as Error).message}). Choose another place for it with --ledger.`,
      { cause },
    )
  }
}

/**
 * Makes a folder and those above it, one after another: Node's own way never ends where a folder is there and yet none can
 * be made in it for want of it, as below /proc and in some network homes.
 */
function make(folder: string): void {
  const above = dirname(folder)
  if (existsSync(folder)) return
  if (above !== folder) make(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    throw new OnrecordError(
      'ledger-broken',
      `The folder ${folder} cannot be made (${(cause as Error).message}). Choose another place for the ledger with --ledger.`,
      { cause },
    )
  }
}

/** What a ledger is called in messages: its path, or its address without a password. */
export function placeName(place: string): string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return place
  return place.replace(/^([a-z]+:\/\/[^:/@]*):.*@/is, '$1@').replace(/([?&]password=)[^&#]*/gi, '$1…')
}

/**
 * Where a person's ledger is unless they say otherwise: `ONRECORD_LEDGER`, else `onrecord/ledger.db` in the folder for
 * programs' data (XDG Base Directory; on macOS and Windows the system's own).
 *
 * @throws OnrecordError `usage` where there is neither, because nobody's home is known
 */
export function defaultLedger(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (env.ONRECORD_LEDGER) return env.ONRECORD_LEDGER
  // A relative path is none, by the XDG Base Directory.
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'onrecord', 'ledger.db')
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'onrecord', 'ledger.db')
  const data =
    platform === 'darwin'
      ? ['Library', 'Application Support']
      : platform === 'win32'
        ? ['AppData', 'Local']
        : ['.local', 'share']
  return join(env.HOME || homeOf(), ...data, 'onrecord', 'ledger.db')
}

/** The home of whoever runs this, as the system has it: an empty HOME says nothing. */
function homeOf(): string {
  try {
    const { homedir } = userInfo()
    if (homedir) return homedir
  } catch {
    // A number without a name, as containers run programs by.
  }
  throw new OnrecordError(
    'usage',
    'Where your ledger is cannot be told: HOME is not set, and the system knows no home of yours. Name a file with --ledger, or in ONRECORD_LEDGER.',
  )
}
