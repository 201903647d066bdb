import { describe, expect, test } from 'vitest'
import { silencesOf } from '../../../src/core/ledger/silences.js'
import { openLedger } from '../../../src/node/ledger/open.js'
import { arrival, article } from '../../node/ledger/pages.js'

const PAGE = article('Mill accused of dumping', [
  'Ana Okafor, the director of River Watch, accused Tarn Mills of poisoning the river at night.',
  'Pavel Dorn, the interior minister, said that Ana Okafor and Ilse Brandt had misled the public.',
  'Ilse Brandt denied that she had misled the public.',
  'Ilse Brandt said on Monday that the water was clean.',
])

async function about(words: string) {
  const ledger = await openLedger(':memory:')
  try {
    await ledger.add([await arrival(PAGE, { url: 'https://tarn.example/mill' })])
    const { items } = await ledger.find({ words, sort: 'oldest' })
    const entry = items.find(({ said }) => said.speaker?.name === 'Pavel Dorn')
    if (!entry) throw new Error(`Dorn has no statement with the words ${words}`)
    const shown = await ledger.show(entry.said.id)
    return { shown, silences: silencesOf(shown, await ledger.page(entry.page.id)) }
  } finally {
    await ledger.close()
  }
}

describe('silences', () => {
  test('are those whom a claim names in its own words and who have no answer to it', async () => {
    const { shown, silences } = await about('misled')
    const answering = shown.links.map(({ answer }) => answer.said.speaker?.name)
    expect(answering).toContain('Ilse Brandt')
    expect(silences.map(({ name }) => name)).toEqual(['Ana Okafor'])
    expect(silences[0]?.named).toBe('Ana Okafor')
    expect(silences[0]?.speaker).not.toBeNull()
  })
})
