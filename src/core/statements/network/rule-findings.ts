import { INSIDE, insideRuns } from '../overlap.js'
import type { Anchor } from '../tagger.js'

/** What the rules tagger found at each token that may be an anchor. */
export class RuleFindings {
  /** By token: the surest finding that has it in its cue; the last of equals. */
  private readonly at: (Anchor | undefined)[]

  constructor(findings: readonly Anchor[], tokens: number) {
    this.at = new Array(tokens).fill(undefined)
    for (const finding of findings) {
      if (!finding.cue) continue
      for (let i = finding.cue[0]; i < finding.cue[1]; i++) {
        const known = this.at[i]
        if (!known || finding.score >= known.score) this.at[i] = finding
      }
    }
  }

  /**
   * Fills `out` with the roles of the tokens [first, end) in the finding at `anchor`: 0 none, 1 content, 2 mention, 3 cue,
   * and 3 more where the finding is surer than not.
   */
  rolesAbout(anchor: number, first: number, end: number, out: Int32Array): void {
    const finding = this.at[anchor]
    if (!finding) return
    const more = finding.score >= INSIDE ? 3 : 0
    const put = (from: number, to: number, role: number) => {
      out.fill(role + more, Math.max(0, from - first), Math.max(0, Math.min(end, to) - first))
    }
    for (const run of insideRuns(finding.content)) put(run.first, run.end, 1)
    for (const run of insideRuns(finding.mention)) put(run.first, run.end, 2)
    if (finding.cue) put(finding.cue[0], finding.cue[1], 3)
  }
}
