import Database from 'libsql'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const killedWhileUpdating: Fault = {
  name: 'killed-while-updating',
  what: 'A ledger of an earlier version is opened, and the process is killed while its tables are changed',
  async meet(scene) {
    await scene.add(scene.pages(40))
    // As it was before the last change of the tables.
    const old = new Database(scene.ledger)
    old.exec(
      `drop table statement_texts; drop table statement_vocabulary; delete from migrations where name = '0004-texts'`,
    )
    old.close()
    const find = ['find', 'families', '--limit', '1', '--ledger', scene.ledger]
    // It kills itself some steps after it has said what it is at, so that it is always in the middle of it.
    const kill = scene.file(
      'kill.mjs',
      `const write = process.stderr.write.bind(process.stderr)
       process.stderr.write = (...given) => {
         let steps = 40
         const step = () => (steps-- > 0 ? queueMicrotask(step) : process.kill(process.pid, 'SIGKILL'))
         step()
         return write(...given)
       }`,
    )
    const killed = await scene.run(find, { env: { NODE_OPTIONS: `--import=${kill}` } })
    expect(killed).toMatchObject({ code: null, stdout: '' })
    const again = await scene.run(find)
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('River Rights') })
    const [said = ''] = again.stderr.split('\n')
    expect(said).toContain('earlier version')
    expect(await scene.run(find)).toMatchObject({ code: 0, stderr: '' })
    expect(await scene.kept()).toBe(40)
    return {
      seen: `“${scene.plain(said)}”, with how far it is on a terminal`,
      kept: 'all of it: the tables are as they were before',
      goesOn: 'the next command brings the ledger up to date',
    }
  },
}
