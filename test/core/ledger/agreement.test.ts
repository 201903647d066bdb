import { describe, expect, test } from 'vitest'
import { agreementOf, makersOf } from '../../../src/core/ledger/agreement.js'
import type { Change, Correction } from '../../../src/core/ledger/corrections.js'
import type { StatementId } from '../../../src/core/model/index.js'

const correction = (number: number, by: string, change: Change, undoneBy: number | null = null): Correction => ({
  number,
  by,
  change,
  at: '2026-05-20T10:00:00.000Z',
  note: '',
  undoneBy,
})
const on = (kind: 'accept' | 'reject', statement: string): Change => ({ kind, statement: statement as StatementId })

/** Decisions of two people, a pair of letters for each statement: `aa` for accept by both, `ar` for accept and reject. */
function decided(pairs: string): Correction[] {
  const kindOf = (letter: string | undefined) => (letter === 'a' ? 'accept' : 'reject')
  return pairs
    .split(' ')
    .flatMap((pair, i) => [
      correction(2 * i + 1, 'Ana', on(kindOf(pair[0]), `s${i}`)),
      correction(2 * i + 2, 'Ben', on(kindOf(pair[1]), `s${i}`)),
    ])
}

describe('agreement of two people', () => {
  test('is Cohen’s kappa', () => {
    // 20 both accept, 5 and 10 differ, 15 both reject: observed 0.7, by chance 0.5, so 0.4.
    const pairs = ['aa '.repeat(20), 'ar '.repeat(5), 'ra '.repeat(10), 'rr '.repeat(15)].join('').trim()
    const { both, alike, share, kappa, apart } = agreementOf(decided(pairs), 'Ana', 'Ben')
    expect({ both, alike, share }).toEqual({ both: 50, alike: 35, share: 0.7 })
    expect(kappa).toBeCloseTo(0.4, 10)
    expect(apart).toHaveLength(15)
  })

  test('is 1 where all is alike, 0 where it is what chance gives, and not defined where it cannot be told', () => {
    expect(agreementOf(decided('aa rr aa'), 'Ana', 'Ben').kappa).toBeCloseTo(1, 10)
    expect(agreementOf(decided('aa ar ra rr'), 'Ana', 'Ben').kappa).toBeCloseTo(0, 10)
    expect(agreementOf(decided('aa aa'), 'Ana', 'Ben')).toMatchObject({ share: 1, kappa: null })
    expect(agreementOf([], 'Ana', 'Ben')).toMatchObject({ both: 0, share: null, kappa: null })
  })

  test('counts the last decision that stands: what was taken back is none, and who changes and accepts has changed', () => {
    const all = [
      correction(1, 'Ana', on('accept', 's')),
      correction(2, 'Ana', on('reject', 's'), 3),
      correction(3, 'Ana', { kind: 'undo', correction: 2 }),
      correction(4, 'Ben', { kind: 'edit', statement: 's' as StatementId, act: 'deny' }),
      correction(5, 'Ben', on('accept', 's')),
    ]
    expect(agreementOf(all, 'Ana', 'Ben').apart).toEqual([{ statement: 's', a: 'accept', b: 'change' }])
    expect(makersOf(all)).toEqual([
      { name: 'Ana', decided: 1 },
      { name: 'Ben', decided: 1 },
    ])
  })

  test('merging speakers and linking statements decides on no statement', () => {
    const all = [
      correction(1, 'Ana', { kind: 'merge', from: 'x', into: 'y' }),
      correction(2, 'Ana', { kind: 'link', answer: 'p' as StatementId, claim: 'q' as StatementId, is: 'denies' }),
    ]
    expect(makersOf(all)).toEqual([])
  })
})
