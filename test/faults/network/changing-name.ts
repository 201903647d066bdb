import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { internet } from './internet.js'

export const changingName: Fault = {
  name: 'changing-name',
  what: 'A name that stands for a public address the first time it is looked up stands for this machine the second time (DNS rebinding)',
  needs: ['root'],
  async meet(scene) {
    const { room, wasInsideAsked } = await internet(scene)
    const seen = scene.seen(
      await scene.run(
        ['add', '--strict', '--tagger', 'rules', '--ledger', scene.ledger, 'http://changes.example/again'],
        { room },
      ),
      'url-private',
      4,
    )
    expect(wasInsideAsked()).toBe(false)
    return {
      seen,
      kept: 'all other pages; nothing is sent to that address',
      goesOn:
        'the other sources are read on: what a name was looked up to is what is connected to, and each time it is asked whether that is public',
    }
  },
}
