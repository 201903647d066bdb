import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ENDS_ADDING } from '../core/ledger/failures.js'
import type { Added, Arrival, Import } from '../core/ledger/port.js'
import type { ErrorCode, OnrecordError } from '../core/model/index.js'
import type { Got, Parts, Taken, Upload } from './parts.js'
import { problemOf } from './problem.js'

/** What became of one page or source of a run. */
export interface ImportEvent {
  readonly name: string
  readonly outcome: 'new' | 'version' | 'known' | 'skipped' | 'failed'
  readonly page: string | null
  readonly statements: number
  readonly copyOf: string | null
  /** Why it was skipped or failed; empty otherwise. */
  readonly why: string
  readonly code: ErrorCode | null
}

/** How a run stands. */
export interface ImportState {
  readonly id: number
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly began: string
  readonly done: number
  readonly added: number
  readonly known: number
  readonly skipped: number
  readonly failed: number
  readonly statements: number
  /** What is being read. */
  readonly current: string | null
  /** Why the whole run ended before its end; empty: it did not. */
  readonly why: string
}

/** What is to be added. */
export interface Sources {
  readonly addresses: readonly string[]
  readonly uploads: readonly Upload[]
}

/** Pages that are read ahead. */
const AHEAD = 4
/** Pages that are written in one transaction. */
const BATCH = 16
/** Runs that are remembered when they are over, for those who come late to their events. */
const REMEMBERED = 50
/** Events of a run that are remembered. */
const EVENTS = 2_000

/** The runs of adding pages, one after another: each reads as many pages at once as the reader takes. */
export class Imports {
  readonly #parts: Pick<Parts, 'ledger' | 'intake' | 'reader' | 'now' | 'log'>
  readonly #runs = new Map<number, Run>()
  #last: Promise<void> = Promise.resolve()

  constructor(parts: Pick<Parts, 'ledger' | 'intake' | 'reader' | 'now' | 'log'>) {
    this.#parts = parts
  }

