import { setTimeout as sleep } from 'node:timers/promises'
import { OnrecordError } from '../../core/model/index.js'

/** Time as the sources use it; handed in, so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number
  /** Rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>
}

const MACHINE: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await sleep(ms, undefined, signal ? { signal } : {})
  },
}

/** How hosts are spared. Milliseconds. */
export interface TurnsOptions {
  /** Between the end of one request to a host and the next. Default 1,000. */
  readonly pauseMs?: number
  /** The longest wait that a host may ask for with `Retry-After`. Default 120,000; above it, its pages fail. */
  readonly maxWaitMs?: number
  readonly clock?: Clock
}

interface Host {
  /** Ends when the last request that has been let in has ended. */
  last: Promise<void>
  notBefore: number
}

/**
 * Lets one request at a time to each host, with a pause between. Hand one object to all calls of `captures` of a run, so
 * that two sources do not ask one host at once.
 */
export class Turns {
  readonly clock: Clock
  readonly #pauseMs: number
  readonly #maxWaitMs: number
  readonly #hosts = new Map<string, Host>()

  constructor(options: TurnsOptions = {}) {
    this.clock = options.clock ?? MACHINE
    this.#pauseMs = options.pauseMs ?? 1000
    this.#maxWaitMs = options.maxWaitMs ?? 120_000
  }

  /**
   * Waits for the host's turn and runs the request in it.
   *
   * @throws OnrecordError `fetch-status` at once, without asking, where the host wants to be left alone for longer than
   * the longest wait; `interrupted`; and what the request throws
   */
  async take<T>(host: string, signal: AbortSignal | undefined, request: () => Promise<T>): Promise<T> {
    const state = this.#host(host)
    const before = state.last
    let end = () => {}
    state.last = new Promise((resolve) => {
      end = resolve
    })
    try {
      await aborted(before, signal)
      const wait = state.notBefore - this.clock.now()
      if (wait > this.#maxWaitMs) throw busy(host, state.notBefore)
      if (wait > 0) await this.clock.sleep(wait, signal)
      signal?.throwIfAborted()
      return await request()
    } catch (cause) {
      if (signal?.aborted) throw new OnrecordError('interrupted', `Fetching from ${host} was interrupted.`, { cause })
      throw cause
    } finally {
      state.notBefore = Math.max(state.notBefore, this.clock.now() + this.#pauseMs)
      // Whoever waits behind a turn given up must still wait for the one before it.
      before.then(end)
    }
  }

  /** The host asked to be left alone until then (milliseconds since 1970). */
  close(host: string, until: number): void {
    const state = this.#host(host)
    state.notBefore = Math.max(state.notBefore, until)
  }

  #host(host: string): Host {
    const known = this.#hosts.get(host)
    if (known) return known
    const made: Host = { last: Promise.resolve(), notBefore: 0 }
    this.#hosts.set(host, made)
    return made
  }
}

/** The promise, or a rejection as soon as the signal aborts. */
async function aborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return promise
  signal.throwIfAborted()
  let stop = () => {}
  try {
    await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        stop = () => reject(signal.reason)
        signal.addEventListener('abort', stop, { once: true })
      }),
    ])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function busy(host: string, until: number): OnrecordError {
  return new OnrecordError(
    'fetch-status',
    `${host} wants no requests before ${new Date(until).toISOString()}. Add its pages again after that.`,
  )
}

/** When a `Retry-After` header (seconds, or an HTTP date) lets the next request come; null where it says nothing. */
export function retryAt(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1000
  const date = /^[A-Z][a-z]{2,8}, /.test(value) && value.length < 40 ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : date
}
