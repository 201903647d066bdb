import createClient from 'openapi-fetch'
import type { components, paths } from './generated/api.js'

/** The shapes that the server's OpenAPI document names. */
export type Schemas = components['schemas']

/** Where the server is: beside the desk's own files; without a `/` at its end. */
export const BASE = new URL('.', location.href.replace(/#.*$/s, '')).href.replace(/\/$/, '')

/** What carries a request: the network, or in a tab without a server its worker. */
let carry: typeof fetch = (...given) => fetch(...given)

/** Has requests carried by something else. */
export function carriedBy(other: typeof fetch): void {
  carry = other
}

/** As `fetch`, of a path of the server. */
export function ask(path: string, init?: RequestInit): Promise<Response> {
  return carry(BASE + path, init)
}

/** The address of a path of the server, for links to files. */
export const addressOf = (path: string): string => BASE + path

const client = createClient<paths>({ baseUrl: BASE, fetch: (request) => carry(request) })

/** A failure that the server told of, or that it could not be reached. */
export class Problem extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Problem'
    this.code = code
  }
}

const UNREACHABLE = 'The desk’s server does not answer. See whether it still runs, and try again.'

/**
 * What an answer brought. Its type is given by name: openapi-fetch's own loses tuples on the way.
 *
 * @throws Problem where it is a failure
 */
