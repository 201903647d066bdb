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

/** Before any training: what reading suggests. */
export const RESPONSE_MODEL: ResponseWeights = {
  weights: [
    -3, 1.5, 1, 1, 0, -1, 0.5, 0.5, 0.5, -1, 2, 1, 0.5, 0.5, 0.5, 1, 1, 0.5, 1, 0.5, 0.6, -0.3, -0.6, 0.5, 0.4, 0, 0.8,
    0.4, -0.8, -0.8, -1, 0.5, 0.6, 0.6,
  ],
  slope: 1,
  shift: 0,
  offer: 0.35,
  assert: 0.6,
}
