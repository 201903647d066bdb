import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const noHome: Fault = {
  name: 'no-home',
  what: 'There is no `HOME`, and the system knows no home of the user (a container’s numbered user)',
  isLong: true,
  needs: ['root'],
  async meet(scene) {
    const page = join(scene.pages(1), '0000.html')
    // The folder is this user's own; nobody has that number.
    const by = [
      'setpriv',
      '--reuid=2147480001',
      '--inh-caps=+dac_override,+dac_read_search',
      '--ambient-caps=+dac_override,+dac_read_search',
      '--',
      'env',
      '-u',
      'HOME',
    ]
    const seen = scene.seen(await scene.run(['add', '--tagger', 'rules', page], { by }), 'usage', 2)
    scene.seen(await scene.run(['find', 'families'], { by: [...by, 'HOME='] }), 'usage', 2)
    expect(await scene.add(page, { by })).toMatchObject({ code: 0 })
    expect(await scene.kept({ by })).toBe(1)
    return {
      seen,
      kept: 'nothing is written, least of all where the user happens to be',
      goesOn: 'with `--ledger`, as ever',
    }
  },
}
