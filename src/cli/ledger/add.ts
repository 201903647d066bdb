import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { recordOf } from '../../core/exports/record.js'
import { visible } from '../../core/exports/visible.js'
import { ENDS_ADDING } from '../../core/ledger/failures.js'
import type { Added, Arrival, Import, ImportItem, Ledger } from '../../core/ledger/port.js'
import { type ErrorCode, OnrecordError } from '../../core/model/index.js'
import { VERSION } from '../../core/version.js'
import { inflateGzip, isGzip } from '../../node/gzip.js'
import { PagePool } from '../../node/pool/pool.js'
import { type Capture, captures, type Found, HAD, type SourceOptions, Turns } from '../../node/sources/index.js'
import { exitCodeOf } from '../exit-codes.js'
import { failureLine, failureOf } from '../failure.js'
import { onInterrupt } from '../interrupt.js'
import { ReaderGone, standardOutput } from '../output.js'
import { type PageLimits, poolLimits } from '../page-limits.js'
import { preferenceOf, type TaggerOptions } from '../taggers.js'
import { count } from './entry-text.js'
import { type LedgerFlag, withLedger } from './place.js'
import { type RunProgress, runProgress } from './run-progress.js'

/** The flags of `onrecord add`. */
export interface AddFlags extends TaggerOptions, LedgerFlag, PageLimits {
  readonly format: 'text' | 'jsonl'
  readonly strict?: true
  readonly jobs?: number
  readonly maxBytes: number
  /** Milliseconds. */
  readonly timeout: number
  readonly allowPrivate?: true
  readonly offline?: true
  /** The address of a time-stamping authority. */
  readonly timestamp?: string
}

/** Pages that are written in one transaction: as many as come in the time that a disk takes to be sure of one. */
const BATCH = 32
/** Milliseconds for which a page that was read waits for others to be written with. */
const WAIT = 250
/** Pages that are read ahead for each worker. */
const AHEAD = 3

/** Failures after which nothing more is read. */
const ENDS_ALL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([...ENDS_ADDING, 'output-failed', 'usage'])

/** What became of a source, as a line for programs. */
interface Line {
  readonly name: string
  readonly outcome: 'new' | 'version' | 'known' | 'skipped' | 'failed'
  readonly page?: string
  readonly statements?: number
  readonly copyOf?: string
  readonly why?: string
  readonly code?: ErrorCode
}

/**
 * Adds all pages of the sources to a ledger and tells what became of each when it is kept. A run that was broken off goes
 * on where it was when it is started again with the same sources.
 *
 * @returns the exit code: 130 where it was interrupted; with `strict` that of the first failure
 */
export function addSources(sources: readonly string[], flags: AddFlags): Promise<number> {
  return withLedger(flags, { create: true }, async (ledger, place) => {
    const run = new AddRun(ledger, place, flags)
    return run.of(sources)
  })
}

/** How many files a source has, where that can be told without reading them: a folder's. */
async function filesOf(source: string): Promise<number> {
  try {
    const entries = await readdir(source, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).length
  } catch {
    // An address, a file, or what is told of when it is read.
    return 0
  }
}

class AddRun {
  readonly #ledger: Ledger
  readonly #place: string
  readonly #flags: AddFlags
  readonly #pool: PagePool
  readonly #progress: RunProgress
  readonly #output = standardOutput()
  readonly #counts = { new: 0, version: 0, known: 0, skipped: 0, failed: 0, statements: 0, copies: 0 }
  readonly #skipped = new Map<string, number>()
  readonly #stop = new AbortController()
  /** No host is asked twice at once, whatever source names it. */
  readonly #turns = new Turns()
  /** Read, and waiting to be written. */
  readonly #batch: Arrival[] = []
  #import: Import | null = null
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()
  #failure: unknown = null
  #exitCode = 0
  #signal: NodeJS.Signals | null = null

