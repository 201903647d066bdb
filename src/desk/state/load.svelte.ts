import { Problem } from '../api/client.js'

/** Something that is being asked for, with what came of it. */
export interface Loaded<T> {
  readonly value: T | null
  readonly problem: Problem | null
  readonly isLoading: boolean
  /** Asks again; what is shown stays until the answer is there. */
  again(): Promise<void>
}

/**
 * What `ask` gives, asked again whenever something that it reads changes. Answers that come too late are passed over. Call
 * it where effects may be made.
 */
export function load<T>(ask: () => Promise<T> | null): Loaded<T> {
  let value = $state.raw<T | null>(null)
  let problem = $state.raw<Problem | null>(null)
  let isLoading = $state(false)
  let turn = 0

  async function settle(asked: Promise<T> | null): Promise<void> {
    const own = ++turn
    if (asked === null) {
      value = null
      problem = null
      isLoading = false
      return
    }
    isLoading = true
    try {
      const gained = await asked
      if (own !== turn) return
      value = gained
      problem = null
    } catch (error) {
      if (own !== turn) return
      problem = error instanceof Problem ? error : new Problem('internal', String(error))
    }
    isLoading = false
  }

  $effect(() => {
    void settle(ask())
  })
  return {
    get value() {
      return value
    },
    get problem() {
      return problem
    },
    get isLoading() {
      return isLoading
    },
    again: () => settle(ask()),
  }
}
