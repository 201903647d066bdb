import type { Change, Correction } from './corrections.js'

/** What a person decided of a statement, the last that stands. */
export type Decision = 'accept' | 'reject' | 'change'

/** How far two people decide alike. */
export interface Agreement {
  /** Statements that both have decided on. */
  readonly both: number
  /** Of these, how many alike. */
  readonly alike: number
  /** Share alike, 0 to 1; null: none that both decided on. */
  readonly share: number | null
  /**
   * Cohen's kappa over accept, reject and change: agreement beyond what chance would give, at most 1 (Cohen 1960,
   * Educational and Psychological Measurement 20, 37–46). Null where it is not defined: nothing that both decided on, or
   * both always the same one decision.
   */
  readonly kappa: number | null
  /** How many statements have each pair of decisions, the first person's first. */
  readonly table: readonly { readonly a: Decision; readonly b: Decision; readonly statements: number }[]
  /** The statements on which they differ, in the order in which the second of the two decided. */
  readonly apart: readonly { readonly statement: string; readonly a: Decision; readonly b: Decision }[]
}

const DECISIONS: readonly Decision[] = ['accept', 'reject', 'change']

/** Who made corrections, with how many statements each has decided on; most first. */
export function makersOf(corrections: readonly Correction[]): { readonly name: string; readonly decided: number }[] {
  const names = [...new Set(corrections.map(({ by }) => by))]
  return names
    .map((name) => ({ name, decided: decisionsOf(corrections, name).size }))
    .filter(({ decided }) => decided > 0)
    .sort((a, b) => b.decided - a.decided || (a.name < b.name ? -1 : 1))
}

/** Compares the decisions of two people on the statements that both looked at. */
export function agreementOf(corrections: readonly Correction[], a: string, b: string): Agreement {
  const [first, second] = [decisionsOf(corrections, a), decisionsOf(corrections, b)]
  const pairs = [...second].flatMap(([statement, theirs]) => {
    const ours = first.get(statement)
    return ours === undefined ? [] : [{ statement, a: ours, b: theirs }]
  })
  const table = DECISIONS.flatMap((x) =>
    DECISIONS.map((y) => ({ a: x, b: y, statements: pairs.filter((pair) => pair.a === x && pair.b === y).length })),
  )
  const both = pairs.length
  const alike = pairs.filter((pair) => pair.a === pair.b).length
  const chance = DECISIONS.reduce((sum, decision) => {
    const byFirst = pairs.filter((pair) => pair.a === decision).length / both
    const bySecond = pairs.filter((pair) => pair.b === decision).length / both
    return sum + byFirst * bySecond
  }, 0)
  return {
    both,
    alike,
    share: both === 0 ? null : alike / both,
    kappa: both === 0 || chance === 1 ? null : (alike / both - chance) / (1 - chance),
    table,
    apart: pairs.filter((pair) => pair.a !== pair.b),
  }
}

function decisionsOf(corrections: readonly Correction[], by: string): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const { change, by: maker, undoneBy } of corrections) {
    if (maker !== by || undoneBy !== null) continue
    const decided = decisionIn(change)
    if (!decided || !('statement' in change)) continue
    const earlier = decisions.get(change.statement)
    // Whoever changes a statement and then accepts it as it now stands has changed it.
    decisions.set(change.statement, decided === 'accept' && earlier === 'change' ? 'change' : decided)
  }
  return decisions
}

function decisionIn({ kind }: Change): Decision | null {
  if (kind === 'accept' || kind === 'reject') return kind
  return kind === 'edit' || kind === 'speaker' ? 'change' : null
}
