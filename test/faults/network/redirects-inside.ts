import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { internet } from './internet.js'

export const redirectsInside: Fault = {
  name: 'redirects-inside',
  what: 'A page on the internet redirects to this machine, or to a private address (a cloud’s metadata)',
  needs: ['root'],
  async meet(scene) {
    const { room, wasInsideAsked } = await internet(scene)
    // The page itself can be had, so it is the redirect that is refused.
    expect(await scene.add('http://news.example/', { room })).toMatchObject({ code: 0, stderr: '' })
    const add = (address: string, ...flags: string[]) =>
      scene.run(['add', '--strict', '--tagger', 'rules', '--ledger', scene.ledger, ...flags, address], { room })
    const seen = scene.seen(await add('http://news.example/inside'), 'url-private', 4)
    const metadata = scene.seen(await add('http://news.example/metadata', '--allow-private'), 'url-private', 4)
    expect(wasInsideAsked()).toBe(false)
    return {
      seen: `${seen}; also with \`--allow-private\`, ${metadata}`,
      kept: 'all other pages; nothing is sent to that address',
      goesOn: 'the other sources are read on',
    }
  },
}
