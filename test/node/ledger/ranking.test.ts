import { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { parseWords } from '../../../src/core/ledger/words.js'
import type { Engine, Indexed, Match } from '../../../src/node/ledger/engine.js'
import { sqliteEngine } from '../../../src/node/ledger/sqlite.js'
import type { Tables } from '../../../src/node/ledger/tables.js'

/** Mulberry32, as in bench/synthetic-pages.mjs. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = 'water wat river no 37 ete été straße 水 dam dams damage a the mayor 3.5'.split(' ')
const ACTS = ['act.state', 'act.state', 'act.state', 'act.deny', 'act.ask']

function rowsOf(count: number, from = 1): Indexed[] {
  const next = random(from)
  const some = (most: number) =>
    Array.from({ length: Math.floor(next() * most) }, () => WORDS[Math.floor(next() ** 2 * WORDS.length)] as string)
  return Array.from({ length: count }, (_, i) => ({
    n: from + i,
    // By a word that few have FTS5 is asked, and the rest is looked up in their rows.
    words: next() < 0.01 ? [...some(7), 'seldom', ...some(7)] : some(14),
    who: some(4),
    facets: [
      ACTS[Math.floor(next() * ACTS.length)] as string,
      `yr.${2015 + Math.floor(next() * 10)}`,
      ...(next() < 0.05 ? ['old'] : []),
    ],
  }))
}

async function withSearch(rows: readonly Indexed[], work: (db: Kysely<Tables>, engine: Engine) => Promise<void>) {
  const engine = sqliteEngine(':memory:')
  const db = new Kysely<Tables>({ dialect: engine.dialect })
  try {
    await engine.makeSearch(db)
    await engine.makeTexts(db)
    await engine.index(db, 'statement_words', rows)
    await work(db, engine)
  } finally {
    await db.destroy()
  }
}

const QUESTIONS = [
  'water',
  'wat',
  'wat*',
  'd*',
  'no 37',
  '3.5 ete',
  '"the mayor"',
  '"a a"',
  '"dam dam*"',
  'water -river',
  'river OR dam',
  'river OR river* the',
  'water water été',
  '水 OR straße',
  'a the mayor -"river dam"',
  'seldom water',
  'seldom wat*',
  'seldom "a the"',
  'seldom river OR dam',
  'seldom -water',
  '"a seldom"',
  '"seldom wat*"',
  'nowhere',
]
const FILTERS: Pick<Match, 'facets' | 'without'>[] = [
  { facets: [], without: [] },
  { facets: [], without: ['old'] },
  { facets: [['act.state'], ['yr.2016', 'yr.2017']], without: ['old'] },
  { facets: [['act.deny', 'act.ask']], without: [] },
]

/** Asks everything both ways, and gives how many rows were ranked. */
async function compared(db: Kysely<Tables>, engine: Engine, most: number): Promise<number> {
  let ranked = 0
  for (const words of QUESTIONS) {
    for (const filters of FILTERS) {
      const match = { terms: parseWords(words), ...filters }
      const share = { most, order: 'last', bounds: null, ranked: true, after: 0, parts: null } as const
      const { rows: own } = await engine.matching('statement_words', match, share).execute(db)
      const ours = await engine.latest(db, match, most, null)
      expect(ours.map(({ n }) => n)).toEqual(own.map(({ n }) => n))
      // One phrase's weight is left out: it is the same for all rows, so the order is.
      const phrases = match.terms.flat().filter(({ not }) => !not).length
      if (phrases > 1) for (const [i, { rank }] of ours.entries()) expect(rank).toBeCloseTo(own[i]?.rank ?? 0, 12)
      else {
        const factor = own.length === 0 ? 1 : (own[0]?.rank ?? 0) / (ours[0]?.rank ?? 1)
        for (const [i, { rank }] of ours.entries()) expect(rank * factor).toBeCloseTo(own[i]?.rank ?? 0, 12)
      }
      ranked += ours.length
    }
  }
  return ranked
}

describe('the ranking of statements in SQLite', () => {
  it('is that of FTS5, for words, phrases, beginnings, filters and what is left out', async () => {
    await withSearch(rowsOf(600), async (db, engine) => {
      expect(await compared(db, engine, 10_000)).toBeGreaterThan(3_000)
      expect(await compared(db, engine, 7)).toBeGreaterThan(200)
    })
  })

  it('stays so when statements are added, changed and taken out', async () => {
    await withSearch(rowsOf(300), async (db, engine) => {
      await compared(db, engine, 100)
      // Behind `write`, as the ledger changes it: what was counted before must not be used after.
      await engine.write(db, async (tx) => {
        await engine.unindex(tx, 'statement_words', [3, 4, 5, 250])
        await engine.index(tx, 'statement_words', [
          ...rowsOf(100, 301),
          { n: 4, words: ['water', 'dam', 'water'], who: ['mayor'], facets: ['act.deny'] },
        ])
      })
      await compared(db, engine, 100)
    })
  })

  it('is left to FTS5 where a statement is too long for its words to be kept twice', async () => {
    const long: Indexed = {
      n: 601,
      words: Array.from({ length: 2_000 }, (_, i) => WORDS[i % WORDS.length] as string),
      who: [],
      facets: ['act.state', 'yr.2016'],
    }
    await withSearch([...rowsOf(600), long], async (db, engine) => {
      expect(await compared(db, engine, 10_000)).toBeGreaterThan(3_000)
    })
  })
})
