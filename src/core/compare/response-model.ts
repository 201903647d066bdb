/** A logistic model of response links. */
export interface ResponseWeights {
  /** One for each of `FEATURES`, in their order. */
  readonly weights: readonly number[]
  /** Platt scaling, from cross-validation. */
  readonly slope: number
  readonly shift: number
  /** From which confidence a link is offered, and from which it is asserted. */
  readonly offer: number
  readonly assert: number
}

/** Trained by training/responses/train.mjs on pages of our own writing; docs/decisions/responses.md is its card. */
export const RESPONSE_MODEL: ResponseWeights = {
  weights: [
    -2.713, 0.114, 0.172, 0.158, -0.122, -0.323, -0.125, 0.184, 0.234, -0.603, 0.05, 0.204, 0.375, -0.043, 0.032, 0.088,
    0.283, 0.043, 0.097, 0.168, 0.205, -0.327, -0.183, 0.894, 0.203, 0.09, 0.388, 1.116, -0.767, 0, -0.474, 0.308,
    0.246, 0.34, 0.384, 0.187, 0.163, -0.125, 0.019, 0.071, 0.323, 0.246, 0.187, 0.191, 0.482, -0.25, -0.005, -0.307,
  ],
  slope: 1.7008,
  shift: 0.7679,
  offer: 0.3,
  assert: 0.68,
}
