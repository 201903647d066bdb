import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const readerGone: Fault = {
  name: 'reader-gone',
  what: 'What reads the output has had enough, as `head` has',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(40)
    const add = `$ONRECORD add --tagger rules --format jsonl --ledger ${scene.ledger} ${pages}`
    const added = await scene.shell(`${add} | head -1; echo \${PIPESTATUS[0]}`)
    expect(added).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\{.*\}\n141\n$/) })
    expect(await scene.kept()).toBeGreaterThan(0)
    expect(await scene.add(pages)).toMatchObject({ code: 0 })
    expect(await scene.kept()).toBe(40)
    for (const ask of ['find families --format jsonl', 'export --all', 'speakers --format jsonl']) {
      const asked = await scene.shell(
        `$ONRECORD ${ask} --ledger ${scene.ledger} | head -c 1 > /dev/null; echo \${PIPESTATUS[0]}`,
      )
      // What fits into the pipe is written before anybody can tell.
      expect(asked).toMatchObject({ stderr: '', stdout: expect.stringMatching(/^(?:0|141)\n$/) })
    }
    return {
      seen: 'nothing; exit 141, as other programs have it',
      kept: '`add`: the pages that were written before it was noticed, whole',
      goesOn: 'the same command adds the rest: every page once',
    }
  },
}
