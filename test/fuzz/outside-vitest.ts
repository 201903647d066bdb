/** What the fuzzed helpers of tests use of vitest, where there is none. */
import assert from 'node:assert/strict'

const endings: (() => unknown)[] = []

/** Kept until {@link endAll}. */
export function afterAll(work: () => unknown): void {
  endings.push(work)
}

export async function endAll(): Promise<void> {
  for (const work of endings.splice(0).reverse()) await work()
}

export const expect = Object.assign(
  (value: unknown, message?: string) => ({
    toBe: (other: unknown) => assert.equal(value, other, message),
    toBeNull: () => assert.equal(value, null, message),
    toEqual: (other: unknown) => assert.deepEqual(value, other, message),
  }),
  {
    fail(message: string): never {
      assert.fail(message)
    },
  },
)
