import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import type { Ledger } from '../core/ledger/port.js'
import { OnrecordError } from '../core/model/index.js'
import { KyselyLedger } from '../node/ledger/ledger.js'
import { watchRoom } from './room.js'
import { type FolderEntry, scope } from './scope.js'
import { type WasmDatabase, wasmEngine } from './sqlite-wasm.js'

/** How a ledger in a browser is opened. */
export interface BrowserLedgerOptions {
  /** How long another tab's ledger is waited for, milliseconds: a tab that is loaded again gives it up in that time. 3,000 unless given. */
  readonly patience?: number
}

const PATIENCE = 3_000
/** A database, its log and its journal, and room for what a checkpoint may need. */
const FILES = 6
/** Where in the origin private file system ledgers are: a folder each. */
const HOME = 'onrecord'

/**
 * The folder in which a pool keeps its files under names of its own; see `OPAQUE_DIR_NAME` in sqlite-wasm.
 */
const POOL = '.opaque'

/**
 * Opens the ledger of that name in this browser's private files for this site, made where there is none. In a worker only:
 * a tab's own thread may not wait for files. What is kept survives the tab; whether it survives a browser that clears up,
 * `keepStorage` asks for.
 *
 * @param name small letters, digits and `-`
 * @throws OnrecordError `ledger-locked` where another tab has it open; `ledger-broken` where the browser has no such
 * files (too old, or a private window); `ledger-full`, `ledger-newer`, `usage`
 */
export async function openBrowserLedger(
  name: string,
  { patience = PATIENCE }: BrowserLedgerOptions = {},
): Promise<Ledger> {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) {
    throw new OnrecordError('usage', `A ledger in a browser is named in small letters, digits and "-", not "${name}".`)
  }
  const place = placeOf(name)
  const until = performance.now() + patience
  const giveUp = await lock(name, place, until)
  try {
    await untilFree(name, place, until)
    const { database, close } = await open(name)
    return await KyselyLedger.open(
      wasmEngine(database, () => {
        close()
        giveUp()
      }),
      place,
    )
  } catch (error) {
    giveUp()
    throw error instanceof OnrecordError ? error : broken(place, error)
  }
}

/** What the ledger of that name is called, for people. */
export function placeOf(name: string): string {
  return `"${name}" in this browser`
}

/**
 * One tab at a time: the lock is this worker's until it ends or gives it up. It also stands before the files themselves,
 * since a pool that finds one of them taken deletes those that are not.
 */
function lock(name: string, place: string, until: number): Promise<() => void> {
  const { locks } = scope.navigator
  if (!locks) throw broken(place, new Error('it has no locks'))
  return new Promise((resolve, reject) => {
    locks
      .request(
        `onrecord ledger ${name}`,
        { signal: AbortSignal.timeout(Math.max(1, until - performance.now())) },
        () =>
          new Promise<void>((giveUp) => {
            resolve(giveUp)
          }),
      )
      .catch((cause) => reject((cause as Error).name === 'TimeoutError' ? locked(place, cause) : broken(place, cause)))
  })
}

/** Waits until the files can be opened: those of a tab that has just ended are free a little later than its lock. */
async function untilFree(name: string, place: string, until: number): Promise<void> {
  const folder = await poolOf(name, place)
  if (folder === null) return
  for (let wait = 10; ; wait = Math.min(200, wait * 2)) {
    try {
      for await (const entry of folder.values())
        if (entry.kind === 'file') (await entry.createSyncAccessHandle()).close()
      return
    } catch (cause) {
      if ((cause as Error).name !== 'NoModificationAllowedError') throw broken(place, cause)
      if (performance.now() > until) throw locked(place, cause)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** The folder of the pool's files; null: there is none yet. */
async function poolOf(name: string, place: string): Promise<FolderEntry | null> {
  const { storage } = scope.navigator
  if (!storage) throw broken(place, new Error('it keeps no files for sites'))
  try {
    let folder = await storage.getDirectory()
    for (const part of [HOME, name, POOL]) folder = await folder.getDirectoryHandle(part)
    return folder
  } catch (cause) {
    if ((cause as Error).name === 'NotFoundError') return null
    throw broken(place, cause)
  }
}

let sqlite: ReturnType<typeof sqlite3InitModule> | null = null

async function open(name: string): Promise<{ database: WasmDatabase; close: () => void }> {
  quieten()
  watchRoom()
  sqlite ??= sqlite3InitModule()
  const sqlite3 = await sqlite
  const pool = await keepingFiles(() =>
    sqlite3.installOpfsSAHPoolVfs({
      name: `onrecord-${name}`,
      directory: `${HOME}/${name}`,
      initialCapacity: FILES,
      // A failure that is waited out must be forgotten.
      forceReinitIfPreviouslyFailed: true,
    } as Parameters<typeof sqlite3.installOpfsSAHPoolVfs>[0]),
  )
  if (pool.isPaused()) await pool.unpauseVfs()
  const database = new pool.OpfsSAHPoolDb('/ledger.db')
  return { database: database as unknown as WasmDatabase, close: () => pool.pauseVfs() }
}

/**
 * A pool that cannot open all its files deletes its folder, and a ledger with it: while one is opened no folder can be
 * deleted.
 */
async function keepingFiles<T>(work: () => Promise<T>): Promise<T> {
  const prototype = scope.FileSystemDirectoryHandle?.prototype
  if (!prototype) return work()
  const { removeEntry } = prototype
  prototype.removeEntry = function (this: FolderEntry, name, options) {
    if (options?.recursive) return Promise.reject(new Error('a ledger is never deleted'))
    return removeEntry.call(this, name, options)
  }
  try {
    return await work()
  } finally {
    prototype.removeEntry = removeEntry
  }
}

/** Its other way of keeping files needs headers that a site of static files does not have; it would warn of that. */
function quieten(): void {
  const config = globalThis as { sqlite3ApiConfig?: { warn: (...words: unknown[]) => void } }
  config.sqlite3ApiConfig = {
    warn(...words) {
      if (!/^Ignoring inability to install OPFS/.test(String(words[0]))) console.warn(...words)
    },
  }
}

function locked(place: string, cause: unknown): OnrecordError {
  return new OnrecordError(
    'ledger-locked',
    `The ledger ${place} is open in another tab. Go on there, or close that tab and load this one again; nothing was lost.`,
    { cause },
  )
}

function broken(place: string, cause: unknown): OnrecordError {
  return new OnrecordError(
    'ledger-broken',
    `The ledger ${place} cannot be opened (${cause instanceof Error ? cause.message : String(cause)}). A private window or an old browser keeps no files for a site: use another.`,
    { cause },
  )
}
