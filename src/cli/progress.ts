/** Shows on a terminal how far a long run is; elsewhere it shows nothing. */
export interface Progress {
  /** One more line is done. */
  step(failed: boolean): void
  /** Takes the progress off the screen. */
  clear(): void
}

/** Milliseconds between two showings: often enough to look alive, seldom enough to cost nothing. */
const PAUSE = 200

/** Progress on a stream, one line that is written over. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step() {}, clear() {} }
  const began = performance.now()
  let shown = Number.NEGATIVE_INFINITY
  let lines = 0
  let bad = 0
  return {
    step(failed) {
      lines++
      if (failed) bad++
      const now = performance.now()
      if (now - shown < PAUSE) return
      shown = now
      const rate = Math.round((lines * 1000) / Math.max(1, now - began))
      stream.write(`\r\u001b[K${lines} lines, ${bad} bad, ${rate} a second`)
    },
    clear() {
      if (lines > 0) stream.write('\r\u001b[K')
    },
  }
}
