import { createRoute, z } from '@hono/zod-openapi'
import type { HonoRequest } from 'hono'
import { streamSSE } from 'hono/streaming'
import { OnrecordError } from '../../core/model/index.js'
import { answer, jsonAnswer } from '../answer.js'
import type { Imports, Run } from '../imports.js'
import type { Parts, Upload } from '../parts.js'
import { PROBLEMS } from '../problem.js'
import { runSchema } from '../schemas/page.js'
import { wordsSchema } from '../schemas/terms.js'
import { part } from './route.js'

const state = z
  .object({
    id: z.int(),
    state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
    began: z.string(),
    done: z.int(),
    added: z.int(),
    known: z.int(),
    skipped: z.int(),
    failed: z.int(),
    statements: z.int(),
    current: z.string().nullable(),
    why: z.string(),
  })
  .openapi('ImportState')

const sources = z
  .object({
    addresses: z.array(wordsSchema(4000).min(1)).max(10_000).optional(),
    texts: z
      .array(z.object({ name: wordsSchema(500).min(1), text: z.string().min(1).max(5_000_000) }))
      .max(1000)
      .optional(),
  })
  .openapi('ImportSources')

const begin = createRoute({
  method: 'post',
  path: '/api/imports',
  operationId: 'addPages',
  summary: 'Add pages: files, texts, addresses',
  description: 'The pages are read and kept one after another; GET the run’s events to see how it goes.',
  tags: ['imports'],
  request: {
    body: {
      content: {
        'application/json': { schema: sources },
        'multipart/form-data': {
          schema: z.object({
            files: z.unknown().openapi({
              type: 'array',
              items: { type: 'string', format: 'binary' },
              description: 'Files of any kind.',
            }),
          }),
        },
      },
    },
  },
  responses: { 202: { description: 'It has begun', content: { 'application/json': { schema: state } } }, ...PROBLEMS },
})

const list = createRoute({
  method: 'get',
  path: '/api/imports',
  operationId: 'listImports',
  summary: 'Runs of adding pages: those under way, and the last ones',
  tags: ['imports'],
  responses: {
    200: {
      description: 'They',
      content: { 'application/json': { schema: z.object({ open: z.array(state), runs: z.array(runSchema) }) } },
    },
    ...PROBLEMS,
  },
})

const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

const show = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  operationId: 'showImport',
  summary: 'How a run stands',
  tags: ['imports'],
  request: { params },
  responses: { 200: { description: 'Its state', content: { 'application/json': { schema: state } } }, ...PROBLEMS },
})

const events = createRoute({
  method: 'get',
  path: '/api/imports/{id}/events',
  operationId: 'importEvents',
  summary: 'What happens in a run, as server-sent events',
  description:
    'Events `page` (what became of one) and `state` (how the run stands), from the beginning, or after the one in Last-Event-ID; ends when the run does.',
  tags: ['imports'],
  request: { params },
  responses: {
    200: { description: 'The events', content: { 'text/event-stream': { schema: z.unknown() } } },
    ...PROBLEMS,
  },
})

const stop = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  operationId: 'stopImport',
  summary: 'Stop a run; what was added stays',
  tags: ['imports'],
  request: { params },
  responses: { 200: { description: 'Its state', content: { 'application/json': { schema: state } } }, ...PROBLEMS },
})

/** Runs that are listed. */
const LISTED = 20

/** Routes about adding pages. */
export function importRoutes(parts: Pick<Parts, 'ledger'>, imports: Imports) {
  const runOf = (id: number): Run => {
    const run = imports.get(id)
    if (!run) throw new OnrecordError('not-found', `No run ${id} is under way. GET /api/imports lists those that were.`)
    return run
  }
  return part()
    .openapi(begin, async (c) => {
      const type = c.req.header('content-type') ?? ''
      const run = /^multipart\/form-data/i.test(type)
        ? await imports.start({ addresses: [], uploads: await uploadsOf(c.req) })
        : await imports.start(sourcesOf(c.req.valid('json') as z.infer<typeof sources>))
      return answer(c, state, run.state, 202)
    })
    .openapi(list, async (c) =>
      jsonAnswer(
        c,
        JSON.stringify({ open: imports.open().map((run) => run.state), runs: await parts.ledger.runs(LISTED) }),
      ),
    )
    .openapi(show, (c) => answer(c, state, runOf(c.req.valid('param').id).state))
    .openapi(events, (c) => {
      const run = runOf(c.req.valid('param').id)
      const last = Number(c.req.header('last-event-id') ?? Number.NaN)
      return streamSSE(c, async (stream) => {
        const gone = new AbortController()
        stream.onAbort(() => gone.abort())
        let told = Number.isInteger(last) && last >= 0 ? last + 1 : 0
        for (;;) {
          const changed = run.change(gone.signal)
          for (const event of run.eventsFrom(told)) {
            await stream.writeSSE({ event: 'page', id: String(told), data: JSON.stringify(event) })
            told++
          }
          await stream.writeSSE({ event: 'state', data: JSON.stringify(run.state) })
          if (run.isOver || gone.signal.aborted) return gone.abort()
          await changed
        }
      }) as never
    })
    .openapi(stop, (c) => {
      const run = runOf(c.req.valid('param').id)
      run.stop()
      return answer(c, state, run.state)
    })
}

function sourcesOf({ addresses = [], texts = [] }: z.infer<typeof sources>) {
  if (addresses.length + texts.length === 0)
    throw new OnrecordError('request-invalid', 'Nothing to add: give addresses or texts, or send files.')
  const encoder = new TextEncoder()
  return {
    addresses,
    uploads: texts.map(({ name, text }) => ({ name, bytes: encoder.encode(text), contentType: null })),
  }
}

async function uploadsOf(request: HonoRequest): Promise<Upload[]> {
  let form: FormData
  try {
    form = await request.formData()
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    throw new OnrecordError('request-invalid', 'The form cannot be read. Send multipart/form-data with `files`.', {
      cause: error,
    })
  }
  const uploads: Upload[] = []
  for (const value of form.getAll('files')) {
    if (typeof value === 'string') continue
    const bytes = new Uint8Array(await value.arrayBuffer())
    uploads.push({ name: value.name || 'upload', bytes, contentType: value.type || null })
  }
  if (uploads.length === 0) throw new OnrecordError('request-invalid', 'The form has no files. Name the field `files`.')
  return uploads
}
