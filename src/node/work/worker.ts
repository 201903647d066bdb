import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from '../../core/ledger/port.js'
import { type ErrorCode, OnrecordError } from '../../core/model/index.js'
import { openLedger } from '../ledger/open.js'
import { PagePool, type PoolOptions } from '../pool/pool.js'
import type { SourceOptions } from '../sources/index.js'
import { runJob } from './job-run.js'
import type { Job, Reading } from './jobs.js'
import { type Progress, type Taken, WorkQueue } from './queue.js'

/** What a worker is started with. */
export interface WorkerOptions {
  /** The address of the ledger's PostgreSQL database. */
  readonly place: string
  /** How many pages are read at once; one for each core if not given. */
  readonly pages?: number
  readonly maxBytes: number
  /** What reading a page may take; as `PagePool` if not given. */
  readonly limits?: Pick<PoolOptions, 'secondsPerPage' | 'megabytesPerPage'>
  readonly sources: Omit<SourceOptions, 'signal' | 'isHad' | 'stdin'>
  /** Ends when no job waits and none is being worked at, by anybody. */
  readonly untilEmpty: boolean
  /** Aborted: the pages being read are finished, and the job is given back. */
  readonly stop: AbortSignal
  readonly tell: (news: WorkNews) => void
}

/** What a worker tells of. */
export type WorkNews =
  | { readonly what: 'begun'; readonly job: Job; readonly attempt: number; readonly mark: number }
  | { readonly what: 'going-on'; readonly job: Job; readonly progress: Progress }
  | { readonly what: 'done' | 'returned'; readonly job: Job; readonly progress: Progress }
  | { readonly what: 'failed'; readonly job: Job; readonly code: ErrorCode; readonly why: string }
  /** A job of another worker, which is gone. */
  | { readonly what: 'found'; readonly name: string }
  | { readonly what: 'waiting'; readonly why: string }

/** Milliseconds between two looks for work, where there was none. */
const IDLE = 1_000
/** Milliseconds between two looks for jobs whose worker is gone. */
const REAP = 5_000
/** Milliseconds before a database that was lost is tried again, at first and at most. */
const AGAIN = [1_000, 60_000] as const

/** Failures of the database that pass. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['ledger-unreachable', 'ledger-locked'])
/** Failures of this machine or of the database: the job is given back, and the worker ends. */
const OURS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ledger-full',
  'machine-limit',
  'ledger-broken',
  'ledger-newer',
  'model-missing',
  'model-broken',
])

/**
 * Takes jobs and does them, one after another, until it is stopped. A database that goes away is waited for; whatever was
 * not finished is gone on with by whoever takes the job next.
 *
 * @throws OnrecordError `ledger-unreachable` where there is none at the beginning; `ledger-full`, `ledger-broken`,
 * `ledger-newer`, `model-missing`, `model-broken`
 */
export async function work(options: WorkerOptions): Promise<void> {
  const worker = new Worker(options)
  await worker.open()
  try {
    await worker.toEnd()
  } finally {
    await worker.close()
  }
}

class Worker {
  readonly #options: WorkerOptions
  #ledger: Ledger | null = null
  #queue: WorkQueue | null = null
  #pool: { readonly reading: string; readonly pool: PagePool } | null = null
  #reaped = Number.NEGATIVE_INFINITY

  constructor(options: WorkerOptions) {
    this.#options = options
  }

  async open(): Promise<void> {
    const { place } = this.#options
    this.#ledger = await openLedger(place)
    this.#queue = await WorkQueue.open(place)
  }

  async toEnd(): Promise<void> {
    const { stop, tell } = this.#options
    let pause: number = AGAIN[0]
    while (!stop.aborted) {
      try {
        if (!(await this.#once())) return
        pause = AGAIN[0]
      } catch (error) {
        const failure = error instanceof OnrecordError ? error : null
        const isPassing = (failure && PASSING.has(failure.code)) || this.#queue === null || this.#queue.lost.aborted
        if (!isPassing) throw error
        tell({ what: 'waiting', why: (error as Error).message })
        await this.#queue?.close()
        this.#queue = null
        await this.#rest(pause)
        pause = Math.min(AGAIN[1], pause * 2)
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool?.pool.close()
    await this.#queue?.close()
    await this.#ledger?.close()
  }

  /** Does one job, or waits for one; false: there is nothing left to do. */
  async #once(): Promise<boolean> {
    const { place, untilEmpty, tell } = this.#options
    this.#queue ??= await WorkQueue.open(place)
    const queue = this.#queue
    if (performance.now() - this.#reaped > REAP) {
      this.#reaped = performance.now()
      for (const name of await queue.reap()) tell({ what: 'found', name })
    }
    const taken = await queue.take()
    if (taken) await this.#do(queue, taken)
    else if (untilEmpty && (await queue.isEmpty())) return false
    else await this.#rest(IDLE)
    return true
  }

  async #do(queue: WorkQueue, taken: Taken): Promise<void> {
    const { job } = taken
    const { stop, tell, sources, maxBytes } = this.#options
    tell({ what: 'begun', job, attempt: taken.attempt, mark: taken.progress.mark })
    // Others' jobs are looked after while a long one goes on.
    const timer = setInterval(() => {
      queue.reap().then(
        (names) => {
          for (const name of names) tell({ what: 'found', name })
        },
        () => {},
      )
    }, REAP)
    try {
      const pool = await this.#poolFor(taken.reading)
      const { ended, progress } = await runJob(taken, {
        ledger: this.#ledger as Ledger,
        pool,
        sources,
        maxBytes,
        stop,
        lost: queue.lost,
        keep: async (now, since) => {
          await queue.keep(job.id, now, since)
          tell({ what: 'going-on', job, progress: now })
        },
        runs: (run) => queue.runs(job.id, run),
      })
      if (queue.lost.aborted) throw new OnrecordError('ledger-unreachable', 'The connection to the ledger was lost.')
      if (ended) await queue.complete(job.id)
      else await queue.handBack(job.id)
      tell({ what: ended ? 'done' : 'returned', job, progress })
    } catch (error) {
      if (queue.lost.aborted) throw error
      const failure = error instanceof OnrecordError ? error : null
      if (failure && (PASSING.has(failure.code) || OURS.has(failure.code))) {
        await queue.handBack(job.id)
        throw failure
      }
      const code = failure?.code ?? 'internal'
      const why = error instanceof Error ? error.message : String(error)
      await queue.fail(job.id, { code, message: why })
      tell({ what: 'failed', job, code, why })
    } finally {
      clearInterval(timer)
    }
  }

  /** The pool that reads as the job says; one at a time, since each thread holds the model. */
  async #poolFor({ tagger, prefer }: Reading): Promise<PagePool> {
    const reading = `${tagger} ${prefer}`
    if (this.#pool?.reading === reading) return this.#pool.pool
    await this.#pool?.pool.close()
    this.#pool = null
    const { pages, limits } = this.#options
    const pool = new PagePool({
      tagger,
      network: { prefer },
      ...(pages === undefined ? {} : { workers: pages }),
      ...limits,
    })
    await pool.open()
    this.#pool = { reading, pool }
    return pool
  }

  async #rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#options.stop }).catch(() => {})
  }
}
