import { expect } from 'vitest'
import { ended } from '../../cli/run.js'
import type { Fault } from '../fault.js'
import { ownServer } from './postgresql.js'

export const postgresqlCrashes: Fault = {
  name: 'postgresql-crashes',
  isLong: true,
  what: 'PostgreSQL goes away in the middle of `onrecord add`, and comes back',
  needs: ['postgresql'],
  async meet(scene) {
    const pages = scene.pages(60)
    const server = await ownServer(scene)
    const ledger = server.address
    const child = scene.start(['add', '--tagger', 'rules', '--format', 'jsonl', '--ledger', ledger, pages])
    child.stdout?.once('data', () => void server.crash())
    const stopped = await ended(child)
    const seen = scene.seen(stopped, 'ledger-unreachable', 9)
    const reported = stopped.stdout.split('\n').length - 1
    // Until it is back nothing can be done with it.
    const away = scene.seen(await scene.add(pages, { ledger }), 'ledger-unreachable', 9)
    await server.restart()
    const kept = await scene.kept({ ledger })
    expect(kept).toBeGreaterThanOrEqual(reported)
    expect(kept).toBeLessThan(60)
    expect(await scene.add(pages, { ledger })).toMatchObject({ code: 0 })
    expect(await scene.kept({ ledger })).toBe(60)
    return {
      seen: `${seen.replace(/\([^()]*\)”$/, '(what the connection said)”')}; while it is away, ${away}`,
      kept: 'every page that was reported, whole',
      goesOn: 'when it is back, the same command adds the rest: every page once',
    }
  },
}
