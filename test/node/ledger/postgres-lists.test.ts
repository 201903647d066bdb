import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import { listsAsArrays } from '../../../src/node/ledger/postgres-lists.js'
import type { Tables } from '../../../src/node/ledger/tables.js'

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [listsAsArrays],
})

test('a list of numbers or of words is one parameter', () => {
  const { sql, parameters } = db.selectFrom('prints').select('key').where('key', 'in', [3, 1, 2]).compile()
  expect(sql).toBe('select "key" from "prints" where "key" = any($1::bigint[])')
  expect(parameters).toEqual([[3, 1, 2]])
  expect(db.selectFrom('outlets').select('n').where('key', 'in', ['a', "b'c"]).compile()).toMatchObject({
    sql: 'select "n" from "outlets" where "key" = any($1::text[])',
    parameters: [['a', "b'c"]],
  })
  expect(db.selectFrom('prints').select('key').where('key', 'in', []).compile().sql).toContain('any($1')
})

test('what is no list of values is asked as it was', () => {
  const inner = db.selectFrom('pages').select('n').where('n', '=', 7)
  expect(db.selectFrom('statements').select('n').where('page', 'in', inner).compile()).toMatchObject({
    sql: 'select "n" from "statements" where "page" in (select "n" from "pages" where "n" = $1)',
    parameters: [7],
  })
  expect(db.selectFrom('statements').select('n').where('page', 'not in', [1, 2]).compile().sql).toContain(
    'not in ($1, $2)',
  )
})

test('rows of numbers are two parameters; other rows are as they were', () => {
  const rows = [
    { key: 5, statement: 1 },
    { key: 6, statement: 2 },
  ]
  const { sql, parameters } = db
    .insertInto('link_keys')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .compile()
  expect(sql).toBe(
    'insert into "link_keys" ("key", "statement") select * from unnest($1::bigint[], $2::bigint[]) on conflict do nothing',
  )
  expect(parameters).toEqual([
    [5, 6],
    [1, 2],
  ])
  expect(db.insertInto('outlets').values({ key: 'a', name: 'A' }).compile()).toMatchObject({
    sql: 'insert into "outlets" ("key", "name") values ($1, $2)',
    parameters: ['a', 'A'],
  })
})
