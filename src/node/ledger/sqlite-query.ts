import type { AnyOf, Term } from '../../core/ledger/words.js'
import type { Indexes, Match } from './engine.js'

/** What is matched, in the language of FTS5. The phrases of its terms stand in the order in which they are given. */
export function queryOf(where: Indexes, { terms, facets, without: none }: Match): string {
  const columns = where === 'statement_words' ? '{words who}' : '{words}'
  const all: string[] = facets.map((any) => `facets : (${any.map(quote).join(' OR ')})`)
  const without: string[] = []
  for (const any of terms) {
    if (any.every(({ not }) => not)) without.push(...any.map(phrase))
    else all.push(`${columns} : (${positive(any)})`)
  }
  let wanted = all.join(' AND ')
  if (without.length > 0) wanted = `(${wanted}) NOT (${columns} : (${without.join(' OR ')}))`
  return none.length === 0 ? wanted : `(${wanted}) NOT (facets : (${none.map(quote).join(' OR ')}))`
}

const positive = (any: AnyOf): string =>
  any
    .filter(({ not }) => !not)
    .map(phrase)
    .join(' OR ')

const quote = (word: string): string => `"${word.replaceAll('"', '""')}"`
const phrase = ({ words, prefix }: Term): string => quote(words.join(' ')) + (prefix ? ' *' : '')
