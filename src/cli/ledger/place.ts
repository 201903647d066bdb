import type { Ledger } from '../../core/ledger/port.js'
import { defaultLedger, openLedger } from '../../node/ledger/open.js'
import { keepInputs } from '../output.js'
import { updateProgress } from './update-progress.js'

/** The flag that says which ledger. */
export interface LedgerFlag {
  /** A file, or a postgres:// address; where not given, a person's own. */
  readonly ledger?: string
}

/**
 * Opens the ledger that a command is about, and closes it when `work` is done.
 *
 * @throws OnrecordError as `openLedger`; `usage` where the output would take the ledger's place
 */
export async function withLedger<T>(
  { ledger, output }: LedgerFlag & { readonly output?: string },
  how: { readonly create: boolean },
  work: (ledger: Ledger, place: string) => Promise<T>,
): Promise<T> {
  const place = ledger ?? defaultLedger()
  // What SQLite keeps beside a ledger is a part of it.
  keepInputs(output, [place, `${place}-wal`, `${place}-shm`, `${place}-journal`], 'the ledger itself, or a part of it')
  const opened = await openLedger(place, { ...how, onUpdate: updateProgress(process.stderr) })
  try {
    return await work(opened, place)
  } finally {
    await opened.close()
  }
}