  /** Begins a run; it goes on by itself. @throws OnrecordError as the ledger's `beginImport` */
  async start(sources: Sources): Promise<Run> {
    const { ledger, now } = this.#parts
    const began = now().toISOString()
    const names = [...sources.addresses, ...sources.uploads.map(({ name }) => name)]
    const key = bytesToHex(sha256(utf8ToBytes(JSON.stringify(['server', began, crypto.randomUUID(), names]))))
    const run = new Run(this.#parts, await ledger.beginImport(key, began), began, sources)
    this.#runs.set(run.id, run)
    for (const id of this.#runs.keys()) {
      if (this.#runs.size <= REMEMBERED) break
      if (this.#runs.get(id)?.isOver) this.#runs.delete(id)
    }
    this.#last = this.#last.then(() => run.go())
    return run
  }

  /** A run of this process; null: there is none of that id. */
  get(id: number): Run | null {
    return this.#runs.get(id) ?? null
  }

  /** The runs that are not over. */
  open(): Run[] {
    return [...this.#runs.values()].filter(({ isOver }) => !isOver)
  }

  /** Stops all runs, and waits until what was read is kept. */
  async close(): Promise<void> {
    for (const run of this.open()) run.stop()
    await this.#last
  }
}

/** A run of adding pages. */
export class Run {
  readonly id: number
  readonly #parts: Pick<Parts, 'ledger' | 'intake' | 'reader' | 'now' | 'log'>
  readonly #import: Import
  readonly #began: string
  #sources: Sources
  readonly #stop = new AbortController()
  readonly #events: ImportEvent[] = []
  readonly #listeners = new Set<() => void>()
  readonly #batch: Arrival[] = []
  #writing: Promise<void> = Promise.resolve()
  #failure: OnrecordError | null = null
  #state: ImportState['state'] = 'waiting'
  #counts = { done: 0, added: 0, known: 0, skipped: 0, failed: 0, statements: 0 }
  #current: string | null = null
  /** Of names that several files have, how often one of them was skipped or failed. */
  readonly #namesakes: Map<string, number>

  constructor(
    parts: Pick<Parts, 'ledger' | 'intake' | 'reader' | 'now' | 'log'>,
    run: Import,
    began: string,
    sources: Sources,
  ) {
    this.#parts = parts
    this.#import = run
    this.id = run.id
    this.#began = began
    this.#sources = sources
    this.#namesakes = namesakesOf(sources)
  }

  get isOver(): boolean {
    return ['done', 'stopped', 'failed'].includes(this.#state)
  }

  /** How it stands now. */
  get state(): ImportState {
    const why = this.#failure?.message ?? ''
    return { id: this.id, state: this.#state, began: this.#began, ...this.#counts, current: this.#current, why }
  }

  /** What happened, from the `from`th event on. */
  eventsFrom(from: number): readonly ImportEvent[] {
    return this.#events.slice(from)
  }

  /** Resolves at the next change, or when `signal` says so. */
  change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#listeners.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#listeners.add(done)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    })
  }

  /** Ends it when what is being read is kept. */
  stop(): void {
    this.#stop.abort()
  }

  /** Reads and keeps everything. Never rejects: what goes wrong is told. */
  async go(): Promise<void> {
    this.#state = 'running'
    this.#tell()
    try {
      const reading = new Set<Promise<void>>()
      for await (const taken of this.#taken()) {
        if (this.#stop.signal.aborted || this.#failure) break
        if (taken.kind === 'skipped') await this.#passed(taken.name, 'skipped', taken.reason, null)
        else if (taken.kind === 'failure' && ENDS_ADDING.has(taken.error.code)) this.#failure ??= problemOf(taken.error)
        else if (taken.kind === 'failure')
          await this.#passed(taken.name, 'failed', taken.error.message, taken.error.code)
        else {
          const task = this.#read(taken).finally(() => reading.delete(task))
          reading.add(task)
          if (reading.size >= AHEAD) await Promise.race(reading)
        }
      }
      await Promise.all(reading)
      await this.#flush()
      if (this.#failure === null && !this.#stop.signal.aborted)
        await this.#parts.ledger.finishImport(this.#import, this.#parts.now().toISOString())
    } catch (error) {
      if (!this.#stop.signal.aborted) {
        this.#failure ??= problemOf(error)
        if (this.#failure.code === 'internal') this.#parts.log.fault(error)
      }
    }
    this.#current = null
    // What was handed in is not needed any more, and may be large.
    this.#sources = { addresses: [], uploads: [] }
    this.#state = this.#failure ? 'failed' : this.#stop.signal.aborted ? 'stopped' : 'done'
    this.#tell()
  }

  async *#taken(): AsyncGenerator<Taken> {
    const { intake } = this.#parts
    const { signal } = this.#stop
    for (const upload of this.#sources.uploads) yield* this.#guarded(upload.name, intake.fromUpload(upload, signal))
    for (const address of this.#sources.addresses) yield* this.#guarded(address, intake.fromAddress(address, signal))
  }

  /** One source that cannot be had does not end the others. */
  async *#guarded(name: string, taken: AsyncIterable<Taken>): AsyncGenerator<Taken> {
    try {
      for await (const each of taken) {
        if (this.#stop.signal.aborted) return
        yield each
      }
    } catch (error) {
      if (this.#stop.signal.aborted) return
      const problem = problemOf(error)
      if (problem.code === 'internal') this.#parts.log.fault(error)
      yield { kind: 'failure', name, error: problem }
    }
  }

  async #read(got: Got): Promise<void> {
    const { name, url, retrieved, headers, bytes: given, contentType } = got
    this.#current = name
    this.#tell()
    try {
      const { record, bytes } = await this.#parts.reader.read({ name, url, contentType, bytes: given })
      this.#batch.push({ capture: { name, url, retrieved, headers }, bytes, record })
      await this.#flush()
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'internal') this.#parts.log.fault(error)
      if (problem.code === 'interrupted' && this.#stop.signal.aborted) return
      if (ENDS_ADDING.has(problem.code)) this.#failure ??= problem
      else await this.#passed(name, 'failed', problem.message, problem.code)
    }
  }

  /** Writes what was read meanwhile; one batch after another. */
  #flush(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      while (this.#batch.length > 0 && !this.#failure) await this.#write(this.#batch.splice(0, BATCH))
    })
    return this.#writing
  }

  async #write(batch: readonly Arrival[]): Promise<void> {
    let added: readonly Added[]
    try {
      added = await this.#parts.ledger.add(batch, this.#import)
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'internal') this.#parts.log.fault(error)
      if (ENDS_ADDING.has(problem.code)) {
        this.#failure ??= problem
        return
      }
      const [only] = batch
      if (only && batch.length === 1) return this.#passed(only.capture.name, 'failed', problem.message, problem.code)
      // One of them cannot be kept; the others can.
      for (const arrival of batch) await this.#write([arrival])
      return
    }
    for (const [i, { page, how, statements, copyOf }] of added.entries()) {
      this.#counts.done++
      if (how === 'known') this.#counts.known++
      else {
        this.#counts.added++
        this.#counts.statements += statements
      }
      const name = batch[i]?.capture.name ?? ''
      this.#event({ name, outcome: how, page, statements, copyOf, why: '', code: null })
    }
  }

  async #passed(name: string, outcome: 'skipped' | 'failed', why: string, code: ErrorCode | null): Promise<void> {
    this.#counts.done++
    this.#counts[outcome]++
    // The ledger keeps one thing of a name in a run; of files of one name each is told of.
    const times = this.#namesakes.get(name)
    if (times !== undefined) this.#namesakes.set(name, times + 1)
    const noted = times === undefined ? name : `${name} (${times + 1})`
    await this.#parts.ledger.note(this.#import, [{ name: noted, outcome, why }])
    this.#event({ name, outcome, page: null, statements: 0, copyOf: null, why, code })
  }

  #event(event: ImportEvent): void {
    if (this.#events.length < EVENTS) this.#events.push(event)
    this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The names that several files have. */
function namesakesOf({ uploads }: Sources): Map<string, number> {
  const seen = new Set<string>()
  const several = new Map<string, number>()
  for (const { name } of uploads) {
    if (seen.has(name)) several.set(name, 0)
    seen.add(name)
  }
  return several
}
