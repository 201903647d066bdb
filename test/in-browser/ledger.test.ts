import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ArchiveLine } from '../../src/core/ledger/archive.js'
import type { Answers, Entry, Ledger, Shown } from '../../src/core/ledger/port.js'
import { openLedger } from '../../src/node/ledger/index.js'
import { EXAMPLES, filesIn } from '../examples.js'
import { arrival, article, SURVEY } from '../node/ledger/pages.js'
import { asked, bytesFor, type Setting, setting, told } from './browser.js'

const AT = '2026-05-14T09:30:00.000Z'
const BY = { by: 'R. Editor', at: '2026-05-20T10:00:00.000Z' }
const ALL = { words: '', limit: 500 }

let here: Setting
let tab: Tab
let folder: string

beforeAll(async () => {
  here = await setting()
  folder = mkdtempSync(join(tmpdir(), 'onrecord-in-browser-'))
}, 180_000)

afterEach(async () => {
  for (const page of here.context.pages().slice(1)) await page.close()
})

afterAll(async () => {
  await here?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A tab with an open ledger, whose pages the rules read. */
async function opened(name: string): Promise<Tab> {
  tab = await here.tab()
  expect(await asked(tab, 'open', name, null)).toBe(`"${name}" in this browser`)
  return tab
}

const add = (page: Tab, name: string, content: Uint8Array | string, at = AT) =>
  asked<{ how: string; statements: number }[]>(page, 'add', name, bytesFor(content), at)

test('a page that is kept is found again when the tab is loaded again', async () => {
  await opened('again')
  const [added] = await add(tab, 'news-page.html', readFileSync(join(EXAMPLES, 'news-page.html')))
  expect(added).toMatchObject({ how: 'new' })
  expect(added?.statements).toBeGreaterThan(3)
  const found = await asked<Answers<Entry>>(tab, 'ledger', 'find', { words: 'strike' })
  expect(found.total).toBeGreaterThan(0)

  await tab.reload()
  await asked(tab, 'open', 'again', null)
  expect(await asked(tab, 'ledger', 'find', { words: 'strike' })).toEqual(found)
  expect(await add(tab, 'news-page.html', readFileSync(join(EXAMPLES, 'news-page.html')))).toMatchObject([
    { how: 'known' },
  ])
  expect(await asked(tab, 'ledger', 'verify')).toMatchObject({ pages: 1, faults: [] })
})

test('a statement is corrected, and the correction taken back', async () => {
  await opened('corrected')
  await add(tab, 'survey.html', SURVEY)
  const question = { words: '"without notice"' }
  const before = await asked<Answers<Entry>>(tab, 'ledger', 'find', question)
  const id = before.items[0]?.said.id as string
  const made = await asked<{ number: number }>(tab, 'ledger', 'correct', {
    change: { kind: 'reject', statement: id },
    ...BY,
    note: 'a joke',
  })
  expect((await asked<Shown>(tab, 'ledger', 'show', id)).status).toBe('rejected')

  await tab.reload()
  await asked(tab, 'open', 'corrected', null)
  expect((await asked<Shown>(tab, 'ledger', 'show', id)).status).toBe('rejected')
  await asked(tab, 'ledger', 'correct', { change: { kind: 'undo', correction: made.number }, ...BY, note: '' })
  expect(await asked(tab, 'ledger', 'find', question)).toEqual(before)
  expect((await asked<Shown>(tab, 'ledger', 'show', id)).corrections).toMatchObject([
    { number: made.number, undoneBy: made.number + 1 },
  ])
})

/** What two ledgers of the same pages must answer alike. */
async function answersOf(ask: (method: keyof Ledger, ...given: unknown[]) => Promise<unknown>): Promise<unknown[]> {
  const { items } = (await ask('find', ALL)) as Answers<Entry>
  const answers: unknown[] = [items]
  for (const { said } of items.slice(0, 10)) answers.push(await ask('show', said.id))
  for (const words of ['families', '"night and without notice"', 'strike OR minister', 'clear*', 'report -office'])
    answers.push(await ask('find', { words }), await ask('findArticles', { words }))
  answers.push(await ask('speakers', { limit: 100 }), await ask('disputes', ALL), await ask('counts'))
  answers.push(await ask('who', 'Okafor'), await ask('corrections'), await ask('searches'))
  return JSON.parse(JSON.stringify(answers)) as unknown[]
}

async function nodeLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const ledger = await openLedger(join(folder, `${Math.random()}.db`))
  try {
    await work(ledger)
  } finally {
    await ledger.close()
  }
}

const linesOf = async (ledger: Ledger) => {
  const lines: ArchiveLine[] = []
  for await (const line of ledger.exportAll()) lines.push(line)
  return lines
}

async function* each<T>(items: readonly T[]) {
  yield* items
}

test('what a tab exports a ledger in a file takes in, and answers alike; and the other way round', async () => {
  await opened('exported')
  for (const name of filesIn(EXAMPLES)) await add(tab, name, readFileSync(join(EXAMPLES, name)))
  await add(tab, 'survey.html', SURVEY)
  await add(tab, 'survey.html', SURVEY.replace('412', '421'), '2026-05-16T09:30:00.000Z')
  const reply = ['The ministry said the survey was wrong.', 'Dorn said: “No family was removed without a hearing.”']
  await add(tab, 'reply.html', article('Ministry answers the office', reply))
  const { items } = await asked<Answers<Entry>>(tab, 'ledger', 'find', { words: 'families' })
  await asked(tab, 'ledger', 'correct', { change: { kind: 'accept', statement: items[0]?.said.id }, ...BY, note: '' })
  await asked(tab, 'ledger', 'saveSearch', { name: 'valley', question: { words: 'valley' } })
  const there = await answersOf((method, ...given) => asked(tab, 'ledger', method, ...given))
  const lines = await asked<ArchiveLine[]>(tab, 'exportAll')
  expect(lines.filter((line) => 'page' in line)).toHaveLength(filesIn(EXAMPLES).length + 3)

  await nodeLedger(async (ledger) => {
    await ledger.importAll(each(lines))
    expect(
      await answersOf((method, ...given) => (ledger[method] as (...given: unknown[]) => Promise<unknown>)(...given)),
    ).toEqual(there)
    expect((await ledger.verify()).faults).toEqual([])
    expect(await linesOf(ledger)).toEqual(lines)
  })

  await asked(tab, 'close')
  await asked(tab, 'open', 'imported', null)
  await asked(tab, 'importAll', lines)
  expect(await answersOf((method, ...given) => asked(tab, 'ledger', method, ...given))).toEqual(there)
  expect(await asked(tab, 'exportAll')).toEqual(lines)
}, 120_000)

test('the rules read a page to the same record as in Node', async () => {
  await opened('alike')
  for (const name of filesIn(EXAMPLES)) {
    const bytes = readFileSync(join(EXAMPLES, name))
    const { record } = await arrival(bytes, { name })
    expect(await asked(tab, 'read', name, bytesFor(bytes))).toEqual(JSON.parse(JSON.stringify(record)))
  }
}, 60_000)

test('a second tab is told that the ledger is open in another, and gets it when that one is closed', async () => {
  await opened('one-tab')
  await add(tab, 'survey.html', SURVEY)
  const second = await here.tab()
  const refused = await told(second, 'open', 'one-tab', null)
  expect(refused.code).toBe('ledger-locked')
  expect(refused.message).toMatch(/open in another tab. Go on there, or close that tab/)
  // Another ledger is no one's.
  await asked(second, 'open', 'another', null)
  await asked(second, 'close')
  await tab.close()
  await asked(second, 'open', 'one-tab', null)
  expect(await asked(second, 'ledger', 'counts')).toMatchObject({ pages: 1 })
}, 60_000)

test('loading the tab again and again loses nothing', async () => {
  await opened('reloaded')
  for (let round = 0; round < 8; round++) {
    await add(tab, `page-${round}.html`, SURVEY.replace('412', String(500 + round)))
    // The worker is ended in the middle of what it is at.
    void told(tab, 'add', 'late.html', bytesFor(SURVEY.replace('412', String(900 + round))), AT).catch(() => {})
    await tab.reload()
    await asked(tab, 'open', 'reloaded', null)
  }
  const verified = await asked<{ pages: number; faults: unknown[] }>(tab, 'ledger', 'verify')
  expect(verified.faults).toEqual([])
  expect(verified.pages).toBeGreaterThanOrEqual(8)
}, 120_000)

test('a name that is none for a ledger is refused', async () => {
  tab = await here.tab()
  expect(await told(tab, 'open', '../other', null)).toMatchObject({ code: 'usage' })
})

test('a browser without room says so, and what was kept stays', async () => {
  await opened('full')
  await add(tab, 'survey.html', SURVEY)
  const devtools = await here.context.newCDPSession(tab)
  const origin = new URL(here.site.address).origin
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin })
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 12_000_000 })
  const { kept, code, message } = await asked<{ kept: number; code: string; message: string }>(
    tab,
    'fill',
    'filling.txt',
    bytesFor('The mayor said on Monday that the bridge would open.'),
    60,
  )
  expect({ code, message }).toMatchObject({ code: 'ledger-full', message: expect.stringMatching(/no more room/) })
  expect(kept).toBeGreaterThan(0)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
  // It goes on where there is room again.
  expect(await add(tab, 'other.html', SURVEY.replace('412', '77'))).toMatchObject([{ how: 'new' }])
  await tab.reload()
  await asked(tab, 'open', 'full', null)
  expect(await asked(tab, 'ledger', 'verify')).toMatchObject({ pages: kept + 2, faults: [] })
}, 120_000)

test('the tab may ask the browser to keep its files, and how much room there is', async () => {
  tab = await here.tab()
  const [answer, room] = await tab.evaluate(async () => {
    const { tab } = globalThis as unknown as { tab: import('./site/tab.js').Tab }
    return [await tab.keepStorage(), await tab.roomOf()] as const
  })
  expect(['asked-for', 'may-be-cleared']).toContain(answer)
  expect(room?.room).toBeGreaterThan(1_000_000)
})
