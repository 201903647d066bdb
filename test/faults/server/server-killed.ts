import { once } from 'node:events'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { isOver, sent, served, until } from './desk.js'

export const serverKilled: Fault = {
  name: 'server-killed',
  what: '`onrecord desk` is killed (`kill -9`) while it imports',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(60)
    const desk = await served(scene, scene.ledger)
    const run = await sent(desk, pages)
    const { added } = await until(desk, run, (state) => state.added > 0)
    const gone = once(desk.process, 'exit')
    desk.process.kill('SIGKILL')
    await gone
    const kept = await scene.kept()
    expect(kept).toBeGreaterThanOrEqual(added)
    expect(kept).toBeLessThan(60)
    const next = await served(scene, scene.ledger)
    const again = await until(next, await sent(next, pages), isOver)
    expect(again).toMatchObject({ state: 'done', done: 60, added: 60 - kept, failed: 0 })
    next.process.kill('SIGTERM')
    await once(next.process, 'exit')
    expect(await scene.kept()).toBe(60)
    return {
      seen: 'whatever killed it says',
      kept: 'every page that was told of as added, whole',
      goesOn: 'start it again and import the same files: every page once',
    }
  },
}
