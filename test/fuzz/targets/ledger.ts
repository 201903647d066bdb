import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { ArchiveLine } from '../../../src/core/ledger/archive.js'
import type { NewCorrection } from '../../../src/core/ledger/corrections.js'
import type { Ledger, Question } from '../../../src/core/ledger/port.js'
import { parseWords } from '../../../src/core/ledger/words.js'
import { ACTS, type PageId, type StatementId } from '../../../src/core/model/index.js'
import { openLedger } from '../../../src/node/ledger/index.js'
import { arrival, article, SURVEY } from '../../node/ledger/pages.js'
import { afterAll } from '../outside-vitest.js'
import { anyBytes, attempt, bytesOf, hold, same, type Target, textOf, valueFrom } from '../target.js'

/** What a ledger knows by id. */
interface Ids {
  readonly statements: readonly StatementId[]
  readonly speakers: readonly string[]
  readonly pages: readonly PageId[]
}

/** A ledger in a file of its own, with three pages in it. */
async function filled(): Promise<{ readonly ledger: Ledger; readonly ids: Ids; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-fuzz-'))
  const ledger = await openLedger(join(folder, 'l.db'))
  const other = article('Minister repeats denial', [
    '“The clearances were carried out at night and without notice,” Ana Okafor said on Friday.',
    'Pavel Dorn, the interior minister, said that the office was wrong.',
  ])
  await ledger.add([
    await arrival(SURVEY, { url: 'https://tarn.example/survey' }),
    await arrival(other, { url: 'https://dispatch.example/denial', retrieved: '2026-05-20T10:00:00.000Z' }),
  ])
  const { items } = await ledger.find({ words: '', limit: 50 })
  const { items: people } = await ledger.speakers({})
  const { items: pages } = await ledger.pages({})
  const ids: Ids = {
    statements: items.map(({ said }) => said.id),
    speakers: people.map(({ id }) => id),
    pages: pages.map(({ page }) => page.id),
  }
  return {
    ledger,
    ids,
    async close() {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let searched: ReturnType<typeof filled> | null = null
afterAll(async () => (await searched)?.close())

export const search: Target = {
  name: 'search',
  about: 'what people type to search a ledger, in SQLite',
  most: 4096,
  seeds: () =>
    [
      'bridge',
      '"at night" -minister',
      'clear* OR notice',
      '-"x y"*',
      'a OR OR b',
      '(NEAR "a" ^b:c)',
      '漢字 İ ß é',
      'x '.repeat(33),
    ].map(bytesOf),
  words: [
    ' OR ',
    ' AND ',
    ' NOT ',
    'NEAR(',
    '"',
    '*',
    ' -',
    '^',
    ':',
    '{',
    '}',
    '+',
    'words:',
    "'",
    '%',
    '_',
    '\\',
    '\0',
    '; --',
  ],
  async run(input) {
    const words = textOf(input)
    const parsed = await attempt(['usage'], () => parseWords(words))
    searched ??= filled()
    const { ledger } = await searched
    const question: Question = { words, limit: 5 }
    const found = await attempt(['usage'], () => ledger.find(question))
    if ('value' in found) {
      hold(found.value.total >= found.value.items.length, () => `${found.value.items.length} of ${found.value.total}`)
      same(await ledger.find(question), found.value, 'what is found')
    } else if (words.trim() !== '') hold('failure' in parsed, () => 'words that can be read are refused')
    await attempt(['usage'], () => ledger.findArticles(question))
    await attempt(['usage'], () => ledger.facets({ words, outlet: words.slice(0, 200) }))
    await ledger.pages({ words, limit: 3 })
    await ledger.who(words.slice(0, 300), 3)
    await ledger.speakers({ name: words.slice(0, 300), limit: 3 })
  },
}

const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    "'; drop table pages; --",
    '__proto__',
    '%',
    '_',
    '🦉',
    'ab'.repeat(32),
    'x'.repeat(500),
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
/** [which, what]: one of those that there are, or something else. */
const idOf = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(20), hostile)
const pair = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(400), fc.nat(60)).map(([start, length]) => [start, start + length] as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom([-1, 3], [3, 3], [5, 2], [0, 1e9], [0.5, 2], [Number.MAX_SAFE_INTEGER, 2 ** 60]),
  },
)
const span = fc.option(pair)
const act = fc.constantFrom(...ACTS.map(({ name }) => name))

