import type { Element } from './element.js'

/** How much a word speaks for the article's body (above 0) or for furniture (below 0): log odds learnt by counting. */
export type WordWeights = ReadonlyMap<string, number>

/** The attributes by which an element names itself. */
export const NAMING: ReadonlySet<string> = new Set([
  'class',
  'id',
  'itemprop',
  'role',
  'data-testid',
  'data-component',
  'data-module',
  'rel',
])

/**
 * The words in one of an element's names for itself (class, id, role, …), put into `out`: split at marks and capitals,
 * lower case, 2 to 20 letters, without digits, and then each two that stand together: `Article_headlineMain--2x` gives
 * article, headline, main, "article headline", "headline main". Of a long name the first 400 code units.
 */
export function nameTokens(name: string, out: string[]): void {
  const from = out.length
  split(name.length > 400 ? name.slice(0, 400) : name, out)
  // Pairs say more than their parts: "article body", "entry content", "related posts".
  const to = out.length
  for (let i = from + 1; i < to && i < from + 16; i++) out.push(`${out[i - 1]} ${out[i]}`)
}

/** {@link nameTokens} of all of an element's names. */
export function classTokens(element: Element): readonly string[] {
  const out: string[] = []
  for (const a of element.attributes) if (NAMING.has(a.name) && a.value !== '') nameTokens(a.value, out)
  return out
}

function split(value: string, out: string[]): void {
  let start = -1
  for (let i = 0; i <= value.length; i++) {
    const c = i < value.length ? value.charCodeAt(i) : 0
    const lower = c >= 97 && c <= 122
    const upper = c >= 65 && c <= 90
    if (start >= 0) {
      const before = value.charCodeAt(i - 1)
      if (lower || (upper && before < 97)) continue
      if (i - start >= 2 && i - start <= 20) out.push(value.slice(start, i).toLowerCase())
      start = upper ? i : -1
    } else if (lower || upper) start = i
  }
}
