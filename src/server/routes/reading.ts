import { createRoute, z } from '@hono/zod-openapi'
import {
  type Checked,
  check,
  checkedJson,
  memorySources,
  type Source,
  toCheckHtml,
  toJunit,
  toSarif,
} from '../../core/check/index.js'
import { type PageRecord, recordJson } from '../../core/exports/index.js'
import { OnrecordError, type PageKind } from '../../core/model/index.js'
import { findQuotations } from '../../core/statements/quotations.js'
import { VERSION } from '../../core/version.js'
import { answer, jsonAnswer, textAnswer } from '../answer.js'
import type { Got, Parts, Upload } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { recordSchema } from '../schemas/record.js'
import { pairSchema } from '../schemas/terms.js'
import { part } from './route.js'

/** A text that is sent may have so many code units; larger ones come as files. */
const TEXT = 5_000_000

const name = z.string().min(1).max(500)
const text = z
  .object({
    name: name.optional(),
    text: z.string().min(1).max(TEXT),
    kind: z
      .enum(['auto', 'article'])
      .optional()
      .openapi({ description: '`article`: a text that is an article and nothing else.' }),
  })
  .openapi('Text')
const address = z.object({ address: z.string().min(1).max(4000) }).openapi('Address')
const file = z.string().openapi({ format: 'binary', description: 'The bytes of a file; its name in the query.' })
const nameQuery = z.object({ name: name.optional().openapi({ description: 'What a file is called.' }) })

const toRead = z.union([text, address])

const readPage = createRoute({
  method: 'post',
  path: '/api/read',
  operationId: 'read',
  summary: 'Read a page without keeping it',
  tags: ['reading'],
  request: {
    query: nameQuery,
    body: {
      content: {
        'application/json': { schema: toRead },
        'application/octet-stream': { schema: file },
      },
    },
  },
  responses: {
    200: { description: 'Its record', content: { 'application/json': { schema: recordSchema } } },
    ...PROBLEMS,
  },
})

const checked = z
  .looseObject({
    schema: z.literal('onrecord/check/1'),
    draft: z.string(),
    text: z.string().openapi({ description: 'The draft’s text, which its spans are of.' }),
    verdicts: z.array(z.looseObject({ verdict: z.string(), at: pairSchema, words: z.string() })),
    passedOver: z.array(z.looseObject({ at: pairSchema, words: z.string(), why: z.string() })),
  })
  .openapi('Checked', { description: 'A draft with its verdicts; docs/check.md describes each member.' })

const toCheck = z
  .object({
    ...text.shape,
    against: z.array(text).min(1).max(50).optional().openapi({ description: 'The sources; not given: the ledger.' }),
  })
  .openapi('DraftToCheck')

const checkDraft = createRoute({
  method: 'post',
  path: '/api/check',
  operationId: 'check',
  summary: 'Hold a draft’s quotations against the ledger, or against given sources',
  tags: ['reading'],
  request: {
    query: z.object({
      format: z.enum(['json', 'html', 'sarif', 'junit']).optional(),
      reports: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'false: only what stands in quotation marks is checked.' }),
      ...nameQuery.shape,
    }),
    body: {
      content: {
        'application/json': {
          schema: toCheck,
        },
        'application/octet-stream': { schema: file },
      },
    },
  },
  responses: {
    200: {
      description: 'The verdicts',
      content: {
        'application/json': { schema: checked },
        'text/html': { schema: z.string() },
        'application/sarif+json': { schema: z.unknown() },
        'application/xml': { schema: z.string() },
      },
    },
    ...PROBLEMS,
  },
})

