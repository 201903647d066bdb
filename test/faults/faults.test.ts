import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, test } from 'vitest'
import type { Fault, Need } from './fault.js'
import { GROUPS } from './groups.js'
import { Scene } from './scene.js'
import { beginningOf, committedRows, rowOf, writeTable } from './table.js'

/** `whole`, or names of faults; unset: those that do not take long. */
const { ONRECORD_FAULTS: asked = '', ONRECORD_FAULTS_UPDATE: update } = process.env
const names = asked.split(',').filter((name) => name !== '' && name !== 'whole')
const rows = new Map<string, string>()

const there: Readonly<Record<Need, boolean>> = {
  // Root that may make namespaces, and the programs that work them.
  root:
    process.getuid?.() === 0 &&
    spawnSync('unshare', ['--mount', '--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0 &&
    spawnSync('setpriv', ['--version']).status === 0,
  postgresql: process.env.ONRECORD_TEST_POSTGRES !== undefined,
  faketime: spawnSync('faketime', ['--version']).status === 0,
}

const isAsked = ({ name, isLong }: Fault) => (names.length > 0 ? names.includes(name) : asked === 'whole' || !isLong)

for (const { title, faults } of GROUPS.filter(({ faults }) => faults.some(isAsked))) {
  describe(title, () => {
    for (const { name, what, needs = [], meet } of faults.filter(isAsked)) {
      test.skipIf(needs.some((need) => !there[need]))(name, { timeout: 300_000 }, async () => {
        const scene = new Scene()
        try {
          const row = rowOf(what, await meet(scene))
          rows.set(what, row)
          if (!update) expect(committedRows()).toContain(row)
        } finally {
          await scene.close()
        }
      })
    }
  })
}

test('docs/reliability.md has a row for each fault and no other', () => {
  if (update) return
  const faults = GROUPS.flatMap(({ faults }) => faults)
  const rows = committedRows()
  expect(rows).toHaveLength(faults.length)
  for (const [i, { what }] of faults.entries()) expect(rows[i]?.startsWith(beginningOf(what))).toBe(true)
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
})

afterAll(() => {
  if (update) writeTable(GROUPS, rows)
})
