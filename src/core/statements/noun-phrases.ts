import { POS } from './parts-of-speech.js'

/** A noun phrase without what hangs on it, by token indices. */
export interface Phrase {
  readonly first: number
  readonly end: number
  /** Its last noun, name, pronoun or number. */
  readonly head: number
}

const INSIDE: ReadonlySet<number> = new Set([
  POS.NOUN,
  POS.NAME,
  POS.POSSESSIVE,
  POS.DETERMINER,
  POS.ADJECTIVE,
  POS.NUMBER,
  POS.GENITIVE,
])

const HEADS: ReadonlySet<number> = new Set([POS.NOUN, POS.NAME, POS.NUMBER, POS.DETERMINER, POS.ADJECTIVE])

/**
 * Finds base noun phrases: runs of determiners, adjectives, numbers, nouns, names and genitives that end in a noun, a
 * name or what can stand for one; each pronoun by itself. Never across a sentence's edge.
 */
export function findPhrases(pos: Uint8Array, sentenceEnds: readonly number[]): Phrase[] {
  const phrases: Phrase[] = []
  let first = 0
  for (const sentenceEnd of sentenceEnds) {
    let i = first
    while (i < sentenceEnd) {
      const tag = pos[i] as number
      if (tag === POS.PRONOUN) {
        phrases.push({ first: i, end: i + 1, head: i })
        i++
        continue
      }
      if (!INSIDE.has(tag) || tag === POS.GENITIVE) {
        i++
        continue
      }
      let end = i + 1
      while (end < sentenceEnd && goesOn(pos, i, end, sentenceEnd)) end++
      let head = end - 1
      while (head > i && !HEADS.has(pos[head] as number)) head--
      const only = pos[head] as number
      // "Many say": before a finite verb an adjective stands for those it describes.
      const weak = only === POS.ADJECTIVE && head === i && !beginsClause(pos, i + 1, sentenceEnd)
      if (!weak && only !== POS.POSSESSIVE) phrases.push({ first: i, end: head + 1, head })
      i = end
    }
    first = sentenceEnd
  }
  return phrases
}

function beginsClause(pos: Uint8Array, at: number, limit: number): boolean {
  return at < limit && (pos[at] === POS.PAST || pos[at] === POS.PRESENT || pos[at] === POS.MODAL)
}

function goesOn(pos: Uint8Array, first: number, at: number, limit: number): boolean {
  const tag = pos[at] as number
  if (tag === POS.DETERMINER || tag === POS.POSSESSIVE) return at === first + 1 && pos[first] === POS.DETERMINER
  if (INSIDE.has(tag)) return true
  // "the ruling party", "the so-called leaked memo": a participle before a noun, inside a phrase begun by another word.
  return (
    (tag === POS.GERUND || tag === POS.PARTICIPLE) &&
    at + 1 < limit &&
    (pos[at + 1] === POS.NOUN || pos[at + 1] === POS.NAME) &&
    (pos[at - 1] === POS.DETERMINER || pos[at - 1] === POS.ADJECTIVE || pos[at - 1] === POS.GENITIVE)
  )
}
