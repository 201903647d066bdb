import type { Reading, Statement } from '../model/index.js'
import { wordsOf } from './place.js'

/** Statements whose mentions have the same words. */
export interface Group {
  /** The mention's words as they first stand on the page; null: the page does not say who. */
  readonly name: string | null
  readonly statements: readonly Statement[]
}

/**
 * Groups statements by the words of their mentions, folded: compatibility forms, case, white space, a possessive ending
 * and marks at the edges do not count. Groups come in the order of their first statement; those without a mention last.
 */
export function groupByMention(reading: Reading, statements: readonly Statement[]): Group[] {
  const named = new Map<string, { name: string; statements: Statement[] }>()
  const unnamed: Statement[] = []
  for (const statement of statements) {
    if (!statement.mention) {
      unnamed.push(statement)
      continue
    }
    const words = wordsOf(reading, statement.mention)
    const key = fold(words)
    const group = named.get(key)
    if (group) group.statements.push(statement)
    else named.set(key, { name: words, statements: [statement] })
  }
  const groups: Group[] = [...named.values()]
  if (unnamed.length > 0) groups.push({ name: null, statements: unnamed })
  return groups
}

function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ s$/, '')
}
