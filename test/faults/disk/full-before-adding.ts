import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const fullBeforeAdding: Fault = {
  name: 'full-before-adding',
  what: 'The disk is full before the ledger is made',
  isLong: true,
  needs: ['root'],
  async meet(scene) {
    const pages = scene.pages(3)
    const room = await scene.room()
    const disk = room.disk(join(scene.folder, 'disk'), '16k')
    disk.fill()
    const ledger = join(disk.path, 'ledger.db')
    const seen = scene.seen(await scene.add(pages, { ledger, room }), 'ledger-full', 9)
    disk.grow('16m')
    expect(await scene.add(pages, { ledger, room })).toMatchObject({ code: 0 })
    expect(await scene.kept({ ledger, room })).toBe(3)
    return { seen, kept: 'nothing', goesOn: 'with room made, the same command adds every page' }
  },
}
