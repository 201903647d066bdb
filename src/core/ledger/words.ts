import { OnrecordError } from '../model/index.js'
import { searchWords } from './tokens.js'

/** What must stand in a text, or must not: one word, several in a row, or the beginning of one. */
export interface Term {
  /** Words as `searchWords` gives them, one after another. */
  readonly words: readonly string[]
  /** Whether the last word may go on. */
  readonly prefix: boolean
  readonly not: boolean
}

/** Alternatives, of which one must hold. */
export type AnyOf = readonly Term[]

/** More than these in one question make it no clearer, and slow. */
const MOST_TERMS = 32

/**
 * What is asked for, from what a person types: words that must all stand there, `"words in a row"`, `begin*`, `-without`,
 * and `one OR another`. Whatever else is typed is words too; nothing is an error but a question that asks for nothing.
 *
 * @throws OnrecordError `usage` where it has no words, only words to leave out, or too many
 */
export function parseWords(typed: string): AnyOf[] {
  const all: Term[][] = []
  let joins = false
  for (const part of typed.matchAll(/(-?)"([^"]*)"?(\*?)|(\S+)/g)) {
    const bare = part[4]
    if (bare === 'OR' && all.length > 0) {
      joins = true
      continue
    }
    const not = bare === undefined ? part[1] === '-' : /^-\D/.test(bare)
    const text = bare === undefined ? (part[2] ?? '') : not ? bare.slice(1) : bare
    const prefix = bare === undefined ? part[3] === '*' : bare.endsWith('*')
    const words = searchWords(text)
    if (words.length === 0) continue
    const term = { words, prefix, not }
    if (joins && !not) (all.at(-1) as Term[]).push(term)
    else all.push([term])
    joins = false
  }
  if (all.flat().length > MOST_TERMS)
    throw new OnrecordError('usage', `The question has more than ${MOST_TERMS} terms. Ask for fewer at once.`)
  if (!all.some((terms) => terms.some(({ not }) => !not)))
    throw new OnrecordError(
      'usage',
      'The question has no words to look for. Give at least one, besides those to leave out.',
    )
  return all
}
