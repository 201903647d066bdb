import Database from 'libsql'
import { expect } from 'vitest'
import { ended } from '../../cli/run.js'
import type { Fault } from '../fault.js'
import { pageNumber } from '../scene.js'

export const lockedFileForAMoment: Fault = {
  name: 'locked-file-for-a-moment',
  what: 'Another process holds the ledger’s file locked for a moment',
  isLong: true,
  async meet(scene) {
    await scene.add(scene.file('first.html', pageNumber(0)))
    const other = new Database(scene.ledger)
    scene.later(() => other.close())
    other.exec('begin exclusive')
    const page = scene.file('second.html', pageNumber(1))
    const child = scene.start(['add', '--tagger', 'rules', '--ledger', scene.ledger, page])
    // Long enough for it to find the ledger locked, however slow this machine is.
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(child.exitCode).toBe(null)
    other.exec('commit')
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' })
    expect(await scene.kept()).toBe(2)
    return { seen: 'nothing: it waits', kept: 'every page', goesOn: 'by itself' }
  },
}
