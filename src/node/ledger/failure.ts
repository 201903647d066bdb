import { OnrecordError } from '../../core/model/index.js'
import type { Engine } from './engine.js'

const ADVICE = {
  'ledger-locked': 'is in use by another process that does not finish. Try again when it is done; nothing was lost.',
  'ledger-full': 'has no room: the disk is full. Make room and go on; what was reported as added is kept.',
  'ledger-broken': 'cannot be read or written. Check that the path is right and that you may write there.',
  'ledger-unreachable': 'cannot be reached. Check the address, the network and the password.',
} as const

/** PostgreSQL takes a lock for each month's tables and indexes that a question reaches. */
const LOCKS =
  'has more months of pages than PostgreSQL has locks for. Set max_locks_per_transaction to 1024 in postgresql.conf and restart PostgreSQL.'

/**
 * Gives what a driver throws the ledger's codes, with what to do.
 *
 * @param name what the ledger is called in messages
 * @throws OnrecordError `ledger-locked`, `ledger-full`, `ledger-broken`, `ledger-unreachable`, and what `work` throws
 */
export async function guarded<T>(engine: Engine, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    const code = engine.failure(error)
    if (code === null) throw error
    const said = error instanceof Error ? error.message : String(error)
    // The hint names the setting in every language.
    const isOfLocks = /max_locks_per_transaction/.test(String((error as { hint?: unknown } | null)?.hint))
    throw new OnrecordError(code, `The ledger ${name} ${isOfLocks ? LOCKS : ADVICE[code]} (${said})`, { cause: error })
  }
}
