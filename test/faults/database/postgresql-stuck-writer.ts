import pg from 'pg'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { ownDatabase } from './postgresql.js'

export const postgresqlStuckWriter: Fault = {
  name: 'postgresql-stuck-writer',
  what: 'Another writer to the same PostgreSQL ledger does not finish, as when its machine went away in the middle',
  needs: ['postgresql'],
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(3)
    const more = scene.pages(5, 'more')
    const ledger = await ownDatabase(scene)
    await scene.add(pages, { ledger })
    const other = new pg.Client({ connectionString: ledger })
    await other.connect()
    scene.later(() => other.end().catch(() => {}))
    // The lock that every writer takes, held by a transaction that goes nowhere.
    await other.query('begin; select pg_advisory_xact_lock(794151202)')
    expect(await scene.kept({ ledger })).toBe(3)
    const seen = scene.seen(await scene.add(more, { ledger }), 'ledger-locked', 9)
    await other.query('rollback')
    expect(await scene.add(more, { ledger })).toMatchObject({ code: 0 })
    expect(await scene.kept({ ledger })).toBe(5)
    return {
      seen: `after a minute, ${seen}. \`verify\`, which only asks, answers meanwhile`,
      kept: 'all that was there',
      goesOn: 'when the other is done or was ended (`pg_terminate_backend`), the same command adds every page',
    }
  },
}
