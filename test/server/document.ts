import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { openApiDocument } from '../../src/server/index.js'

/** A route of the document. */
export interface Operation {
  readonly method: string
  /** As the document has it: `/api/pages/{id}`. */
  readonly path: string
  readonly id: string
  readonly statuses: readonly string[]
  /** Types of bodies that it takes. */
  readonly takes: readonly string[]
  /** Names in its path. */
  readonly params: readonly string[]
  readonly query: readonly string[]
}

interface Described {
  readonly operationId: string
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
}

const document = openApiDocument() as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}
const KEY = 'https://onrecord.example/openapi.json'
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(document, KEY)

/** Every route of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    method: method.toUpperCase(),
    path,
    id: described.operationId,
    statuses: Object.keys(described.responses),
    takes: Object.keys(described.requestBody?.content ?? {}),
    params: (described.parameters ?? []).filter((each) => each.in === 'path').map(({ name }) => name),
    query: (described.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name),
  })),
)

/** The status by which the document speaks of an answer: its own, or that of its kind (`4XX`); null: it does not. */
export function statusIn({ statuses }: Operation, status: number): string | null {
  const own = String(status)
  const kind = `${own[0]}XX`
  return statuses.includes(own) ? own : statuses.includes(kind) ? kind : null
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
const compiled = new Map<string, ValidateFunction>()

/** What is wrong with an answer by the document; empty: it is as it says. */
export async function faultsOf(operation: Operation, response: Response): Promise<string[]> {
  const named = `${operation.method} ${operation.path} ${response.status}`
  const status = statusIn(operation, response.status)
  if (status === null) return [`${named}: the document does not speak of this status`]
  const content = document.paths[operation.path]?.[operation.method.toLowerCase()]?.responses[status]?.content
  const type = /^[^;]*/.exec(response.headers.get('content-type') ?? '')?.[0] ?? ''
  if (content === undefined) return type === '' ? [] : [`${named}: ${type} where no content is described`]
  if (!(type in content)) return [`${named}: ${type} is not one of ${Object.keys(content).join(', ')}`]
  if (type !== 'application/json') return []
  const path = ['paths', operation.path, operation.method.toLowerCase(), 'responses', status, 'content', type, 'schema']
  const ref = `${KEY}#/${path.map(escaped).join('/')}`
  const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref })
  compiled.set(ref, validate)
  validate(await response.clone().json())
  return (validate.errors ?? []).map(({ instancePath, message }) => `${named}: ${instancePath} ${message ?? ''}`)
}
