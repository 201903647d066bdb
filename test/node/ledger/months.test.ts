import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import type { Answers, Arrival, Entry } from '../../../src/core/ledger/port.js'
import { addedOrder, monthOfPart, monthPart, PART, statementPart } from '../../../src/node/ledger/months.js'
import { engineAt, openLedger } from '../../../src/node/ledger/open.js'
import { boundsOf } from '../../../src/node/ledger/postgres-parts.js'
import type { Tables } from '../../../src/node/ledger/tables.js'
import { arrival, article, SURVEY } from './pages.js'
import { storeKinds } from './stores.js'

test('a month has a part of its own, and what is of no one month has none', () => {
  for (const month of ['1700-01', '1999-12', '2026-05', '2040-12']) expect(monthOfPart(monthPart(month))).toBe(month)
  expect(monthPart('2026-05-13T08:00:00Z')).toBe(monthPart('2026-05'))
  for (const none of [null, '', '2026', '1699-12', '2041-01', '2026-13', '2026-00', 'soon'])
    expect(monthOfPart(monthPart(none))).toBeNull()
  expect(statementPart('2026-05-01', '2026-05-31', '2027-01-01')).toBe(monthPart('2026-05'))
  expect(statementPart('2026-01-01', '2026-12-31', '2027-01-01')).toBe(0)
  expect(statementPart(null, null, '2027-01-01')).toBe(monthPart('2027-01'))
  const highest = monthPart('2040-12') * PART + PART - 1
  expect(Number.isSafeInteger(highest)).toBe(true)
  expect(addedOrder(highest)).toBe(PART - 1)
})

/** Pages of several months, of a year alone, without a date; one twice, one in two versions. */
async function pages(): Promise<Arrival[]> {
  const said = (month: string) => [
    `The mayor of Tarn, Ana Okafor, said that ${month} had been a dry month in the valley of the Marrow.`,
    `“We will not close the bridge in ${month}, whatever the builders say,” she told reporters.`,
    `Pavel Dorn, a builder, denied that the bridge had been closed in ${month}.`,
  ]
  const months = ['2025-12-30', '2026-01-02', '2026-05-13', '2026-05-20', '1650-01-01', '2045-06-01']
  const all = await Promise.all(
    months.map((published) =>
      arrival(article(`The month ${published}`, said(published), { published }), { name: published }),
    ),
  )
  const undated = article('No date', said('no month')).replace(/<meta property="article:published_time"[^>]*>/, '')
  const url = 'https://tarn.example/survey'
  return [
    ...all,
    await arrival(undated, { name: 'undated', retrieved: '2026-02-03T00:00:00.000Z' }),
    await arrival(SURVEY, { url }),
    await arrival(SURVEY.replace('412', '410'), { url, retrieved: '2026-05-15T00:00:00.000Z' }),
    await arrival(`${SURVEY}<!-- a copy -->`, {
      url: 'https://other.example/survey',
      retrieved: '2026-06-15T00:00:00.000Z',
    }),
  ]
}

/** Ranges within a month, over several, open at one end, and of times that have no month of their own. */
const DATES = [
  {},
  { from: '2026-05-10', to: '2026-05-15' },
  { from: '2026-05', to: '2026-05' },
  { from: '2025-12-31', to: '2026-01-31' },
  { from: '2026-05-14' },
  { to: '2026-01-02' },
  { to: '1650-12' },
  { from: '2041' },
  { from: '1600', to: '2025' },
]

