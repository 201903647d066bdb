import { createRoute, z } from '@hono/zod-openapi'
import { ENTRY_HEADER, entryCsv } from '../../core/ledger/entry-csv.js'
import { entryMarkdown } from '../../core/ledger/entry-markdown.js'
import type { Question } from '../../core/ledger/port.js'
import { silencesOf } from '../../core/ledger/silences.js'
import type { PageId, StatementId } from '../../core/model/index.js'
import { answer, jsonAnswer, textAnswer } from '../answer.js'
import { paged, pagedJson, pagedSchema, pageOf, pagingQuery } from '../paging.js'
import type { Parts } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import {
  disputeSchema,
  entrySchema,
  facetsSchema,
  linkSchema,
  pageHeadSchema,
  repeatSchema,
  shownSchema,
} from '../schemas/entry.js'
import { actSchema, pageIdSchema, quotationSchema, speakerIdSchema, statementIdSchema } from '../schemas/terms.js'
import { part } from './route.js'

const several = <S extends z.ZodType>(item: S, most: number) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item).max(most).optional(),
  )

const flag = z.enum(['true', 'false']).optional()

/** What a question is narrowed to, as a query has it. */
const filtersQuery = z.object({
  q: z.string().max(1000).optional().openapi({
    description: 'Words, "words in a row", begin*, -without, one OR another. Empty: whatever the filters leave.',
  }),
  speaker: several(speakerIdSchema, 50).openapi({ description: 'Ids of speakers, any of them.' }),
  act: several(actSchema, 30),
  quotation: several(quotationSchema, 3),
  from: z.string().max(10).optional().openapi({ description: 'ISO 8601: a year, a month or a day.' }),
  to: z.string().max(10).optional().openapi({ description: 'ISO 8601, inclusive.' }),
  outlet: z.string().max(200).optional(),
  page: pageIdSchema.optional(),
  inResponseTo: statementIdSchema.optional(),
  versions: flag.openapi({ description: 'true: also of pages that a newer version has taken the place of.' }),
  copies: flag.openapi({ description: 'false: only the first of statements that are repeated elsewhere.' }),
  offered: flag.openapi({ description: 'true: of links also those that are only offered.' }),
  sort: z.enum(['relevance', 'newest', 'oldest']).optional(),
})

/** What a person asks for. */
function questionOf(query: z.infer<typeof filtersQuery>): Question {
  const { q, speaker, act, quotation, from, to, outlet, page, inResponseTo, versions, copies, offered, sort } = query
  return {
    words: q ?? '',
    ...(speaker === undefined ? {} : { speakers: speaker }),
    ...(act === undefined ? {} : { acts: act }),
    ...(quotation === undefined ? {} : { quotation }),
    ...(from === undefined || from === '' ? {} : { from }),
    ...(to === undefined || to === '' ? {} : { to }),
    ...(outlet === undefined || outlet === '' ? {} : { outlet }),
    ...(page === undefined ? {} : { page: page as PageId }),
    ...(inResponseTo === undefined ? {} : { inResponseTo: inResponseTo as StatementId }),
    ...(versions === 'true' ? { versions: true } : {}),
    ...(copies === 'false' ? { copies: false } : {}),
    ...(offered === 'true' ? { offered: true } : {}),
    ...(sort === undefined ? {} : { sort }),
  }
}

const entries = pagedSchema(entrySchema).openapi('Entries')

const find = createRoute({
  method: 'get',
  path: '/api/statements',
  operationId: 'findStatements',
  summary: 'Statements that match',
  tags: ['statements'],
  request: {
    query: filtersQuery.extend({
      format: z.enum(['json', 'csv', 'jsonl', 'markdown']).optional(),
      ...pagingQuery.shape,
    }),
  },
  responses: {
    200: {
      description: 'The statements, in the order asked for',
      content: {
        'application/json': { schema: entries },
        'text/csv': { schema: z.string() },
        'application/jsonl': { schema: z.string() },
        'text/markdown': { schema: z.string() },
      },
    },
    ...PROBLEMS,
  },
})

const facets = createRoute({
  method: 'get',
  path: '/api/facets',
  operationId: 'facets',
  summary: 'What the statements that match are of',
  tags: ['statements'],
  request: { query: filtersQuery },
  responses: {
    200: { description: 'How many of each kind', content: { 'application/json': { schema: facetsSchema } } },
    ...PROBLEMS,
  },
})

const article = z
  .object({
    page: pageHeadSchema,
    snippet: z.string(),
    marks: z.array(z.tuple([z.int(), z.int()])),
    statements: z.int(),
  })
  .openapi('ArticleFound')
const articles = pagedSchema(article).openapi('Articles')

const findArticles = createRoute({
  method: 'get',
  path: '/api/articles',
  operationId: 'findArticles',
  summary: 'Articles that have words',
  tags: ['pages'],
  request: {
    query: z.object({
      q: z.string().min(1).max(1000),
      outlet: z.string().max(200).optional(),
      from: z.string().max(10).optional(),
      to: z.string().max(10).optional(),
      versions: flag,
      ...pagingQuery.shape,
    }),
  },
  responses: {
    200: {
      description: 'The articles, the most relevant first',
      content: { 'application/json': { schema: articles } },
    },
    ...PROBLEMS,
  },
})

