import { expect } from 'vitest'
import type { Met } from '../fault.js'
import { pageNumber, type Scene } from '../scene.js'

/**
 * Adds an address beside a file and expects it to fail alone, with this code; `read` fails of it the same way.
 *
 * @param flags more of `onrecord add` and `onrecord read`
 */
export async function fetched(
  scene: Scene,
  address: string,
  code: string,
  flags: readonly string[] = [],
): Promise<Met> {
  const page = scene.file('page.html', pageNumber(0))
  const how = ['--tagger', 'rules', '--allow-private', ...flags]
  const [added, read] = await Promise.all([
    scene.run(['add', '--strict', '--ledger', scene.ledger, ...how, address, page]),
    scene.run(['read', ...how, address]),
  ])
  expect(added).toMatchObject({ code: 4, stdout: expect.stringMatching(/^1 page added/) })
  const seen = scene.seen(added, code, 4)
  expect(scene.seen(read, code, 4)).toBe(seen)
  expect(await scene.kept()).toBe(1)
  return {
    seen,
    kept: 'all other pages',
    goesOn: 'the other sources are read on; the same command asks for this one again',
  }
}
