import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Accounts } from './accounts.js'
import { type AccessEnv, callerAs } from './caller.js'
import { answers, auditSchema, failures } from './schemas.js'

const readAudit = createRoute({
  method: 'get',
  path: '/api/audit',
  operationId: 'readAudit',
  tags: ['access'],
  summary: 'The audit log, newest first. For owners.',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: z
        .string()
        .regex(/^\d{1,10}$/)
        .optional()
        .openapi({ description: '`next` of the answer before.' }),
    }),
  },
  responses: {
    200: answers(
      z.object({
        items: z.array(auditSchema),
        next: z.string().nullable().openapi({ description: 'What to send as `cursor` for more; null: that was all.' }),
      }),
      'Lines of the log.',
    ),
    ...failures(400, 401, 403, 404),
  },
})

/** Adds the audit log's route. @param store the accounts; throws where there are none */
export function auditRoutes(app: OpenAPIHono<AccessEnv>, store: () => Accounts): void {
  app.openapi(readAudit, async (c) => {
    const accounts = store()
    callerAs(c, 'owner')
    const { limit, cursor } = c.req.valid('query')
    const before = cursor === undefined ? {} : { before: Number(cursor) }
    const lines = await accounts.audit({ ...before, limit: limit + 1 })
    const items = lines.slice(0, limit)
    const last = lines.length > limit ? items.at(-1) : undefined
    return c.json({ items, next: last ? String(last.n) : null }, 200)
  })
}
