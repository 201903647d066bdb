import { recordOf } from '../../core/exports/record.js'
import { ENDS_ADDING } from '../../core/ledger/failures.js'
import type { Added, Arrival, Import, ImportItem, Ledger } from '../../core/ledger/port.js'
import { type ErrorCode, OnrecordError } from '../../core/model/index.js'
import { inflateGzip, isGzip } from '../gzip.js'
import { machineLimit } from '../machine.js'
import type { PagePool } from '../pool/pool.js'
import { type Capture, captures, type Found, HAD, type SourceOptions } from '../sources/index.js'
import { aboutFile, type FileSeen } from './jobs.js'
import type { Progress, Taken } from './queue.js'

/** Pages that are written in one transaction, once a try has got going. */
const BATCH = 64
/** Milliseconds for which a page that was read waits for others to be written with. */
const WAIT = 2_000
/** Sources that are dealt with and not yet told of. */
const SETTLED = 1_000
/** Pages that are read ahead for each thread of the pool. */
const AHEAD = 3

/** What a job is run with. */
export interface JobMeans {
  readonly ledger: Ledger
  readonly pool: PagePool
  /** How sources are opened and fetched. */
  readonly sources: Omit<SourceOptions, 'signal' | 'isHad' | 'isNamed' | 'stdin'>
  readonly maxBytes: number
  /** Aborted: no further page is begun; what is being read is finished and kept. */
  readonly stop: AbortSignal
  /** Aborted: the job is no longer held, and nothing more is written. */
  readonly lost: AbortSignal
  /** Keeps how far the job is. */
  keep(progress: Progress, since: { readonly pages: number; readonly statements: number }): Promise<void>
  /** Tells under which run of the ledger failures are kept. */
  runs(run: number): Promise<void>
}

/** A source that was dealt with, and waits for those before it. */
interface Settled {
  readonly outcome: 'added' | 'known' | 'skipped' | 'failed'
  readonly why: string
  readonly statements: number
}

interface Waiting {
  readonly at: number
  readonly arrival: Arrival
}

/** Failures after which the job is not at fault, and nothing more can be kept or read. */
const ENDS: ReadonlySet<ErrorCode> = ENDS_ADDING

/**
 * Reads what a job names and keeps it, page for page, each once: a page that is there is known by its hash, and pages of a
 * batch are written in one transaction. What fails is kept among the ledger's failures and stops nothing.
 *
 * @returns whether it came to the job's end; false where it was told to stop
 * @throws OnrecordError where the job as a whole cannot be done (its file is not there, or another; nothing in it can be
 * read), or the ledger or the model fails
 */
export async function runJob(taken: Taken, means: JobMeans): Promise<{ ended: boolean; progress: Progress }> {
  const run = new JobRun(taken, means)
  const ended = await run.toEnd()
  return { ended, progress: run.progress }
}

class JobRun {
  readonly #taken: Taken
  readonly #means: JobMeans
  readonly #times: Map<string, number>
  readonly #counts: { added: number; known: number; skipped: number; failed: number; statements: number }
  readonly #skips: Map<string, number>
  /** Sources before it are dealt with. */
  #mark: number
  /** Sources that came out so far, those of earlier tries among them. */
  #seen = 0
  readonly #settled = new Map<number, Settled>()
  readonly #batch: Waiting[] = []
  /**
   * Pages of the next batch. A try begins with one and doubles them, so that one that is cut short has soon got further and
   * is told from one that comes to nothing.
   */
  #most = 1
  readonly #failures: { readonly at: number; readonly item: ImportItem }[] = []
  #writing: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | null = null
  #failure: unknown = null
  #run: Import | null = null
  /** Where nothing in the job can be read, it is the job's. */
  #firstFailure: OnrecordError | null = null

  constructor(taken: Taken, means: JobMeans) {
    this.#taken = taken
    this.#means = means
    const { mark, added, known, skipped, failed, statements, skips, times } = taken.progress
    // Feeds and addresses give other things another day; only an archive is the same each time. One that gave no page yet
    // is looked at from its beginning, so that what is wrong with it is found again.
    const isOn = taken.job.kind === 'archive' && added + known > 0
    this.#mark = isOn ? mark : 0
    this.#counts = isOn
      ? { added, known, skipped, failed, statements }
      : { added: 0, known: 0, skipped: 0, failed: 0, statements: 0 }
    this.#skips = new Map(isOn ? Object.entries(skips) : [])
    this.#times = new Map(Object.entries(times))
  }