describe.each(storeKinds().filter(({ name }) => name === 'PostgreSQL'))('months in $name', ({ fresh }) => {
  const filled = async () => {
    const place = await fresh()
    const ledger = await openLedger(place)
    await ledger.add(await pages())
    return { place, ledger }
  }
  const withClient = async <T>(place: string, work: (client: pg.Client) => Promise<T>) => {
    const client = new pg.Client({ connectionString: place })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  test('statements and readings are kept by months, and found by date in the parts alone where they may be', async () => {
    const { place, ledger } = await filled()
    await withClient(place, async (client) => {
      const { rows } = await client.query(
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'statements'::regclass order by 1`,
      )
      expect(rows.map(({ name }) => name)).toEqual([
        'statements_2025_12',
        'statements_2026_01',
        'statements_2026_02',
        'statements_2026_05',
        'statements_none',
      ])
      const wrong = await client.query(
        `select n from statements where day is not null and n >= ${PART} and left(day, 7) <> '2026-05' and tableoid = 'statements_2026_05'::regclass`,
      )
      expect(wrong.rows).toEqual([])
    })
    // A store without parts finds the same.
    const plain = await openLedger(':memory:')
    await plain.add(await pages())
    const idsOf = (found: Answers<Entry>) => found.items.map(({ said }) => said.id).sort()
    for (const dates of DATES) {
      const question = { words: 'bridge', versions: true, limit: 500, ...dates }
      expect(idsOf(await ledger.find(question)), JSON.stringify(dates)).toEqual(idsOf(await plain.find(question)))
      const articles = [await ledger.findArticles(question), await plain.findArticles(question)]
      expect(articles[0]?.items.map(({ page }) => page.id).sort()).toEqual(
        articles[1]?.items.map(({ page }) => page.id).sort(),
      )
    }
    expect((await ledger.find({ words: 'bridge', from: '2026-05-10', to: '2026-05-15' })).total).toBeGreaterThan(0)
    await plain.close()

    const { engine } = engineAt(place)
    const db = new Kysely<Tables>({ dialect: engine.dialect })
    const may = monthPart('2026-05')
    const match = { terms: [[{ words: ['bridge'], prefix: false, not: false }]], facets: [], without: [] }
    const share = { most: 100, order: 'last', bounds: sql`s.day <= '2026-05-15'`, ranked: true, after: 0 } as const
    const looked = async (parts: { first: number; last: number } | null) => {
      const { rows } = await sql<
        Record<string, string>
      >`explain ${engine.matching('statement_words', match, { ...share, parts })}`.execute(db)
      return new Set(
        rows.flatMap((row) => JSON.stringify(row).match(/statement_words_(?:\d{4}_\d{2}|none)(?!\w)/g) ?? []),
      )
    }
    expect(await looked({ first: may, last: may })).toEqual(
      new Set(['statement_words_2026_05', 'statement_words_none']),
    )
    expect((await looked(null)).size).toBe(5)
    await db.destroy()
    await ledger.close()
  })

  test('a month is made while others read, who are not held up', async () => {
    const { place, ledger } = await filled()
    await withClient(place, async (reader) => {
      await reader.query('begin isolation level repeatable read')
      await reader.query('select count(*) from statements, pages, speakers where false')
      const before = (await reader.query('select count(*)::int as n from statements')).rows
      // Would wait for the reader for ever, if a month locked the table.
      await ledger.add([
        await arrival(
          article('Later', ['The mayor said on Monday that the ferry would sail.'], { published: '2027-09-09' }),
        ),
      ])
      await withClient(place, async (other) => {
        await other.query(`set statement_timeout = '5s'`)
        const { rows } = await other.query('select count(*)::int as n from statements_2027_09')
        expect(rows[0].n).toBeGreaterThan(0)
      })
      expect((await reader.query('select count(*)::int as n from statements')).rows).toEqual(before)
      await reader.query('commit')
    })
    await ledger.close()
  })

  test('a ledger that was filled before there were months is brought over whole, and tells how far it is', async () => {
    const { place, ledger } = await filled()
    await ledger.saveSearch({ name: 'bridge', question: { words: 'bridge' } })
    const asked = [
      await ledger.find({ words: 'bridge', versions: true }),
      await ledger.findArticles({ words: 'bridge' }),
      await ledger.who('Okafor'),
      await ledger.disputes({ words: '' }),
    ]
    await ledger.close()

    // The same ledger as an older version kept it.
    const older = await fresh()
    await (await openLedger(older, { upTo: '0005-work' })).close()
    const numbers = new Set(['statement', 'answer', 'claim', 'first'])
    await withClient(place, (from) =>
      withClient(older, async (to) => {
        await to.query(`set session_replication_role = replica`)
        const { rows: tables } = await to.query<{ name: string }>(
          `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`,
        )
        for (const { name } of tables) {
          const { rows } = await from.query(
            name === 'pages'
              ? `select p.*, r.bytes, r.record from pages p join readings r on r.n & ${PART - 1} = p.n`
              : `select * from ${name}`,
          )
          for (const row of rows) {
            delete row.part
            const columns = Object.keys(row)
            const values = columns.map((column) => {
              const isNumber = numbers.has(column) || (column === 'n' && /^(?:statements|\w+_words)$/.test(name))
              return isNumber && row[column] !== null ? addedOrder(Number(row[column])) : row[column]
            })
            await to.query(
              `insert into ${name} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
              values,
            )
          }
        }
        const { rows: counted } = await to.query<{ name: string; sequence: string }>(
          `select table_name as name, pg_get_serial_sequence(table_name, column_name) as sequence from information_schema.columns
           where is_identity = 'YES' and table_schema = 'public'`,
        )
        for (const { name, sequence } of counted)
          await to.query(`select setval('${sequence}', (select max(n) from ${name})) from ${name} limit 1`)
      }),
    )
    const told: [number, number, string][] = []
    const migrated = await openLedger(older, { onUpdate: (...step) => told.push(step) })
    // The beginning is told of first, and then each step.
    expect(told[0]).toEqual([0, 0, ''])
    expect(told.at(-1)?.slice(0, 2)).toEqual([told.length - 2, told.length - 2])
    expect(told.map(([, , what]) => what)).toContain('statements')
    expect([
      await migrated.find({ words: 'bridge', versions: true }),
      await migrated.findArticles({ words: 'bridge' }),
      await migrated.who('Okafor'),
      await migrated.disputes({ words: '' }),
    ]).toEqual(asked)
    expect((await migrated.verify()).faults).toEqual([])
    expect((await migrated.news('bridge')).items).toEqual([])

    // Row for row, they are the same.
    const rowsOf = (client: pg.Client, table: string) =>
      client.query(`select * from ${table} t order by t::text`).then(({ rows }) => rows)
    const tables = ['statements', 'statement_words', 'page_words', 'readings', 'prints', 'link_keys', 'links', 'fates']
    await withClient(place, (one) =>
      withClient(older, async (other) => {
        for (const table of tables) expect(await rowsOf(other, table), table).toEqual(await rowsOf(one, table))
      }),
    )
    // And it goes on.
    await migrated.add([
      await arrival(
        article('Later', ['The mayor said on Monday that the bridge would open.'], { published: '2027-09-09' }),
      ),
    ])
    expect((await migrated.news('bridge')).items).toHaveLength(1)
    await migrated.close()
  })
})

test('bounds leave what is of no one month in', () => {
  expect(boundsOf({ first: null, last: null })).toBe('true')
  expect(boundsOf({ first: 2, last: 3 })).toBe(`(w.n < ${PART} or (w.n >= ${2 * PART} and w.n < ${4 * PART}))`)
})
