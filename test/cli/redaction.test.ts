import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { redactionOf } from '../../src/cli/redaction.js'
import { fromJson, type PageRecord } from '../../src/core/exports/index.js'
import { record } from '../core/exports/records.js'
import { ownFolder, run, runInShell } from './run.js'

/** `--redact` and `--pseudonyms` as a person uses them: real pages, a real ledger, every format. */
const folder = ownFolder()
const rules = ['--tagger', 'rules']

const story = folder.file(
  'story-ana-kovac.html',
  `<!doctype html><html lang="en"><head><title>Nurse Ana Kovač tells of beatings | Valley Post</title>
<meta name="author" content="Jonas Ekwall"><link rel="canonical" href="https://post.example/ana-kovac-tells">
</head><body><nav><a href="/x">Ana Kovač: my story</a></nav><article><h1>Nurse Ana Kova&#269; tells of beatings</h1>
<p>Ana Kovač, a 34-year-old nurse, said on Friday that officers beat her. “They did not stop when I fell,” Ko&shy;vač said.</p>
<p>Minister Pavel Dorn denied it. “No officer touched KOVAČ,” Dorn said. Write to <a href="mailto:x">ana.kovac@clinic.example</a> or @anakovac.</p>
</article><aside class="comments"><p>Zed99 wrote: I know Kovac</p></aside></body></html>`,
)
const transcript = folder.file('transcript.txt', 'AK: They came at two.\n\nKovač, Ana signed this.\n')
const people = folder.file('people.txt', '# on condition\nAna Kovač\n')
mkdirSync(join(folder.path, 'keys'))
mkdirSync(join(folder.path, 'out'))
const key = join(folder.path, 'keys', 'key.json')
const out = (name: string) => join(folder.path, 'out', name)
const ledger = join(folder.path, 'ledger.db')

/** Names as plain letters in anything that was written. */
const NAMES = /kova|anakov|\bana\b|\ba\.?k\b/i
const plain = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')

test('the guide’s example prints what the guide shows', async () => {
  const blocks = [...readFileSync('docs/publishing.md', 'utf8').matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(
    (match) => match[1] as string,
  )
  const interview = folder.file(
    'interview.txt',
    [
      'Ana Kovač, a 34-year-old nurse from Dell Street, said that officers beat her. “They did not stop when I fell,” Ana Kovač said. Her brother calls her Anica.',
      'Ana Ruiz of the Weavers’ Guild said that A. Kovač and Marko Kovač waited for hours. A clerk wrote Kovak in the register.',
      '“Call me on +49 30 1234 5678,” Anica said.',
    ].join('\n\n'),
  )
  const list = folder.file('guide.txt', blocks[0] as string)
  const { stdout, code } = await run(['read', ...rules, '--kind', 'article', '--redact', list, '--dry-run', interview])
  expect(code).toBe(0)
  expect(stdout).toBe(blocks[1])
})

test('read redacts, and says so; the core’s tests have every form', async () => {
  for (const format of ['text', 'json', 'csv', 'brat-text']) {
    const { stdout, stderr, code } = await run(['read', ...rules, '--redact', people, '--format', format, story])
    expect(code, stderr).toBe(0)
    expect(plain(stdout), format).not.toMatch(NAMES)
    expect(stdout, format).toContain('Person 1')
    expect(stderr).toMatch(/1 name replaced in 1 record/)
  }
})

test('one name has one pseudonym over pages and runs; the key is for its owner alone', async () => {
  const first = await run(['read', ...rules, '--redact', people, '--key', key, '--format', 'json', story, transcript])
  expect(first.code, first.stderr).toBe(0)
  for (const record of JSON.parse(first.stdout))
    expect(fromJson(JSON.stringify(record)).reading.text).toContain('Person 1')
  expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(key, 'utf8')).people).toEqual([{ pseudonym: 'Person 1', name: 'Ana Kovač', also: [] }])
  const more = folder.file('more.txt', 'Pavel Dorn\nAna Kovač\n')
  const second = await run(['read', ...rules, '--redact', more, '--key', key, '--format', 'brat-text', story])
  expect(second.stdout).toContain('Minister Person 2 denied')
  expect(second.stdout).toContain('Nurse Person 1 tells')
})

test('a key beside what is published, and a file that is no key, are refused and left', async () => {
  for (const [flags, message] of [
    [['--key', out('key.json'), '-o', out('a.json')], /would lie with what is published/],
    [['--key', people, '-o', out('a.json')], /is no key of Onrecord/],
    [['--key', join(folder.path, 'keys')], /is no file/],
  ] as const) {
    const { stderr, code, stdout } = await run(['read', ...rules, '--redact', people, ...flags, story])
    expect(stderr).toMatch(message)
    expect([code, stdout]).toEqual([2, ''])
  }
  expect(existsSync(out('a.json')) || existsSync(out('key.json'))).toBe(false)
  expect(readFileSync(people, 'utf8')).toBe('# on condition\nAna Kovač\n')
  if (process.platform === 'linux') {
    const { stderr, code } = await runInShell(
      `cd ${folder.path}/out && $ONRECORD read --tagger rules --redact ../people.txt --key key.json ../transcript.txt > z.txt`,
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('would lie with what is published')])
  }
})