const corrected = fc.array(
  fc.record({
    kind: fc.constantFrom('accept', 'reject', 'edit', 'speaker', 'add', 'merge', 'split', 'link', 'undo'),
    ids: fc.tuple(idOf, idOf, idOf),
    content: fc.array(pair, { maxLength: 3 }),
    cue: span,
    mention: span,
    act,
    is: fc.constantFrom('denies', 'confirms', 'supports', 'disputes', null),
    number: fc.constantFrom(0, 1, 2, 3, -1, 1e9, 0.5),
    by: fc.oneof({ weight: 4, arbitrary: fc.constant('Mara') }, { weight: 1, arbitrary: hostile }),
    note: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostile }),
  }),
  { minLength: 1, maxLength: 6 },
)

type Made = ReturnType<(typeof corrected)['generate']>['value'][number]

function changeOf(made: Made, { statements, speakers, pages }: Ids): NewCorrection {
  const pick = (list: readonly string[], [which, n, other]: (typeof made.ids)[0]) =>
    which > 0 ? (list[n % Math.max(1, list.length)] ?? '') : other
  const [first, second, third] = made.ids
  const statement = pick(statements, first)
  const { kind, content, cue, mention, act } = made
  const change = {
    accept: { kind, statement },
    reject: { kind, statement },
    edit: { kind, statement, ...(content.length > 0 ? { content } : {}), cue, mention, act },
    speaker: { kind, statement, speaker: made.is === null ? null : pick(speakers, second) },
    add: {
      kind,
      page: pick(pages, third),
      statement: 'f'.repeat(16),
      content,
      cue,
      mention,
      act,
      speaker: made.is === null ? null : pick(speakers, second),
    },
    merge: { kind, from: pick(speakers, first), into: pick(speakers, second) },
    split: { kind, from: pick(speakers, first), pages: [pick(pages, third)], into: pick(speakers, second) },
    link: { kind, answer: statement, claim: pick(statements, second), is: made.is },
    undo: { kind, correction: made.number },
  }[kind]
  return { change, by: made.by, at: '2026-06-01T10:00:00.000Z', note: made.note } as unknown as NewCorrection
}

export const corrections: Target = {
  name: 'corrections',
  about: 'corrections of a ledger, taken back, exported and taken in again',
  seeds: anyBytes,
  most: 2048,
  async run(input) {
    const { ledger, ids, close } = await filled()
    try {
      for (const made of valueFrom(corrected, input))
        await attempt(['not-found', 'span-invalid', 'usage'], () => ledger.correct(changeOf(made, ids)))
      const kept = await ledger.corrections()
      for (const id of ids.pages) await ledger.correctedRecord(id)
      const { items } = await ledger.find({ words: '', limit: 100 })
      for (const { said } of items) await ledger.show(said.id)
      const { faults } = await ledger.verify()
      hold(faults.length === 0, () => `the ledger is not as it was kept: ${faults[0]?.message}`)
      const lines: ArchiveLine[] = []
      for await (const line of ledger.exportAll()) lines.push(line)
      const again = await openLedger(':memory:')
      try {
        await again.importAll(
          (async function* () {
            yield* lines
          })(),
        )
        same(await again.corrections(), kept, 'the corrections that come back')
        const { items: there } = await again.find({ words: '', limit: 100 })
        same(
          there.map(({ said }) => said.id).sort(),
          items.map(({ said }) => said.id).sort(),
          'the statements that come back',
        )
      } finally {
        await again.close()
      }
    } finally {
      await close()
    }
  },
}
