import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ColumnType, TABLES } from '../../src/core/ledger/tables.js'
import { builtCli } from '../build.js'

/** docs/parquet.md: its queries are run on what its commands make, and its columns are those of the tables. */
const DOC = readFileSync('docs/parquet.md', 'utf8')
const QUERIES = [...DOC.matchAll(/^```sql\n([\s\S]*?)^```\n\n^```text\n([\s\S]*?)^```$/gm)].map(
  ([, query, printed]) => ({ query: query as string, printed: printed as string }),
)
const folder = mkdtempSync(join(tmpdir(), 'onrecord-parquet-docs-'))
let duckdb: Awaited<ReturnType<DuckDBInstance['connect']>>

beforeAll(async () => {
  const cli = await builtCli()
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [cli, ...args, '--ledger', join(folder, 'ledger.db')], { stdio: 'pipe' })
  const [add = '', exported = ''] = DOC.split('\n').filter((line) => line.startsWith('onrecord '))
  run(...add.split(' ').slice(1))
  run(...exported.replace('tables/', join(folder, 'tables')).split(' ').slice(1))
  duckdb = await (await DuckDBInstance.create(':memory:')).connect()
}, 120_000)

afterAll(() => {
  duckdb.closeSync()
  rmSync(folder, { recursive: true, force: true })
})

/** As `duckdb -csv` prints. */
function csv(names: readonly string[], rows: Record<string, unknown>[]): string {
  const field = (value: unknown) => {
    const text = value === null ? 'NULL' : String(value)
    return /[",\n\r']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((line) => `${line.map(field).join(',')}\n`)
    .join('')
}

test('there are queries', () => {
  expect(QUERIES.length).toBeGreaterThan(4)
})

test.each(QUERIES)('query %# prints what the page says', async ({ query, printed }) => {
  const result = await duckdb.runAndReadAll(query.replaceAll("'tables/", `'${folder}/tables/`))
  expect(csv(result.columnNames(), result.getRowObjectsJson())).toBe(printed)
})

const typeOf = (type: ColumnType): string => {
  if (typeof type === 'string') return type
  return 'list' in type ? `list of ${typeOf(type.list)}` : `{${type.members.map(({ name }) => name).join(', ')}}`
}

test.each(Object.entries(TABLES))('the columns of %s are all told, in order', (name, columns) => {
  const section = DOC.split(`### \`${name}\`\n`)[1]?.split('\n### ')[0] ?? ''
  expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(
    columns.map((column) => {
      const type = `${typeOf(column.type)}${column.optional ? ', or null' : ''}`
      return `| \`${column.name}\` | ${type} | ${column.what} |`
    }),
  )
})
