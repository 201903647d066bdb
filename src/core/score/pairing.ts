import type { GoldDocument, GoldStatement } from '../exports/index.js'
import type { Span } from '../model/index.js'
import { inside, shared, wordsOf } from './words.js'

/** A statement as the words it takes, by index of the text's words. */
export interface Worded {
  readonly statement: GoldStatement
  readonly content: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly mention: ReadonlySet<number>
}

/** A gold statement and the predicted one that it was paired with. */
export interface Pair {
  readonly gold: Worded
  readonly predicted: Worded
  /** Of the content's words, those in both over those in either. */
  readonly jaccard: number
  /** Whether their mentions share a word, or both have none. */
  readonly who: boolean
}

/** A document's statements, paired one to one, those with the most of their content in common first. */
export interface Pairing {
  readonly text: string
  readonly words: readonly Span[]
  readonly gold: readonly Worded[]
  readonly predicted: readonly Worded[]
  /** Those with a Jaccard index of at least a half: `found`. */
  readonly pairs: readonly Pair[]
  /** For each gold statement without a pair the predicted one nearest to it; null: none shares a word of its content. */
  readonly nearest: ReadonlyMap<Worded, Worded | null>
}

/** Of the words of two contents this share must be in both, for one statement to be found in the other. */
const FOUND = 0.5

/**
 * Pairs a document's gold statements with predicted ones, as score/attribution.mjs does. Predicted statements within
 * another are left out where gold has none: most corpora have no nesting.
 */
export function paired(gold: GoldDocument, predicted: GoldDocument | null): Pairing {
  const words = wordsOf(gold.text)
  const isNested = gold.statements.some(({ within }) => typeof within === 'number')
  const worded = (list: readonly GoldStatement[]): Worded[] =>
    list
      .map((statement) => ({
        statement,
        content: inside(statement.content, words),
        cue: inside(statement.cue, words),
        mention: inside(statement.mention, words),
      }))
      .filter(({ content }) => content.size > 0)
  const g = worded(gold.statements)
  const p = worded((predicted?.statements ?? []).filter(({ within }) => isNested || typeof within !== 'number'))
  const candidates: (Pair & { readonly i: number; readonly j: number })[] = []
  const byWord = new Map<number, number[]>()
  p.forEach(({ content }, j) => {
    for (const word of content) {
      const list = byWord.get(word)
      if (list) list.push(j)
      else byWord.set(word, [j])
    }
  })
  const closest = new Map<Worded, { readonly at: Worded; readonly jaccard: number }>()
  g.forEach((own, i) => {
    const counts = new Map<number, number>()
    for (const word of own.content) for (const j of byWord.get(word) ?? []) counts.set(j, (counts.get(j) ?? 0) + 1)
    for (const [j, both] of counts) {
      const other = p[j] as Worded
      const jaccard = both / (own.content.size + other.content.size - both)
      if (jaccard > (closest.get(own)?.jaccard ?? 0)) closest.set(own, { at: other, jaccard })
      if (jaccard < FOUND) continue
      const who = own.mention.size === 0 && other.mention.size === 0 ? true : shared(own.mention, other.mention) > 0
      candidates.push({ gold: own, predicted: other, jaccard, who, i, j })
    }
  })
  candidates.sort((a, b) => b.jaccard - a.jaccard || Number(b.who) - Number(a.who) || a.i - b.i || a.j - b.j)
  const pairs: Pair[] = []
  const taken = new Set<Worded>()
  for (const pair of candidates) {
    if (taken.has(pair.gold) || taken.has(pair.predicted)) continue
    taken.add(pair.gold)
    taken.add(pair.predicted)
    pairs.push(pair)
  }
  const nearest = new Map(g.filter((own) => !taken.has(own)).map((own) => [own, closest.get(own)?.at ?? null]))
  return { text: gold.text, words, gold: g, predicted: p, pairs, nearest }
}
