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
/** How many names and addresses are remembered; beyond, those longest without a failure are forgotten. */
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
    const byName = count(this.#names, name, at)
    const byAddress = count(this.#addresses, address, at)
    const until = Math.max(byName.until, byAddress.until)
    if (until > at) {
      const counts = [byName, byAddress].filter((each) => each.until > at)
      const first = counts.some(({ told }) => !told)
      for (const each of counts) each.told = true
      return { wait: Math.ceil((until - at) / 1000), first }
    }
    if (this.#running >= AT_ONCE) return { wait: 1, first: false }
    this.#running++
    fail(byName, BY_NAME, at)
    fail(byAddress, BY_ADDRESS, at)
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

function count(counts: Map<string, Count>, key: string, at: number): Count {
  let known = counts.get(key)
  if (!known || at - known.last > MEMORY) known = { failures: 0, last: at, until: 0, told: false }
  // Last in order, so that the first is the one longest without a failure.
  counts.delete(key)
  counts.set(key, known)
  for (const oldest of counts.keys()) {
    if (counts.size <= MOST) break
    counts.delete(oldest)
  }
  return known
}

function fail(count: Count, { free, longest }: Rule, at: number): void {
  count.failures++
  count.last = at
  count.told = false
  if (count.failures >= free) count.until = at + Math.min(longest, 2 ** (count.failures - free)) * 1000
}
