import type { ErrorCode } from '../model/index.js'

/** Failures after which no page can be read or kept: whoever adds pages stops, instead of failing with each. */
export const ENDS_ADDING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ledger-broken',
  'ledger-full',
  'ledger-locked',
  'ledger-newer',
  'ledger-unreachable',
  'machine-limit',
  'model-missing',
  'model-broken',
])
