import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const homeNotWritable: Fault = {
  name: 'home-not-writable',
  what: 'The home folder cannot be written',
  needs: ['root'],
  async meet(scene) {
    const page = join(scene.pages(1), '0000.html')
    const home = join(scene.folder, 'home')
    mkdirSync(home, { mode: 0o500 })
    // Root without the right to pass over permissions, as everybody else is.
    const by = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-dac_override,-dac_read_search']
    const add = (env: Record<string, string>) => scene.run(['add', '--tagger', 'rules', page], { by, env })
    const seen = scene.seen(await add({ HOME: home }), 'ledger-broken', 9)
    // A file where the home should be, and a place in which folders cannot be for want of it.
    scene.seen(await add({ HOME: '/dev/null' }), 'ledger-broken', 9)
    scene.seen(await add({ HOME: '/proc/nowhere' }), 'ledger-broken', 9)
    scene.seen(await scene.run(['find', 'families'], { env: { HOME: '/dev/null' } }), 'ledger-broken', 9)
    expect(await add({ HOME: home, ONRECORD_LEDGER: scene.ledger })).toMatchObject({ code: 0 })
    return {
      seen,
      kept: 'nothing was there',
      goesOn: 'the same command with `--ledger` or `ONRECORD_LEDGER` in a place that can be written',
    }
  },
}
