import { z } from '@hono/zod-openapi'
import { ERROR_CODES, type ErrorCode, OnrecordError } from '../core/model/index.js'

/** What every answer that is a failure has. */
export const problemSchema = z
  .object({
    error: z.object({
      code: z.enum([...ERROR_CODES]),
      message: z.string().openapi({ description: 'For a person: the values, and what to do next.' }),
    }),
  })
  .openapi('Problem')

/** The HTTP statuses that failures are answered with. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 502 | 503 | 507

const STATUS: Partial<Record<ErrorCode, ProblemStatus>> = {
  usage: 400,
  'request-invalid': 400,
  'span-invalid': 422,
  'url-invalid': 422,
  'url-private': 422,
  'list-invalid': 422,
  'page-empty': 422,
  'page-binary': 422,
  'page-unreadable': 422,
  'page-timeout': 422,
  'page-memory': 422,
  'page-kind-unsupported': 422,
  'page-encrypted': 422,
  'page-no-text': 422,
  'page-too-large': 413,
  'request-too-large': 413,
  'charset-unknown': 422,
  'archive-broken': 422,
  'archive-unsupported': 422,
  'archive-invalid': 422,
  'record-invalid': 422,
  'record-version': 422,
  'gold-invalid': 422,
  'timestamp-invalid': 422,
  'timestamp-refused': 502,
  'fetch-failed': 502,
  'fetch-status': 502,
  'fetch-too-large': 502,
  'fetch-timeout': 502,
  'fetch-too-many-redirects': 502,
  offline: 503,
  'not-found': 404,
  'server-busy': 503,
  'machine-limit': 503,
  'rate-limited': 429,
  'ledger-locked': 503,
  'ledger-unreachable': 503,
  'ledger-full': 507,
  'model-missing': 503,
  'model-broken': 503,
  interrupted: 503,
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'origin-refused': 403,
  'not-allowed': 403,
  'account-exists': 409,
  'account-last-owner': 409,
  'host-refused': 421,
  'sign-in-limited': 429,
}

/** The status of a failure: 500 where it is the server's own. */
export function statusOf(code: ErrorCode): ProblemStatus {
  return STATUS[code] ?? 500
}

/** What was thrown as a failure with a code; of what has none the words stay here, for they may name what is private. */
export function problemOf(thrown: unknown): OnrecordError {
  if (thrown instanceof OnrecordError) return thrown
  return new OnrecordError('internal', 'A fault in Onrecord itself; nothing was lost. The server’s log has it.', {
    cause: thrown,
  })
}

/** The body of a failure. */
export const problemBody = ({ code, message }: OnrecordError): z.infer<typeof problemSchema> => ({
  error: { code, message },
})

/** As OpenAPI has it: the failures that every route may answer with. */
export const PROBLEMS = {
  '4XX': { description: 'The request cannot be answered', content: { 'application/json': { schema: problemSchema } } },
  '5XX': { description: 'The server cannot answer', content: { 'application/json': { schema: problemSchema } } },
} as const