test('a dry run is for its owner alone, and a list beside what is published is told of', async () => {
  const dry = out('review.txt')
  expect((await run(['read', ...rules, '--redact', people, '--dry-run', '-o', dry, transcript])).code).toBe(0)
  expect(statSync(dry).mode & 0o777).toBe(0o600)
  const beside = folder.file('out/list.txt', 'Ana Kovač\n')
  for (const [list, isTold] of [
    [beside, true],
    [people, false],
  ] as const) {
    const { code, stderr } = await run(['read', ...rules, '--redact', list, '-o', out('told.txt'), transcript])
    expect(code).toBe(0)
    expect(/has the names and lies with what is published/.test(stderr)).toBe(isTold)
  }
})

test('flags that make no sense are refused', async () => {
  const nobody = folder.file('nobody.txt', '# nobody yet\n')
  for (const args of [
    ['read', '--key', key, story],
    ['read', '--redact', join(folder.path, 'none.txt'), story],
    ['read', '--redact', nobody, story],
    ['read', '--redact', people, '--public', people, story],
    ['export', '--ledger', ledger, '--all', '--redact', people],
    ['export', '--ledger', ledger],
    ['export', '--ledger', ledger, '--records', '--format', 'html'],
  ])
    expect((await run(args)).code, args.join(' ')).toBe(2)
})

test('export redacts a ledger in every format, into files or folders', async () => {
  expect((await run(['add', ...rules, '--ledger', ledger, story, transcript])).code).toBe(0)
  const all = await run(['export', '--ledger', ledger, '--records', '--format', 'json'])
  expect(JSON.parse(all.stdout)).toHaveLength(2)
  const dry = await run([
    'export',
    '--ledger',
    ledger,
    '--pseudonyms',
    '--key',
    join(folder.path, 'keys', 'dry.json'),
    '--dry-run',
  ])
  expect(dry.stdout).toContain('Ana Kovač = Person')
  expect(dry.stdout).toContain('# Has an office by the page’s own words')
  expect(existsSync(join(folder.path, 'keys', 'dry.json'))).toBe(false)
  for (const format of [
    'json',
    'jsonl',
    'csv',
    'markdown',
    'web-annotation',
    'schema-org',
    'html',
    'citron',
    'brat',
    'webanno',
  ]) {
    for (const how of format === 'json' || format === 'html'
      ? [['--redact', people], ['--pseudonyms']]
      : [['--redact', people]]) {
      const to = out(`${format}-${how.length}`)
      const { code, stderr } = await run([
        'export',
        '--ledger',
        ledger,
        ...how,
        '--key',
        join(folder.path, 'keys', `${how.length}.json`),
        '--format',
        format,
        '-o',
        to,
      ])
      expect(code, stderr).toBe(0)
      const files = statSync(to).isDirectory() ? readdirSync(to).map((name) => join(to, name)) : [to]
      for (const file of files)
        expect(plain(file.slice(folder.path.length) + readFileSync(file, 'utf8')), file).not.toMatch(NAMES)
    }
  }
  expect(readdirSync(out('brat-2'))).toHaveLength(4)
  writeFileSync(join(out('html-2'), 'old.html'), 'Ana Kovač')
  const again = await run(['export', '--ledger', ledger, '--redact', people, '--format', 'html', '-o', out('html-2')])
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('not empty')])
})

test('tables are redacted too, and have nothing of the ledger beside the records', async () => {
  const tables = out('tables')
  const asked = ['export', '--ledger', ledger, '--redact', people, '--format', 'parquet', '-o', tables]
  expect((await run(asked)).code).toBe(0)
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect()
  const rowsOf = async (table: string) =>
    (await duckdb.runAndReadAll(`select * from '${join(tables, table)}.parquet'`)).getRowObjectsJson()
  for (const table of ['pages', 'speakers', 'statements']) {
    const rows = await rowsOf(table)
    expect(rows.length).toBeGreaterThan(0)
    expect(plain(JSON.stringify(rows)), table).not.toMatch(NAMES)
  }
  const { stdout } = await run(['export', '--ledger', ledger, '--redact', people, '--format', 'json'])
  const ids = (JSON.parse(stdout) as { page: { id: string } }[]).map(({ page }) => page.id)
  const pages = await rowsOf('pages')
  expect(pages.map(({ page }) => page)).toEqual(ids)
  for (const { added, retrieved, newer, copy_of } of pages)
    expect([added, retrieved, newer, copy_of]).toEqual([null, null, null, null])
  for (const { person, status, repeats } of await rowsOf('statements'))
    expect([person, status, repeats]).toEqual([null, null, null])
  duckdb.closeSync()
  const again = await run(asked)
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('not empty')])
})

test('of a ledger that is added to meanwhile, what nobody looked through is left out; what was changed ends it', async () => {
  const of = (text: string) => record([['paragraph', text]], [{ content: [text.split(' ')[0] as string] }])
  const [first, last] = [of('So Ana Kovač said.'), of('No, said Ana Kovač.')]
  const written = async (...later: PageRecord[]) => {
    const texts: string[] = []
    const passes = [[first, last], later]
    await redactionOf({ redact: people })?.run(
      () => passes.shift() as PageRecord[],
      async (redacted) => {
        for await (const { reading } of redacted) texts.push(reading.text)
      },
    )
    return texts
  }
  const texts = ['So Person 1 said.', 'No, said Person 1.']
  expect(await written(first, of('Then Bo Lindqvist came.'), last)).toEqual(texts)
  expect(await written(first, last, of('Then Bo Lindqvist came.'))).toEqual(texts)
  await expect(written(first, { ...last, speakers: [] }, { ...last, statements: [] })).rejects.toThrow(/run it again/)
})
