import { describe, expect, test } from 'vitest'
import type { PageId } from '../../src/core/model/index.js'
import { arrival } from '../node/ledger/pages.js'
import { call, codeOf, fresh, parts, type Result, textOf } from './mcp-calls.js'

describe('check_quotations', () => {
  const DRAFT = `“The clearances were carried out at night and without notice,” said Ana Okafor.

“The clearances were carried out by day and without notice,” said Ana Okafor.

“No family was removed without a hearing,” said Ana Okafor.

“Nobody has ever seen so many herons over the delta,” said Ana Okafor.
`
  const verdicts = ({ structuredContent }: Result<'check_quotations'>) =>
    structuredContent.verdicts.map(({ verdict }) => verdict)

  test('holds a draft against the ledger, with the exact words and places', async () => {
    const result = await call('check_quotations', { draft: DRAFT, reports: false })
    expect(verdicts(result)).toEqual(['verbatim', 'altered', 'other-speaker', 'not-found'])
    const { verdicts: given, against, total, leftOut } = result.structuredContent
    expect({ against, leftOut }).toEqual({ against: 'ledger', leftOut: 0 })
    expect(total).toBe(given.length)
    for (const { words, at, holds, verdict } of given) {
      expect(DRAFT.slice(at[0], at[1])).toBe(words)
      expect(holds).toBe(verdict === 'verbatim')
    }
    const [verbatim, altered, other] = given
    const place = verbatim?.places[0]
    if (!place) throw new Error('the words were not found')
    expect(place).toMatchObject({
      words: 'The clearances were carried out at night and without notice',
      speaker: 'Ana Okafor',
    })
    expect(place.source).toMatch(/^https:\/\/(tarn|dispatch)\.example\//)
    const record = await parts.ledger.record(place.page as PageId)
    const [start, end] = place.at
    expect(record.reading.text.slice(start, end)).toBe(place.words)
    expect(record.statements.map(({ id }) => id)).toContain(place.statement)
    expect(altered?.reasons.length ?? 0).toBeGreaterThan(0)
    expect(other).toMatchObject({ attributedTo: 'Ana Okafor', speaker: 'other', places: [{ speaker: 'Pavel Dorn' }] })
    expect(textOf(result)).toContain('Does not hold: Altered')
  })

  test('holds a draft against the sources given, and against nothing else', async () => {
    const sources = [{ name: 'notes.txt', text: '“The river is rising,” said Ana Okafor on Monday.' }]
    const draft =
      '“The river is rising,” said Ana Okafor. “The clearances were carried out at night and without notice,” she said.'
    const result = await call('check_quotations', { draft, sources, reports: false })
    expect(verdicts(result)).toEqual(['verbatim', 'not-found'])
    expect(result.structuredContent.against).toBe('sources')
    expect(result.structuredContent.verdicts[0]?.places[0]).toMatchObject({
      source: 'notes.txt',
      words: 'The river is rising',
    })
  })

  test('a draft that was added to the ledger proves nothing of itself', async () => {
    const own = await fresh()
    const draft = '“The herons came back to the delta in their thousands this spring,” said Ana Okafor.'
    await own.ledger.add([await arrival(draft, { name: 'draft.txt' })])
    expect(verdicts(await call('check_quotations', { draft, reports: false }, own))).toEqual(['not-found'])
  })

  test('judges reports as judgements, where it is asked to', async () => {
    const draft = 'Pavel Dorn denied the findings.'
    const judged = await call('check_quotations', { draft })
    expect(judged.structuredContent.verdicts[0]).toMatchObject({ judgement: true, holds: true, verdict: 'supported' })
    const not = await call('check_quotations', { draft, reports: false })
    expect(not.structuredContent.verdicts).toEqual([])
    expect(not.structuredContent.notChecked.length).toBe(1)
  })

  test('cuts a long list of verdicts, says by how much, and goes on with an offset', async () => {
    const draft = Array.from(
      { length: 120 },
      (_, i) => `“The clearances were carried out at night and without notice,” Ana Okafor said on day ${i}.`,
    ).join('\n\n')
    const at: number[] = []
    let total = 1
    for (let calls = 0; at.length < total; calls++) {
      const { structuredContent } = await call('check_quotations', { draft, reports: false, offset: at.length })
      total = structuredContent.total
      expect(structuredContent.leftOut).toBe(total - structuredContent.verdicts.length)
      at.push(...structuredContent.verdicts.map((one) => one.at[0]))
      expect(calls).toBeLessThan(20)
    }
    expect(total).toBe(120)
    expect(at).toEqual([...new Set(at)].sort((a, b) => a - b))
  })

  test('refuses what is too large', async () => {
    expect(codeOf(await call('check_quotations', { draft: 'x'.repeat(2_000_001) }))).toBe('page-too-large')
    const text = 'word '.repeat(250_000)
    const sources = [
      { name: 'a', text },
      { name: 'b', text },
    ]
    expect(codeOf(await call('check_quotations', { draft: 'x', sources }))).toBe('page-too-large')
  })
})
