import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const readOnlyLedger: Fault = {
  name: 'read-only-ledger',
  what: 'The ledger lies on a disk that became read-only',
  needs: ['root'],
  async meet(scene) {
    const pages = scene.pages(4)
    const more = scene.pages(6, 'more')
    const room = await scene.room()
    const disk = room.disk(join(scene.folder, 'disk'), '16m')
    const ledger = join(disk.path, 'ledger.db')
    await scene.add(pages, { ledger, room })
    disk.protect()
    const seen = scene.seen(await scene.add(more, { ledger, room }), 'ledger-broken', 9)
    expect(await scene.kept({ ledger, room })).toBe(4)
    const found = await scene.run(['find', 'families', '--ledger', ledger], { room })
    expect(found).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('River Rights') })
    expect(disk.has()).toEqual(['ledger.db'])
    disk.release()
    expect(await scene.add(more, { ledger, room })).toMatchObject({ code: 0 })
    expect(await scene.kept({ ledger, room })).toBe(6)
    return {
      seen: `${seen}. What only asks, such as \`find\` and \`verify\`, answers as always`,
      kept: 'all of it; nothing is written',
      goesOn: 'when it can be written again, the same command adds every page',
    }
  },
}
