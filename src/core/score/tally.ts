import type { Pairing, Worded } from './pairing.js'
import { shared } from './words.js'

/** The roles whose words are counted. */
export const ROLES = ['content', 'mention', 'cue'] as const

/** What is counted in documents, so that the counts of several can be added up. */
export interface Tally {
  /** By role: words in both, in gold, and in what was predicted. */
  readonly words: Readonly<Record<(typeof ROLES)[number], Counts>>
  gold: number
  predicted: number
  found: number
  who: number
  exact: number
  /** Of the pairs whose gold says it: how many, and how many of these are right. */
  readonly speaker: Share
  readonly quotation: Share
  readonly negated: Share
  /** `gold act` TAB `predicted act` -> pairs. */
  readonly acts: Map<string, number>
}

interface Counts {
  hit: number
  gold: number
  predicted: number
}

interface Share {
  right: number
  all: number
}

/** Nothing counted yet. */
export function emptyTally(): Tally {
  const counts = (): Counts => ({ hit: 0, gold: 0, predicted: 0 })
  const share = (): Share => ({ right: 0, all: 0 })
  return {
    words: { content: counts(), mention: counts(), cue: counts() },
    gold: 0,
    predicted: 0,
    found: 0,
    who: 0,
    exact: 0,
    speaker: share(),
    quotation: share(),
    negated: share(),
    acts: new Map(),
  }
}

/** Adds the counts of `from` to those of `to`. */
export function addTally(to: Tally, from: Tally): void {
  for (const role of ROLES)
    for (const key of ['hit', 'gold', 'predicted'] as const) to.words[role][key] += from.words[role][key]
  for (const key of ['gold', 'predicted', 'found', 'who', 'exact'] as const) to[key] += from[key]
  for (const key of ['speaker', 'quotation', 'negated'] as const) {
    to[key].right += from[key].right
    to[key].all += from[key].all
  }
  for (const [pair, n] of from.acts) to.acts.set(pair, (to.acts.get(pair) ?? 0) + n)
}

/** What a document's pairing gives. */
export function tallyOf(pairing: Pairing): Tally {
  const tally = emptyTally()
  for (const role of ROLES) {
    const union = (list: readonly Worded[]) => new Set(list.flatMap((own) => [...own[role]]))
    const gold = union(pairing.gold)
    const predicted = union(pairing.predicted)
    Object.assign(tally.words[role], { hit: shared(gold, predicted), gold: gold.size, predicted: predicted.size })
  }
  tally.gold = pairing.gold.length
  tally.predicted = pairing.predicted.length
  const speakers = speakersOf(pairing)
  for (const { gold, predicted, who } of pairing.pairs) {
    tally.found++
    if (who) tally.who++
    if (isSame(gold.content, predicted.content) && isSame(gold.mention, predicted.mention)) tally.exact++
    const { act, quotation, negated, speaker } = gold.statement
    if (act !== undefined) {
      const key = `${act}\t${predicted.statement.act ?? ''}`
      tally.acts.set(key, (tally.acts.get(key) ?? 0) + 1)
    }
    if (quotation !== undefined) count(tally.quotation, quotation === predicted.statement.quotation)
    if (negated !== undefined) count(tally.negated, negated === (predicted.statement.negated ?? false))
    if (speaker !== undefined)
      count(tally.speaker, isSameSpeaker(speaker, predicted.statement.speaker ?? null, speakers))
  }
  return tally
}

/** Gold speaker -> the predicted one that stands for it, and the other way round. */
export interface SpeakerMap {
  readonly predictedOf: ReadonlyMap<string, string>
}

/**
 * Which predicted speaker stands for which gold one: names need not be the same, so those that share the most paired
 * statements are taken for one, one to one.
 */
export function speakersOf({ pairs }: Pairing): SpeakerMap {
  const counts = new Map<string, { readonly gold: string; readonly predicted: string; n: number }>()
  for (const { gold, predicted } of pairs) {
    const a = gold.statement.speaker
    const b = predicted.statement.speaker
    if (typeof a !== 'string' || typeof b !== 'string') continue
    const key = JSON.stringify([a, b])
    const known = counts.get(key)
    if (known) known.n++
    else counts.set(key, { gold: a, predicted: b, n: 1 })
  }
  const predictedOf = new Map<string, string>()
  const taken = new Set<string>()
  const isAlike = (pair: { readonly gold: string; readonly predicted: string }) => Number(pair.gold === pair.predicted)
  const sorted = [...counts.values()].sort(
    (a, b) =>
      b.n - a.n || isAlike(b) - isAlike(a) || (a.gold < b.gold ? -1 : 1) || (a.predicted < b.predicted ? -1 : 1),
  )
  for (const { gold, predicted } of sorted) {
    if (predictedOf.has(gold) || taken.has(predicted)) continue
    predictedOf.set(gold, predicted)
    taken.add(predicted)
  }
  return { predictedOf }
}

/** Whether a predicted speaker is the gold one; null: not settled. */
export function isSameSpeaker(gold: string | null, predicted: string | null, { predictedOf }: SpeakerMap): boolean {
  return gold === null ? predicted === null : predicted !== null && predictedOf.get(gold) === predicted
}

function count(share: Share, right: boolean): void {
  share.all++
  if (right) share.right++
}

export const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && shared(a, b) === a.size
