import { OnrecordError, type PageKind } from '../core/model/index.js'
import { DEFAULT_MAX_BYTES } from '../node/limit.js'
import type { Got, Reader } from '../server/parts.js'
import type { Answered, Asked, TaggerChosen } from './messages.js'
import type { PageWorker } from './scope.js'

/** What pages are read with, and what a page may take. */
export interface BrowserReaderOptions {
  /** The address of the model's folder, with a `/` at its end, on this site; null: the rules find the statements. */
  readonly model: URL | null
  /** The most bytes that a page may have, also unpacked; 64 MiB unless given. */
  readonly maxBytes?: number
  /** The most seconds that a page may take; 300 unless given. */
  readonly secondsPerPage?: number
}

/** A reader that reads in a worker of its own. */
export interface BrowserReader extends Reader {
  /**
   * Loads the model, and says what finds the statements: the rules do where there is no model, which a person is to be told.
   *
   * @throws OnrecordError `model-missing` where the model cannot be had, `model-broken`
   */
  open(): Promise<TaggerChosen>
  /** Ends the worker; pages that are not read yet are rejected with `interrupted`. */
  close(): void
}

type Record = Awaited<ReturnType<Reader['read']>>

interface Job {
  readonly asked: Asked
  readonly resolve: (read: Record) => void
  readonly reject: (error: Error) => void
}

/** A worker, and what it is at. */
interface Seat {
  readonly worker: PageWorker
  readonly ready: Promise<TaggerChosen>
  job: Job | null
  timer: ReturnType<typeof setTimeout> | null
}

/** Of a browser: what this is built with looks for these very words to find the worker's file. */
declare const Worker: new (file: URL, options: { readonly type: 'module' }) => PageWorker

const SECONDS = 300
const ANSWERS: ReadonlySet<unknown> = new Set<Answered['kind']>(['ready', 'record', 'failure'])

/**
 * Reads pages in a worker, one at a time, as `PagePool` does in Node and to the same records. A page that takes too long
 * takes the worker with it, and the rest go on in a new one. (A page that takes too much memory cannot be told from outside
 * of it: the browser ends the tab. What was kept stays.)
 */
export function browserReader(options: BrowserReaderOptions): BrowserReader {
  return new WorkerReader(options)
}

class WorkerReader implements BrowserReader {
  readonly #options: BrowserReaderOptions
  readonly #waiting: Job[] = []
  #seat: Seat | null = null
  #closed = false

  constructor(options: BrowserReaderOptions) {
    this.#options = options
  }

  async open(): Promise<TaggerChosen> {
    return (this.#seat ?? this.#open()).ready
  }

  read({
    name,
    url,
    contentType,
    bytes,
    kind,
  }: Omit<Got, 'retrieved' | 'headers'> & { readonly kind?: PageKind }): Promise<Record> {
    const { maxBytes = DEFAULT_MAX_BYTES } = this.#options
    const options = { name, url, contentType, maxBytes, ...(kind === undefined ? {} : { kind }) }
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(interrupted())
      this.#waiting.push({ asked: { kind: 'page', bytes, options }, resolve, reject })
      this.#next()
    })
  }

  close(): void {
    this.#closed = true
    const left = this.#waiting.splice(0)
    if (this.#seat) this.#leave(this.#seat, interrupted())
    for (const { reject } of left) reject(interrupted())
  }

  #next(): void {
    const seat = this.#seat ?? (this.#waiting.length > 0 ? this.#open() : null)
    if (!seat || seat.job) return
    const job = this.#waiting.shift()
    if (!job) return
    seat.job = job
    // Its time begins when the model is loaded, which takes as long as the network does.
    seat.ready.then(
      () => {
        if (seat.job !== job) return
        const { secondsPerPage = SECONDS } = this.#options
        seat.timer = setTimeout(() => {
          const message = `The page took more than ${secondsPerPage} s and was given up. Read it with the program, which has no such limit of a tab.`
          this.#leave(seat, new OnrecordError('page-timeout', message))
        }, secondsPerPage * 1000)
        seat.worker.postMessage(job.asked)
      },
      (error: Error) => this.#leave(seat, error),
    )
  }

  #open(): Seat {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' })
    let settle: (answer: Answered) => void = () => {}
    const ready = new Promise<TaggerChosen>((resolve, reject) => {
      settle = (answer) => (answer.kind === 'ready' ? resolve(answer.tagger) : reject(errorOf(answer)))
    })
    const seat: Seat = { worker, ready, job: null, timer: null }
    this.#seat = seat
    // Whoever asks is told; the next who does starts a new worker.
    ready.catch((error: Error) => this.#leave(seat, error))
    let isReady = false
    worker.onmessage = ({ data }) => {
      const answer = data as Answered
      // The PDF library takes any worker for one of its own, and greets whoever is outside.
      if (!ANSWERS.has(answer.kind)) return
      if (isReady) this.#take(seat, answer)
      else settle(answer)
      isReady = true
    }
    worker.onerror = (event) => {
      event.preventDefault()
      const failure = {
        kind: 'failure',
        code: 'internal',
        message: event.message ?? 'A worker could not be started.',
      } as const
      settle(failure)
      this.#leave(seat, errorOf(failure))
    }
    worker.postMessage({ kind: 'setup', model: this.#options.model?.href ?? null } satisfies Asked)
    return seat
  }

  #take(seat: Seat, answer: Answered): void {
    const { job, timer } = seat
    if (timer) clearTimeout(timer)
    seat.job = null
    seat.timer = null
    if (answer.kind === 'record') job?.resolve({ record: answer.record, bytes: answer.bytes })
    else job?.reject(errorOf(answer))
    this.#next()
  }

  /** Ends a worker, rejects its page, and goes on with a new one. */
  #leave(seat: Seat, error: Error): void {
    const { job, timer } = seat
    if (timer) clearTimeout(timer)
    seat.job = null
    seat.worker.terminate()
    if (this.#seat === seat) this.#seat = null
    job?.reject(error)
    if (!this.#closed) this.#next()
  }
}

function errorOf(answer: Answered): OnrecordError {
  return answer.kind === 'failure'
    ? new OnrecordError(answer.code, answer.message)
    : new OnrecordError('internal', `A worker answered with ${answer.kind} where it should not have.`)
}

const interrupted = () => new OnrecordError('interrupted', 'The reader was closed before the page was read.')
