import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFromText, type Statement } from '../../src/core/model/index.js'
import { read } from '../../src/core/reading/index.js'
import { findStatements, type Tagger } from '../../src/core/statements/index.js'
import { loadTagger, pageFromFile } from '../../src/node/index.js'
import { expectStatementInvariants } from '../properties/invariants.js'

const ROOT = join(import.meta.dirname, '..', '..')
const MODEL = join(ROOT, 'model')
const EXAMPLES = join(ROOT, 'examples')
const PARTS = ['config.json', 'vocab.txt', 'encoder.onnx', 'look.onnx', 'encoder-integers.onnx']
/** All of the parts are used so, whatever the processor. */
const ALL = { runtime: 'native', products: 'integers' } as const

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

function altered(part: string): Uint8Array {
  const bytes = readFileSync(join(MODEL, part))
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] as number) ^ 1
  return bytes
}

describe('a model that cannot be used is an error, whatever is wrong with it', () => {
  test.each(PARTS)('%s is missing', async (part) => {
    await expect(loadTagger({ ...ALL, folder: damaged(`no-${part}`, { [part]: null }) })).rejects.toMatchObject({
      code: 'model-missing',
      message: expect.stringContaining(part),
    })
  })

  test.each([
    ['a graph is cut short', 'encoder.onnx', readFileSync(join(MODEL, 'encoder.onnx')).subarray(0, 1_000_000)],
    ['a byte of a graph is another', 'encoder.onnx', altered('encoder.onnx')],
    ['a graph is something else', 'look.onnx', 'not a graph'],
    ['the second graph is the first', 'encoder-integers.onnx', readFileSync(join(MODEL, 'encoder.onnx'))],
    ['the vocabulary is something else', 'vocab.txt', 'a\nb\n'],
    ['the config is cut short', 'config.json', '{"name": "network'],
    ['the config lacks weights', 'config.json', '{"name": "network"}'],
    [
      'the config has no hashes',
      'config.json',
      readFileSync(join(MODEL, 'config.json'), 'utf8').replace('files', 'fires'),
    ],
  ])('%s', async (name, part, content) => {
    const folder = damaged(name.replaceAll(' ', '-'), { [part]: content })
    const broken = { code: 'model-broken', message: expect.stringContaining(part) }
    await expect(loadTagger({ ...ALL, folder })).rejects.toMatchObject(broken)
    if (part === 'encoder-integers.onnx') return
    await expect(loadTagger({ runtime: 'native', products: 'floats', folder })).rejects.toMatchObject(broken)
    await expect(loadTagger({ runtime: 'wasm', folder })).rejects.toMatchObject(broken)
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

  test.each(['wire-story.txt', 'news-page.html'])(
    'finds the same natively, in floats and in integers: %s',
    async (name) => {
      const reading = read(await pageFromFile(join(EXAMPLES, name)))
      const here = await findStatements(reading, tagger)
      expect(here.length).toBeGreaterThan(3)
      const withoutConfidence = (all: readonly Statement[]) => all.map(({ confidence: _, ...rest }) => rest)
      for (const products of ['floats', 'integers'] as const) {
        const there = await findStatements(reading, await loadTagger({ runtime: 'native', products }))
        expect(withoutConfidence(there)).toEqual(withoutConfidence(here))
        for (const [i, { confidence }] of there.entries())
          expect(Math.abs(confidence - (here[i]?.confidence as number))).toBeLessThan(0.01)
      }
    },
  )

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