const idParam = z.object({ id: statementIdSchema })

const show = createRoute({
  method: 'get',
  path: '/api/statements/{id}',
  operationId: 'showStatement',
  summary: 'One statement with all that is known of it',
  tags: ['statements'],
  request: { params: idParam },
  responses: { 200: { description: 'It', content: { 'application/json': { schema: shownSchema } } }, ...PROBLEMS },
})

const responses = createRoute({
  method: 'get',
  path: '/api/statements/{id}/responses',
  operationId: 'responsesOf',
  summary: 'What answers a statement, and what it answers',
  tags: ['statements'],
  request: { params: idParam },
  responses: {
    200: {
      description: 'The links, those most sure first; `asserted` false: only offered',
      content: { 'application/json': { schema: z.object({ items: z.array(linkSchema) }) } },
    },
    ...PROBLEMS,
  },
})

const repeats = createRoute({
  method: 'get',
  path: '/api/statements/{id}/repeats',
  operationId: 'repeatsOf',
  summary: 'Where else a statement stands',
  tags: ['statements'],
  request: { params: idParam },
  responses: {
    200: {
      description: 'The other places, in order of date',
      content: { 'application/json': { schema: z.object({ items: z.array(repeatSchema) }) } },
    },
    ...PROBLEMS,
  },
})

const disputes = createRoute({
  method: 'get',
  path: '/api/disputes',
  operationId: 'findDisputes',
  summary: 'Claims that are denied or disputed',
  tags: ['statements'],
  request: { query: filtersQuery.extend(pagingQuery.shape) },
  responses: {
    200: {
      description: 'The claims with what answers them',
      content: { 'application/json': { schema: pagedSchema(disputeSchema).openapi('Disputes') } },
    },
    ...PROBLEMS,
  },
})

const aboutClaim = z
  .object({
    claim: shownSchema,
    silences: z.array(
      z.object({
        speaker: z.string().nullable(),
        name: z.string(),
        named: z.string(),
        declined: z.string().nullable(),
      }),
    ),
  })
  .openapi('AboutClaim')

const dispute = createRoute({
  method: 'get',
  path: '/api/disputes/{id}',
  operationId: 'showDispute',
  summary: 'A claim, its answers, and whom it names without an answer on record',
  tags: ['statements'],
  request: { params: idParam },
  responses: { 200: { description: 'It', content: { 'application/json': { schema: aboutClaim } } }, ...PROBLEMS },
})

/** Routes about statements. */
export function statementRoutes({ ledger }: Pick<Parts, 'ledger'>) {
  const shown = async (id: string) => {
    const { record, ...rest } = await ledger.show(id as StatementId)
    return { record, rest }
  }
  return part()
    .openapi(find, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const question = { ...questionOf(query), ...page }
      if ((query.format ?? 'json') === 'json' && ledger.findJson)
        return jsonAnswer(c, pagedJson(await ledger.findJson(question), page))
      const found = await ledger.find(question)
      switch (query.format) {
        case 'csv':
          return textAnswer(c, ENTRY_HEADER + found.items.map(entryCsv).join(''), 'text/csv; charset=utf-8', {
            name: 'statements.csv',
          }) as never
        case 'jsonl':
          return textAnswer(
            c,
            found.items.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
            'application/jsonl; charset=utf-8',
            { name: 'statements.jsonl' },
          ) as never
        case 'markdown':
          return textAnswer(
            c,
            found.items.map((entry) => `${entryMarkdown(entry)}\n`).join('\n'),
            'text/markdown; charset=utf-8',
            { name: 'statements.md' },
          ) as never
        default:
          return answer(c, entries, paged(found, page))
      }
    })
    .openapi(facets, async (c) => answer(c, facetsSchema, await ledger.facets(questionOf(c.req.valid('query')))))
    .openapi(findArticles, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const question = questionOf({
        q: query.q,
        outlet: query.outlet,
        from: query.from,
        to: query.to,
        versions: query.versions,
      })
      return answer(c, articles, paged(await ledger.findArticles({ ...question, ...page }), page))
    })
    .openapi(show, async (c) => answer(c, shownSchema, (await shown(c.req.valid('param').id)).rest))
    .openapi(responses, async (c) =>
      jsonAnswer(c, JSON.stringify({ items: (await shown(c.req.valid('param').id)).rest.links })),
    )
    .openapi(repeats, async (c) =>
      jsonAnswer(c, JSON.stringify({ items: (await shown(c.req.valid('param').id)).rest.elsewhere })),
    )
    .openapi(disputes, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      return answer(
        c,
        pagedSchema(disputeSchema),
        paged(await ledger.disputes({ ...questionOf(query), ...page }), page),
      )
    })
    .openapi(dispute, async (c) => {
      const { record, rest } = await shown(c.req.valid('param').id)
      const silences = silencesOf({ ...rest, record }, await ledger.page(rest.page.id))
      return answer(c, aboutClaim, { claim: rest, silences })
    })
}
