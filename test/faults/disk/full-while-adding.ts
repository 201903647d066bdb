import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const fullWhileAdding: Fault = {
  name: 'full-while-adding',
  what: 'The disk is full in the middle of `onrecord add`',
  needs: ['root'],
  async meet(scene) {
    const pages = scene.pages(60)
    const room = await scene.room()
    const disk = room.disk(join(scene.folder, 'disk'), '900k')
    const ledger = join(disk.path, 'ledger.db')
    const stopped = await scene.add(pages, { ledger, room })
    const seen = scene.seen(stopped, 'ledger-full', 9)
    const [, added] = /^(\d+) pages? added /m.exec(stopped.stderr) ?? []
    const kept = await scene.kept({ ledger, room })
    expect(kept).toBe(Number(added))
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(60)
    disk.grow('64m')
    const again = await scene.add(pages, { ledger, room })
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`${60 - kept} pages added`) })
    expect(await scene.kept({ ledger, room })).toBe(60)
    return {
      seen: `how many pages were added; ${seen}`,
      kept: 'those pages, whole',
      goesOn: 'with room made, the same command adds the rest: every page once',
    }
  },
}
