import type { GoldDocument } from '../exports/index.js'
import { type Figures, figuresOf, type Interval, type IntervalName, intervalsOf } from './figures.js'
import { type Mistake, mistakesOf } from './mistakes.js'
import { paired } from './pairing.js'
import { addTally, emptyTally, tallyOf } from './tally.js'

export { type Figures, INTERVALS, type Interval, type IntervalName, type Prf } from './figures.js'
export { MISTAKES, type Mistake, type MistakeName } from './mistakes.js'
export { scoreText } from './text.js'

/** How well statements were predicted. */
export interface Score {
  readonly documents: number
  /** Gold documents for which there is no prediction: they count as ones without statements. */
  readonly missing: readonly string[]
  /** Predicted documents that gold does not have: they are left out. */
  readonly unknown: readonly string[]
  readonly figures: Figures
  /** 95 % intervals, documents drawn again. */
  readonly intervals: Partial<Record<IntervalName, Interval>>
  readonly mistakes: readonly Mistake[]
}

/**
 * Scores predicted statements against gold ones, with the definitions of PolNeAR's scorer: only words count; a predicted
 * statement is `found` in the gold one with which it shares most of its content's words, one to one, from a Jaccard index
 * of a half; `who` where their mentions share a word besides, or both have none; `exact` where content and mention have
 * the same words. Speakers, kinds of quotation and acts are judged in the statements that are found, as far as gold says
 * them. Documents are matched by id; where there is one of each, the ids do not matter.
 */
export function score(gold: readonly GoldDocument[], predicted: readonly GoldDocument[]): Score {
  const byId = new Map(predicted.map((document) => [document.id, document]))
  const isOne = gold.length === 1 && predicted.length === 1
  const total = emptyTally()
  const tallies = []
  const mistakes: Mistake[] = []
  const missing: string[] = []
  for (const document of gold) {
    const own = (isOne ? predicted[0] : byId.get(document.id)) ?? null
    if (!own) missing.push(document.id)
    const pairing = paired(document, own)
    const tally = tallyOf(pairing)
    addTally(total, tally)
    tallies.push(tally)
    mistakes.push(...mistakesOf(document.id, pairing))
  }
  const ids = new Set(gold.map(({ id }) => id))
  return {
    documents: gold.length,
    missing,
    unknown: isOne ? [] : predicted.map(({ id }) => id).filter((id) => !ids.has(id)),
    figures: figuresOf(total),
    intervals: intervalsOf(tallies),
    mistakes,
  }
}