async function gained<T>(asked: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<T> {
  let answered: { data?: unknown; error?: unknown; response: Response }
  try {
    answered = await asked
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('unreachable', UNREACHABLE)
  }
  if (answered.error !== undefined) throw problemFrom(answered.error, answered.response.status)
  return answered.data as T
}

let signInNeeded: () => void = () => {}

/** Has something called whenever the server asks for somebody to sign in. */
export function onSignInNeeded(call: () => void): void {
  signInNeeded = call
}

function problemFrom(body: unknown, status: number): Problem {
  const { error } = (body ?? {}) as Partial<Schemas['Problem']>
  if (error?.code === 'sign-in-needed') signInNeeded()
  return new Problem(error?.code ?? `http-${status}`, error?.message ?? `The server answered ${status}.`)
}

/** What an answer that is no JSON brought, as a file with the name that it is to have. @throws Problem */
export async function fileFrom(path: string, init?: RequestInit): Promise<{ blob: Blob; name: string }> {
  let response: Response
  try {
    response = await ask(path, init)
  } catch {
    throw new Problem('unreachable', UNREACHABLE)
  }
  if (!response.ok) throw problemFrom(await response.json().catch(() => null), response.status)
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'onrecord'
  return { blob: await response.blob(), name }
}

/** Filters of a question, as the views keep them. */
export interface Filters {
  readonly q?: string
  readonly speaker?: string[]
  readonly act?: Schemas['Act'][]
  readonly quotation?: Schemas['Quotation'][]
  readonly from?: string
  readonly to?: string
  readonly outlet?: string
  readonly page?: string
  readonly sort?: 'relevance' | 'newest' | 'oldest'
  readonly offered?: 'true'
  readonly copies?: 'false'
  readonly versions?: 'true'
}

type Paging = { cursor?: string | undefined; limit?: number }
const some = <T extends object>(query: T): T =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as T

/** Everything that the desk asks of the server. All throw {@link Problem}. */
export const api = {
  session: () => gained<Schemas['Who']>(client.GET('/api/session')),
  signIn: (body: Schemas['Credentials']) => gained<Schemas['Who']>(client.POST('/api/session', { body })),
  signOut: () => gained<undefined>(client.DELETE('/api/session')),
  ledger: () => gained<Schemas['LedgerStatus']>(client.GET('/api/ledger')),
  read: (body: Schemas['Text'] | Schemas['Address']) => gained<Schemas['Record']>(client.POST('/api/read', { body })),
  readFile: async (file: File): Promise<Schemas['Record']> => {
    const { blob } = await fileFrom(`/api/read?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    return JSON.parse(await blob.text()) as Schemas['Record']
  },
  pages: (query: { q?: string } & Paging) =>
    gained<Schemas['Pages']>(client.GET('/api/pages', { params: { query: some(query) } })),
  page: (id: string) => gained<Schemas['PageShown']>(client.GET('/api/pages/{id}', { params: { path: { id } } })),
  record: (id: string, corrected: boolean) =>
    gained<Schemas['Record']>(
      client.GET('/api/pages/{id}/record', {
        params: { path: { id }, query: { corrected: corrected ? 'true' : 'false' } },
      }),
    ),
  find: (query: Filters & Paging) =>
    gained<Schemas['Entries']>(client.GET('/api/statements', { params: { query: some(query) } })),
  facets: (query: Filters) => gained<Schemas['Facets']>(client.GET('/api/facets', { params: { query: some(query) } })),
  statement: (id: string) => gained<Schemas['Shown']>(client.GET('/api/statements/{id}', { params: { path: { id } } })),
  disputes: (query: Filters & Paging) =>
    gained<Schemas['Disputes']>(client.GET('/api/disputes', { params: { query: some(query) } })),
  dispute: (id: string) =>
    gained<Schemas['AboutClaim']>(client.GET('/api/disputes/{id}', { params: { path: { id } } })),
  speakers: (query: { name?: string; kind?: Schemas['SpeakerKind'] } & Paging) =>
    gained<Schemas['People']>(client.GET('/api/speakers', { params: { query: some(query) } })),
  speaker: (id: string) => gained<Schemas['Profile']>(client.GET('/api/speakers/{id}', { params: { path: { id } } })),
  correct: (body: Schemas['NewCorrection']) => gained<Schemas['Correction']>(client.POST('/api/corrections', { body })),
  corrections: (query: { target?: string } & Paging) =>
    gained<Schemas['Corrections']>(client.GET('/api/corrections', { params: { query: some(query) } })),
  review: (query: { page?: string } & Paging) =>
    gained<Schemas['Unsure']>(client.GET('/api/review', { params: { query: some(query) } })),
  agreement: (query: { a?: string; b?: string }) =>
    gained<Schemas['Agreement']>(client.GET('/api/agreement', { params: { query: some(query) } })),
  imports: () => gained<{ open: Schemas['ImportState'][]; runs: Schemas['ImportRun'][] }>(client.GET('/api/imports')),
  addSources: (body: Schemas['ImportSources']) => gained<Schemas['ImportState']>(client.POST('/api/imports', { body })),
  addFiles: async (files: readonly File[]): Promise<Schemas['ImportState']> => {
    const form = new FormData()
    for (const file of files) form.append('files', file, file.name)
    const { blob } = await fileFrom('/api/imports', { method: 'POST', body: form })
    return JSON.parse(await blob.text()) as Schemas['ImportState']
  },
  stopImport: (id: number) =>
    gained<Schemas['ImportState']>(client.DELETE('/api/imports/{id}', { params: { path: { id } } })),
  searches: () => gained<{ items: Schemas['SavedSearch'][] }>(client.GET('/api/searches')),
  saveSearch: (name: string, body: Schemas['Question']) =>
    gained<Schemas['SavedSearch']>(client.PUT('/api/searches/{name}', { params: { path: { name } }, body })),
  dropSearch: (name: string) =>
    gained<undefined>(client.DELETE('/api/searches/{name}', { params: { path: { name } } })),
  news: (name: string) =>
    gained<{ items: Schemas['Entry'][]; mark: number }>(
      client.GET('/api/searches/{name}/news', { params: { path: { name } } }),
    ),
  seen: (name: string, mark: number) =>
    gained<undefined>(client.POST('/api/searches/{name}/seen', { params: { path: { name } }, body: { mark } })),
  check: (body: Schemas['DraftToCheck'], reports: boolean) =>
    gained<Schemas['Checked']>(
      client.POST('/api/check', { params: { query: { reports: reports ? 'true' : 'false' } }, body }),
    ),
  checkFile: async (file: File, reports: boolean): Promise<Schemas['Checked']> => {
    const { blob } = await fileFrom(`/api/check?name=${encodeURIComponent(file.name)}&reports=${reports}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    return JSON.parse(await blob.text()) as Schemas['Checked']
  },
  terms: () =>
    gained<{ acts: { name: string; family: string; means: string }[]; roles: string[] }>(client.GET('/api/terms')),
}
