/** Shows on a terminal how far a run over pages is; elsewhere it shows nothing. */
export interface RunProgress {
  /** One more page is done. */
  step(failed: boolean): void
  /** How many there are in all, as far as that is known. */
  expect(pages: number): void
  /** Takes the progress off the screen. */
  clear(): void
}

/** Milliseconds between two showings. */
const PAUSE = 200
/** The rate is that of so many milliseconds, so that it follows what comes. */
const WINDOW = 10_000

/** Progress on a stream, one line that is written over: pages, failures, rate and, where the end is known, time left. */
export function runProgress(stream: NodeJS.WriteStream): RunProgress {
  if (!stream.isTTY) return { step() {}, expect() {}, clear() {} }
  let shown = Number.NEGATIVE_INFINITY
  let done = 0
  let failures = 0
  let expected = 0
  let isShown = false
  const recent: { at: number; done: number }[] = [{ at: performance.now(), done: 0 }]
  return {
    expect(pages) {
      expected += pages
    },
    step(failed) {
      done++
      if (failed) failures++
      const now = performance.now()
      if (now - shown < PAUSE) return
      shown = now
      recent.push({ at: now, done })
      while (recent.length > 2 && now - (recent[0]?.at ?? now) > WINDOW) recent.shift()
      const [first] = recent
      const rate = first ? ((done - first.done) * 1000) / Math.max(1, now - first.at) : 0
      const parts = [expected > done ? `${done} of ${expected} pages` : `${done} pages`]
      if (failures > 0) parts.push(`${failures} failed`)
      parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`)
      if (expected > done && rate > 0) parts.push(`${timeLeft((expected - done) / rate)} left`)
      stream.write(`\r\u001b[K${parts.join(' · ')}`)
      isShown = true
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}

/** Seconds for a person: `40 s`, `12 min`, `3 h 5 min`. */
export function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
