import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type NodeParts, nodeParts } from '../../src/cli/parts.js'
import { builtCli } from '../build.js'
import { packedPdf } from '../node/documents.js'
import { ownFolder, run } from './run.js'

const folder = ownFolder()
const SMALL = folder.file('small.txt', '“We will not sail by night,” Mara Ostrander told reporters on Friday.')
/** What its reader unpacks takes more than the limit, beside the JavaScript objects. */
const LARGE = folder.file('large.pdf', packedPdf(300))
const LIMIT = ['--tagger', 'rules', '--page-memory', '150']

test('read: a page that passes a limit is told of, and the rest are read', async () => {
  const { code, stdout, stderr } = await run(['read', LARGE, SMALL, '--format', 'jsonl', '--kind', 'article', ...LIMIT])
  expect(stderr).toMatch(/large\.pdf: The page took more than 150 MB and was given up\..*\[page-memory\]/)
  expect(stdout).toContain('Mara Ostrander')
  expect(code).toBe(3)
})

test('check: a source that passes a limit is told of, and the draft is held against the others', async () => {
  const draft = folder.file('draft.md', '“We will not sail by night,” Mara Ostrander said.')
  const { code, stdout, stderr } = await run(['check', draft, '--against', LARGE, SMALL, ...LIMIT])
  expect(stderr).toContain('[page-memory]')
  expect(stdout).toMatch(/^1 verbatim$/m)
  expect(code).toBe(3)
})

test('add: a page that passes a limit is told of, and the rest are kept', async () => {
  const { stdout } = await run([
    'add',
    LARGE,
    SMALL,
    '--format',
    'jsonl',
    '--ledger',
    join(folder.path, 'l.db'),
    ...LIMIT,
  ])
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ outcome, code }) => [outcome, code ?? null]).sort()).toEqual([
    ['failed', 'page-memory'],
    ['new', null],
  ])
})

test('pipe: a line that passes a limit gives an error line, in its place', async () => {
  const text = 'He said it. “No,” she said.\n'.repeat(150_000)
  const input = [
    { id: 1, text },
    { id: 2, text: '“No,” Mara Ostrander said.' },
  ].map((line) => JSON.stringify(line))
  const { stdout } = await run(['pipe', '--tagger', 'rules', '--page-memory', '64', '--fields', 'page'], {
    input: `${input.join('\n')}\n`,
  })
  const [first, second] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first).toMatchObject({ id: 1, error: { code: 'page-memory' } })
  expect(second).toMatchObject({ id: 2, page: expect.any(String) })
})

let made: NodeParts | null = null
afterAll(() => made?.close())

test('what serves: a page that passes a limit is refused, and the next is read', async () => {
  await builtCli()
  const flags = {
    tagger: 'rules',
    maxBytes: 2 ** 26,
    timeout: 5000,
    jobs: 1,
    pageTimeout: 900_000,
    pageMemory: 150,
  } as const
  made = await nodeParts({ ...flags, offline: true, ledger: join(folder.path, 'served.db') })
  const { reader } = made.parts
  const page = { url: null, contentType: null, retrieved: '2026-05-14T09:30:00.000Z', headers: [] }
  await expect(reader.read({ ...page, name: 'large.pdf', bytes: packedPdf(300) })).rejects.toMatchObject({
    code: 'page-memory',
  })
  const { record } = await reader.read({ ...page, name: 'small.txt', bytes: Buffer.from('“No,” Mara Ostrander said.') })
  expect(record.reading.text).toContain('Mara Ostrander')
})
