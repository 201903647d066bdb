import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { OnrecordError, type Page } from '../../core/model/index.js'
import type { NetworkOptions } from '../inference.js'
import type { PageOptions, Provenance } from '../page.js'
import { workerFlags } from '../worker-flags.js'
import type { PageFindings, WorkerAnswer, WorkerSetup, WorkerTask } from './messages.js'

/** What a pool reads pages with, and what a page may take. */
export interface PoolOptions {
  /** What finds the statements; null: none are looked for. */
  readonly tagger: 'network' | 'rules' | null
  /** The trained tagger's model, runtime and leaning. */
  readonly network?: NetworkOptions
  /** How many pages are read at once; one for each core if not given. */
  readonly workers?: number
  /** Seconds after which a worker without a page ends, and with it its model; the next page starts a new one. Never if not given. */
  readonly secondsIdle?: number
  /** The most seconds that a page may take, from its start in a worker; 900 if not given. */
  readonly secondsPerPage?: number
  /**
   * The most megabytes that a page may take, of JavaScript objects or of the whole process; 3,072 if not given. Pages that
   * take more together are read one by one.
   */
  readonly megabytesPerPage?: number
}

/** Half the heap that holds a page of 50 MB in short lines; see bench/RESULTS.md. */
const MEGABYTES = 3072
const SECONDS = 900
/** How often it is looked how much memory the process holds while pages are read. Milliseconds. */
const LOOK = 200
/** Half of Node's own: a worker holds some 20 MB less, and is no slower. */
const YOUNG_MEGABYTES = 24

interface Job {
  readonly task: WorkerTask
  readonly resolve: (findings: PageFindings) => void
  readonly reject: (error: Error) => void
}

/** A worker, and the job it is at; null: it waits for one. */
interface Seat {
  readonly worker: Worker
  /** Settled when the worker can take pages, or cannot. */
  readonly ready: Promise<void>
  readonly start: (failure: Error | null) => void
  isReady: boolean
  job: Job | null
  timer: NodeJS.Timeout | null
  /** Bytes that the process held when the page's reading began. */
  before: number
}

/**
 * Reads pages in workers, as many at once as there are cores. A worker is started when there is a page for it. A page
 * that takes too long or too much memory takes its worker with it, is reported, and the rest go on in a new one.
 *
 * A worker's own limit of memory counts JavaScript objects alone. What lies beside them, inflated bytes and the
 * inference's numbers, is counted only for the process as a whole: so where that grows by more than a page may take, and
 * more than one page is being read, they are begun again one by one, which shows whose it is.
 */
