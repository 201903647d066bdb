import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const readOnlyFolder: Fault = {
  name: 'read-only-folder',
  what: 'A new ledger, or a file of results, is to be made on a read-only disk',
  isLong: true,
  needs: ['root'],
  async meet(scene) {
    const pages = scene.pages(1)
    const room = await scene.room()
    const disk = room.disk(join(scene.folder, 'disk'), '16m')
    disk.protect()
    const ledger = join(disk.path, 'of-mine', 'ledger.db')
    const seen = scene.seen(await scene.add(pages, { ledger, room }), 'ledger-broken', 9)
    const read = ['read', '--tagger', 'rules', join(pages, '0000.html'), '--output', join(disk.path, 'record.json')]
    const output = scene.seen(await scene.run(read, { room }), 'output-failed', 6)
    disk.release()
    expect(await scene.add(pages, { ledger, room })).toMatchObject({ code: 0 })
    return {
      seen: `${seen}; ${output}`,
      kept: 'nothing was there',
      goesOn: 'the same command, in a place that can be written',
    }
  },
}
