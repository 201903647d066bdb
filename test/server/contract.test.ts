import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccounts, scryptPasswords } from '../../src/node/accounts/index.js'
import { type Asked, type DeskApp, deskApp, filledApp, type Listed, place, type RunState } from './desk-app.js'
import { faultsOf, type Operation, operations } from './document.js'

const answered = new Set<string>()
let app: DeskApp
let page: string
let statement: string
let speaker: string
let claim: string
/** A statement other than that claim. */
let answering: string

beforeAll(async () => {
  app = await filledApp()
  const { items } = await app.get<Listed>('/api/statements?q=clearances')
  const [first] = items
  if (!first?.said.speaker) throw new Error('Nobody says anything about clearances.')
  statement = first.said.id
  page = first.said.page
  speaker = first.said.speaker.id
  const disputes = await app.get<{ items: { claim: { said: { id: string } } }[] }>('/api/disputes')
  claim = disputes.items[0]?.claim.said.id as string
  const found = await app.get<{ items: { said: { id: string } }[] }>('/api/statements')
  answering = found.items.find(({ said }) => said.id !== claim)?.said.id as string
})

/** Asks a route for what it is to give, and holds the answer against the document. */
async function succeed(
  id: string,
  { of = app, query = '', params = {}, ...asked }: Asked & { of?: DeskApp; query?: string; params?: object } = {},
): Promise<Response> {
  const operation = operations.find((each) => each.id === id) as Operation
  const path = Object.entries(params).reduce(
    (made, [name, value]) => made.replace(`{${name}}`, encodeURIComponent(String(value))),
    operation.path,
  )
  const response = await of.ask(operation.method, `${path}${query}`, asked)
  const body = response.clone()
  expect(response.status, `${id}: ${response.ok ? '' : await body.text()}`).toBeLessThan(300)
  expect(await faultsOf(operation, response)).toEqual([])
  answered.add(id)
  return response
}

async function finished(id: number): Promise<RunState> {
  await (await app.ask('GET', `/api/imports/${id}/events`)).text()
  return app.get<RunState>(`/api/imports/${id}`)
}

