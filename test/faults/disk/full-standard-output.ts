import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const fullStandardOutput: Fault = {
  name: 'full-standard-output',
  what: 'The disk that standard output goes to is full while pages are added',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(3)
    const seen = scene.seen(
      await scene.shell(`$ONRECORD add --tagger rules --format jsonl --ledger ${scene.ledger} ${pages} > /dev/full`),
      'output-failed',
      6,
    )
    const kept = await scene.kept()
    expect(kept).toBeGreaterThan(0)
    expect(await scene.add(pages)).toMatchObject({ code: 0 })
    expect(await scene.kept()).toBe(3)
    return {
      seen,
      kept: 'pages that were written before it was noticed, whole',
      goesOn: 'the same command adds the rest: every page once',
    }
  },
}
