import type { Analysis } from '../analysis.js'
import type { Site } from '../sites.js'

/** Where the mention is looked for, seen from the cue. */
export type Place = 'before' | 'after' | 'by' | 'possessor' | 'label'

/** How a rule reads the words around a site, by token indices. What it leaves open, learnt weights decide. */
export interface Proposal {
  /** Content before the cue ends here (one past its last token); null: none is before. Where it starts is weighed. */
  readonly before: number | null
  /** Content after the cue starts here; null: none is after. Where it ends is weighed. */
  readonly after: number | null
  /** Places of the mention, in no order; empty: the construct names nobody. */
  readonly places: readonly Place[]
  /** First token that the mention may begin at, where it is before the cue. */
  readonly from: number
}

/** A construct of attribution. Which of the rules that fit a site is right, if any, learnt weights decide. */
export interface Rule {
  /** Kebab-case, unique, kept in a statement's `why` and in the calibration. */
  readonly name: string
  /** What it is, for a person: the start of a statement's `why`. */
  readonly why: string
  /** The reading of the site by this rule; null: the construct is not there. Looks a bounded distance around. */
  look(a: Analysis, site: Site): Proposal | null
}
