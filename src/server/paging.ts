import { z } from '@hono/zod-openapi'
import type { AnswersJson } from '../core/ledger/port.js'
import { OnrecordError } from '../core/model/index.js'

/** Items of a list that are given at once. */
const LIMIT = 20
const MOST = 200

/** What every list takes: where to go on, and how many. */
export const pagingQuery = z.object({
  cursor: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: 'Where to go on: `next` of the answer before. Not given: the beginning.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST)
    .optional()
    .openapi({ description: `How many at once; ${LIMIT} where not given.` }),
})

/** Where in a list to begin. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/**
 * The place that a cursor stands for.
 *
 * @throws OnrecordError `request-invalid`
 */
export function pageOf({ cursor, limit = LIMIT }: { cursor?: string | undefined; limit?: number | undefined }): Page {
  if (cursor === undefined) return { limit, offset: 0 }
  const digits = /^o([0-9a-z]{1,7})$/.exec(cursor)?.[1]
  if (digits === undefined)
    throw new OnrecordError(
      'request-invalid',
      `"${cursor}" is no cursor. Give the "next" of an earlier answer, or none.`,
    )
  return { limit, offset: Number.parseInt(digits, 36) }
}

/** A list with its paging, as an answer has it. */
export function pagedSchema<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    total: z.int(),
    more: z.boolean().openapi({ description: 'True where `total` is where counting stopped, and more match.' }),
    next: z.string().nullable().openapi({ description: 'The cursor of what follows; null: this is the end.' }),
  })
}

/** What a store answered, with the cursor of what follows. */
export function paged<T>(
  { items, total, more }: { readonly items: readonly T[]; readonly total: number; readonly more: boolean },
  { offset }: Page,
): { readonly items: readonly T[]; readonly total: number; readonly more: boolean; readonly next: string | null } {
  return { items, total, more, next: nextOf({ count: items.length, total, more }, offset) }
}

/** As `paged`, of what is JSON already. */
export function pagedJson({ json, ...list }: AnswersJson, { offset }: Page): string {
  return `${json.slice(0, -1)},"next":${JSON.stringify(nextOf(list, offset))}}`
}

function nextOf({ count, total, more }: Omit<AnswersJson, 'json'>, offset: number): string | null {
  const end = offset + count
  return count > 0 && (end < total || more) ? `o${end.toString(36)}` : null
}
