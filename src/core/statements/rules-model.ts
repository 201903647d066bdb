import { EDGE_WEIGHTS, MENTION_WEIGHTS, SITE_WEIGHTS } from './generated/weights.js'
import { type Weights, weightsOf } from './scorer.js'

/** The weights that the rules tagger decides by. */
export interface RulesModel {
  readonly site: Weights
  readonly edge: Weights
  readonly mention: Weights
}

let shared: RulesModel | null = null

/** The weights that come with the package, read at first use. */
export function rulesModel(): RulesModel {
  shared ??= { site: read(SITE_WEIGHTS), edge: read(EDGE_WEIGHTS), mention: read(MENTION_WEIGHTS) }
  return shared
}

const read = (w: { readonly scale: number; readonly digits: string }): Weights => weightsOf(w.digits, w.scale)
