import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PageRecord, toJsonl } from '../../../src/core/exports/index.js'
import type { KeptRecord, Ledger } from '../../../src/core/ledger/port.js'
import { rowsOf } from '../../../src/core/ledger/rows.js'
import type { TableName } from '../../../src/core/ledger/tables.js'
import { openLedger } from '../../../src/node/ledger/open.js'
import { writeParquet } from '../../../src/node/ledger/parquet.js'
import { anyRecord, record, story } from '../../core/exports/records.js'
import { arrival, article, SURVEY } from './pages.js'
import { storeKinds } from './stores.js'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-parquet-'))
let duckdb: Awaited<ReturnType<DuckDBInstance['connect']>>

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:')
  duckdb = await instance.connect()
  await duckdb.run("set timezone = 'UTC'")
})

afterAll(() => {
  duckdb.closeSync()
  rmSync(folder, { recursive: true, force: true })
})

type Files = { readonly [name in TableName]: Uint8Array }
type Rows = Record<string, unknown>[]

const kept = (record: PageRecord): KeptRecord => ({
  record,
  retrieved: '2026-05-14T09:30:00.000Z',
  added: '2026-05-14T11:30:00.250+02:00',
  newer: null,
  copyOf: null,
  persons: new Map(record.speakers.map(({ id }) => [id, `ledger-${id}`])),
  statements: new Map(),
})

async function* each<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items
}

async function written(records: Iterable<KeptRecord> | AsyncIterable<KeptRecord>): Promise<Files> {
  const parts: { [name in TableName]: Buffer[] } = { pages: [], speakers: [], statements: [] }
  const sink = (name: TableName) => async (bytes: Uint8Array) => {
    // A sink's bytes are the writer's own, which it writes over.
    parts[name].push(Buffer.from(bytes))
  }
  await writeParquet(Symbol.asyncIterator in records ? records : each(records), {
    pages: sink('pages'),
    speakers: sink('speakers'),
    statements: sink('statements'),
  })
  const whole = (name: TableName) => Buffer.concat(parts[name])
  return { pages: whole('pages'), speakers: whole('speakers'), statements: whole('statements') }
}

