import { createRoute, z } from '@hono/zod-openapi'
import { stream, streamSSE } from 'hono/streaming'
import { ACTS, ROLES } from '../../core/model/index.js'
import { VERSION } from '../../core/version.js'
import { answer, jsonAnswer } from '../answer.js'
import type { Parts } from '../parts.js'
import { PROBLEMS, problemBody, problemOf } from '../problem.js'
import { part } from './route.js'

const status = z
  .object({
    version: z.string(),
    place: z.string().openapi({ description: 'Where the ledger is, without a password.' }),
    pages: z.int(),
    statements: z.int(),
    speakers: z.int(),
    distinct: z.int().openapi({ description: 'Statements that repeat no other.' }),
  })
  .openapi('LedgerStatus')

const show = createRoute({
  method: 'get',
  path: '/api/ledger',
  operationId: 'ledgerStatus',
  summary: 'What the ledger holds',
  tags: ['ledger'],
  responses: { 200: { description: 'Counts', content: { 'application/json': { schema: status } } }, ...PROBLEMS },
})

const terms = createRoute({
  method: 'get',
  path: '/api/terms',
  operationId: 'terms',
  summary: 'The closed lists: acts with what they mean, roles of blocks',
  tags: ['ledger'],
  responses: {
    200: {
      description: 'They',
      content: {
        'application/json': {
          schema: z.object({
            acts: z.array(z.object({ name: z.string(), family: z.enum(['speech', 'mind']), means: z.string() })),
            roles: z.array(z.string()),
          }),
        },
      },
    },
    ...PROBLEMS,
  },
})

const archive = createRoute({
  method: 'get',
  path: '/api/ledger/archive',
  operationId: 'exportLedger',
  summary: 'Everything in the ledger, as lines that `onrecord import` takes',
  tags: ['exports'],
  responses: {
    200: { description: 'The archive', content: { 'application/jsonl': { schema: z.string() } } },
    ...PROBLEMS,
  },
})

const verify = createRoute({
  method: 'get',
  path: '/api/ledger/verify',
  operationId: 'verifyLedger',
  summary: 'Hold every page against its hash, and every statement against its page; as server-sent events',
  description:
    'Events `progress` ({done, of}), then `verified` ({pages, statements, timestamps, faults}) or `problem`.',
  tags: ['ledger'],
  responses: {
    200: { description: 'The events', content: { 'text/event-stream': { schema: z.unknown() } } },
    ...PROBLEMS,
  },
})

/** Milliseconds between two reports of progress. */
const REPORT = 200

/** Routes about the ledger as a whole. */
export function ledgerRoutes({ ledger, place, log }: Pick<Parts, 'ledger' | 'place' | 'log'>) {
  return part()
    .openapi(show, async (c) => answer(c, status, { version: VERSION, place, ...(await ledger.counts()) }))
    .openapi(terms, (c) => jsonAnswer(c, JSON.stringify({ acts: ACTS, roles: ROLES })))
    .openapi(archive, (c) => {
      c.header('content-type', 'application/jsonl; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="ledger.jsonl"')
      c.header('cache-control', 'no-store')
      return stream(
        c,
        async (out) => {
          for await (const line of ledger.exportAll()) {
            if (out.aborted) return
            await out.write(`${JSON.stringify(line)}\n`)
          }
        },
        async (error, out) => {
          // Its status is sent already: a broken end is all that can still tell.
          log.fault(error)
          await out.close()
        },
      ) as never
    })
    .openapi(
      verify,
      (c) =>
        streamSSE(c, async (out) => {
          let last = 0
          let sending: Promise<void> = Promise.resolve()
          const tell = (event: string, data: unknown) => {
            sending = sending.then(() => out.writeSSE({ event, data: JSON.stringify(data) }))
          }
          try {
            const verified = await ledger.verify({
              onPage: (done, of) => {
                const at = performance.now()
                if (at - last < REPORT && done < of) return
                last = at
                tell('progress', { done, of })
              },
            })
            tell('verified', verified)
          } catch (error) {
            const problem = problemOf(error)
            if (problem.code === 'internal') log.fault(error)
            tell('problem', problemBody(problem))
          }
          await sending
        }) as never,
    )
}
