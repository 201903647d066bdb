import type { Anchor, ScoredRun } from './tagger.js'

/** Token scores from here on count as inside. */
export const INSIDE = 0.5

/** The runs of an anchor's content that are inside. */
export const insideRuns = (runs: readonly ScoredRun[]): readonly ScoredRun[] =>
  runs.filter((run) => run.score >= INSIDE)

/**
 * The anchors that can stand together, in order of their first content token: the surest first, each next one only
 * where no token of its content is content of one that stands already. Of a statement and one that it reports, the
 * surer stays.
 *
 * @param tokens how many tokens the passage has
 */
export function standing(anchors: readonly Anchor[], tokens: number, threshold: number): Anchor[] {
  const taken = new Uint8Array(tokens)
  const out: Anchor[] = []
  const order = anchors
    .map((_, i) => i)
    .sort((x, y) => (anchors[y] as Anchor).score - (anchors[x] as Anchor).score || x - y)
  for (const i of order) {
    const anchor = anchors[i] as Anchor
    if (anchor.score < threshold) break
    const runs = insideRuns(anchor.content)
    if (runs.length === 0 || runs.some((run) => isTaken(taken, run))) continue
    for (const run of runs) taken.fill(1, run.first, run.end)
    out.push(anchor)
  }
  const start = (anchor: Anchor) => insideRuns(anchor.content)[0]?.first ?? 0
  return out.sort((x, y) => start(x) - start(y))
}

function isTaken(taken: Uint8Array, run: ScoredRun): boolean {
  for (let i = run.first; i < run.end; i++) if (taken[i] === 1) return true
  return false
}
