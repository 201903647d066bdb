import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ownFolder, run } from './run.js'

const GOLD = 'examples/score/gold.jsonl'
const FOUND = 'examples/score/found.jsonl'
const folder = ownFolder()

describe('onrecord score', () => {
  test('prints figures, mistakes and examples', async () => {
    const { code, stdout, stderr } = await run(['score', GOLD, FOUND])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('2 documents, 6 statements in gold, 6 predicted.')
    expect(stdout).toMatch(/^\| found +\| +83\.3 \| +83\.3 \| +83\.3 \|/m)
    expect(stdout).toMatch(/^- mill, offset 69: gold nothing, predicted \[half the town\]$/m)
    expect((await run(['score', GOLD, FOUND, '--examples', '0'])).stdout).not.toContain('offset')
  })

  test('--format json has everything', async () => {
    const { stdout } = await run(['score', GOLD, FOUND, '--format', 'json'])
    const { figures, mistakes, intervals } = JSON.parse(stdout)
    expect(figures).toMatchObject({ gold: 6, predicted: 6, speaker: 1 })
    expect(intervals.who).toHaveLength(2)
    expect(mistakes.length).toBe(7)
  })

  test('takes what onrecord pipe prints, and a corpus that calls the mention speaker', async () => {
    const text = '“We will not sail,” Mara Ostrander told reporters.'
    const gold = { id: 'a', text, statements: [{ speaker: [20, 34], cue: [35, 39], content: [[0, 19]] }] }
    const piped = await run(['pipe', '--kind', 'article', '--tagger', 'rules'], {
      input: `${JSON.stringify({ id: 'a', text })}\n`,
    })
    const { code, stdout } = await run([
      'score',
      folder.file('gold.jsonl', `${JSON.stringify(gold)}\n`),
      folder.file('piped.jsonl', piped.stdout),
    ])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\| exact +\| +100\.0 \|/m)
  })

  test('takes brat files, one by one or a folder of them', async () => {
    const text = 'Ana Roe said no.'
    folder.file('a.txt', text)
    const ann = folder.file(
      'a.ann',
      'T1\tContent 13 15\tno\nT2\tCue 8 12\tsaid\nT3\tMention 0 7\tAna Roe\nR1\tCue Arg1:T1 Arg2:T2\nR2\tMention Arg1:T1 Arg2:T3\n',
    )
    const gold = { id: 'a', text, statements: [{ mention: [0, 7], cue: [8, 12], content: [[13, 15]] }] }
    const { code, stdout, stderr } = await run([
      'score',
      folder.file('g.jsonl', `${JSON.stringify(gold)}\n`),
      ann,
      '--format',
      'json',
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout).figures).toMatchObject({ exact: { f1: 1 }, words: { cue: { f1: 1 } } })
    const own = ownFolder()
    own.file('a.txt', text)
    own.file('a.ann', readFileSync(ann, 'utf8'))
    expect((await run(['score', own.path, own.path])).stdout).toMatch(/^\| exact +\| +100\.0 \|/m)
  })

  test.each([
    ['a missing file', ['score', 'nowhere.jsonl', FOUND], 3, 'page-unreadable'],
    ['a file that is something else', ['score', 'README.md', FOUND], 3, 'gold-invalid'],
    ['examples that are no number', ['score', GOLD, FOUND, '--examples', 'few'], 2, 'usage'],
  ])('%s is an error with a code', async (_, args, exitCode, error) => {
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(exitCode)
    expect(stdout).toBe('')
    expect(stderr).toContain(`[${error}]`)
  })
})
