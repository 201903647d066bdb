import type { Element } from './element.js'

/** How much a word speaks for the article's body (above 0) or for furniture (below 0): log odds learnt by counting. */
export type WordWeights = ReadonlyMap<string, number>

/** Whether an element names itself by this attribute. */
export function isNaming(attribute: string): boolean {
  switch (attribute) {
    case 'class':
    case 'id':
    case 'itemprop':
    case 'role':
    case 'data-testid':
    case 'data-component':
    case 'data-module':
    case 'rel':
      return true
  }
  return false
}

/** Of a name, so many words at the most are also taken in pairs. */
const MOST_PAIRED = 16

/**
 * The words in one of an element's names for itself (class, id, role, …): split at marks and capitals, lower case, 2 to 20
 * letters, without digits, and then each two that stand together: `Article_headlineMain--2x` gives article, headline,
 * main, "article headline", "headline main". Of a long name the first 400 code units.
 *
 * @param firsts the only first words that pairs are wanted for; null: any
 */
export function nameTokens(name: string, firsts: ReadonlySet<string> | null): string[] {
  const out: string[] = []
  split(name.length > 400 ? name.slice(0, 400) : name, out)
  // Pairs say more than their parts: "article body", "entry content", "related posts".
  const to = Math.min(out.length, MOST_PAIRED)
  for (let i = 1; i < to; i++) {
    const first = out[i - 1] as string
    if (firsts === null || firsts.has(first)) out.push(`${first} ${out[i]}`)
  }
  return out
}

/** The first words of the pairs among `words`. */
export function firstsOfPairs(words: Iterable<string>): Set<string> {
  const firsts = new Set<string>()
  for (const word of words) {
    const at = word.indexOf(' ')
    if (at > 0) firsts.add(word.slice(0, at))
  }
  return firsts
}

/** {@link nameTokens} of all of an element's names. */
export function classTokens(element: Element): readonly string[] {
  const out: string[] = []
  for (const a of element.attributes) if (isNaming(a.name) && a.value !== '') out.push(...nameTokens(a.value, null))
  return out
}

function split(value: string, out: string[]): void {
  let start = -1
  let capital = false
  for (let i = 0; i <= value.length; i++) {
    const c = i < value.length ? value.charCodeAt(i) : 0
    const lower = c >= 97 && c <= 122
    const upper = c >= 65 && c <= 90
    if (start >= 0) {
      const before = value.charCodeAt(i - 1)
      if (lower || (upper && before < 97)) continue
      if (i - start >= 2 && i - start <= 20) {
        const word = value.slice(start, i)
        out.push(capital ? word.toLowerCase() : word)
      }
      start = upper ? i : -1
      capital = upper
    } else if (lower || upper) {
      start = i
      capital = upper
    }
  }
}
