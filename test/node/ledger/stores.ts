import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'

/** A kind of store that the contract is held against. */
export interface StoreKind {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** A place for a ledger that has nothing in it. */
  fresh(): Promise<string>
  /** Runs a statement in the ledger's database, behind the ledger's back. */
  spoil(place: string, statement: string): Promise<void>
}

/** The address of a server for tests; `npm test` starts one. */
const SERVER = process.env.ONRECORD_TEST_POSTGRES

/** Every store; PostgreSQL only where a server was started for the tests. */
export function storeKinds(): StoreKind[] {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-ledger-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let count = 0
  const sqlite: StoreKind = {
    name: 'SQLite',
    fresh: async () => join(folder, `${++count}.db`),
    spoil: async (place, statement) => {
      const { default: Database } = await import('libsql')
      const database = new Database(place)
      database.exec(statement)
      database.close()
    },
  }
  return SERVER === undefined ? [sqlite] : [sqlite, postgres(SERVER)]
}

function postgres(server: string): StoreKind {
  const run = async (address: string, statement: string) => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  let count = 0
  return {
    name: 'PostgreSQL',
    async fresh() {
      const name = `ledger_${process.pid}_${++count}_${Math.floor(performance.now())}`
      await run(server, `create database ${name}`)
      const address = new URL(server)
      address.pathname = `/${name}`
      return address.href
    },
    spoil: run,
  }
}
