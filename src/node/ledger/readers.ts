import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AnswersJson, Ledger } from '../../core/ledger/port.js'
import { OnrecordError } from '../../core/model/index.js'
import { workerFlags } from '../worker-flags.js'
import { type Answered, QUESTIONS, type QuestionName, type ReaderAnswer, type ReaderTask } from './reader-messages.js'

/** Objects of JavaScript's that a reader may hold. An answer of a thousand long statements takes some 20. Megabytes. */
const MEGABYTES = 512

/** Seconds after which a reader that nobody asks ends, and gives its memory back. The next question starts another. */
const SECONDS_IDLE = 60

interface Job {
  readonly name: QuestionName
  readonly args: readonly unknown[]
  readonly resolve: (answer: Answered) => void
  readonly reject: (error: Error) => void
}

interface Seat {
  readonly worker: Worker
  readonly ended: Promise<void>
  job: Job | null
  /** Ends it where it waits for long. */
  timer: NodeJS.Timeout | null
}

/**
 * Threads that answer questions of a ledger in a file, each with a connection of its own, so that whoever asks is not held
 * up: SQLite answers in the thread in which it is asked. A thread is started when there is a question for it.
 */
export class Readers {
  readonly #place: string
  readonly #most: number
  readonly #seats = new Set<Seat>()
  /** The ends of those that were told to end because nobody asked them. */
  readonly #leaving = new Set<Promise<void>>()
  readonly #waiting: Job[] = []
  #number = 0
  #closed = false

  /** @param most how many questions are answered at once */
  constructor(place: string, most: number) {
    this.#place = place
    this.#most = most
  }

  /**
   * The answer to a question, as JSON.
   *
   * @throws OnrecordError as the ledger's method of that name; `internal` where a reader ended by itself
   */
  ask(name: QuestionName, args: readonly unknown[]): Promise<Answered> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new OnrecordError('internal', 'The ledger was closed. Open it again.'))
        return
      }
      this.#waiting.push({ name, args, resolve, reject })
      this.#assign()
    })
  }

  /** Ends the threads when each has answered what it is at; what waits is rejected with `interrupted`. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#waiting.splice(0))
      reject(new OnrecordError('interrupted', 'The ledger was closed before it answered.'))
    await Promise.all([...[...this.#seats].map((seat) => this.#leave(seat)), ...this.#leaving])
  }

  #leave({ worker, ended, timer }: Seat): Promise<void> {
    if (timer) clearTimeout(timer)
    // The process must not end before it has.
    worker.ref()
    worker.postMessage('close' satisfies ReaderTask)
    return ended
  }

  /** Ends a reader that nobody asks. */
  #rest(seat: Seat): void {
    seat.timer = setTimeout(() => {
      this.#seats.delete(seat)
      const ended = this.#leave(seat)
      this.#leaving.add(ended)
      void ended.then(() => this.#leaving.delete(ended))
    }, SECONDS_IDLE * 1000).unref()
  }

  #assign(): void {
    if (this.#waiting.length === 0 || this.#closed) return
    let seat = [...this.#seats].find(({ job }) => job === null)
    if (!seat) {
      if (this.#seats.size >= this.#most) return
      seat = this.#open()
    }
    if (seat.timer) clearTimeout(seat.timer)
    seat.timer = null
    const job = this.#waiting.shift() as Job
    seat.job = job
    seat.worker.ref()
    seat.worker.postMessage({ number: ++this.#number, name: job.name, args: job.args } satisfies ReaderTask)
  }

  #open(): Seat {
    const worker = new Worker(readerFile(), {
      ...workerFlags(),
      workerData: this.#place,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    const seat: Seat = { worker, ended, job: null, timer: null }
    this.#seats.add(seat)
    worker.on('message', (answer: ReaderAnswer) => {
      const { job } = seat
      seat.job = null
      // Readers that wait do not keep the process alive; those that are ending do, as their end is waited for.
      if (!this.#closed) worker.unref()
      if ('json' in answer) job?.resolve(answer)
      else job?.reject(new OnrecordError(answer.code, answer.message))
      this.#assign()
      if (!seat.job && !this.#closed) this.#rest(seat)
    })
    worker.on('error', (error) => this.#lose(seat, error))
    worker.on('exit', () => this.#lose(seat, null))
    return seat
  }

  /** Gives up a reader that ended; another is started when there is a question for it. */
  #lose(seat: Seat, cause: Error | null): void {
    this.#seats.delete(seat)
    const { job } = seat
    seat.job = null
    job?.reject(
      new OnrecordError(
        'internal',
        `A reader of the ledger ended: ${cause?.message ?? 'it gives no reason'}. Ask again.`,
        {
          cause,
        },
      ),
    )
    this.#assign()
  }
}

/**
 * A ledger whose questions are answered by readers, and all else by itself. What it reports as kept its readers know: the
 * next question begins after it.
 */
export function withReaders(ledger: Ledger, readers: Readers): Ledger {
  const asked = new Map<string | symbol, (...args: readonly unknown[]) => Promise<unknown>>(
    QUESTIONS.map((name) => [name, async (...args) => JSON.parse((await readers.ask(name, args)).json)]),
  )
  asked.set('findJson', async (question): Promise<AnswersJson> => {
    const { json, list } = await readers.ask('find', [question])
    if (list === null)
      throw new OnrecordError('internal', 'A reader of the ledger gave no list where one was asked for.')
    return { json, ...list }
  })
  asked.set('close', async () => {
    await readers.close()
    await ledger.close()
  })
  return new Proxy(ledger, {
    get(target, name) {
      const own = asked.get(name)
      if (own) return own
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** Where the reader's module is from this one: once built, in a chunk above it or beside it; as written, in what was built. */
const READER = ['./node/ledger-reader.js', './ledger-reader.js', '../../../dist/node/ledger-reader.js'] as const

function readerFile(): URL {
  const files = READER.map((path) => new URL(path, import.meta.url))
  return files.find((file) => existsSync(fileURLToPath(file))) ?? (files[0] as URL)
}
