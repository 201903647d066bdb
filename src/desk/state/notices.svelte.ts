import { api, Problem, type Schemas } from '../api/client.js'
import { settings } from './settings.svelte.js'

/** Something that was done, told in a line, with a way back where there is one. */
export interface Notice {
  readonly id: number
  readonly words: string
  readonly isProblem: boolean
  readonly undo: (() => Promise<void>) | null
}

let last = 0
let shown = $state.raw<readonly Notice[]>([])

/** What is told at the moment. */
export const notices = {
  get all() {
    return shown
  },
}

/** Milliseconds for which a line stands. */
const STANDS = 8_000

/** Tells something. */
export function tell(words: string, options: { undo?: () => Promise<void>; isProblem?: boolean } = {}): void {
  const notice = { id: ++last, words, isProblem: options.isProblem ?? false, undo: options.undo ?? null }
  shown = [...shown.slice(-2), notice]
  setTimeout(() => dismiss(notice.id), STANDS)
}

/** Takes a line away. */
export function dismiss(id: number): void {
  shown = shown.filter((each) => each.id !== id)
}

/** Tells of a failure. What was stopped on purpose is none. */
export function tellProblem(error: unknown): void {
  if (error instanceof DOMException && error.name === 'AbortError') return
  tell(error instanceof Problem ? error.message : `Something went wrong in the desk: ${String(error)}`, {
    isProblem: true,
  })
}

type Change = Parameters<typeof api.correct>[0]['change']

/** A correction that can be taken back. */
interface Done {
  readonly number: number
  readonly change: Change
  readonly what: string
}

/** What was done, so that it can be taken back, the latest last. */
let done = $state.raw<readonly Done[]>([])

/** Corrections of this session that can be taken back. */
export const history = {
  get all() {
    return done
  },
}

/** How a person signs who has not given a name. */
export const signature = (): string => settings.name.trim() || 'someone at this desk'

/**
 * Makes a correction, tells of it with a way back, and calls `then` after it is made, `undone` after it is taken back
 * there.
 *
 * @returns the correction; null where it could not be made, which is told
 */
export async function correct(
  change: Change,
  what: string,
  then: () => unknown,
  undone: () => unknown = then,
): Promise<Schemas['Correction'] | null> {
  try {
    const made = await api.correct({ change, by: signature() })
    const { number } = made
    done = [...done, { number, change, what }]
    await then()
    tell(what, { undo: () => takeBack(number, undone) })
    return made
  } catch (error) {
    tellProblem(error)
    return null
  }
}

/** Takes a correction back: that one, or the last that stands. */
export async function takeBack(number: number | null, then: () => unknown): Promise<void> {
  const wanted = number ?? done.at(-1)?.number
  if (wanted === undefined) return tell('There is nothing to take back.')
  try {
    await api.correct({ change: { kind: 'undo', correction: wanted }, by: signature() })
    const was = done.find((each) => each.number === wanted)
    done = done.filter((each) => each.number !== wanted)
    await then()
    tell(`Taken back: ${was?.what ?? `correction ${wanted}`}`)
  } catch (error) {
    tellProblem(error)
  }
}
