/** What a long run does when it is told to stop: finish what it is at, and say so. */
let handler: ((signal: NodeJS.Signals) => void) | null = null

/** Hands a first interrupt to `handle` instead of ending the process; a second ends it. Null: as before. */
export function onInterrupt(handle: ((signal: NodeJS.Signals) => void) | null): void {
  handler = handle
}

/** Takes the handler for an interrupt that has come; null: there is none, and the process is to end. */
export function takeInterrupt(): ((signal: NodeJS.Signals) => void) | null {
  const taken = handler
  handler = null
  return taken
}

/** What the end of the process waits for. */
const held = new Set<Promise<unknown>>()

/**
 * Has an interrupt wait for `work`, which is over soon, before it ends the process: a thread that is torn down while it
 * loads native code takes the process with it.
 */
export function holdEnd(work: Promise<unknown>): void {
  const over = work.catch(() => {}).finally(() => held.delete(over))
  held.add(over)
}

/** Resolves when nothing holds the end up any more; null: nothing does. */
export function endHeld(): Promise<unknown> | null {
  return held.size === 0 ? null : Promise.all(held)
}
