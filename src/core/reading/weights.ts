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
export const MOST_PAIRED = 16

/**
 * The words in one of an element's names for itself (class, id, role, …): split at marks and capitals, lower case, 2 to 20
 * letters, without digits: `Article_headlineMain--2x` gives article, headline, main. Of a long name the first 400 code
 * units.
 */
export function nameWords(name: string): string[] {
  const out: string[] = []
  split(name.length > 400 ? name.slice(0, 400) : name, out)
  return out
}

/**
 * What weights are learnt for: {@link nameWords} of all of an element's names, and of each name every two that stand
 * together ("article headline"), since pairs say more than their parts.
 */
export function classTokens(element: Element): readonly string[] {
  const out: string[] = []
  for (const a of element.attributes) {
    if (!isNaming(a.name) || a.value === '') continue
    const words = nameWords(a.value)
    out.push(...words)
    for (let i = 1; i < Math.min(words.length, MOST_PAIRED); i++) out.push(`${words[i - 1]} ${words[i]}`)
  }
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
