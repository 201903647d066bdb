/**
 * Every failure that Onrecord tells of has a code from this closed list. Each has its heading in docs/errors.md, with
 * what to do. Callers match the code, never the message.
 */
export const ERROR_CODES = [
  'span-invalid',
  'page-empty',
  'page-binary',
  'page-too-large',
  'page-unreadable',
  'page-timeout',
  'page-memory',
  'page-kind-unsupported',
  'page-encrypted',
  'page-no-text',
  'charset-unknown',
  'url-invalid',
  'url-private',
  'fetch-failed',
  'fetch-status',
  'fetch-too-large',
  'fetch-timeout',
  'fetch-too-many-redirects',
  'offline',
  'list-invalid',
  'archive-broken',
  'archive-unsupported',
  'timestamp-refused',
  'timestamp-invalid',
  'pipe-line-invalid',
  'pipe-line-too-long',
  'record-invalid',
  'record-version',
  'gold-invalid',
  'ledger-missing',
  'ledger-newer',
  'ledger-broken',
  'ledger-locked',
  'ledger-full',
  'ledger-unreachable',
  'archive-invalid',
  'not-found',
  'request-invalid',
  'request-too-large',
  'server-busy',
  'rate-limited',
  'host-refused',
  'origin-refused',
  'sign-in-needed',
  'sign-in-failed',
  'sign-in-limited',
  'not-allowed',
  'account-exists',
  'account-last-owner',
  'model-missing',
  'model-broken',
  'output-failed',
  'machine-limit',
  'usage',
  'interrupted',
  'internal',
] as const

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * The one error class. `message` gives the values and what to do next, as a sentence for a person; `code` is for
 * programs.
 */
export class OnrecordError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'OnrecordError'
    this.code = code
  }
}
