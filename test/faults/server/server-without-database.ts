import { expect } from 'vitest'
import { ownServer } from '../database/postgresql.js'
import type { Fault } from '../fault.js'
import { isOver, sent, served, until } from './desk.js'

export const serverWithoutDatabase: Fault = {
  name: 'server-without-database',
  what: 'PostgreSQL goes away under `onrecord desk` while it imports, and comes back',
  isLong: true,
  needs: ['postgresql'],
  async meet(scene) {
    const pages = scene.pages(60)
    const database = await ownServer(scene)
    const ledger = database.address
    const desk = await served(scene, ledger)
    const run = await sent(desk, pages)
    const { added } = await until(desk, run, (state) => state.added > 0)
    await database.crash()
    const { why } = await until(desk, run, isOver)
    const answer = await fetch(`${desk.address}/api/statements?q=families`)
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    expect({ status: answer.status, code: error.code }).toEqual({ status: 503, code: 'ledger-unreachable' })
    expect(why).toContain('cannot be reached')
    await database.restart()
    const kept = await scene.kept({ ledger })
    expect(kept).toBeGreaterThanOrEqual(added)
    const again = await until(desk, await sent(desk, pages), isOver)
    expect(again).toMatchObject({ state: 'done', done: 60, added: 60 - kept, failed: 0 })
    expect(await scene.kept({ ledger })).toBe(60)
    return {
      seen: `HTTP 503, ${scene.failure(`onrecord: ${error.message} [${error.code}]`)}; the import ends with that reason`,
      kept: 'every page that was told of as added, whole',
      goesOn:
        'the server runs on, and answers when PostgreSQL is back; importing the same files adds the rest: every page once',
    }
  },
}