describe('what every route answers is as the document says', () => {
  test('lists of statements, pages and speakers', async () => {
    const found = (await (await succeed('findStatements', { query: '?q=clearances' })).json()) as Listed
    expect(found.items.length).toBeGreaterThan(1)
    for (const format of ['csv', 'jsonl', 'markdown'])
      expect(await (await succeed('findStatements', { query: `?q=clearances&format=${format}` })).text()).toContain(
        'at night',
      )
    const facets = (await (await succeed('facets')).json()) as { acts: unknown[]; counted: number }
    expect(facets.counted).toBeGreaterThan(4)
    const articles = (await (await succeed('findArticles', { query: '?q=minister' })).json()) as Listed
    expect(articles.items.length).toBeGreaterThan(0)
    const pages = (await (await succeed('listPages')).json()) as Listed
    expect(pages.total).toBe(3)
    const speakers = (await (await succeed('listSpeakers', { query: '?name=Okafor' })).json()) as Listed
    expect(speakers.items.length).toBe(1)
    await succeed('reviewNext')
    await succeed('ledgerStatus')
    await succeed('terms')
  })

  test('a statement, a speaker, a page', async () => {
    await succeed('showStatement', { params: { id: statement } })
    const { items } = (await (await succeed('repeatsOf', { params: { id: statement } })).json()) as { items: unknown[] }
    expect(items.length).toBeGreaterThan(0)
    await succeed('responsesOf', { params: { id: statement } })
    await succeed('showSpeaker', { params: { id: speaker } })
    await succeed('showPage', { params: { id: page } })
    for (const corrected of ['', '?corrected=true'])
      await succeed('pageRecord', { params: { id: page }, query: corrected })
    await succeed('pageBytes', { params: { id: page } })
  })

  test('disputes', async () => {
    expect(claim).toBeDefined()
    await succeed('findDisputes')
    await succeed('showDispute', { params: { id: claim } })
  })

  test.each([
    'json',
    'jsonl',
    'csv',
    'markdown',
    'text',
    'html',
    'web-annotation',
    'schema-org',
    'citron',
    'webanno',
    'brat',
    'brat-configuration',
  ])('a page as %s', async (format) => {
    const response = await succeed('exportPage', { params: { id: page }, query: `?format=${format}` })
    expect((await response.text()).length).toBeGreaterThan(100)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
  })

  test('reading and checking', async () => {
    const draft = '“The clearances were carried out at night and with notice,” said Ana Okafor.'
    const record = (await (await succeed('read', { json: { text: draft } })).json()) as { text: string }
    expect(record.text).toContain('at night')
    const bytes = { body: draft, headers: { 'content-type': 'application/octet-stream' } }
    await succeed('read', { ...bytes, query: '?name=draft.txt' })
    await succeed('check', { ...bytes, query: '?name=draft.txt' })
    for (const format of ['json', 'html', 'sarif', 'junit']) {
      const response = await succeed('check', { json: { text: draft }, query: `?format=${format}` })
      expect(await response.text()).toContain('at night')
    }
    const against = [{ name: 'a source', text: 'Ana Okafor said: “Nothing was carried out.”' }]
    const checked = (await (await succeed('check', { json: { text: draft, against } })).json()) as {
      verdicts: { verdict: string }[]
    }
    expect(checked.verdicts.map(({ verdict }) => verdict)).toEqual(['not-found'])
  })

  test('corrections', async () => {
    const changes: object[] = [
      { kind: 'accept', statement },
      { kind: 'reject', statement },
      { kind: 'edit', statement, act: 'deny', cue: null },
      { kind: 'speaker', statement, speaker: null },
      { kind: 'add', page, content: [[0, 6]], cue: null, mention: null, act: 'state', speaker },
      { kind: 'split', from: speaker, pages: [page] },
      { kind: 'link', answer: answering, claim, is: 'supports' },
    ]
    for (const change of changes) {
      const made = (await (await succeed('correct', { json: { change, by: 'Mara' } })).json()) as { number: number }
      await succeed('correct', { json: { change: { kind: 'undo', correction: made.number }, by: 'Rolf', note: 'no' } })
    }
    const listed = (await (await succeed('listCorrections')).json()) as { total: number }
    expect(listed.total).toBe(changes.length * 2)
    await succeed('agreement', { query: '?a=Mara&b=Rolf' })
    await succeed('showStatement', { params: { id: statement } })
  })

  test('runs of adding', async () => {
    const texts = [{ name: 'note', text: 'The mayor said on Monday that the bridge was closed.' }]
    const begun = (await (await succeed('addPages', { json: { texts } })).json()) as RunState
    await succeed('showImport', { params: { id: begun.id } })
    await succeed('importEvents', { params: { id: begun.id } })
    expect(await finished(begun.id)).toMatchObject({ state: 'done', added: 1 })
    await succeed('stopImport', { params: { id: begun.id } })
    await succeed('listImports')
  })

  test('kept searches', async () => {
    const params = { name: 'bridge / night' }
    await succeed('saveSearch', { params, json: { words: 'bridge' } })
    await succeed('listSearches')
    const news = (await (await succeed('news', { params })).json()) as { mark: number }
    await succeed('seen', { params, json: { mark: news.mark } })
    await succeed('dropSearch', { params })
  })

  test('the whole ledger', async () => {
    const lines = (await (await succeed('exportLedger')).text()).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object')
    expect(await (await succeed('verifyLedger')).text()).toContain('event: verified')
  })

  test('accounts', async () => {
    const at = place()
    const accounts = await openAccounts(at, { passwords: scryptPasswords({ cost: 2 ** 4, block: 8, parallel: 1 }) })
    afterAll(() => accounts.close())
    const password = 'seven owls on a wire'
    await accounts.addUser({ name: 'olga', role: 'owner', password, added: '2026-05-01T00:00:00.000Z' })
    const of = await deskApp({ place: at, accounts })
    const signedIn = await succeed('signIn', { of, json: { name: 'olga', password } })
    const headers = { cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] as string }
    await succeed('whoAmI', { of, headers })
    await succeed('addUser', { of, headers, json: { name: 'edda', role: 'editor', password: 'eight eels in a weir' } })
    await succeed('listUsers', { of, headers })
    await succeed('changeUser', { of, headers, params: { name: 'edda' }, json: { role: 'reader' } })
    const token = (await (await succeed('addToken', { of, headers, json: { scope: 'read', days: 3 } })).json()) as {
      token?: { id: string }
      id?: string
    }
    await succeed('listTokens', { of, headers })
    await succeed('revokeToken', { of, headers, params: { id: token.token?.id ?? token.id } })
    await succeed('removeUser', { of, headers, params: { name: 'edda' } })
    await succeed('readAudit', { of, headers })
    await succeed('signOut', { of, headers })
  })

  test('no route was left out, and nothing went wrong inside', () => {
    expect(operations.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([])
    expect(app.faults).toEqual([])
  })
})
