import { expect } from 'vitest'
import { ended } from '../../cli/run.js'
import type { Fault } from '../fault.js'

export const killedWhileAdding: Fault = {
  name: 'killed-while-adding',
  what: '`onrecord add` is killed (`kill -9`, or the system is out of memory)',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(60)
    const child = scene.start(['add', '--tagger', 'rules', '--format', 'jsonl', '--ledger', scene.ledger, pages])
    child.stdout?.once('data', () => child.kill('SIGKILL'))
    const { stdout, code, stderr } = await ended(child)
    expect({ code, stderr }).toEqual({ code: null, stderr: '' })
    const reported = stdout.split('\n').slice(0, -1)
    expect(reported.length).toBeGreaterThan(0)
    const kept = await scene.kept()
    expect(kept).toBeGreaterThanOrEqual(reported.length)
    expect(kept).toBeLessThan(60)
    const again = await scene.add(pages)
    expect(again).toMatchObject({ code: 0, stderr: 'Going on with a run that was broken off.\n' })
    expect(await scene.kept()).toBe(60)
    return {
      seen: 'whatever killed it says; the next run says “Going on with a run that was broken off.”',
      kept: 'every page that was reported, whole',
      goesOn: 'the same command adds the rest: every page once',
    }
  },
}
