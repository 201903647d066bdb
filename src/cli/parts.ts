import { availableParallelism } from 'node:os'
import { pino } from 'pino'
import { recordOf } from '../core/exports/record.js'
import { inflateGzip, isGzip } from '../node/gzip.js'
import { sourcesOf } from '../node/ledger/check-sources.js'
import { defaultLedger, openLedger, placeName } from '../node/ledger/open.js'
import { PagePool } from '../node/pool/pool.js'
import type { Intake, Log, Parts, Reader } from '../server/parts.js'
import type { IntakeOptions } from './intake.js'
import type { LedgerFlag } from './ledger/place.js'
import { updateProgress } from './ledger/update-progress.js'
import { type PageLimits, poolLimits } from './page-limits.js'
import { preferenceOf, type TaggerOptions } from './taggers.js'

/** A model that nobody has read a page with for so long is let go: starting it again takes less than a second. */
const SECONDS_IDLE = 120

/** The flags of the commands that serve. */
export interface PartsFlags extends TaggerOptions, LedgerFlag, PageLimits {
  /** How many pages are read at once; one for each core untold. */
  readonly jobs?: number
  /** The most bytes a page may have, also inflated. */
  readonly maxBytes: number
  /** Milliseconds that fetching an address may take. */
  readonly timeout: number
  readonly allowPrivate?: true
  readonly offline?: true
}

/** What the server is handed on a machine with Node, and what ends it. */
export interface NodeParts {
  readonly parts: Parts
  /** Ends the workers (pages being read are rejected with `interrupted`), then closes the ledger. */
  close(): Promise<void>
}

/**
 * Opens the ledger, which is made where there is none, and puts together what the server is handed. Pages are read in
 * workers, which start with the first page. What is logged goes to standard error, a line of JSON each.
 *
 * @throws OnrecordError as `openLedger`, `usage` where flags contradict each other
 */
export async function nodeParts(flags: PartsFlags): Promise<NodeParts> {
  const { tagger, jobs, maxBytes, timeout, allowPrivate = false, offline = false } = flags
  const network = { prefer: preferenceOf(flags) }
  const place = flags.ledger ?? defaultLedger()
  const ledger = await openLedger(place, {
    readers: availableParallelism(),
    onUpdate: updateProgress(process.stderr),
  })
  const pool = new PagePool({
    tagger,
    network,
    secondsIdle: SECONDS_IDLE,
    ...(jobs === undefined ? {} : { workers: jobs }),
    ...poolLimits(flags),
  })
  const parts: Parts = {
    ledger,
    place: placeName(place),
    intake: intakeOf({ maxBytes, timeoutMs: timeout, allowPrivate, offline }),
    reader: readerOf(pool, maxBytes),
    sources: (but) => sourcesOf(ledger, but),
    log: errorLog(),
    now: () => new Date(),
  }
  return {
    parts,
    async close() {
      await pool.close()
      await ledger.close()
    },
  }
}

/** Where pages come from, loaded with the first: a desk may never fetch one. */
function intakeOf(options: Omit<IntakeOptions, 'turns'>): Intake {
  let made: Promise<Intake> | null = null
  const intake = () => {
    made ??= Promise.all([import('./intake.js'), import('../node/sources/turns.js')]).then(
      ([{ nodeIntake }, { Turns }]) => nodeIntake({ ...options, turns: new Turns() }),
    )
    return made
  }
  return {
    async *fromUpload(upload, signal) {
      yield* (await intake()).fromUpload(upload, signal)
    },
    async *fromAddress(address, signal) {
      yield* (await intake()).fromAddress(address, signal)
    },
  }
}

function readerOf(pool: PagePool, maxBytes: number): Reader {
  return {
    async read({ name, url, contentType, bytes: given, kind }) {
      const bytes = isGzip(given) ? await inflateGzip(given, maxBytes, name) : given
      const options = { name, url, contentType, maxBytes, ...(kind === undefined ? {} : { kind }) }
      const { page, reading, statements, speakers } = await pool.readBytes(bytes, options)
      return { record: recordOf(page, reading, statements, speakers, name), bytes }
    },
  }
}

/** The log on standard error. */
function errorLog(): Log {
  const destination = pino.destination({ fd: 2, sync: true })
  // Where standard error is gone nobody is left to be told.
  destination.on('error', () => {})
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  return {
    request: (logged) => log.info(logged, 'request'),
    fault: (error) => log.error({ err: error }, 'fault'),
  }
}
