import { expect } from 'vitest'
import { ended } from '../../cli/run.js'
import type { Fault } from '../fault.js'

export const interruptedWhileAdding: Fault = {
  name: 'interrupted-while-adding',
  what: 'Ctrl-C, or SIGTERM, in the middle of `onrecord add`',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(120)
    /** Adds the pages, and sends the signal when the first was kept. */
    const stopped = async (signal: NodeJS.Signals) => {
      const child = scene.start([
        'add',
        '--tagger',
        'rules',
        '--jobs',
        '1',
        '--format',
        'jsonl',
        '--ledger',
        scene.ledger,
        pages,
      ])
      let told = ''
      child.stdout?.on('data', (part: Buffer) => {
        const isFirst = !told.includes('"new"')
        told += part.toString()
        if (isFirst && told.includes('"new"')) child.kill(signal)
      })
      return ended(child)
    }
    const interrupted = await stopped('SIGINT')
    expect(interrupted).toMatchObject({ code: 130, stderr: expect.stringContaining('Finishing the pages') })
    const first = await scene.kept()
    const terminated = await stopped('SIGTERM')
    expect(terminated.code).toBe(143)
    const kept = await scene.kept()
    expect(kept).toBeGreaterThan(first)
    expect(kept).toBeLessThan(120)
    expect(await scene.add(pages)).toMatchObject({ code: 0 })
    expect(await scene.kept()).toBe(120)
    const said = scene.plain(interrupted.stderr)
    return {
      seen: `“${said}”; exit 130, or 143 after SIGTERM`,
      kept: 'every page that was being read, whole',
      goesOn: 'the same command adds the rest: every page once',
    }
  },
}
