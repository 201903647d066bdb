import { type Words, wordsOf } from '../anchor/index.js'
import type { Span, Statement } from '../model/index.js'
import { PRONOUNS, TITLES } from './lexicon.js'
import { statementsAt, type Text } from './texts.js'
import type { Source } from './verdict.js'

/** What names have to say of two speakers. `not-settled`: one of them is not named, or the names neither meet nor clash. */
export type SameSpeaker = 'same' | 'other' | 'not-settled'

/**
 * Whether the draft's speaker is a source's: by the names that both pages give them. Only two names that share nothing
 * are called others; a pronoun, an office or a description settles nothing.
 */
export function compareSpeakers(
  draft: Source,
  own: Statement | null,
  source: Source,
  theirs: Statement | null,
): SameSpeaker {
  if (own === null || theirs === null) return 'not-settled'
  const a = namesOf(draft, own)
  const b = namesOf(source, theirs)
  if (a.length === 0 || b.length === 0) return 'not-settled'
  let clash = true
  for (const x of a) {
    for (const y of b) {
      const how = compareNames(x, y)
      if (how === 'same') return 'same'
      if (how === 'not-settled') clash = false
    }
  }
  return clash ? 'other' : 'not-settled'
}

/** As {@link compareSpeakers}, of any of the statements that a word of the source is content of. */
export function compareAt(draft: Source, own: Statement | null, text: Text, word: number): SameSpeaker {
  let found: SameSpeaker = 'not-settled'
  let others = 0
  const at = statementsAt(text, word)
  for (const i of at) {
    const how = compareSpeakers(draft, own, text.source, text.source.statements[i] ?? null)
    if (how === 'same') return 'same'
    if (how === 'other') others++
    else found = how
  }
  return others > 0 && others === at.length ? 'other' : found
}

/** The runs of capital words that name a statement's speaker, titles left out, by their keys. */
function namesOf({ reading, speakers }: Source, { speaker, mention }: Statement): string[][] {
  const settled = speaker === null ? undefined : speakers?.find(({ id }) => id === speaker)
  const spans: Span[] = mention ? [mention] : []
  if (settled) spans.push(settled.named, ...settled.otherNames, ...settled.roles)
  const runs = spans.flatMap((span) => runsIn(wordsOf(reading.text, span.start, span.end)))
  if (settled) runs.push(...runsIn(wordsOf(settled.name)))
  return runs
}

function runsIn(words: Words): string[][] {
  const runs: string[][] = []
  let run: string[] = []
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  for (let i = 0; i < words.key.length; i++) {
    const [from, to] = [words.start[i] as number, words.end[i] as number]
    const key = (words.key[i] as string).replace(/'s$|'$/, '')
    // Where a sign stands between, the name is over: "Ilan Gorsky, Morvane".
    if (i > 0 && /[,;:()"“”]/.test(words.text.slice(words.end[i - 1], from))) close()
    const isName = /^\p{Lu}/u.test(words.text.slice(from, to)) && !TITLES.has(key) && !PRONOUNS.has(key)
    // Scripts without capitals: every word may be a name.
    const noCase = !/[\p{Lu}\p{Ll}]/u.test(words.text.slice(from, to)) && /\p{L}/u.test(key)
    if (isName || noCase) run.push(key)
    else close()
    if ((words.key[i] as string) !== key) close()
  }
  close()
  return runs
}

function compareNames(a: readonly string[], b: readonly string[]): SameSpeaker {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const shared = short.filter((word) => long.includes(word))
  if (shared.length === 0) {
    // "UN" and "United Nations".
    const initials = long.map((word) => word.charAt(0)).join('')
    return long.length > 1 && short.length === 1 && short[0] === initials ? 'same' : 'other'
  }
  if (short.length === 1 || shared.length === short.length) return 'same'
  const [first, other] = [short[0] as string, long[0] as string]
  // "J. Roe", "Dan Roe" and "Daniel Roe" may be one; of "Ann Roe" and "Karim Roe" nothing is sure either: a nickname.
  return first.startsWith(other) || other.startsWith(first) ? 'same' : 'not-settled'
}
