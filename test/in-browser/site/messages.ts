/** What the worker answers: a value, or the code and message of what it threw. */
export interface Told {
  readonly number: number
  readonly value?: unknown
  readonly code?: string
  readonly message?: string
}
