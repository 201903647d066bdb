import type { Ledger } from '../../core/ledger/port.js'
import type { ErrorCode } from '../../core/model/index.js'

/** What readers are asked: questions that take the database's time, and whose answers are JSON. */
export const QUESTIONS = [
  'find',
  'findArticles',
  'facets',
  'who',
  'speakers',
  'disputes',
  'unsure',
] as const satisfies readonly (keyof Ledger)[]

/** The name of a question. */
export type QuestionName = (typeof QUESTIONS)[number]

/** A question with what it is asked with. */
export interface Asked {
  readonly number: number
  readonly name: QuestionName
  readonly args: readonly unknown[]
}

/** To a reader; `close`: to end once it has answered. */
export type ReaderTask = Asked | 'close'

/** From a reader. `json`: the answer as JSON, which crosses to another thread as one text and can be handed on as it is. */
export type ReaderAnswer =
  | { readonly number: number; readonly json: string }
  | { readonly number: number; readonly code: ErrorCode; readonly message: string }
