import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const fullWhileWritingAFile: Fault = {
  name: 'full-while-writing-a-file',
  what: 'The disk is full when `--output` is written',
  isLong: true,
  needs: ['root'],
  async meet(scene) {
    const pages = scene.pages(3)
    await scene.add(pages)
    const room = await scene.room()
    const disk = room.disk(join(scene.folder, 'disk'), '16k')
    room.run('sh', '-c', `echo before > ${join(disk.path, 'archive.jsonl')}`)
    disk.fill()
    const write = () =>
      scene.run(['export', '--all', '--ledger', scene.ledger, '--output', join(disk.path, 'archive.jsonl')], { room })
    const seen = scene.seen(await write(), 'output-failed', 6)
    expect(disk.read('archive.jsonl')).toBe('before\n')
    expect(disk.has()).toEqual(['archive.jsonl', 'filling'])
    disk.grow('16m')
    expect(await write()).toMatchObject({ code: 0 })
    expect(
      disk
        .read('archive.jsonl')
        .split('\n')
        .filter((line) => line.includes('"page"')),
    ).toHaveLength(3)
    return {
      seen,
      kept: 'the file as it was before; no unfinished file beside it',
      goesOn: 'with room made, the same command writes all of it',
    }
  },
}