/** What DuckDB makes of a query; a table's name in it stands for its file. */
async function asked(files: Files, query: string): Promise<Rows> {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.parquet`), bytes)
  const sql = query.replace(/\b(from|join) (pages|speakers|statements)\b/g, `$1 '${folder}/$2.parquet'`)
  return (await duckdb.runAndReadAll(sql)).getRowObjectsJson()
}

/** A value as UTF-8 can hold it: half a character is U+FFFD. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value).toString()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wellFormed(each)]))
}

interface Words {
  readonly words: string
  readonly at: readonly [number, number]
}
const struct = (words: Words | null) => words && { words: words.words, start: words.at[0], end: words.at[1] }

/** What a line of the JSON lines says, as the row of the table must say it. */
function expectedOf(line: string): Record<string, unknown> {
  const {
    id,
    name: _,
    speaker,
    mention,
    cue,
    content,
    quoted,
    hedges,
    addressee,
    medium,
    when,
    ...rest
  } = JSON.parse(line)
  const { speakerWhy, ...same } = rest
  return {
    ...same,
    statement: id,
    speaker: speaker?.id ?? null,
    person: null,
    speaker_name: speaker?.name ?? null,
    speaker_kind: speaker?.kind ?? null,
    said: content.map(({ words }: Words) => words).join(' … '),
    content: content.map(struct),
    cue: struct(cue),
    mention: struct(mention),
    quoted: quoted.map(struct),
    hedges: hedges.map(struct),
    addressee: struct(addressee),
    medium: struct(medium),
    when: when && { ...struct(when), date: when.date },
    start: content[0].at[0],
    speaker_why: speakerWhy,
    status: null,
    repeats: null,
    superseded: null,
  }
}

describe('the tables', () => {
  test('say what the JSON lines and the record say, whatever the record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 4 }), async (records) => {
        const files = await written(records.map(kept))
        const statements = await asked(
          files,
          'select * exclude (publisher, published_day, first_day, last_day) from statements',
        )
        const lines = records.flatMap((each) => toJsonl(each).split('\n').filter(Boolean))
        expect(statements).toEqual(lines.map((line) => wellFormed(expectedOf(line))))

        const words = (each: PageRecord, at: { start: number; end: number }) => ({
          words: each.reading.text.slice(at.start, at.end),
          start: at.start,
          end: at.end,
        })
        const speakers = await asked(files, 'select * from speakers')
        expect(speakers).toEqual(
          records.flatMap((each) =>
            each.speakers.map((who) =>
              wellFormed({
                page: each.page.id,
                speaker: who.id,
                person: `ledger-${who.id}`,
                name: who.name,
                kind: who.kind,
                named: words(each, who.named),
                roles: who.roles.map((at) => words(each, at)),
                other_names: who.otherNames.map((at) => words(each, at)),
                anonymity: who.anonymity && words(each, who.anonymity),
                mentions: who.mentions.map(({ span, form, why }) => ({ ...words(each, span), form, why })),
                statements: who.statements,
              }),
            ),
          ),
        )

        const pages = await asked(
          files,
          'select page, name, url, title, publisher, authors, published, form, text, blocks, statements from pages',
        )
        expect(pages).toEqual(
          records.map(({ page, reading, statements }) =>
            wellFormed({
              page: page.id,
              name: page.name,
              url: page.url,
              title: reading.meta.title,
              publisher: reading.meta.publisher,
              authors: reading.meta.authors,
              published: reading.meta.published,
              form: reading.meta.form,
              text: reading.text,
              blocks: reading.blocks.map(({ role, start, end, level }) => ({ role, start, end, level })),
              statements: statements.length,
            }),
          ),
        )
      }),
      { numRuns: 60 },
    )
  }, 300_000)

  test('are the same bytes for the same records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 3 }), async (records) => {
        expect(await written(records.map(kept))).toEqual(await written(records.map(kept)))
      }),
      { numRuns: 20 },
    )
  })

  test('have days and moments that DuckDB reckons with', async () => {
    const dated = (published: string) =>
      kept(record([['paragraph', '“No,” Ana said.']], [{ content: ['“No,”'] }], { published }))
    const files = await written(
      ['2031-03-14T09:12:00+01:00', '2031-03-14', '2031-02-30', 'in spring', '0099-12-31T23:00:00Z'].map(dated),
    )
    expect(await asked(files, 'select published_day, published_at from pages')).toEqual([
      { published_day: '2031-03-14', published_at: '2031-03-14 08:12:00+00' },
      { published_day: '2031-03-14', published_at: null },
      { published_day: '2031-02-28', published_at: null },
      { published_day: null, published_at: null },
      { published_day: '0099-12-31', published_at: '0099-12-31 23:00:00+00' },
    ])
    expect(await asked(files, 'select retrieved, added from pages limit 1')).toEqual([
      { retrieved: '2026-05-14 09:30:00+00', added: '2026-05-14 09:30:00.25+00' },
    ])
    const month = record(
      [['paragraph', '“No,” Ana said in February.']],
      [{ content: ['“No,”'], when: ['in February', '2031-02'] }],
    )
    expect(await asked(await written([kept(month)]), 'select first_day, last_day from statements')).toEqual([
      { first_day: '2031-02-01', last_day: '2031-02-28' },
    ])
  })

  test('have their columns where there is nothing to put in them', async () => {
    const files = await written([])
    for (const name of ['pages', 'speakers', 'statements'] as const) {
      expect(await asked(files, `select count(*)::int as rows from ${name}`)).toEqual([{ rows: 0 }])
    }
    expect(await asked(files, 'select said, content[1].words from statements')).toEqual([])
  })

  test('are written in row groups, each a part of the rows', async () => {
    const pages = 4_500
    const files = await written(Array.from({ length: pages }, () => kept(story)))
    const rows = pages * story.statements.length
    const characters = rowsOf(kept(story)).statements.reduce((sum, { said }) => sum + [...String(said)].length, 0)
    expect(
      await asked(files, 'select count(*)::int as rows, sum(len(said))::int as characters from statements'),
    ).toEqual([{ rows, characters: pages * characters }])
    const groups = await asked(
      files,
      `select distinct row_group_id, row_group_num_rows::int as rows from parquet_metadata('${folder}/statements.parquet') order by 1`,
    )
    expect(groups.length).toBeGreaterThan(1)
    for (const group of groups) expect(group.rows).toBeLessThanOrEqual(20_000)
    expect(groups.reduce((sum, group) => sum + (group.rows as number), 0)).toBe(rows)
  })

  test('take a text of many megabytes', async () => {
    const long = record([['paragraph', `“${'🚢 no\0 '.repeat(2_000_000)}”`]], [])
    const [row] = await asked(
      await written([kept(long)]),
      'select strlen(text)::int as bytes, md5(text) as md5 from pages',
    )
    const { createHash } = await import('node:crypto')
    expect(row).toEqual({
      bytes: Buffer.byteLength(long.reading.text),
      md5: createHash('md5').update(long.reading.text).digest('hex'),
    })
  })
})

describe.each(storeKinds())('a ledger in $name', ({ fresh }) => {
  test('gives its records as corrected, with what it knows beside them', async () => {
    const ledger: Ledger = await openLedger(await fresh(), { create: true })
    try {
      const at = 'https://tarn.example/survey'
      const newer = SURVEY.replace('<h1>', '<p>Corrected at noon.</p><h1>')
      const other = article('Okafor speaks', [
        '“The report stands,” said Ana Okafor, the office’s deputy director for field work.',
        '“The clearances were carried out at night and without notice,” said Ana Okafor on Monday.',
      ])
      const [first] = await ledger.add([await arrival(SURVEY, { url: at })])
      const [second] = await ledger.add([await arrival(newer, { url: at, retrieved: '2026-05-15T09:30:00.000Z' })])
      await ledger.add([
        await arrival(other, { url: 'https://other.example/okafor', retrieved: '2026-05-16T09:30:00.000Z' }),
      ])
      const BY = { by: 'ana', at: '2026-06-01T10:00:00.000Z' }
      const { items } = await ledger.find({ words: 'welcomed OR inquiry', limit: 10 })
      const rejected = items[0]?.said.id
      if (rejected === undefined) throw new Error('nothing to reject')
      await ledger.correct({ change: { kind: 'reject', statement: rejected }, ...BY })
      const hearing = (await ledger.find({ words: '"removed without a hearing"' })).items[0]?.said
      if (!hearing) throw new Error('nothing to accept')
      await ledger.correct({ change: { kind: 'accept', statement: hearing.id }, ...BY })

      const files = await written(ledger.records())
      expect(await asked(files, 'select page, newer, retrieved from pages order by retrieved limit 1')).toMatchObject([
        { page: first?.page, newer: second?.page },
      ])
      expect(
        await asked(files, `select count(*)::int as rows from statements where statement = '${rejected}'`),
      ).toEqual([{ rows: 0 }])
      expect(await asked(files, `select status from statements where statement = '${hearing.id}'`)).toEqual([
        { status: 'accepted' },
      ])
      // The same person on all pages, by the same id as the ledger's.
      const [okafor] = await ledger.who('Ana Okafor')
      expect(await asked(files, "select distinct person from speakers where name like '%Okafor%'")).toEqual([
        { person: okafor?.id },
      ])
      expect(await asked(files, `select count(*)::int as rows from statements where person = '${okafor?.id}'`)).toEqual(
        [{ rows: okafor?.statements }],
      )
      expect(
        await asked(
          files,
          'select count(*)::int as rows from statements as a join statements as b on a.repeats = b.statement',
        ),
      ).not.toEqual([{ rows: 0 }])
      expect(await asked(files, 'select count(*)::int as rows from statements where superseded')).not.toEqual([
        { rows: 0 },
      ])
    } finally {
      await ledger.close()
    }
  })
})
