import { hashOf, hashWord } from './hashing.js'
import type { Token } from './tagger.js'

const words = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(hashOf))

const RELATIVES = words('who whom whose which that where when')
const CONJUNCTIONS = words('and or but nor')
const PREPOSITIONS = words(
  'of in on at by for from with to about as into over under after before since during against between through among',
)

/** What a preposition that was cut off leaves behind a comma, "released" of "the report, released in", has no more words. */
const LEFTOVER = 3

/**
 * Where a mention really ends: not in a relative pronoun, a preposition or a conjunction, while more than one word stays.
 *
 *     Mayor Edda Voss, who     The 58-page report, released in
 *     ^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^
 *
 * @param first token index, as `end`, one past the last token
 */
export function endOfMention(text: string, tokens: readonly Token[], first: number, end: number): number {
  const isIn = (set: ReadonlySet<number>, i: number) => {
    const token = tokens[i] as Token
    return set.has(hashWord(text, token.start, token.end))
  }
  const isComma = (i: number) => text.charAt((tokens[i] as Token).start) === ','
  let at = end
  let isCut = false
  for (let last = end - 1; last > first; last--) {
    const isPreposition = isIn(PREPOSITIONS, last)
    if (isPreposition || isIn(RELATIVES, last) || isIn(CONJUNCTIONS, last)) {
      isCut ||= isPreposition
      at = last
    } else if (at === end || !isComma(last)) break
    else at = last
  }
  return isCut ? beforeLeftover(text, tokens, first, at) : at
}

function beforeLeftover(text: string, tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 1; i > first && end - i <= LEFTOVER + 1; i--) {
    if (text.charAt((tokens[i] as Token).start) === ',') return i
  }
  return end
}