/** Routes that read what is sent and keep nothing. */
export function readingRoutes(parts: Pick<Parts, 'intake' | 'reader' | 'sources'>) {
  return part()
    .openapi(readPage, async (c) => {
      if (isFile(c.req.header('content-type'))) {
        const upload = await fileOf(c.req.raw, c.req.valid('query').name)
        return answer(c, recordSchema, recordJson(await recordOfOnly(parts, upload, c.req.raw.signal)) as never)
      }
      const body = c.req.valid('json') as z.infer<typeof toRead>
      const record =
        'address' in body ? await recordOfOnly(parts, body.address, c.req.raw.signal) : await recordOfText(parts, body)
      return answer(c, recordSchema, recordJson(record) as never)
    })
    .openapi(checkDraft, async (c) => {
      const { format = 'json', reports, name: called } = c.req.valid('query')
      const isSent = isFile(c.req.header('content-type'))
      const body = isSent ? null : (c.req.valid('json') as z.infer<typeof toCheck>)
      const draft = sourceOf(
        body === null
          ? await recordOfOnly(parts, await fileOf(c.req.raw, called), c.req.raw.signal)
          : await recordOfText(parts, body),
        body?.name ?? called ?? 'draft',
      )
      const sources = body?.against
        ? memorySources(
            await Promise.all(
              body.against.map(async (each, i) =>
                sourceOf(await recordOfText(parts, each), each.name ?? `source ${i + 1}`),
              ),
            ),
          )
        : // A draft that was added to the ledger proves nothing of itself.
          parts.sources(new Set([draft.reading.page]))
      const found: Checked = await check({ ...draft, quotations: draft.quotations ?? [] }, sources, {
        reports: reports !== 'false',
      })
      switch (format) {
        case 'html':
          return textAnswer(c, toCheckHtml([found]), 'text/html; charset=utf-8', {
            name: 'check.html',
          }) as never
        case 'sarif':
          return textAnswer(c, toSarif([found], VERSION), 'application/sarif+json', {
            name: 'check.sarif',
          }) as never
        case 'junit':
          return textAnswer(c, toJunit([found], 'altered'), 'application/xml', { name: 'check.xml' }) as never
        default:
          return jsonAnswer(c, JSON.stringify({ ...checkedJson(found), text: draft.reading.text }))
      }
    })
}

const isFile = (type: string | undefined): boolean => !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type ?? '')

async function fileOf(request: Request, called: string | undefined): Promise<Upload> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length === 0)
    throw new OnrecordError('request-invalid', 'The request has no body. Send a file’s bytes, or JSON with its type.')
  return { name: called ?? 'upload', bytes, contentType: null }
}

function recordOfText(
  { reader }: Pick<Parts, 'reader'>,
  { text: words, name: called, kind }: z.infer<typeof text>,
): Promise<PageRecord> {
  const page = {
    name: called ?? 'pasted text',
    url: null,
    contentType: null,
    bytes: new TextEncoder().encode(words),
    ...(kind === 'article' ? { kind: 'article' as PageKind } : {}),
  }
  return reader.read(page).then(({ record }) => record)
}

/** The record of the one page that a source has. */
async function recordOfOnly(
  { intake, reader }: Pick<Parts, 'intake' | 'reader'>,
  from: Upload | string,
  signal: AbortSignal,
): Promise<PageRecord> {
  const taken = typeof from === 'string' ? intake.fromAddress(from, signal) : intake.fromUpload(from, signal)
  const called = typeof from === 'string' ? from : from.name
  let only: Got | null = null
  let why: string | null = null
  for await (const each of taken) {
    if (each.kind === 'failure') throw each.error
    if (each.kind === 'skipped') why ??= each.reason
    else if (only !== null)
      throw new OnrecordError(
        'request-invalid',
        `${called} holds several pages. Add it to the ledger to have them all read.`,
      )
    else only = each
  }
  if (only === null) throw new OnrecordError('page-empty', `${called} has no page${why === null ? '' : `: ${why}`}.`)
  const { name: found, url, contentType, bytes } = only
  return (await reader.read({ name: found, url, contentType, bytes })).record
}

function sourceOf({ reading, statements, speakers }: PageRecord, called: string): Source {
  return { name: called, reading, statements, speakers, quotations: findQuotations(reading) }
}
