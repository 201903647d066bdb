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
