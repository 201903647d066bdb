import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFromText } from '../../src/core/model/index.js'
import { read } from '../../src/core/reading/index.js'
import { findStatements, type Tagger } from '../../src/core/statements/index.js'
import { loadTagger } from '../../src/node/index.js'
import { expectStatementInvariants } from '../properties/invariants.js'

const MODEL = join(import.meta.dirname, '..', '..', 'model')
const PARTS = ['config.json', 'vocab.txt', 'encoder.onnx', 'look.onnx']

const folder = mkdtempSync(join(tmpdir(), 'onrecord-model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the model in which some parts are not as they were; null: not there. */
function damaged(name: string, parts: Readonly<Record<string, string | Uint8Array | null>>): string {
  const to = join(folder, name)
  mkdirSync(to)
  for (const part of PARTS) {
    const changed = parts[part]
    if (changed === undefined) copyFileSync(join(MODEL, part), join(to, part))
    else if (changed !== null) writeFileSync(join(to, part), changed)
  }
  return to
}

describe('a model that cannot be used is an error, whatever is wrong with it', () => {
  test.each(PARTS)('%s is missing', async (part) => {
    await expect(loadTagger({ folder: damaged(`no-${part}`, { [part]: null }) })).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining(part),
    })
  })

  test.each([
    ['a graph is cut short', 'encoder.onnx', readFileSync(join(MODEL, 'encoder.onnx')).subarray(0, 1_000_000)],
    ['a graph is something else', 'look.onnx', 'not a graph'],
    ['the vocabulary is something else', 'vocab.txt', 'a\nb\n'],
    ['the config is cut short', 'config.json', '{"name": "network'],
    ['the config lacks weights', 'config.json', '{"name": "network"}'],
  ])('%s', async (name, part, content) => {
    await expect(loadTagger({ folder: damaged(name.replaceAll(' ', '-'), { [part]: content }) })).rejects.toMatchObject(
      { code: 'model-broken', message: expect.stringContaining(part) },
    )
  })
})

describe('the trained tagger', () => {
  let tagger: Tagger
  beforeAll(async () => {
    tagger = await loadTagger({ runtime: 'wasm' })
  })

  const statementsOf = async (text: string, kind: 'article' | 'html' = 'article') => {
    const reading = read(pageFromText(text, { kind }))
    const statements = await findStatements(reading, tagger)
    expectStatementInvariants(reading, statements)
    const words = (span: { start: number; end: number } | null) => span && reading.text.slice(span.start, span.end)
    return statements.map((s) => [words(s.mention), words(s.cue), s.content.map(words).join(' … ')])
  }

  test('finds who said what', async () => {
    expect(
      await statementsOf(
        'Harbour strike grows\n\nThe ferries will not sail before Monday, the port authority said on Friday.\n\n“We were never asked,” said Mara Ostrander, a pilot of nineteen years. “Nobody came.”',
      ),
    ).toEqual([
      ['the port authority', 'said', 'The ferries will not sail before Monday'],
      [expect.stringContaining('Mara Ostrander'), 'said', '“We were never asked,” … “Nobody came.”'],
    ])
  })

  test('gives a page the same statements whatever was read before it', async () => {
    const text = 'The mayor denied that the bridge had been sold. Critics called the plan “a gift to nobody”.'
    const once = await statementsOf(text)
    await statementsOf('Something else entirely, the council said, had been meant.')
    expect(await statementsOf(text)).toEqual(once)
    expect(once.length).toBeGreaterThan(0)
  })

  test.each([
    ['no words', '… — “” !!!'],
    ['one word without end', 'said'.repeat(5000)],
    ['every kind of character', '“\ud83d\ude00 ﷽ \u202e נאמר” said Zoë\u0301 \u0000 — 龍龍龍 said'],
    ['nothing but cues', 'said '.repeat(2000)],
    ['quotation marks that never close', '“We “never “said “that '.repeat(200)],
  ])('bears %s', async (_, text) => {
    await statementsOf(text)
  })
})
