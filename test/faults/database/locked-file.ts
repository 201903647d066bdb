import Database from 'libsql'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { pageNumber } from '../scene.js'

export const lockedFile: Fault = {
  name: 'locked-file',
  what: 'Another process holds the ledger’s file locked for more than a minute',
  isLong: true,
  async meet(scene) {
    await scene.add(scene.file('first.html', pageNumber(0)))
    const other = new Database(scene.ledger)
    scene.later(() => other.close())
    other.exec('begin exclusive')
    const page = scene.file('second.html', pageNumber(1))
    const find = ['find', 'families', '--ledger', scene.ledger]
    // Whoever only asks is not held up.
    expect(await scene.run(find)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('1000 families'),
    })
    const seen = scene.seen(await scene.add(page), 'ledger-locked', 9)
    other.exec('commit')
    expect(await scene.add(page)).toMatchObject({ code: 0, stderr: '' })
    expect(await scene.kept()).toBe(2)
    return {
      seen: `after a minute, ${seen}. \`find\`, which only asks, answers meanwhile`,
      kept: 'all that was there',
      goesOn:
        'when the other is done, the same command adds every page; if that is within the minute, it waits and nothing is said',
    }
  },
}
