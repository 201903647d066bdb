import { createRoute, z } from '@hono/zod-openapi'
import stringWidth from 'string-width'
import {
  BRAT_CONFIGURATION,
  CSV_HEADER,
  type PageRecord,
  PLAIN,
  recordJson,
  toBrat,
  toCitron,
  toCsv,
  toHtml,
  toJson,
  toJsonl,
  toMarkdown,
  toSchemaOrg,
  toText,
  toWebAnno,
  toWebAnnotation,
} from '../../core/exports/index.js'
import type { PageId } from '../../core/model/index.js'
import { answer, fileName, textAnswer } from '../answer.js'
import { paged, pagedSchema, pageOf, pagingQuery } from '../paging.js'
import type { Parts } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { pageListedSchema, pageShownSchema } from '../schemas/page.js'
import { recordSchema } from '../schemas/record.js'
import { pageIdSchema } from '../schemas/terms.js'
import { part } from './route.js'

const pages = pagedSchema(pageListedSchema).openapi('Pages')

const list = createRoute({
  method: 'get',
  path: '/api/pages',
  operationId: 'listPages',
  summary: 'Pages, those added last first',
  tags: ['pages'],
  request: {
    query: z.object({
      q: z.string().max(200).optional().openapi({ description: 'Words of the title, outlet or address.' }),
      ...pagingQuery.shape,
    }),
  },
  responses: { 200: { description: 'They', content: { 'application/json': { schema: pages } } }, ...PROBLEMS },
})

const params = z.object({ id: pageIdSchema })

const show = createRoute({
  method: 'get',
  path: '/api/pages/{id}',
  operationId: 'showPage',
  summary: 'A page with its captures, versions, copies, statements and links',
  tags: ['pages'],
  request: { params },
  responses: { 200: { description: 'It', content: { 'application/json': { schema: pageShownSchema } } }, ...PROBLEMS },
})

const reading = createRoute({
  method: 'get',
  path: '/api/pages/{id}/record',
  operationId: 'pageRecord',
  summary: 'A page’s reading, statements and speakers',
  tags: ['pages'],
  request: {
    params,
    query: z.object({
      corrected: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'true: with people’s corrections made in it; else as it was read.' }),
    }),
  },
  responses: {
    200: { description: 'The record', content: { 'application/json': { schema: recordSchema } } },
    ...PROBLEMS,
  },
})

const bytes = createRoute({
  method: 'get',
  path: '/api/pages/{id}/bytes',
  operationId: 'pageBytes',
  summary: 'The page’s own bytes, as a file: never shown by a browser',
  tags: ['pages'],
  request: { params },
  responses: {
    200: {
      description: 'The bytes',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...PROBLEMS,
  },
})

/** A format that a record can be had in: its media type, the ending of its file's name, and how it is made. */
interface Format {
  readonly type: string
  readonly ending: string
  readonly of: (record: PageRecord) => string
}

/** A text file's lines: as long as an editor shows them. */
const SHEET = { columns: 100, palette: PLAIN, width: stringWidth }

const FORMATS = {
  json: { type: 'application/json', ending: 'json', of: toJson },
  jsonl: { type: 'application/jsonl', ending: 'jsonl', of: toJsonl },
  csv: { type: 'text/csv', ending: 'csv', of: (record: PageRecord) => CSV_HEADER + toCsv(record) },
  markdown: { type: 'text/markdown', ending: 'md', of: toMarkdown },
  text: { type: 'text/plain', ending: 'txt', of: (record: PageRecord) => toText(record, SHEET) },
  html: { type: 'text/html', ending: 'html', of: toHtml },
  'web-annotation': { type: 'application/ld+json', ending: 'jsonld', of: toWebAnnotation },
  'schema-org': { type: 'application/ld+json', ending: 'jsonld', of: toSchemaOrg },
  citron: { type: 'application/json', ending: 'json', of: toCitron },
  webanno: { type: 'text/tab-separated-values', ending: 'tsv', of: toWebAnno },
  brat: { type: 'text/plain', ending: 'ann', of: toBrat },
  'brat-configuration': { type: 'text/plain', ending: 'conf', of: () => BRAT_CONFIGURATION },
} as const satisfies Record<string, Format>

const formats = Object.keys(FORMATS) as [keyof typeof FORMATS, ...(keyof typeof FORMATS)[]]

const exported = createRoute({
  method: 'get',
  path: '/api/pages/{id}/export',
  operationId: 'exportPage',
  summary: 'A page’s record in another format, with people’s corrections',
  tags: ['exports'],
  request: { params, query: z.object({ format: z.enum(formats) }) },
  responses: {
    200: {
      description: 'The record as a file',
      content: Object.fromEntries(
        [...new Set(Object.values(FORMATS).map(({ type }) => type))].map((type) => [
          type,
          { schema: type === 'application/json' || type === 'application/ld+json' ? z.unknown() : z.string() },
        ]),
      ),
    },
    ...PROBLEMS,
  },
})

/** Routes about pages. */
export function pageRoutes({ ledger }: Pick<Parts, 'ledger'>) {
  return part()
    .openapi(list, async (c) => {
      const query = c.req.valid('query')
      const page = pageOf(query)
      const { q } = query
      return answer(c, pages, paged(await ledger.pages({ ...(q === undefined ? {} : { words: q }), ...page }), page))
    })
    .openapi(show, async (c) => answer(c, pageShownSchema, await ledger.page(c.req.valid('param').id as PageId)))
    .openapi(reading, async (c) => {
      const id = c.req.valid('param').id as PageId
      const record = await (c.req.valid('query').corrected === 'true' ? ledger.correctedRecord(id) : ledger.record(id))
      return answer(c, recordSchema, recordJson(record) as never)
    })
    .openapi(bytes, async (c) => {
      const id = c.req.valid('param').id as PageId
      const content = await ledger.bytes(id)
      return new Response(content as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${id.slice(0, 12)}.page"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-cache',
        },
      }) as never
    })
    .openapi(exported, async (c) => {
      const { format } = c.req.valid('query')
      const record = await ledger.correctedRecord(c.req.valid('param').id as PageId)
      const { type, ending, of } = FORMATS[format]
      const name = `${fileName(record.reading.meta.title ?? record.page.id.slice(0, 12))}.${ending}`
      return textAnswer(c, of(record), `${type}; charset=utf-8`, { name }) as never
    })
}
