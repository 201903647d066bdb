import { createRoute, z } from '@hono/zod-openapi'
import { agreementOf, makersOf } from '../../core/ledger/agreement.js'
import { addedId, splitId } from '../../core/ledger/corrected.js'
import type { Change } from '../../core/ledger/corrections.js'
import type { PageId } from '../../core/model/index.js'
import { answer } from '../answer.js'
import { paged, pagedSchema, pageOf, pagingQuery } from '../paging.js'
import type { Parts } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { correctionSchema, newChangeSchema } from '../schemas/correction.js'
import { entrySchema } from '../schemas/entry.js'
import { pageIdSchema, wordsSchema } from '../schemas/terms.js'
import { part } from './route.js'

const corrections = pagedSchema(correctionSchema).openapi('Corrections')

const list = createRoute({
  method: 'get',
  path: '/api/corrections',
  operationId: 'listCorrections',
  summary: 'What people changed, the latest first',
  tags: ['corrections'],
  request: {
    query: z.object({
      target: z.string().max(64).optional().openapi({ description: 'The id of a statement or a speaker.' }),
      ...pagingQuery.shape,
    }),
  },
  responses: { 200: { description: 'They', content: { 'application/json': { schema: corrections } } }, ...PROBLEMS },
})

const make = createRoute({
  method: 'post',
  path: '/api/corrections',
  operationId: 'correct',
  summary: 'Change the record; what the machine found stays beside it',
  tags: ['corrections'],
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              change: newChangeSchema,
              by: wordsSchema(200)
                .regex(/\S/)
                .openapi({ description: 'Who makes it. Where people sign in, their own name is taken.' }),
              note: wordsSchema(2000).optional(),
            })
            .openapi('NewCorrection'),
        },
      },
    },
  },
  responses: {
    201: { description: 'As kept', content: { 'application/json': { schema: correctionSchema } } },
    ...PROBLEMS,
  },
})

const unsure = pagedSchema(entrySchema).openapi('Unsure')

const review = createRoute({
  method: 'get',
  path: '/api/review',
  operationId: 'reviewNext',
  summary: 'Statements that nobody has looked at, the least sure first',
  tags: ['corrections'],
  request: { query: z.object({ page: pageIdSchema.optional(), ...pagingQuery.shape }) },
  responses: { 200: { description: 'They', content: { 'application/json': { schema: unsure } } }, ...PROBLEMS },
})

const decision = z.enum(['accept', 'reject', 'change'])
const agreement = z
  .object({
    people: z.array(z.object({ name: z.string(), decided: z.int() })),
    compared: z
      .object({
        both: z.int(),
        alike: z.int(),
        share: z.number().nullable(),
        kappa: z.number().nullable().openapi({ description: 'Cohen’s kappa; null where it is not defined.' }),
        table: z.array(z.object({ a: decision, b: decision, statements: z.int() })),
        apart: z.array(z.object({ statement: z.string(), a: decision, b: decision })),
      })
      .nullable(),
  })
  .openapi('Agreement')

const agree = createRoute({
  method: 'get',
  path: '/api/agreement',
  operationId: 'agreement',
  summary: 'How far two people decide alike',
  tags: ['corrections'],
  request: { query: z.object({ a: z.string().max(200).optional(), b: z.string().max(200).optional() }) },
  responses: {
    200: {
      description: 'Who decided, and how two of them compare',
      content: { 'application/json': { schema: agreement } },
    },
    ...PROBLEMS,
  },
})

/** Disagreements that are listed. */
const APART = 500

/** Routes about corrections and reviewing. */
export function correctionRoutes({ ledger, now }: Pick<Parts, 'ledger' | 'now'>) {
  return part()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const all = [...(await ledger.corrections(query.target === undefined ? {} : { target: query.target }))].reverse()
      const items = all.slice(page.offset, page.offset + page.limit)
      return answer(c, corrections, paged({ items, total: all.length, more: false }, page))
    })
    .openapi(make, async (c) => {
      const { change, by, note } = c.req.valid('json')
      const made = await ledger.correct({
        change: named(change),
        by: c.get('caller')?.name ?? by.trim(),
        at: now().toISOString(),
        ...(note === undefined ? {} : { note }),
      })
      return answer(c, correctionSchema, made, 201)
    })
    .openapi(review, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const found = await ledger.unsure({
        ...(query.page === undefined ? {} : { page: query.page as PageId }),
        ...page,
      })
      return answer(c, unsure, paged(found, page))
    })
    .openapi(agree, async (c) => {
      const { a, b } = c.req.valid('query')
      const all = await ledger.corrections()
      const compared = a === undefined || b === undefined ? null : agreementOf(all, a, b)
      return answer(c, agreement, {
        people: makersOf(all),
        compared: compared && { ...compared, apart: compared.apart.slice(0, APART) },
      })
    })
}

/** A change with the ids that follow from it. */
function named(change: z.infer<typeof newChangeSchema>): Change {
  if (change.kind === 'add')
    return {
      ...change,
      page: change.page as PageId,
      statement: addedId(change.page as PageId, change.content, change.cue, change.mention),
    }
  if (change.kind === 'split')
    return { ...change, pages: change.pages as PageId[], into: change.into ?? splitId(change.from, change.pages) }
  // What is not given stays as it is; JSON has no undefined.
  return JSON.parse(JSON.stringify(change)) as Change
}
