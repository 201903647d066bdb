import { sourcesOf } from '../node/ledger/check-sources.js'
import type { Log, Parts } from '../server/parts.js'
import { browserIntake } from './intake.js'
import { openBrowserLedger, placeOf } from './ledger.js'
import { type BrowserReader, type BrowserReaderOptions, browserReader } from './reader.js'

/** What the server runs on in a tab. */
export interface BrowserParts {
  readonly parts: Parts
  /** The reader once more: it also says what finds the statements. */
  readonly reader: BrowserReader
  /** Ends the reader, then closes the ledger. */
  close(): Promise<void>
}

/**
 * Opens the ledger of that name and puts together what the server is handed, in a worker of a tab.
 *
 * @throws OnrecordError as `openBrowserLedger`
 */
export async function browserParts(
  name: string,
  { log, ...options }: BrowserReaderOptions & { readonly log: Log },
): Promise<BrowserParts> {
  const ledger = await openBrowserLedger(name)
  const reader = browserReader(options)
  return {
    parts: {
      ledger,
      place: placeOf(name),
      intake: browserIntake(options),
      reader,
      sources: (but) => sourcesOf(ledger, but),
      log,
      now: () => new Date(),
    },
    reader,
    async close() {
      reader.close()
      await ledger.close()
    },
  }
}
