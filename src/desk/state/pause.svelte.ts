/**
 * Does what it was given last once nothing new has come for `ms` milliseconds, and nothing any more when the view is gone:
 * nobody is called back from where they went. Call it where effects may be made.
 */
export function afterPause(ms: number): (work: () => void) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  $effect(() => () => clearTimeout(timer))
  return (work) => {
    clearTimeout(timer)
    timer = setTimeout(work, ms)
  }
}
