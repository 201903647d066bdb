import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'libsql'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const alteredFile: Fault = {
  name: 'altered-file',
  what: 'Bytes of the ledger’s file are altered, or its end is cut off',
  isLong: true,
  async meet(scene) {
    await scene.add(scene.pages(8))
    const whole = scene.file('copy.db', '')
    copyFileSync(scene.ledger, whole)
    const verify = () => scene.run(['verify', '--ledger', scene.ledger])

    const database = new Database(scene.ledger)
    database.exec(`update statements set said = replace(said, '1003 families', '3 families')`)
    database.close()
    const words = await verify()
    expect(words).toMatchObject({ code: 9, stdout: expect.stringMatching(/has other words than its page/) })

    writeFileSync(scene.ledger, 'It was a ledger once, and is a letter now. '.repeat(100))
    const other = scene.seen(await verify(), 'ledger-broken', 9)

    copyFileSync(whole, scene.ledger)
    truncateSync(scene.ledger, Math.floor(readFileSync(whole).length / 8192) * 4096)
    const cut = scene.seen(await verify(), 'ledger-broken', 9)

    copyFileSync(whole, scene.ledger)
    expect(await scene.kept()).toBe(8)
    return {
      seen: `\`verify\`: “the statement … has other words than its page”, exit 9; where SQLite itself cannot read it, ${cut}; ${other}`,
      kept: 'the file is left as it is',
      goesOn: 'put back a copy of the file, or import an archive (`onrecord export --all`), and `verify` it',
    }
  },
}
