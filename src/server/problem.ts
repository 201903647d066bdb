import { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { ERROR_CODES, type ErrorCode, OnrecordError } from '../core/model/index.js'

/** What the body of every answer that tells of a failure is. */
export const problemSchema = z
  .object({
    error: z.object({
      code: z.enum(ERROR_CODES).openapi({ description: 'docs/errors.md has a heading for each.' }),
      message: z.string().openapi({ description: 'A sentence for a person: the values, and what to do.' }),
    }),
  })
  .openapi('Problem')

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  'request-invalid': 400,
  usage: 400,
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'origin-refused': 403,
  'not-allowed': 403,
  'not-found': 404,
  'account-exists': 409,
  'account-last-owner': 409,
  'host-refused': 421,
  'sign-in-limited': 429,
  'ledger-locked': 503,
  'ledger-unreachable': 503,
}

/** The answer that tells of a failure, which nobody may keep. */
export function problem({ code, message }: OnrecordError, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(
    { error: { code, message } },
    { status: STATUS[code] ?? 500, headers: { 'Cache-Control': 'no-store', ...headers } },
  )
}

/** Anything thrown as an error with a code; what has none is a fault of ours, and its words stay here. */
export function failureOf(thrown: unknown): OnrecordError {
  if (thrown instanceof OnrecordError) return thrown
  if (thrown instanceof HTTPException && thrown.status < 500)
    return new OnrecordError('request-invalid', `${thrown.message || 'The request is not as it should be'}.`, {
      cause: thrown,
    })
  return new OnrecordError('internal', 'Onrecord failed. The server’s log says more.', { cause: thrown })
}
