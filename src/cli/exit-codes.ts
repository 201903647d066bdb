import type { ErrorCode } from '../core/model/index.js'

/** What a process ends with, and what that means; docs/cli.md has the same list. */
export const EXIT_CODES = {
  0: 'everything was done',
  1: 'a fault in Onrecord itself',
  2: 'the command line is wrong',
  3: 'a page cannot be read',
  4: 'an address cannot be fetched',
  5: 'a line of the pipe is wrong, or its page cannot be read',
  6: 'the output cannot be written',
  7: 'the statement model is not there, or cannot be used',
  8: 'a draft does not hold against its sources',
  9: 'the ledger cannot be used',
  10: 'the ledger has no such thing',
  130: 'interrupted (Ctrl-C)',
  141: 'whatever read the output went away',
} as const

/** One of {@link EXIT_CODES}. */
export type ExitCode = keyof typeof EXIT_CODES

const BY_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  'span-invalid': 1,
  'page-empty': 3,
  'page-binary': 3,
  'page-too-large': 3,
  'page-unreadable': 3,
  'page-timeout': 3,
  'page-memory': 3,
  'page-kind-unsupported': 3,
  'page-encrypted': 3,
  'page-no-text': 3,
  'charset-unknown': 2,
  'url-invalid': 4,
  'url-private': 4,
  'fetch-failed': 4,
  'fetch-status': 4,
  'fetch-too-large': 4,
  'fetch-timeout': 4,
  'fetch-too-many-redirects': 4,
  offline: 4,
  'list-invalid': 3,
  'archive-broken': 3,
  'archive-unsupported': 3,
  'timestamp-refused': 4,
  'timestamp-invalid': 3,
  'pipe-line-invalid': 5,
  'pipe-line-too-long': 5,
  'record-invalid': 3,
  'record-version': 3,
  'gold-invalid': 3,
  'ledger-missing': 9,
  'ledger-newer': 9,
  'ledger-broken': 9,
  'ledger-locked': 9,
  'ledger-full': 9,
  'ledger-unreachable': 9,
  'archive-invalid': 3,
  'not-found': 10,
  'request-invalid': 2,
  'request-too-large': 2,
  'server-busy': 9,
  'rate-limited': 9,
  'host-refused': 2,
  'origin-refused': 2,
  'sign-in-needed': 2,
  'sign-in-failed': 2,
  'sign-in-limited': 2,
  'not-allowed': 2,
  'account-exists': 2,
  'account-last-owner': 2,
  'model-missing': 7,
  'model-broken': 7,
  'output-failed': 6,
  usage: 2,
  interrupted: 130,
  internal: 1,
}

/** The exit code for a failure of that kind. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return BY_ERROR[code]
}
