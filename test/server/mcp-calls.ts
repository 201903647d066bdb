import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect } from 'vitest'
import type { z } from 'zod'
import { type NodeParts, nodeParts } from '../../src/cli/parts.js'
import { checkQuotations } from '../../src/server/mcp/check-quotations.js'
import { findStatements } from '../../src/server/mcp/find-statements.js'
import { mcpHandler } from '../../src/server/mcp/index.js'
import { readPage } from '../../src/server/mcp/read-page.js'
import { who } from '../../src/server/mcp/who.js'
import type { Parts } from '../../src/server/parts.js'
import { builtCli } from '../build.js'
import { arrival, article, SURVEY } from '../node/ledger/pages.js'

const FLAGS = {
  tagger: 'rules',
  maxBytes: 2_000_000,
  timeout: 5_000,
  jobs: 1,
  pageTimeout: 60_000,
  pageMemory: 3072,
} as const
const folder = mkdtempSync(join(tmpdir(), 'onrecord-mcp-'))
const opened: NodeParts[] = []
afterAll(async () => {
  for (const { close } of opened) await close()
  rmSync(folder, { recursive: true })
})

/** What the server is handed, with a ledger of its own, closed when the tests of the file are done. */
export async function fresh(more: { allowPrivate?: true; offline?: true } = {}): Promise<Parts> {
  const made = await nodeParts({ ...FLAGS, ...more, ledger: join(folder, `${opened.length}.db`) })
  opened.push(made)
  return made.parts
}

const DISPATCH = article(
  'Minister repeats denial',
  [
    '“The clearances were carried out at night and without notice,” Ana Okafor said on Friday.',
    'Pavel Dorn, the interior minister, said that the office was wrong.',
  ],
  { published: '2026-05-20', publisher: 'Marrow Dispatch' },
)

/** What the server is handed, its ledger with two pages on the same matter. */
export const parts = await twoPages()

async function twoPages(): Promise<Parts> {
  // The reader's workers run what was built.
  await builtCli()
  const parts = await fresh()
  await parts.ledger.add([
    await arrival(SURVEY, { url: 'https://tarn.example/survey' }),
    await arrival(DISPATCH, { url: 'https://dispatch.example/denial' }),
  ])
  return parts
}

const TOOLS = { read_page: readPage, find_statements: findStatements, who, check_quotations: checkQuotations }
type Name = keyof typeof TOOLS
/** The data that a tool gives. */
export type Output<N extends Name> = z.output<(typeof TOOLS)[N]['output']>

/** What a call to a tool gives. */
export interface Result<N extends Name = Name> {
  readonly isError?: boolean
  readonly content: readonly { readonly type: string; readonly text: string }[]
  /** Not there where `isError`; what there is was held against the schema that the tool publishes. */
  readonly structuredContent: Output<N>
  readonly _meta?: { readonly 'onrecord/error'?: { readonly code: string; readonly message: string } }
}

/** What a POST of MCP has. */
export const HEADERS = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** One message to the handler, as a client of the 2025 revisions sends it. */
export async function ask(to: Parts, method: string, params: object = {}): Promise<Response> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method, params })
  return mcpHandler(to)(new Request('http://localhost/mcp', { method: 'POST', headers: HEADERS, body }))
}

/** What an answer says: JSON, or the one event of a stream. */
export async function answerOf(
  response: Response,
): Promise<{ result?: never; error?: { code: number; message: string } }> {
  const text = await response.text()
  return JSON.parse(/^data: ([^\n]*)$/m.exec(text)?.[1] ?? text)
}

/** An answer's result. */
export async function resultOf<T>(response: Response): Promise<T> {
  const answer = await answerOf(response)
  if (answer.result === undefined) throw new Error(JSON.stringify(answer))
  return answer.result as T
}

interface Listed {
  readonly name: string
  readonly description: string
  readonly inputSchema: object
  readonly outputSchema: object
  readonly annotations: Record<string, boolean>
}
/** The tools as the server lists them. */
export const tools = async () => (await resultOf<{ tools: Listed[] }>(await ask(parts, 'tools/list'))).tools

const ajv = new Ajv2020({ strict: false })

/** Calls a tool, and holds what it gives against the schema that it publishes. */
export async function call<N extends Name>(name: N, args: object, to = parts): Promise<Result<N>> {
  const result = await resultOf<Result<N>>(await ask(to, 'tools/call', { name, arguments: args }))
  const tool = (await tools()).find((one) => one.name === name)
  if (result.isError) expect(result.structuredContent).toBeUndefined()
  else {
    const isValid = ajv.compile(tool?.outputSchema ?? false)
    expect(isValid(result.structuredContent), JSON.stringify(isValid.errors)).toBe(true)
  }
  return result
}

/** A result's text. */
export const textOf = ({ content }: Result) => content.map(({ text }) => text).join('\n')
/** The code of a result that is an error, whose text must end with it. */
export const codeOf = (result: Result) => {
  const error = result._meta?.['onrecord/error']
  if (error) expect(textOf(result)).toBe(`${error.message} [${error.code}]`)
  return error?.code
}
