import type { OnrecordError } from '../../core/model/index.js'
import { problemBody, statusOf } from '../problem.js'

/** The answer that tells of a failure, which nobody on the way may keep. */
export function refusal(error: OnrecordError, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(problemBody(error), {
    status: statusOf(error.code),
    headers: { 'Cache-Control': 'no-store', ...headers },
  })
}
