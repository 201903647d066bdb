import { createRoute, z } from '@hono/zod-openapi'
import { OnrecordError } from '../../core/model/index.js'
import { answer } from '../answer.js'
import { paged, pagedSchema, pageOf, pagingQuery } from '../paging.js'
import type { Parts } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { entrySchema, linkSchema } from '../schemas/entry.js'
import { actSchema, kindSchema, speakerIdSchema } from '../schemas/terms.js'
import { part } from './route.js'

const person = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: kindSchema,
    otherNames: z.array(z.string()),
    roles: z.array(z.object({ words: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    statements: z.int(),
    pages: z.int(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    perhaps: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
  })
  .openapi('Person', { description: 'A speaker across pages, by the pages’ own words.' })

const profile = person
  .extend({
    acts: z.array(z.object({ act: actSchema, statements: z.int() })),
    months: z.array(z.object({ month: z.string(), statements: z.int() })),
    about: z.array(z.string()),
    latest: z.array(entrySchema),
    answers: z.array(linkSchema),
    answered: z.array(linkSchema),
  })
  .openapi('Profile')

const people = pagedSchema(person).openapi('People')

const list = createRoute({
  method: 'get',
  path: '/api/speakers',
  operationId: 'listSpeakers',
  summary: 'Speakers, those with most statements first',
  tags: ['speakers'],
  request: {
    query: z.object({ name: z.string().max(200).optional(), kind: kindSchema.optional(), ...pagingQuery.shape }),
  },
  responses: { 200: { description: 'They', content: { 'application/json': { schema: people } } }, ...PROBLEMS },
})

const one = createRoute({
  method: 'get',
  path: '/api/speakers/{id}',
  operationId: 'showSpeaker',
  summary: 'Who somebody is by the pages’ words, and what they said',
  tags: ['speakers'],
  request: { params: z.object({ id: speakerIdSchema }) },
  responses: { 200: { description: 'The speaker', content: { 'application/json': { schema: profile } } }, ...PROBLEMS },
})

/** Routes about speakers. */
export function speakerRoutes({ ledger }: Pick<Parts, 'ledger'>) {
  return part()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const { name, kind } = query
      const found = await ledger.speakers({
        ...(name === undefined || name.trim() === '' ? {} : { name, begins: true }),
        ...(kind === undefined ? {} : { kind }),
        ...page,
      })
      return answer(c, people, paged(found, page))
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const [found] = await ledger.who(id, 1)
      if (!found) throw new OnrecordError('not-found', `The ledger has no speaker "${id}".`)
      return answer(c, profile, found)
    })
}
