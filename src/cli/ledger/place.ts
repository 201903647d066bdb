import type { Ledger } from '../../core/ledger/port.js'
import { defaultLedger, openLedger } from '../../node/ledger/open.js'

/** The flag that says which ledger. */
export interface LedgerFlag {
  /** A file, or a postgres:// address; where not given, a person's own. */
  readonly ledger?: string
}

/** Tells on a terminal how far a change of the ledger's tables is. */
export function tellMigration(what: string, done: number, of: number): void {
  if (!process.stderr.isTTY) return
  const text = done === of ? '' : `Bringing the ledger’s tables up to date: ${what}, ${done + 1} of ${of}`
  process.stderr.write(`\r\u001b[K${text}`)
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
  const opened = await openLedger(place, { ...how, onMigration: tellMigration })
  try {
    return await work(opened, place)
  } finally {
    await opened.close()
  }
}
