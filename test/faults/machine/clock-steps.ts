import { writeFileSync } from 'node:fs'
import Database from 'libsql'
import { expect } from 'vitest'
import { ended } from '../../cli/run.js'
import type { Fault } from '../fault.js'

export const clockSteps: Fault = {
  name: 'clock-steps',
  what: 'The clock is set back ten years, then ahead ten years, in the middle of `onrecord add`',
  needs: ['faketime'],
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(60)
    const clock = scene.file('clock', '+0')
    // Timers go by the other clock, which nobody sets.
    const env = { FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }
    const by = ['faketime', '-m', '-f', '+0']
    const child = scene.start(
      ['add', '--tagger', 'rules', '--jobs', '1', '--format', 'jsonl', '--ledger', scene.ledger, pages],
      {
        by: ['env', '-u', 'FAKETIME', ...by, 'env', '-u', 'FAKETIME'],
        env,
      },
    )
    const steps = ['-10y', '+10y']
    child.stdout?.on('data', () => {
      const step = steps.shift()
      if (step) writeFileSync(clock, step)
    })
    const { code, stderr, stdout } = await ended(child)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(steps).toEqual([])
    expect(stdout.match(/"outcome":"new"/g)).toHaveLength(60)
    expect(await scene.kept()).toBe(60)
    const ledger = new Database(scene.ledger)
    const years = ledger.prepare('select distinct substr(added, 1, 4) as year from pages').all()
    ledger.close()
    expect(years.length).toBeGreaterThan(1)
    const again = await scene.add(pages)
    expect(again.stdout).toContain('60 pages were there already')
    return {
      seen: 'nothing',
      kept: 'every page once; when each was added is told as the clock had it then',
      goesOn: 'by itself; limits of time go by a clock that nobody sets',
    }
  },
}
