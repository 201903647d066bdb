import { addTally, emptyTally, type ROLES, type Tally } from './tally.js'

/** Precision, recall and their harmonic mean, 0 to 1. */
export interface Prf {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** The figures of a set of documents. Shares are 0 to 1; null: gold does not say. */
export interface Figures {
  readonly gold: number
  readonly predicted: number
  readonly words: Readonly<Record<(typeof ROLES)[number], Prf>>
  readonly found: Prf
  readonly who: Prf
  readonly exact: Prf
  /** Of the statements that are found: right speaker, kind of quotation, negation, act. */
  readonly speaker: number | null
  readonly quotation: number | null
  readonly negated: number | null
  readonly act: number | null
  /** The mean over gold's acts of their F1. */
  readonly actMacro: number | null
  readonly acts: readonly (Prf & { readonly act: string; readonly gold: number; readonly predicted: number })[]
}

function prf(hit: number, gold: number, predicted: number): Prf {
  const precision = predicted > 0 ? hit / predicted : 0
  const recall = gold > 0 ? hit / gold : 0
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
}

const shareOf = ({ right, all }: { readonly right: number; readonly all: number }): number | null =>
  all > 0 ? right / all : null

/** The figures that counts give. */
export function figuresOf(tally: Tally): Figures {
  const { words, gold, predicted } = tally
  const acts = new Map<string, { hit: number; gold: number; predicted: number }>()
  const act = (name: string) => {
    const known = acts.get(name) ?? { hit: 0, gold: 0, predicted: 0 }
    acts.set(name, known)
    return known
  }
  let right = 0
  let all = 0
  for (const [pair, n] of tally.acts) {
    const [own = '', other = ''] = pair.split('\t')
    all += n
    act(own).gold += n
    act(other).predicted += n
    if (own !== other) continue
    right += n
    act(own).hit += n
  }
  const rows = [...acts]
    .filter(([, counts]) => counts.gold > 0)
    .sort(([a, x], [b, y]) => y.gold - x.gold || (a < b ? -1 : 1))
    .map(([name, counts]) => ({
      act: name,
      gold: counts.gold,
      predicted: counts.predicted,
      ...prf(counts.hit, counts.gold, counts.predicted),
    }))
  const role = ({ hit, gold: g, predicted: p }: Tally['words']['cue']) => prf(hit, g, p)
  return {
    gold,
    predicted,
    words: { content: role(words.content), mention: role(words.mention), cue: role(words.cue) },
    found: prf(tally.found, gold, predicted),
    who: prf(tally.who, gold, predicted),
    exact: prf(tally.exact, gold, predicted),
    speaker: shareOf(tally.speaker),
    quotation: shareOf(tally.quotation),
    negated: shareOf(tally.negated),
    act: all > 0 ? right / all : null,
    actMacro: rows.length > 0 ? rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length : null,
    acts: rows,
  }
}

/** Lower and upper end of the middle 95 % of a figure. */
export type Interval = readonly [number, number]

/** The figures that have an interval, as paths into {@link Figures}. */
export const INTERVALS = {
  who: ({ who }: Figures) => who.f1,
  exact: ({ exact }: Figures) => exact.f1,
  found: ({ found }: Figures) => found.f1,
  content: ({ words }: Figures) => words.content.f1,
  mention: ({ words }: Figures) => words.mention.f1,
  cue: ({ words }: Figures) => words.cue.f1,
  speaker: ({ speaker }: Figures) => speaker,
  quotation: ({ quotation }: Figures) => quotation,
  act: ({ act }: Figures) => act,
} as const

/** One of {@link INTERVALS}. */
export type IntervalName = keyof typeof INTERVALS

const DRAWS = 1000

/**
 * 95 % intervals by the bootstrap: documents are drawn again, as many as there are, 1,000 times, always the same draws.
 *
 * @param tallies one for each document
 */
export function intervalsOf(tallies: readonly Tally[]): Partial<Record<IntervalName, Interval>> {
  const draws = new Map<IntervalName, number[]>()
  let seed = 0x2f6e2b1
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 0x1_0000_0000
  }
  for (let k = 0; k < DRAWS; k++) {
    const total = emptyTally()
    for (let i = 0; i < tallies.length; i++) addTally(total, tallies[Math.floor(next() * tallies.length)] as Tally)
    const figures = figuresOf(total)
    for (const [name, read] of Object.entries(INTERVALS) as [IntervalName, (f: Figures) => number | null][]) {
      const value = read(figures)
      if (value === null) continue
      const list = draws.get(name)
      if (list) list.push(value)
      else draws.set(name, [value])
    }
  }
  const out: Partial<Record<IntervalName, Interval>> = {}
  for (const [name, list] of draws) {
    list.sort((a, b) => a - b)
    const at = (share: number) => list[Math.min(list.length - 1, Math.floor(share * list.length))] as number
    out[name] = [at(0.025), at(0.975)]
  }
  return out
}
