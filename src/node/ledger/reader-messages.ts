import type { AnswersJson, Ledger } from '../../core/ledger/port.js'
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

/** An answer as JSON, which crosses to another thread as one text and can be handed on as it is. */
export interface Answered {
  readonly json: string
  /** Of a list: what its paging needs; null: it is none. */
  readonly list: Omit<AnswersJson, 'json'> | null
}

/** From a reader. */
export type ReaderAnswer =
  | ({ readonly number: number } & Answered)
  | { readonly number: number; readonly code: ErrorCode; readonly message: string }
