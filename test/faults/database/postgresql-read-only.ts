import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { ask, ownDatabase } from './postgresql.js'

export const postgresqlReadOnly: Fault = {
  name: 'postgresql-read-only',
  what: 'PostgreSQL only answers, as a standby does',
  isLong: true,
  needs: ['postgresql'],
  async meet(scene) {
    const pages = scene.pages(3)
    const more = scene.pages(5, 'more')
    const ledger = await ownDatabase(scene)
    const name = new URL(ledger).pathname.slice(1)
    await scene.add(pages, { ledger })
    await ask(ledger, `alter database ${name} set default_transaction_read_only = on`)
    const seen = scene.seen(await scene.add(more, { ledger }), 'ledger-broken', 9)
    expect(await scene.kept({ ledger })).toBe(3)
    await ask(
      process.env.ONRECORD_TEST_POSTGRES as string,
      `alter database ${name} reset default_transaction_read_only`,
    )
    expect(await scene.add(more, { ledger })).toMatchObject({ code: 0 })
    expect(await scene.kept({ ledger })).toBe(5)
    return {
      seen: `${seen}. \`verify\`, which only asks, answers as always`,
      kept: 'all of it; nothing is written',
      goesOn: 'when it can be written again, or at its primary’s address, the same command adds every page',
    }
  },
}
