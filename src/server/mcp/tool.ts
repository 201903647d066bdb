import type { CallToolResult, StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import { visible } from '../../core/exports/visible.js'
import { OnrecordError } from '../../core/model/index.js'
import type { Parts } from '../parts.js'

/** What a tool gives: data in the shape of its output schema, and the same for reading. */
export interface Given<Out> {
  readonly data: Out
  readonly text: string
}

/** The most UTF-16 code units of JSON that the list of one result may have: some 15,000 tokens of a model's context. */
export const LONGEST_LIST = 60_000

/**
 * The schema as it is published, but letting everything through: the tool itself holds what comes against it, so that
 * wrong input is told of with a code, as every other error is.
 */
export function published(schema: z.ZodType): StandardSchemaWithJSON<unknown> {
  const standard = schema['~standard'] as StandardSchemaWithJSON<unknown>['~standard']
  return { '~standard': { ...standard, validate: (value: unknown) => ({ value }) } }
}

/** Runs a tool over what came, and makes a result of what it gives or of the error that it ends with. */
export async function called<In, Out extends object>(
  { log }: Pick<Parts, 'log'>,
  input: z.ZodType<In>,
  given: unknown,
  work: (input: In) => Promise<Given<Out>>,
): Promise<CallToolResult> {
  try {
    const parsed = input.safeParse(given)
    if (!parsed.success) throw new OnrecordError('usage', `The input is wrong: ${faultsOf(parsed.error)}.`)
    const { data, text } = await work(parsed.data)
    return { content: [{ type: 'text', text }], structuredContent: { ...data } }
  } catch (thrown) {
    if (thrown instanceof OnrecordError && thrown.code !== 'internal') return failed(thrown)
    log.fault(thrown)
    return failed(new OnrecordError('internal', 'Onrecord failed. Its log says more; please report it.'))
  }
}

// As text only: clients hold structured content against the tool's output schema, which an error has not.
function failed({ code, message }: OnrecordError): CallToolResult {
  const error = { code, message: visible(message) }
  return { isError: true, content: [{ type: 'text', text: `${error.message} [${code}]` }], _meta: { [ERROR]: error } }
}

/** The member of a result's `_meta` that has an error's code and message. */
export const ERROR = 'onrecord/error'

/** The first few faults, each with its place in the input. */
function faultsOf({ issues }: z.ZodError): string {
  const shown = issues
    .slice(0, 4)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return shown.join('; ') + (issues.length > shown.length ? `; and ${issues.length - shown.length} more` : '')
}

/** As many of the items, from the first, as one result can hold; at least one, as none is too long for it by itself. */
export function fitting<T>(items: readonly T[], longest = LONGEST_LIST): T[] {
  const kept: T[] = []
  let length = 0
  for (const item of items) {
    length += JSON.stringify(item).length
    if (length > longest && kept.length > 0) break
    kept.push(item)
  }
  return kept
}
