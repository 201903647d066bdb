import type { Ledger } from '../../core/ledger/port.js'
import { defaultLedger, openLedger } from '../../node/ledger/open.js'
import { updateProgress } from './update-progress.js'

/** The flag that says which ledger. */
export interface LedgerFlag {
  /** A file, or a postgres:// address; where not given, a person's own. */
  readonly ledger?: string
}

/**
 * Opens the ledger that a command is about, and closes it when `work` is done.
 *
 * @throws OnrecordError as `openLedger`
 */
export async function withLedger<T>(
  { ledger }: LedgerFlag,
  how: { readonly create: boolean },
  work: (ledger: Ledger, place: string) => Promise<T>,
): Promise<T> {
  const place = ledger ?? defaultLedger()
  const opened = await openLedger(place, { ...how, onUpdate: updateProgress(process.stderr) })
  try {
    return await work(opened, place)
  } finally {
    await opened.close()
  }
}
