import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { packed, response } from '../../node/sources/archives.js'
import type { Fault } from '../fault.js'
import { pageNumber } from '../scene.js'

export const brokenWarc: Fault = {
  name: 'broken-warc',
  what: 'A WARC with a record that says a wrong length, one whose gzip member is broken, one whose digest is of other bytes, and an end that is cut off',
  async meet(scene) {
    const whole = [0, 1, 2].map((i) => response(`whole-${i}`, pageNumber(i)))
    const short = response('short', pageNumber(3), { fields: { 'Content-Length': '900' } })
    const digest = response('digest', pageNumber(4), { fields: { 'WARC-Block-Digest': `sha1:${'A'.repeat(32)}` } })
    const member = gzipSync(response('member', pageNumber(5)))
    member.fill(0xff, 40, 80)
    const long = response('long', pageNumber(6), { fields: { 'Content-Length': '90000' } })
    const last = gzipSync(long)
    const bytes = Buffer.concat([
      packed([whole[0] as Buffer, short, whole[1] as Buffer]),
      member,
      packed([digest, whole[2] as Buffer]),
      last.subarray(0, Math.floor(last.length / 2)),
    ])
    const warc = scene.file('pages.warc.gz', bytes)
    const added = await scene.run(['add', '--strict', '--tagger', 'rules', '--ledger', scene.ledger, warc])
    expect(added).toMatchObject({ code: 3, stdout: expect.stringMatching(/^3 pages added[\s\S]*4 failed/) })
    const lines = added.stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    for (const line of lines) expect(line).toMatch(/\[archive-broken\]$/)
    expect(await scene.kept()).toBe(3)
    const [first = ''] = lines
    return {
      seen: `each of them told of, with the place; exit 3 with \`--strict\`. The first: ${scene.failure(first)}`,
      kept: 'the pages of every whole record',
      goesOn:
        'the records after a broken one are read on; a record that says it is longer than it is takes in what follows, up to that length',
    }
  },
}
