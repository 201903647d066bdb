import { Problem } from '../api/client.js'
import { tellProblem } from './notices.svelte.js'

/** One page of a long list. */
export interface Part<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly more: boolean
}

const SIZE = 50

/**
 * A list of any length of which only what is looked at is asked for, 50 at a time. What was asked for stays until the
 * question changes.
 */
export class SparseList<T> {
  total = $state(0)
  more = $state(false)
  isLoading = $state(false)
  isAsked = $state(false)
  /** Why the question could not be answered; null: it was, or is being asked for the first time. */
  problem = $state.raw<Problem | null>(null)
  #parts = $state.raw<ReadonlyMap<number, readonly T[]>>(new Map())
  #open = new Set<number>()
  #ask: (offset: number, limit: number) => Promise<Part<T>>
  #turn = 0

  constructor(ask: (offset: number, limit: number) => Promise<Part<T>>) {
    this.#ask = ask
  }

  /** Forgets all and asks anew, by another question where it is given. What is shown stays until the answer is there. */
  async renew(ask: (offset: number, limit: number) => Promise<Part<T>> = this.#ask): Promise<void> {
    this.#ask = ask
    this.#turn++
    this.#open = new Set()
    await this.#want(0, true)
  }

  /** The item at a place; undefined: it is not there yet. */
  at = (index: number): T | undefined => this.#parts.get(Math.floor(index / SIZE))?.[index % SIZE]

  /** Asks for what is missing between two places. */
  wanted = (first: number, last: number): void => {
    if (!this.isAsked) return
    for (let part = Math.floor(first / SIZE); part <= Math.floor(last / SIZE); part++) {
      if (!this.#parts.has(part) && !this.#open.has(part)) void this.#want(part, false)
    }
  }

  async #want(part: number, isNew: boolean): Promise<void> {
    const turn = this.#turn
    this.#open.add(part)
    this.isLoading = true
    try {
      const { items, total, more } = await this.#ask(part * SIZE, SIZE)
      if (turn !== this.#turn) return
      this.#parts = new Map(isNew ? [[part, items]] : [...this.#parts, [part, items]])
      this.total = total
      this.more = more
      this.isAsked = true
      this.problem = null
    } catch (error) {
      if (turn !== this.#turn) return
      if (isNew && error instanceof Problem) this.problem = error
      else tellProblem(error)
    } finally {
      if (turn === this.#turn) {
        this.#open.delete(part)
        this.isLoading = this.#open.size > 0
      }
    }
  }
}

/** The cursor of a place in a list, as the server gives it. */
export const cursorOf = (offset: number): string | undefined => (offset === 0 ? undefined : `o${offset.toString(36)}`)
