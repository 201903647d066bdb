import type { Markup } from './markup.js'

/** The article's text as the page's own data gives it, for telling which units are in it. */
export interface StatedBody {
  /** Share of the unit's word triples that stand in the stated text, 0 to 1; NaN for fewer than three words. */
  share(words: readonly string[]): number
}

/** Below this many words an articleBody is a teaser and says nothing of where the article ends. */
const LEAST_WORDS = 80
const ARTICLE_BODY = /"articleBody"\s{0,8}:\s{0,8}"/

/** The `articleBody` of the page's JSON-LD; null where there is none of some length. */
export function statedBody(markup: Markup, wordsOf: (text: string) => string[]): StatedBody | null {
  for (const raw of markup.raw) {
    if (raw.element.name !== 'script') continue
    const found = ARTICLE_BODY.exec(raw.text)
    if (!found) continue
    const text = jsonString(raw.text, found.index + found[0].length)
    const words = wordsOf(text.replace(/<[^<>]{0,300}>/g, ' '))
    if (words.length < LEAST_WORDS) continue
    const triples = new Set<string>()
    for (let i = 2; i < words.length; i++) triples.add(`${words[i - 2]} ${words[i - 1]} ${words[i]}`)
    return {
      share(unit) {
        if (unit.length < 3) return Number.NaN
        let hits = 0
        for (let i = 2; i < unit.length; i++) if (triples.has(`${unit[i - 2]} ${unit[i - 1]} ${unit[i]}`)) hits++
        return hits / (unit.length - 2)
      },
    }
  }
  return null
}

/** The JSON string whose first character stands at `start`, up to its closing quotation mark or the end. */
function jsonString(json: string, start: number): string {
  let end = start
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1
  const body = json.slice(start, end)
  return body.includes('\\')
    ? body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex, c) =>
        hex ? String.fromCharCode(Number.parseInt(hex, 16)) : c === 'n' || c === 't' || c === 'r' ? ' ' : (c as string),
      )
    : body
}
