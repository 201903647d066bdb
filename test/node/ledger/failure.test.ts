import { expect, test } from 'vitest'
import type { Engine } from '../../../src/node/ledger/engine.js'
import { guarded } from '../../../src/node/ledger/failure.js'

test('PostgreSQL without locks for all months is no full disk, and the setting is named', async () => {
  const engine = { failure: () => 'ledger-full' } as unknown as Engine
  const failing = (hint?: string) =>
    guarded(engine, 'press', () => Promise.reject(Object.assign(new Error('out of shared memory'), { hint })))
  await expect(failing('You might need to increase max_locks_per_transaction.')).rejects.toMatchObject({
    code: 'ledger-full',
    message: expect.stringMatching(/^(?!.*disk).*Set max_locks_per_transaction to 1024/),
  })
  await expect(failing()).rejects.toMatchObject({ message: expect.stringContaining('the disk is full') })
})