  get progress(): Progress {
    return {
      mark: this.#mark,
      ...this.#counts,
      skips: Object.fromEntries(this.#skips),
      times: Object.fromEntries([...this.#times].map(([stage, ms]) => [stage, Math.round(ms)])),
    }
  }

  async toEnd(): Promise<boolean> {
    const { job } = this.#taken
    const { ledger, pool, stop, lost } = this.#means
    if (job.kind === 'archive') for (const seen of job.files) await expectUnchanged(seen)
    this.#run = await ledger.beginImport(`job:${job.id}`, new Date().toISOString())
    await this.#means.runs(this.#run.id)
    const reading = new Set<Promise<void>>()
    const halted = AbortSignal.any([stop, lost])
    const from = this.#mark
    try {
      for await (const found of this.#found(halted)) {
        const at = this.#seen++
        if (at < from) continue
        if (found.kind === 'capture') {
          const task = this.#read(at, found).finally(() => reading.delete(task))
          reading.add(task)
          if (reading.size >= AHEAD * pool.workers) await Promise.race(reading)
        } else this.#passed(at, found)
        if (this.#failure) break
      }
    } finally {
      await Promise.all(reading)
      await this.#flush()
      if (this.#timer) clearTimeout(this.#timer)
    }
    if (this.#failure) throw this.#failure
    if (halted.aborted) return false
    if (this.#firstFailure && this.#counts.added + this.#counts.known === 0 && job.kind === 'archive')
      throw this.#firstFailure
    await ledger.finishImport(this.#run, new Date().toISOString())
    return true
  }

  async *#found(halted: AbortSignal): AsyncGenerator<Found> {
    const { job } = this.#taken
    const options: SourceOptions = {
      ...this.#means.sources,
      maxBytes: this.#means.maxBytes,
      signal: halted,
      // What was dealt with is not even unpacked. The archive itself is asked for too.
      isHad: (name) => name !== job.files[0]?.path && this.#seen < this.#mark,
    }
    for (const seen of job.files) {
      const failure = job.kind === 'archive' ? null : await changeOf(seen)
      if (failure) yield { kind: 'failure', name: seen.path, url: null, error: failure }
      else yield* this.#in(seen.path, { ...options, isNamed: seen.isNamed ?? false }, halted)
      if (halted.aborted) return
    }
    for (const address of job.addresses) {
      yield* this.#in(address, options, halted)
      if (halted.aborted) return
    }
  }

  async *#in(source: string, options: SourceOptions, halted: AbortSignal): AsyncGenerator<Found> {
    const all = captures(source, options)
    try {
      for (;;) {
        const { done, value } = await this.#timed('archive', () => all.next())
        if (done || halted.aborted) break
        yield value
      }
    } catch (error) {
      if (halted.aborted) return
      throw error
    } finally {
      await all.return()
    }
  }

  async #read(at: number, capture: Capture): Promise<void> {
    const { ledger, pool, maxBytes } = this.#means
    const { name, bytes, url, contentType, retrieved, headers } = capture
    try {
      if ((await ledger.knownCaptures([{ name, url, retrieved, headers }])).has(name)) {
        this.#settle(at, { outcome: 'known', why: '', statements: 0 })
        return
      }
      const content = isGzip(bytes) ? await inflateGzip(bytes, maxBytes, name) : bytes
      const { page, reading, statements, speakers } = await this.#timed('read', () =>
        pool.readBytes(content, { name, url, contentType, maxBytes }),
      )
      const record = recordOf(page, reading, statements, speakers, name)
      this.#batch.push({ at, arrival: { capture: { name, url, retrieved, headers }, bytes: content, record } })
      if (this.#batch.length >= this.#most) await this.#flush()
      else this.#timer ??= setTimeout(() => void this.#flush(), WAIT)
    } catch (error) {
      this.#fails(at, name, error)
    }
  }

  /** What came out of a source and is no page. */
  #passed(at: number, found: Exclude<Found, Capture>): void {
    if (found.kind === 'failure') this.#fails(at, found.name, found.error)
    else {
      const isKnown = found.reason === HAD
      this.#settle(at, { outcome: isKnown ? 'known' : 'skipped', why: found.reason, statements: 0 })
    }
  }

  #fails(at: number, name: string, error: unknown): void {
    const failure = failureOf(error)
    if (ENDS.has(failure.code)) {
      this.#failure ??= failure
      return
    }
    this.#firstFailure ??= failure
    this.#failures.push({ at, item: { name, outcome: 'failed', why: failure.message } })
    this.#timer ??= setTimeout(() => void this.#flush(), WAIT)
  }

  #settle(at: number, settled: Settled): void {
    this.#settled.set(at, settled)
    // Archives have long runs of records that are no pages.
    if (this.#settled.size >= SETTLED) this.#timer ??= setTimeout(() => void this.#flush(), 0)
  }

  /** Writes what was read, one batch after another, and then keeps how far the job is. */
  #flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const batch = this.#batch.splice(0)
    if (batch.length > 0) this.#most = Math.min(2 * this.#most, BATCH)
    const failures = this.#failures.splice(0)
    this.#writing = this.#writing.then(async () => {
      if (this.#failure || this.#means.lost.aborted) return
      try {
        await this.#timed('write', () => this.#write(batch))
        await this.#note([...failures, ...this.#failures.splice(0)])
        await this.#advance()
      } catch (error) {
        this.#failure ??= error
      }
    })
    return this.#writing
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return
    let added: Added[]
    try {
      added = await this.#means.ledger.add(batch.map(({ arrival }) => arrival))
    } catch (error) {
      const failure = failureOf(error)
      if (ENDS.has(failure.code)) throw failure
      const [only] = batch
      if (only && batch.length === 1) return this.#fails(only.at, only.arrival.capture.name, failure)
      // One of them cannot be kept; the others can.
      for (const one of batch) await this.#write([one])
      return
    }
    for (const [i, { how, statements }] of added.entries()) {
      const { at } = batch[i] as Waiting
      this.#settle(at, {
        outcome: how === 'known' ? 'known' : 'added',
        why: '',
        statements: how === 'known' ? 0 : statements,
      })
    }
  }

  async #note(failures: readonly { readonly at: number; readonly item: ImportItem }[]): Promise<void> {
    if (failures.length === 0) return
    await this.#means.ledger.note(
      this.#run as Import,
      failures.map(({ item }) => item),
    )
    for (const { at, item } of failures) this.#settle(at, { outcome: 'failed', why: item.why, statements: 0 })
  }

  /** Moves the mark past what is dealt with, in order, and keeps it with the counts up to it. */
  async #advance(): Promise<void> {
    const since = { pages: 0, statements: 0 }
    const before = this.#mark
    for (let next = this.#settled.get(this.#mark); next; next = this.#settled.get(this.#mark)) {
      this.#settled.delete(this.#mark)
      this.#mark++
      this.#counts[next.outcome]++
      this.#counts.statements += next.statements
      if (next.outcome === 'added') since.pages++
      since.statements += next.statements
      if (next.outcome === 'skipped') this.#skips.set(next.why, (this.#skips.get(next.why) ?? 0) + 1)
    }
    if (this.#mark > before) await this.#means.keep(this.progress, since)
  }

  async #timed<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    try {
      return await work()
    } finally {
      this.#times.set(stage, (this.#times.get(stage) ?? 0) + performance.now() - began)
    }
  }
}

async function expectUnchanged(seen: FileSeen): Promise<void> {
  const now = await aboutFile(seen.path)
  if (now.seen.size !== seen.size || now.seen.changed !== seen.changed)
    throw new OnrecordError(
      'page-unreadable',
      `${seen.path} is not what it was when the job was made (${seen.size} bytes of ${seen.changed}; now ${now.seen.size} of ${now.seen.changed}). Add it again: onrecord jobs add ${seen.path}`,
    )
}

/** Why a file is not the one that the job was made of; null: it is. */
async function changeOf(seen: FileSeen): Promise<OnrecordError | null> {
  try {
    await expectUnchanged(seen)
    return null
  } catch (error) {
    return failureOf(error)
  }
}

/** What was thrown, with a code; a fault that nobody foresaw is kept with the page that brought it about. */
function failureOf(cause: unknown): OnrecordError {
  const known = cause instanceof OnrecordError ? cause : machineLimit(cause)
  if (known) return known
  const message = cause instanceof Error ? cause.message : String(cause)
  return new OnrecordError('internal', `Onrecord failed (${message}). Please report it, with the page if you can.`, {
    cause,
  })
}