  constructor(ledger: Ledger, place: string, flags: AddFlags) {
    this.#ledger = ledger
    this.#place = place
    this.#flags = flags
    this.#progress = runProgress(process.stderr)
    this.#pool = new PagePool({
      tagger: flags.tagger,
      network: { prefer: preferenceOf(flags) },
      ...poolLimits(flags),
      ...(flags.jobs === undefined ? {} : { workers: flags.jobs }),
    })
  }

  async of(sources: readonly string[]): Promise<number> {
    const began = new Date().toISOString()
    try {
      return await this.#run(sources, began)
    } catch (error) {
      // What ended it is told last; how far it came, before that, on the same stream: it is no result.
      if (this.#counts.new + this.#counts.version + this.#counts.known > 0 && !(error instanceof ReaderGone))
        process.stderr.write(`${this.#added().join('\n')}\n`)
      throw error
    }
  }

  async #run(sources: readonly string[], began: string): Promise<number> {
    const { tagger, precision, recall } = this.#flags
    // The same sources read in another way are another run.
    const key = JSON.stringify([VERSION, tagger, precision ?? false, recall ?? false, sources])
    this.#import = await this.#ledger.beginImport(createHash('sha256').update(key).digest('hex'), began)
    if (this.#import.resumed) process.stderr.write('Going on with a run that was broken off.\n')
    onInterrupt((signal) => {
      this.#signal = signal
      this.#stop.abort()
      process.stderr.write('\nFinishing the pages that are being read; interrupt again to leave at once.\n')
    })
    try {
      for (const source of sources) this.#progress.expect(await filesOf(source))
      await this.#pool.open()
      const reading = new Set<Promise<void>>()
      for await (const found of this.#found(sources)) {
        if (found.kind === 'skipped' && found.reason === HAD) await this.#tell({ name: found.name, outcome: 'known' })
        else if (found.kind === 'skipped') await this.#skip(found.name, found.reason)
        else if (found.kind === 'failure' && ENDS_ALL.has(found.error.code)) this.#failure ??= found.error
        else if (found.kind === 'failure') await this.#fail(found.name, found.error)
        else if (await this.#isDone(found)) await this.#tell({ name: found.name, outcome: 'known' })
        else {
          // Also where nobody waits for it any more: the ledger may have failed elsewhere first.
          const task = this.#read(found)
            .catch((error: unknown) => {
              this.#failure ??= error
            })
            .finally(() => reading.delete(task))
          reading.add(task)
          if (reading.size >= AHEAD * this.#pool.workers) await Promise.race(reading)
        }
        if (this.#failure) break
      }
      await Promise.all(reading)
      await this.#flush()
      if (this.#failure) throw this.#failure
      if (this.#signal === null) await this.#ledger.finishImport(this.#import, new Date().toISOString())
    } finally {
      onInterrupt(null)
      if (this.#timer) clearTimeout(this.#timer)
      this.#progress.clear()
      await this.#pool.close()
    }
    await this.#report()
    if (this.#signal !== null) return this.#signal === 'SIGTERM' ? 143 : this.#signal === 'SIGHUP' ? 129 : 130
    return this.#flags.strict ? this.#exitCode : 0
  }

  /** What all sources hold, one after another; ends without a word where the run was interrupted. */
  async *#found(sources: readonly string[]): AsyncGenerator<Found> {
    try {
      for (const source of sources) {
        for await (const found of captures(source, this.#sourceOptions())) {
          if (this.#stop.signal.aborted) return
          yield found
        }
      }
    } catch (error) {
      if (!this.#stop.signal.aborted) throw error
    }
  }

  #sourceOptions(): SourceOptions {
    const { maxBytes, timeout, allowPrivate, offline } = this.#flags
    const run = this.#import as Import
    return {
      maxBytes,
      timeoutMs: timeout,
      allowPrivate: allowPrivate ?? false,
      offline: offline ?? false,
      signal: this.#stop.signal,
      turns: this.#turns,
      isHad: async (name) => run.resumed && (await this.#ledger.doneIn(run, [name])).has(name),
    }
  }

  async #isDone(capture: Capture): Promise<boolean> {
    return (await this.#ledger.knownCaptures([capture])).has(capture.name)
  }

  async #read(capture: Capture): Promise<void> {
    const { name, bytes, url, contentType, retrieved, headers } = capture
    try {
      const { maxBytes } = this.#flags
      const content = isGzip(bytes) ? await inflateGzip(bytes, maxBytes, name) : bytes
      const { page, reading, statements, speakers } = await this.#pool.readBytes(content, {
        name,
        url,
        contentType,
        maxBytes,
      })
      const record = recordOf(page, reading, statements, speakers, name)
      this.#batch.push({ capture: { name, url, retrieved, headers }, bytes: content, record })
      if (this.#batch.length >= BATCH) await this.#flush()
      else this.#timer ??= setTimeout(() => void this.#flush(), WAIT)
    } catch (error) {
      const failure = failureOf(error)
      if (ENDS_ALL.has(failure.code)) this.#failure ??= failure
      else await this.#fail(name, failure)
    }
  }

  /** Writes what was read; one batch after another. */
  #flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const batch = this.#batch.splice(0)
    if (batch.length === 0) return this.#writing
    this.#writing = this.#writing.then(async () => {
      if (this.#failure) return
      try {
        await this.#write(batch)
      } catch (error) {
        this.#failure ??= error
      }
    })
    return this.#writing
  }

  async #write(batch: readonly Arrival[]): Promise<void> {
    let added: Added[]
    try {
      added = await this.#ledger.add(batch, this.#import as Import)
    } catch (error) {
      const failure = failureOf(error)
      if (ENDS_ALL.has(failure.code)) throw failure
      const [only] = batch
      if (only && batch.length === 1) return this.#fail(only.capture.name, failure)
      // One of them cannot be kept; the others can.
      for (const arrival of batch) await this.#write([arrival])
      return
    }
    for (const [i, { page, how, statements, copyOf }] of added.entries()) {
      const name = batch[i]?.capture.name ?? ''
      if (how !== 'known') this.#counts.statements += statements
      if (copyOf !== null) this.#counts.copies++
      if (how !== 'known' && this.#flags.timestamp !== undefined) await this.#stamp(page, name)
      await this.#tell({ name, outcome: how, page, statements, ...(copyOf === null ? {} : { copyOf }) })
    }
  }

  async #stamp(page: Added['page'], name: string): Promise<void> {
    try {
      const { timestampOf } = await import('../../node/sources/timestamp-request.js')
      const { token } = await timestampOf(page, this.#flags.timestamp as string, { signal: this.#stop.signal })
      await this.#ledger.addTimestamp(page, token)
    } catch (error) {
      const { code, message } = failureOf(error)
      this.#exitCode ||= exitCodeOf(code)
      this.#progress.clear()
      process.stderr.write(failureLine(new OnrecordError(code, `${name}: kept, but without a timestamp: ${message}`)))
    }
  }

  async #skip(name: string, reason: string): Promise<void> {
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + 1)
    await this.#note({ name, outcome: 'skipped', why: reason })
    await this.#tell({ name, outcome: 'skipped', why: reason })
  }

  async #fail(name: string, error: unknown): Promise<void> {
    const failure = failureOf(error)
    this.#exitCode ||= exitCodeOf(failure.code)
    await this.#note({ name, outcome: 'failed', why: failure.message })
    this.#progress.clear()
    const { message } = failure
    process.stderr.write(
      failureLine(message.includes(name) ? failure : new OnrecordError(failure.code, `${name}: ${message}`)),
    )
    await this.#tell({ name, outcome: 'failed', why: message, code: failure.code })
  }

  #note(item: ImportItem): Promise<void> {
    return this.#ledger.note(this.#import as Import, [item])
  }

  async #tell(line: Line): Promise<void> {
    this.#counts[line.outcome]++
    this.#progress.step(line.outcome === 'failed')
    if (this.#flags.format === 'jsonl') await this.#output.write(`${JSON.stringify(line)}\n`)
  }

  /** What was kept, and what was there already. */
  #added(): string[] {
    const { new: fresh, version, known, statements, copies } = this.#counts
    const lines = [
      `${count(fresh + version, 'page')} added with ${count(statements, 'statement')}, to ${visible(this.#place)}`,
    ]
    if (version > 0)
      lines.push(
        `${count(version, 'page')} of these ${version === 1 ? 'is a new version' : 'are new versions'} of known addresses`,
      )
    if (copies > 0)
      lines.push(
        `${count(copies, 'page')} of these ${copies === 1 ? 'is a near copy of another' : 'are near copies of others'}`,
      )
    if (known > 0) lines.push(`${count(known, 'page')} ${known === 1 ? 'was' : 'were'} there already`)
    return lines
  }

  async #report(): Promise<void> {
    if (this.#flags.format === 'jsonl') return
    const { skipped, failed } = this.#counts
    const lines = this.#added()
    for (const [reason, n] of this.#skipped) lines.push(`${n} skipped: ${visible(reason)}`)
    if (skipped > 0 && this.#skipped.size > 1) lines.push(`${skipped} skipped in all`)
    if (failed > 0)
      lines.push(
        `${failed} failed; see above${this.#flags.strict ? '' : '. Run the same command again to try them again'}`,
      )
    if (this.#signal !== null) lines.push('Interrupted. Run the same command again to go on.')
    await this.#output.write(`${lines.join('\n')}\n`)
  }
}
