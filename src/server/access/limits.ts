/** How failures are answered: so many are free, then each doubles the wait. Seconds. */
interface Rule {
  readonly free: number
  readonly longest: number
}

/** Few mistype five times; five minutes at the longest, so that nobody is kept out for long by a stranger's guesses. */
const BY_NAME: Rule = { free: 5, longest: 300 }
/** A newsroom may share an address. */
const BY_ADDRESS: Rule = { free: 20, longest: 900 }
/** Failures are forgotten after so long without another. Milliseconds. */
const MEMORY = 3_600_000
/**
 * How many names and addresses are remembered. Beyond, those longest without a failure are forgotten, but none that must
 * wait while there are others: whoever guesses could flush it out with names that nobody has.
 */
const MOST = 10_000
/** Sign-ins at once: each takes 128 MiB for its hash, or waits for that. */
const AT_ONCE = 8

interface Count {
  failures: number
  /** Milliseconds since 1970. */
  last: number
  until: number
  /** Whether somebody was told to wait for `until`. */
  told: boolean
}

/** A sign-in that may go on; `done` must be called with how it ended. */
interface Allowed {
  readonly wait: 0
  done(succeeded: boolean): void
}

/** A sign-in that may not. */
interface Refused {
  /** Whole seconds, 1 or more. */
  readonly wait: number
  /** Whether it is the first that this wait refuses, and so worth a line in the log. */
  readonly first: boolean
}

/**
 * How often sign-ins may fail, by name and by address. It is kept in memory: a server that starts again starts afresh.
 * An attempt counts as failed until it has succeeded, so that many at once gain nothing.
 */
export class SignInLimits {
  readonly #names = new Map<string, Count>()
  readonly #addresses = new Map<string, Count>()
  #running = 0

  /** @param at milliseconds since 1970 */
  begin(name: string, address: string, at: number): Allowed | Refused {
    const byAddress = known(this.#addresses, address, at)
    // Of the names that such an address asks for, nothing is looked up or kept.
    if (byAddress.until > at) return refused(at, byAddress)
    const byName = known(this.#names, name, at)
    if (byName.until > at) return refused(at, byName)
    if (this.#running >= AT_ONCE) return { wait: 1, first: false }
    this.#running++
    fail(byName, BY_NAME, at)
    fail(byAddress, BY_ADDRESS, at)
    keep(this.#names, name, byName, at)
    keep(this.#addresses, address, byAddress, at)
    return {
      wait: 0,
      done: (succeeded) => {
        this.#running--
        if (!succeeded) return
        this.#names.delete(name)
        // Only its own: an account of one's own must not clear the way for guesses at others'.
        byAddress.failures = Math.max(0, byAddress.failures - 1)
        byAddress.until = 0
      },
    }
  }
}

function refused(at: number, count: Count): Refused {
  const first = !count.told
  count.told = true
  return { wait: Math.ceil((count.until - at) / 1000), first }
}

/** What is remembered, or a new count, which is not remembered yet. */
function known(counts: ReadonlyMap<string, Count>, key: string, at: number): Count {
  const count = counts.get(key)
  return count && at - count.last <= MEMORY ? count : { failures: 0, last: at, until: 0, told: false }
}

function keep(counts: Map<string, Count>, key: string, count: Count, at: number): void {
  // Last in order, so that the first is the one longest without a failure.
  counts.delete(key)
  counts.set(key, count)
  if (counts.size > MOST) counts.delete(leastMissed(counts, at))
}

/** Of those longest without a failure: one that never had to wait; else one that need not any more. */
function leastMissed(counts: ReadonlyMap<string, Count>, at: number): string {
  let [least = ''] = counts.keys()
  let isWaiting = true
  for (const [key, { until }] of counts) {
    if (until === 0) return key
    if (isWaiting && until <= at) {
      least = key
      isWaiting = false
    }
  }
  return least
}

function fail(count: Count, { free, longest }: Rule, at: number): void {
  count.failures++
  count.last = at
  count.told = false
  if (count.failures >= free) count.until = at + Math.min(longest, 2 ** (count.failures - free)) * 1000
}
