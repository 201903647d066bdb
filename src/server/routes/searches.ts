import { createRoute, z } from '@hono/zod-openapi'
import type { SavedSearch } from '../../core/ledger/port.js'
import { OnrecordError } from '../../core/model/index.js'
import { jsonAnswer } from '../answer.js'
import type { Parts } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { entrySchema } from '../schemas/entry.js'
import {
  actSchema,
  pageIdSchema,
  quotationSchema,
  speakerIdSchema,
  statementIdSchema,
  wordsSchema,
} from '../schemas/terms.js'
import { part } from './route.js'

const question = z
  .object({
    words: wordsSchema(1000),
    speakers: z.array(speakerIdSchema).max(50).optional(),
    acts: z.array(actSchema).max(30).optional(),
    quotation: z.array(quotationSchema).max(3).optional(),
    from: wordsSchema(10).optional(),
    to: wordsSchema(10).optional(),
    outlet: wordsSchema(200).optional(),
    page: pageIdSchema.optional(),
    inResponseTo: statementIdSchema.optional(),
    versions: z.boolean().optional(),
    copies: z.boolean().optional(),
    sort: z.enum(['relevance', 'newest', 'oldest']).optional(),
  })
  .openapi('Question')

const search = z.object({ name: wordsSchema(100).min(1), question }).openapi('SavedSearch')
const params = z.object({ name: wordsSchema(100).min(1) })

const list = createRoute({
  method: 'get',
  path: '/api/searches',
  operationId: 'listSearches',
  summary: 'Searches that were kept',
  tags: ['searches'],
  responses: {
    200: { description: 'They', content: { 'application/json': { schema: z.object({ items: z.array(search) }) } } },
    ...PROBLEMS,
  },
})

const keep = createRoute({
  method: 'put',
  path: '/api/searches/{name}',
  operationId: 'saveSearch',
  summary: 'Keep a search, to be told what is new',
  tags: ['searches'],
  request: { params, body: { required: true, content: { 'application/json': { schema: question } } } },
  responses: { 200: { description: 'As kept', content: { 'application/json': { schema: search } } }, ...PROBLEMS },
})

const drop = createRoute({
  method: 'delete',
  path: '/api/searches/{name}',
  operationId: 'dropSearch',
  summary: 'Forget a search',
  tags: ['searches'],
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...PROBLEMS },
})

const news = createRoute({
  method: 'get',
  path: '/api/searches/{name}/news',
  operationId: 'news',
  summary: 'What matches a kept search and was not told of yet',
  tags: ['searches'],
  request: { params },
  responses: {
    200: {
      description: 'The statements, and the mark to move to when they were told',
      content: { 'application/json': { schema: z.object({ items: z.array(entrySchema), mark: z.int() }) } },
    },
    ...PROBLEMS,
  },
})

const seen = createRoute({
  method: 'post',
  path: '/api/searches/{name}/seen',
  operationId: 'seen',
  summary: 'Say that news were told',
  tags: ['searches'],
  request: {
    params,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ mark: z.int().min(0).max(2_147_483_647) }) } },
    },
  },
  responses: { 204: { description: 'The mark is moved' }, ...PROBLEMS },
})

/** Routes about kept searches. */
export function searchRoutes({ ledger }: Pick<Parts, 'ledger'>) {
  const known = async (name: string): Promise<string> => {
    if ((await ledger.searches()).some((kept) => kept.name === name)) return name
    throw new OnrecordError(
      'not-found',
      `There is no search named "${name}". GET /api/searches lists those that are kept.`,
    )
  }
  return part()
    .openapi(list, async (c) => jsonAnswer(c, JSON.stringify({ items: await ledger.searches() })))
    .openapi(keep, async (c) => {
      // What is not given narrows nothing; JSON has no undefined.
      const kept = { name: c.req.valid('param').name, question: c.req.valid('json') }
      await ledger.saveSearch(JSON.parse(JSON.stringify(kept)) as SavedSearch)
      return jsonAnswer(c, JSON.stringify(kept))
    })
    .openapi(drop, async (c) => {
      await ledger.dropSearch(await known(c.req.valid('param').name))
      return c.body(null, 204)
    })
    .openapi(news, async (c) => jsonAnswer(c, JSON.stringify(await ledger.news(c.req.valid('param').name))))
    .openapi(seen, async (c) => {
      await ledger.seen(await known(c.req.valid('param').name), c.req.valid('json').mark)
      return c.body(null, 204)
    })
}
