import { wordsOf } from '../anchor/index.js'
import { cutsCharacter } from '../model/index.js'
import { searchWords } from './tokens.js'
import type { AnyOf, Term } from './words.js'

/** Words of a text around what was looked for. */
export interface Snippet {
  readonly snippet: string
  /** What matches, as [start, end) in the snippet, in UTF-16 code units; in order, apart from each other. */
  readonly marks: readonly (readonly [number, number])[]
}

/** Code units of a snippet, about. */
const LENGTH = 240

/** The part of a text with most of the terms, and where in it they stand. Linear in the text. */
export function snippetOf(text: string, terms: readonly AnyOf[]): Snippet {
  const found = matchesIn(text, terms)
  const start = from(text, found)
  let end = Math.min(text.length, start + LENGTH)
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end)
    if (space > start + LENGTH / 2) end = space
    else if (cutsCharacter(text, end)) end++
  }
  const marks = found
    .filter(([a, b]) => a >= start && b <= end)
    .map(([a, b]): [number, number] => [a - start, b - start])
  return { snippet: text.slice(start, end), marks }
}

function from(text: string, found: readonly (readonly [number, number])[]): number {
  let best = 0
  let most = 0
  let first = 0
  for (let i = 0; i < found.length; i++) {
    while ((found[i]?.[1] ?? 0) - (found[first]?.[0] ?? 0) > LENGTH * 0.75) first++
    if (i - first + 1 > most) {
      most = i - first + 1
      best = found[first]?.[0] ?? 0
    }
  }
  const start = Math.max(0, best - LENGTH / 6)
  if (start === 0) return 0
  const space = text.indexOf(' ', start)
  if (space >= 0 && space < best) return space + 1
  return best
}

/** Where the terms stand in a text, as [start, end), in order, apart from each other. Linear in the text. */
export function matchesIn(text: string, terms: readonly AnyOf[]): [number, number][] {
  const words = wordsOf(text)
  const keys = words.key.map((key) => searchWords(key)[0] ?? '')
  const wanted = terms.flat().filter(({ not }) => !not)
  const byFirst = new Map<string, Term[]>()
  const begins: Term[] = []
  for (const term of wanted) {
    if (term.words.length === 1 && term.prefix) begins.push(term)
    else byFirst.set(term.words[0] as string, [...(byFirst.get(term.words[0] as string) ?? []), term])
  }
  const found: [number, number][] = []
  for (let i = 0; i < keys.length; i++) {
    const term = [...(byFirst.get(keys[i] as string) ?? []), ...begins].find((each) => stands(keys, i, each))
    if (!term) continue
    const start = words.start[i] as number
    const end = words.end[i + term.words.length - 1] as number
    if (start >= (found.at(-1)?.[1] ?? 0)) found.push([start, end])
  }
  return found
}

function stands(keys: readonly string[], at: number, { words, prefix }: Term): boolean {
  return words.every((word, i) => {
    const key = keys[at + i] ?? ''
    return prefix && i === words.length - 1 ? key.startsWith(word) : key === word
  })
}
