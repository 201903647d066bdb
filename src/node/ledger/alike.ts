import { COMMON_WORDS } from '../../core/compare/common-words.js'
import { printsOf } from '../../core/compare/prints.js'
import { searchWords } from '../../core/ledger/tokens.js'
import type { Term } from '../../core/ledger/words.js'
import type { PageId } from '../../core/model/index.js'
import type { Connection, Engine } from './engine.js'

/** Phrases of a quotation that are looked for in articles. */
const PHRASES = 5
/** Prints that a page shares with a quotation that it surely has, in part at least. */
const PLENTY = 3
/** Words of a phrase. */
const PHRASE = 3
/** Telling words of a report that are looked for two by two. */
const TELLING = 6
/** Pages that one question to the search gives. */
const EACH = 24

/**
 * Pages in which words may stand that a draft gives, the likeliest first: those with a statement that shares prints with
 * them, and those whose article has some of their phrases (`in-order`) or pairs of their telling words (`anywhere`).
 */
export async function pagesAlike(
  tx: Connection,
  engine: Engine,
  keys: readonly string[],
  how: 'in-order' | 'anywhere',
  limit: number,
): Promise<PageId[]> {
  const votes = new Map<number, number>()
  const vote = (page: number, weight: number) => votes.set(page, (votes.get(page) ?? 0) + weight)
  if (how === 'in-order') {
    const text = keys.join(' ')
    const prints = printsOf({ content: [text], quoted: [text] })
    if (prints.length > 0) {
      const rows = await tx
        .selectFrom('prints')
        .innerJoin('statements', 'statements.n', 'prints.statement')
        .select((eb) => ['statements.page', eb.fn.countAll<number>().as('shared')])
        .where('prints.key', 'in', prints)
        .groupBy('statements.page')
        .execute()
      for (const { page, shared } of rows) vote(page, Number(shared) * 2)
    }
  }
  const words = searchWords(keys.join(' '))
  // Prints in plenty are a quotation found; its phrases are asked for where they may be elsewhere, in no quotation.
  const isFound = how === 'in-order' && Math.max(0, ...votes.values()) >= 2 * PLENTY
  const questions = isFound ? phrasesOf(words).slice(0, 2) : how === 'in-order' ? phrasesOf(words) : pairsOf(words)
  for (const terms of questions) {
    const match = { terms: terms.map((term) => [term]), facets: [], without: [] }
    const { rows } = await engine
      .matching('page_words', match, { most: EACH, order: 'last', bounds: null, ranked: false, after: 0, parts: null })
      .execute(tx)
    for (const n of new Set(rows.map((row) => row.n))) vote(n, 1)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
  if (best.length === 0) return []
  const pages = await tx
    .selectFrom('pages')
    .select(['n', 'id'])
    .where(
      'n',
      'in',
      best.map(([n]) => n),
    )
    .execute()
  const ids = new Map(pages.map(({ n, id }) => [n, id as PageId]))
  return best.flatMap(([n]) => ids.get(n) ?? [])
}

/** How much a word tells, about: long words are rare, common ones tell nothing. */
const weightOf = (word: string): number =>
  COMMON_WORDS.has(word) ? 0 : Math.min(12, word.length) + (/\d/.test(word) ? 4 : 0)

/** The phrases of a quotation with the most telling words, apart from each other. */
function phrasesOf(words: readonly string[]): Term[][] {
  const length = Math.min(PHRASE, words.length)
  if (length === 0) return []
  const phrases = words.slice(0, words.length - length + 1).map((_, at) => {
    const own = words.slice(at, at + length)
    return {
      at,
      words: own,
      weight: Math.max(...own.map(weightOf)) * 2 + own.reduce((sum, word) => sum + weightOf(word), 0),
    }
  })
  phrases.sort((a, b) => b.weight - a.weight || a.at - b.at)
  const chosen: typeof phrases = []
  for (const phrase of phrases) {
    if (chosen.length === PHRASES) break
    if (chosen.some(({ at }) => Math.abs(at - phrase.at) < length)) continue
    chosen.push(phrase)
  }
  return chosen.map((phrase) => [{ words: phrase.words, prefix: false, not: false }])
}

/** Pairs of a report's most telling words, each a beginning, so that other forms of the word are found. */
function pairsOf(words: readonly string[]): Term[][] {
  const telling = [...new Set(words)]
    .filter((word) => weightOf(word) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
    .slice(0, TELLING)
    .map((word): Term => ({ words: [beginning(word)], prefix: beginning(word) !== word, not: false }))
  if (telling.length === 1) return [telling]
  return telling.flatMap((one, i) => telling.slice(i + 1).map((other) => [one, other]))
}

/** A word without what most of its forms differ in: its last letters, where enough is left. */
const beginning = (word: string): string => (/^\p{L}+$/u.test(word) && word.length > 6 ? word.slice(0, -2) : word)
