import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLedger } from '../../src/node/ledger/open.js'
import { article, SURVEY } from '../node/ledger/pages.js'
import { ended, ownFolder, run, start } from './run.js'

const folder = ownFolder()
let count = 0

/** A folder of pages and a place for a ledger, both of their own. */
function site(pages: Readonly<Record<string, string>>): { pages: string; env: { ONRECORD_LEDGER: string } } {
  const path = join(folder.path, `site-${++count}`)
  mkdirSync(path)
  for (const [name, content] of Object.entries(pages)) writeFileSync(join(path, name), content)
  return { pages: path, env: { ONRECORD_LEDGER: join(folder.path, `ledger-${count}.db`) } }
}

const REPLY = article(
  'Minister answers the office',
  ['Pavel Dorn, the interior minister, said on Friday that the valley would be resettled by the autumn.'],
  { published: '2026-05-15', publisher: 'Morning Post' },
)

describe('onrecord add', () => {
  test('adds a folder, tells of what it skipped and what failed, and adds nothing twice', async () => {
    const { pages, env } = site({
      'a.html': SURVEY,
      'b.html': REPLY,
      'c.png': '\u0089PNG\r\n',
      'd.html': '<html></html>',
    })
    const first = await run(['add', '--tagger', 'rules', pages], { env })
    expect(first.code).toBe(0)
    expect(first.stdout).toMatch(/^2 pages added with \d+ statements, to /)
    expect(first.stdout).toContain('1 failed')
    expect(first.stderr).toContain('[page-empty]')
    expect(statSync(env.ONRECORD_LEDGER).mode & 0o077).toBe(0)
    const again = await run(['add', '--tagger', 'rules', '--strict', '--format', 'jsonl', pages], { env })
    expect(again.code).toBe(3)
    const lines = again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.filter(({ outcome }) => outcome === 'known')).toHaveLength(2)
    expect(lines.find(({ outcome }) => outcome === 'failed')).toMatchObject({ code: 'page-empty' })
  })

  test('keeps a changed page beside the old one', async () => {
    const { pages, env } = site({ 'a.html': SURVEY })
    await run(['add', '--tagger', 'rules', pages], { env })
    writeFileSync(join(pages, 'a.html'), SURVEY.replace('412', '413'))
    const { stdout } = await run(['add', '--tagger', 'rules', pages], { env })
    expect(stdout).toContain('1 page of these is a new version of known addresses')
    const { stdout: found } = await run(['find', '413', '--format', 'jsonl'], { env })
    expect(JSON.parse(found).said.content.join(' ')).toContain('413')
  })

  test('what it reported is there after a kill, and going on works', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `${i}.html`,
        SURVEY.replace('412', String(1000 + i)).replace('Office reports', `Office ${i} reports`),
      ]),
    )
    const { pages, env } = site(many)
    const reported = new Set<string>()
    let kills = 0
    for (let attempt = 0; attempt < 12; attempt++) {
      const child = start(['add', '--tagger', 'rules', '--format', 'jsonl', pages], env)
      let lines = 0
      child.stdout?.on('data', (part: Buffer) => {
        lines += part.toString().split('\n').length - 1
        // Each time a little later, whenever that is on this machine.
        if (attempt < 3 && lines > attempt * 8) child.kill('SIGKILL')
      })
      const { stdout, code } = await ended(child)
      for (const line of stdout.split('\n').slice(0, -1)) {
        const { outcome, page } = JSON.parse(line)
        if (outcome === 'new') reported.add(page)
      }
      if (code === 0) break
      kills++
    }
    expect(kills).toBeGreaterThan(0)
    const ledger = await openLedger(env.ONRECORD_LEDGER)
    try {
      expect((await ledger.counts()).pages).toBe(60)
      for (const page of reported) expect((await ledger.record(page as never)).page.id).toBe(page)
      expect((await ledger.verify()).faults).toEqual([])
    } finally {
      await ledger.close()
    }
  })

  test('an interrupt ends it with 130, whole pages kept, and the next run goes on', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}.html`, SURVEY.replace('412', String(1000 + i))]),
    )
    const { pages, env } = site(many)
    const child = start(['add', '--tagger', 'rules', '--format', 'jsonl', '--jobs', '1', pages], env)
    child.stdout?.once('data', () => child.kill('SIGINT'))
    const { code, stderr } = await ended(child)
    expect(code).toBe(130)
    expect(stderr).toContain('Finishing the pages that are being read')
    const next = await run(['add', '--tagger', 'rules', '--jobs', '1', pages], { env })
    expect(next.stderr).toContain('Going on with a run that was broken off')
    expect(next.stdout).toMatch(/pages were there already/)
    const { stdout } = await run(['verify', '--format', 'json'], { env })
    expect(JSON.parse(stdout)).toMatchObject({ pages: 300, faults: [] })
  })
})

describe('asking a ledger', () => {
  const asked = site({ 'a.html': SURVEY, 'b.html': REPLY })
  const ask = async (...args: string[]) => run(args, { env: asked.env })

  test('find, who, timeline, speakers, show', async () => {
    await ask('add', '--tagger', 'rules', asked.pages)
    const { stdout: text } = await ask('find', 'without notice')
    expect(text).toContain('Ana Okafor')
    const { stdout: csv } = await ask('find', 'valley', '--format', 'csv')
    expect(csv.split('\r\n')[0]).toMatch(/^statement,speaker,/)
    const { stdout: markdown } = await ask('find', 'valley', '--format', 'markdown')
    expect(markdown).toMatch(/^> /)
    expect((await ask('who', 'Dorn')).stdout).toContain('2 pages')
    const { stdout: timeline } = await ask('timeline', '--speaker', 'Dorn', '--format', 'jsonl')
    const dates = timeline
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).said.date as string)
    expect(dates).toEqual([...dates].sort())
    expect((await ask('speakers', '--kind', 'person')).stdout).toContain('Pavel Dorn')
    const { stdout: found } = await ask('find', 'without notice', '--format', 'jsonl')
    const id = JSON.parse(found).said.id as string
    const { stdout: shown } = await ask('show', id.slice(0, 12))
    expect(shown).toContain('SHA-256')
    expect((await ask('find', 'nowhere')).stdout).toContain('No statements match')
  })

  test('a quotation that another page gives in other words is shown with the words that differ', async () => {
    const { pages, env } = site({
      'a.html': SURVEY,
      'b.html': article(
        'Looking back',
        [
          'Ana Okafor, the office’s deputy director, spoke again. “The clearances were carried out by night and without notice,” said Okafor.',
        ],
        { published: '2026-06-01', publisher: 'Evening Echo' },
      ),
    })
    await run(['add', '--tagger', 'rules', pages], { env })
    const { stdout: found } = await run(['find', 'clearances', 'carried', '--sort', 'oldest', '--format', 'jsonl'], {
      env,
    })
    const [first] = found
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).said.id as string)
    const { stdout } = await run(['show', first as string], { env })
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'altered: the clearances were carried out [-at-] [+by+] night and without notice',
    )
  })

  test('corrections are kept with who made them, shown, exported and taken back', async () => {
    const { stdout: found } = await ask('find', 'without notice', '--format', 'jsonl')
    const { said } = JSON.parse(found)
    const id = said.id.slice(0, 12)
    expect((await ask('correct', id, '--act', 'accuse', '--by', 'R. Editor', '--note', 'a charge')).stdout).toContain(
      'Correction 1',
    )
    expect((await ask('find', 'without notice')).stdout).toContain('corrected by a person')
    const { stdout: training } = await ask('export', '--training')
    const record = training
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(JSON.stringify(record)).toContain('"accuse"')
    const { code, stdout: back } = await ask('undo', '1', '--by', 'R. Editor')
    expect([code, back]).toEqual([0, 'Correction 2: correction 1 taken back.\n'])
    expect((await ask('corrections')).stdout).toMatch(/R\. Editor: act of \w+ changed: a charge \(taken back by 2\)/)
    expect((await ask('correct', id)).code).toBe(2)
    expect((await ask('correct', id, '--content', 'words that are not there')).code).toBe(2)
    expect((await ask('undo', '99')).code).toBe(10)
  })

  test('a page is shown as corrected, and what was rejected comes back by no other change', async () => {
    const { stdout: found } = await ask('find', 'without notice', '--format', 'jsonl')
    const { said, page } = JSON.parse(found)
    await ask('correct', said.id, '--reject')
    expect((await ask('correct', said.id, '--act', 'deny')).stdout).toContain('It stays rejected until it is accepted')
    const { stdout, stderr } = await ask('show', page.id, '--format', 'json')
    const ids = JSON.parse(stdout).statements.map(({ id }: { id: string }) => id)
    expect(ids).not.toContain(said.id)
    expect(ids).not.toEqual([])
    expect(stderr).toContain('1 statement')
    for (const { number } of JSON.parse((await ask('corrections', '--format', 'json')).stdout).slice(-2))
      await ask('undo', String(number))
    expect((await ask('find', 'without notice', '--format', 'jsonl')).stdout).toBe(found)
  })

  test.each([
    [['--speaker', 'Dorn', '--no-speaker']],
    [['--no-mention', '--mention', 'Dorn']],
    [['--add', '--content', 'valley', '--reject']],
    [['--accept', '--as', 'denies']],
  ])('correct refuses %j, of which one would be dropped', async (flags) => {
    const { code, stderr } = await ask('correct', 'ffffffffffff', ...flags)
    expect([code, stderr]).toEqual([2, expect.stringContaining('[usage]')])
  })

  test.each([
    [['find', 'valley', '--articles', '--speaker', 'Dorn']],
    [['find', 'valley', '--articles', '--distinct']],
    [['find', 'valley', '--save', ' ']],
    [['find', 'valley', '--from', '2026-13']],
    [['find', 'valley', '--to', '2026-02-31']],
    [['find', 'valley', '--limit', '0']],
    [['find', 'valley', '--limit', '5000']],
    [['watch', '--drop']],
    [['check', 'draft.md', '--against', 'source.html', '--ledger', 'nowhere.db']],
  ])('%j is a wrong command line, and nothing is passed over without a word', async (args) => {
    const { code, stdout, stderr } = await ask(...args)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('[usage]')])
  })

  test('past the last answer it says so', async () => {
    const { stdout } = await ask('find', 'without notice', '--offset', '9999')
    expect(stdout.trim()).toBe('1 statement, and none after the first 9,999')
    expect((await ask('find', 'valley', '--from', '2024-02-29')).code).toBe(0)
  })

  test('a kept search tells what is new once', async () => {
    await ask('find', 'bridge', '--save', 'bridges')
    const { pages } = site({
      'c.html': article('Bridge', ['Maria Lund, the mayor of Tarn, said the bridge was safe.']),
    })
    await ask('add', '--tagger', 'rules', pages)
    expect((await ask('watch', 'bridges')).stdout).toContain('the bridge was safe')
    expect((await ask('watch', 'bridges')).stdout).toBe('Nothing new.\n')
    expect((await ask('watch', 'other')).code).toBe(10)
  })

  test('an archive is the same after a round trip', async () => {
    const archive = join(folder.path, 'archive.jsonl')
    await ask('export', '--all', '-o', archive)
    expect(statSync(archive).mode & 0o077).toBe(0)
    const copy = { ONRECORD_LEDGER: join(folder.path, 'copy.db') }
    expect((await run(['import', archive], { env: copy })).code).toBe(0)
    expect((await run(['export', '--all'], { env: copy })).stdout).toBe(readFileSync(archive, 'utf8'))
    const cut = folder.file('cut.jsonl', readFileSync(archive, 'utf8').slice(0, -40))
    const { code, stderr } = await run(['import', cut, '--ledger', join(folder.path, 'cut.db')])
    expect(code).toBe(3)
    expect(stderr).toContain('[archive-invalid]')
    const nobody = folder.file('nobody.jsonl', readFileSync(archive, 'utf8').replace('"by":"R. Editor"', '"by":" "'))
    const refused = await run(['import', nobody, '--ledger', join(folder.path, 'nobody.db')])
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(/Line \d+ .*\[archive-invalid\]/)])
  })

  test('an archive whose record says other words than its page is not taken in', async () => {
    const own = { env: { ONRECORD_LEDGER: join(folder.path, 'own.db') } }
    const { pages } = site({
      'd.html': article('Ferry', ['Maria Lund, the mayor of Tarn, said the ferry was not safe.']),
    })
    await run(['add', '--tagger', 'rules', pages], own)
    const { stdout: whole } = await run(['export', '--all'], own)
    const forge = (from: string, to: string) => folder.file('forged.jsonl', whole.replaceAll(from, to))
    const same = folder.file('same.jsonl', whole)
    const into = ['--ledger', join(folder.path, 'forged.db')]
    const said = await run(['import', forge('ferry was not safe', 'ferry was now safe'), ...into])
    expect([said.code, said.stdout]).toEqual([3, ''])
    expect(said.stderr).toContain('the kept record is not what the page’s bytes say')
    const when = await run(['import', forge('"retrieved":"', '"retrieved":"never '), ...into])
    expect([when.code, when.stderr.includes('where it came from, or when')]).toEqual([3, true])
    expect((await run(['import', same, ...into])).code).toBe(0)
    const { stdout } = await run(['verify', '--reread', ...into])
    expect(stdout).toContain('every record the words of its page')
  })

  test('tables for analysis are three files in a folder, there whole or as they were', async () => {
    const tables = join(folder.path, 'new', 'tables')
    expect((await ask('export', '--format', 'parquet')).code).toBe(2)
    expect((await ask('export', '--format', 'parquet', '--all', '-o', tables)).code).toBe(2)
    const { code, stdout } = await ask('export', '--format', 'parquet', '-o', tables)
    expect(code).toBe(0)
    expect(stdout).toMatch(/ has \d+ pages, \d+ speakers and \d+ statements\.\n$/)
    const files = ['pages.parquet', 'speakers.parquet', 'statements.parquet']
    expect(readdirSync(tables).sort()).toEqual(files)
    for (const each of files) expect(statSync(join(tables, each)).mode & 0o077).toBe(0)
    const before = files.map((file) => readFileSync(join(tables, file)))
    // Parquet's first and last four bytes.
    for (const bytes of before)
      expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', bytes.length - 4)]).toEqual(['PAR1', 'PAR1'])
    expect((await ask('export', '--format', 'parquet', '-o', tables)).code).toBe(0)
    expect(files.map((file) => readFileSync(join(tables, file)))).toEqual(before)
    const file = folder.file('file', '')
    const refused = await ask('export', '--format', 'parquet', '-o', file)
    expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining('[output-failed]')])
  })

  test('the output never takes the place of the ledger', async () => {
    const ledger = asked.env.ONRECORD_LEDGER
    const before = readFileSync(ledger)
    for (const args of [
      ['find', '--ledger', ledger, '-o', ledger],
      ['export', '--all', '-o', ledger],
      ['export', '--records', '-o', `${ledger}-wal`],
      ['watch', '-o', ledger],
    ]) {
      const { code, stderr } = await ask(...args)
      expect([code, stderr]).toEqual([2, expect.stringContaining('[usage]')])
    }
    expect(readFileSync(ledger).equals(before)).toBe(true)
  })

  test('check holds a draft against the ledger', async () => {
    const draft = folder.file(
      'draft.txt',
      '“The clearances were carried out at night and with notice,” said Ana Okafor.\n\n“No family was removed without a hearing,” Pavel Dorn told reporters.\n',
    )
    const { code, stdout } = await ask('check', draft, '--tagger', 'rules', '--format', 'json')
    expect(code).toBe(8)
    const verdicts = JSON.parse(stdout).verdicts.map(({ verdict }: { verdict: string }) => verdict)
    expect(verdicts).toEqual(['altered', 'verbatim'])
  })

  test('where there is no ledger, or no such thing, the message says what to do', async () => {
    const none = await run(['find', 'x'], { env: { ONRECORD_LEDGER: join(folder.path, 'none.db') } })
    expect(none.code).toBe(9)
    expect(none.stderr).toContain('onrecord add')
    expect((await ask('show', 'ffffffffffff')).code).toBe(10)
    expect((await ask('who', 'Nobody Atall')).code).toBe(10)
    const foreign = folder.file('foreign.db', 'this is no database, and longer than a header '.repeat(40))
    expect((await run(['find', 'x', '--ledger', foreign])).stderr).toContain('[ledger-broken]')
  })
})
