import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const twoAtOnce: Fault = {
  name: 'two-at-once',
  what: 'The same pages are added by two processes at once',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(40)
    const both = await Promise.all([scene.add(pages), scene.add(pages)])
    const added = both.map(({ code, stdout, stderr }) => {
      expect({ code, failures: stderr.includes('onrecord:') }).toEqual({ code: 0, failures: false })
      return Number(/^(\d+) pages? added/.exec(stdout)?.[1])
    })
    expect((added[0] ?? 0) + (added[1] ?? 0)).toBe(40)
    expect(await scene.kept()).toBe(40)
    return {
      seen: 'both end as always (exit 0); each says what it added and what was there already',
      kept: 'every page once',
      goesOn: 'there is nothing to do',
    }
  },
}