export class PagePool {
  readonly #options: PoolOptions
  readonly #most: number
  readonly #seats = new Set<Seat>()
  readonly #waiting: Job[] = []
  /** Of the pages at the head of those that wait or are read, how many are to be read with no other beside them. */
  #alone = 0
  #watch: NodeJS.Timeout | null = null
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#most = Math.max(1, options.workers ?? availableParallelism())
  }

  /** How many pages are read at once. */
  get workers(): number {
    return this.#most
  }

  /** How many workers there are now: none before the first page, and none once they have rested for `secondsIdle`. */
  get running(): number {
    return this.#seats.size
  }

  /**
   * Starts a first worker, so that what every page needs is known to be there.
   *
   * @throws OnrecordError `model-missing`, `model-broken`
   */
  async open(): Promise<void> {
    const [seat = this.#open()] = this.#seats
    await seat.ready
  }

  /**
   * Reads a page and finds its statements, when a worker is free. The caller sees to it that not too many wait.
   *
   * @throws OnrecordError `page-timeout`, `page-memory`, `model-missing`, `model-broken`, and what reading throws
   */
  read(page: Page): Promise<PageFindings> {
    return this.#read({ page })
  }

  /**
   * As `read`, of bytes: the page is made of them in the worker too, so that no document can hold up whoever asks.
   *
   * @throws OnrecordError as `read` and `pageFromBytes`
   */
  readBytes(bytes: Uint8Array, options: PageOptions & Provenance = {}): Promise<PageFindings> {
    return this.#read({ bytes, options })
  }

  #read(task: WorkerTask): Promise<PageFindings> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new OnrecordError('internal', 'The pool of workers was closed. Open a new one.'))
        return
      }
      this.#waiting.push({ task, resolve, reject })
      this.#assign()
    })
  }

  /** Ends the workers; what is not read yet is rejected with `interrupted`. */
  async close(): Promise<void> {
    this.#closed = true
    this.#unwatch()
    const left = this.#waiting.splice(0)
    for (const seat of this.#seats) {
      if (seat.job) left.push(seat.job)
      seat.job = null
    }
    for (const { reject } of left) reject(new OnrecordError('interrupted', 'The pool of workers was closed.'))
    await Promise.all([...this.#seats].map((seat) => this.#leave(seat)))
  }

  #assign(): void {
    if (this.#waiting.length === 0 || this.#closed) return
    if (this.#alone > 0 && [...this.#seats].some(({ job }) => job !== null)) return
    let seat = [...this.#seats].find(({ job }) => job === null)
    if (!seat) {
      if (this.#seats.size >= this.#most) return
      seat = this.#open()
    }
    const job = this.#waiting.shift() as Job
    if (seat.timer) clearTimeout(seat.timer)
    seat.timer = null
    seat.job = job
    seat.worker.postMessage(job.task)
    seat.worker.ref()
    this.#time(seat)
  }

  #open(): Seat {
    const { tagger, network = {}, megabytesPerPage = MEGABYTES } = this.#options
    const threads = Math.max(1, Math.floor(availableParallelism() / this.#most))
    const setup: WorkerSetup = { tagger, network: { threads, ...network } }
    const worker = new Worker(workerFile(), {
      ...workerFlags(),
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: megabytesPerPage, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    let start: Seat['start'] = () => {}
    const ready = new Promise<void>((resolve, reject) => {
      start = (failure) => (failure ? reject(failure) : resolve())
    })
    // Whoever waits for it is told; a page that was given to the worker is rejected in any case.
    ready.catch(() => {})
    const seat: Seat = { worker, ready, start, isReady: false, job: null, timer: null, before: 0 }
    this.#seats.add(seat)
    worker.on('message', (answer: WorkerAnswer) => this.#take(seat, answer))
    worker.on('error', (error: NodeJS.ErrnoException) => this.#fail(seat, error))
    // Without an error before: something in the worker ended its thread.
    worker.on('exit', (code) => {
      if (this.#seats.has(seat)) this.#drop(seat, ended(code))
    })
    return seat
  }

  #take(seat: Seat, answer: WorkerAnswer): void {
    if (!this.#seats.has(seat)) {
      // On its way when the worker was given up. The worker's end is waited for, so it must go on keeping the process alive.
      seat.start(answer.kind === 'failure' ? new OnrecordError(answer.code, answer.message) : null)
      return
    }
    if (answer.kind === 'ready') {
      seat.isReady = true
      seat.start(null)
      this.#time(seat)
      return
    }
    if (answer.kind === 'failure' && !seat.isReady) {
      this.#drop(seat, new OnrecordError(answer.code, answer.message))
      return
    }
    const job = this.#free(seat)
    if (answer.kind === 'findings') job?.resolve(answer.findings)
    else job?.reject(new OnrecordError(answer.code, answer.message))
    // Idle workers do not keep the process alive.
    seat.worker.unref()
    this.#goOn()
    this.#rest(seat)
  }

  /** Starts a page's time; that of a worker's first page starts when the worker is ready. */
  #time(seat: Seat): void {
    if (!seat.job || !seat.isReady || seat.timer) return
    const { secondsPerPage = SECONDS } = this.#options
    seat.before = process.memoryUsage.rss()
    this.#watch ??= setInterval(() => this.#look(), LOOK).unref()
    seat.timer = setTimeout(() => {
      const message = `The page took more than ${secondsPerPage} s and was given up. Raise the limit if you want it read.`
      this.#drop(seat, new OnrecordError('page-timeout', message))
    }, secondsPerPage * 1000)
  }

  /** Lets a worker that has no page go after a while. */
  #rest(seat: Seat): void {
    const { secondsIdle } = this.#options
    if (secondsIdle === undefined || seat.job || !this.#seats.has(seat)) return
    seat.timer = setTimeout(() => void this.#leave(seat), secondsIdle * 1000).unref()
  }

  /** Sees whether the process has grown by more than a page may take, since a page that is read was begun. */
  #look(): void {
    const reading = [...this.#seats].filter(({ job, timer }) => job !== null && timer !== null)
    if (reading.length === 0) {
      this.#unwatch()
      return
    }
    const held = process.memoryUsage.rss()
    const { megabytesPerPage = MEGABYTES } = this.#options
    const over = reading.find(({ before }) => held - before > megabytesPerPage * 2 ** 20)
    if (!over) return
    if (reading.length === 1) {
      this.#drop(over, this.#tooMuch())
      return
    }
    // Whose it is cannot be told: each is begun again, alone.
    const jobs = [...this.#seats].flatMap((seat) => {
      const job = this.#free(seat)
      if (job) void this.#leave(seat)
      return job ? [job] : []
    })
    this.#waiting.unshift(...jobs)
    this.#alone = Math.max(this.#alone, jobs.length)
    this.#assign()
  }

  #unwatch(): void {
    if (this.#watch) clearInterval(this.#watch)
    this.#watch = null
  }

  #tooMuch(cause?: Error): OnrecordError {
    const { megabytesPerPage = MEGABYTES } = this.#options
    const message = `The page took more than ${megabytesPerPage} MB and was given up. Raise the limit if you want it read.`
    return new OnrecordError('page-memory', message, { cause })
  }

  #fail(seat: Seat, error: NodeJS.ErrnoException): void {
    this.#drop(seat, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#tooMuch(error) : error)
  }

  /** Hands out more pages, after one was dealt with. */
  #goOn(): void {
    if (this.#alone > 0) this.#alone--
    // After those that were read alone all workers are free.
    for (let n = 0; n < this.#most; n++) this.#assign()
  }

  /** Rejects the seat's page and gives the seat up; a new one is opened when there is a page for it. */
  #drop(seat: Seat, error: Error): void {
    const job = this.#free(seat)
    if (!seat.isReady) seat.start(error)
    void this.#leave(seat)
    job?.reject(error)
    this.#goOn()
  }

  #free(seat: Seat): Job | null {
    if (seat.timer) clearTimeout(seat.timer)
    seat.timer = null
    const { job } = seat
    seat.job = null
    return job
  }

  async #leave(seat: Seat): Promise<void> {
    this.#free(seat)
    this.#seats.delete(seat)
    // A thread that is torn down while it loads native code takes the process with it.
    await seat.ready.catch(() => {})
    await seat.worker.terminate()
  }
}

function ended(code: number): OnrecordError {
  return new OnrecordError('internal', `The worker that read the page ended by itself (${code}). Read the page again.`)
}

/** Where the worker's module is from this one: once built, in a chunk above it or beside it; as written, in what was built. */
const WORKER = ['./node/worker.js', './worker.js', '../../../dist/node/worker.js'] as const

function workerFile(): URL {
  const files = WORKER.map((path) => new URL(path, import.meta.url))
  return files.find((file) => existsSync(fileURLToPath(file))) ?? (files[0] as URL)
}
