import { expect } from 'vitest'
import type { Met } from '../fault.js'
import { pageNumber, type Scene } from '../scene.js'

/** Adds a file beside another one and expects it to fail alone, with this code. */
export async function refused(scene: Scene, name: string, bytes: Uint8Array | string, code: string): Promise<Met> {
  const page = scene.file('page.html', pageNumber(0))
  const added = await scene.run([
    ...['add', '--strict', '--tagger', 'rules', '--ledger', scene.ledger],
    ...[scene.file(name, bytes), page],
  ])
  expect(added).toMatchObject({ code: 3, stdout: expect.stringMatching(/^1 page added/) })
  const seen = scene.seen(added, code, 3)
  expect(await scene.kept()).toBe(1)
  return { seen, kept: 'all other pages', goesOn: 'the other sources are read on' }
}
