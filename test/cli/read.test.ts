import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  fromBrat,
  fromCitron,
  fromJsonl,
  fromWebAnno,
  fromWebAnnotation,
  type GoldDocument,
  type RecordJson,
} from '../../src/core/exports/index.js'
import { VERSION } from '../../src/core/version.js'
import { ended, ownFolder, run, runInShell, runInTerminal, start } from './run.js'

const folder = ownFolder()
const STORY =
  '“We will not sail by night,” Mara Ostrander told reporters on Friday.\n\nThe harbour board said the channel was safe.\n'
const story = folder.file('story.txt', STORY)
const page = folder.file(
  'page.html',
  `<!doctype html><html lang="en"><head><title>Pilots refuse</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Pilots refuse to sail by night</h1><p>“We will not sail by night,” Mara Ostrander told reporters on Friday.</p>
<p>The harbour board said the channel was safe, and that it had been dredged in the spring of the year before.</p></article></body></html>`,
)
const pdf = folder.file('story.gif', 'GIF89a\u0001')
const hostile = folder.file(
  'hostile.txt',
  '“We will not \u001b[31msail\u001b]0;owned\u0007 by \u202enight,” Mara Ostrander told reporters.\n',
)

describe('onrecord', () => {
  test('--version prints the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' })
    expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  test.each([[['--help']], [['help']], [['read', '--help']], [['help', 'pipe']]])('%j prints help', async (args) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Usage: onrecord/)
  })

  test.each([
    [['read']],
    [['nonsense']],
    [['read', '--bogus', 'x']],
    [['read', '--format', 'xml', 'x']],
    [['read', '--max-bytes', '-1', 'x']],
    [['read', '--timeout', 'soon', 'x']],
    [['pipe', '--fields', 'nonsense']],
    [['pipe', 'file']],
  ])('%j is a wrong command line', async (args) => {
    const { code, stdout, stderr } = await run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^onrecord: .* \[usage\]\nTry: onrecord .*--help\n$/)
  })

  test('no command at all is one too', async () => {
    const { code, stdout, stderr } = await run([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage: onrecord/)
  })
})

describe('onrecord read', () => {
  test('prints who said what, each with its kind and place', async () => {
    const { code, stdout, stderr } = await run(['read', '--kind', 'article', story])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /^Mara Ostrander +1 statement\n {2}┃ “We will not sail by night,”\n {4}told · direct · promise · to reporters · on Friday +block 0, offset 0\n/m,
    )
    expect(stdout).toMatch(
      /^harbour board +1 statement\n {2}organisation\n {2}│ the channel was safe\n {4}said · indirect +block 1, offset 94\n/m,
    )
  })

  test('--order prints them as on the page', async () => {
    const { stdout } = await run(['read', '--order', '--kind', 'article', story])
    expect(stdout).toMatch(/^ {4}Mara Ostrander told · direct · promise · to reporters · on Friday$/m)
  })

  test('reads standard input, and what is packed', async () => {
    const whole = (await run(['read', '--kind', 'article', '--format', 'jsonl', story])).stdout
    const nameless = whole.replaceAll(JSON.stringify(story), 'null')
    expect(whole).toContain('"words":"“We will not sail by night,”"')
    expect((await run(['read', '--kind', 'article', '--format', 'jsonl', '-'], { input: STORY })).stdout).toBe(nameless)
    expect(
      (await run(['read', '--kind', 'article', '--format', 'jsonl', '-'], { input: gzipSync(STORY) })).stdout,
    ).toBe(nameless)
  })

  test('--show reading shows the blocks, their roles and why', async () => {
    const { code, stdout } = await run(['read', '--show', 'reading', page])
    const json: RecordJson = JSON.parse((await run(['read', '--show', 'reading', '--format', 'json', page])).stdout)
    expect(code).toBe(0)
    expect(json).toMatchObject({ statements: [], page: { kind: 'html' } })
    const printed = [...stdout.matchAll(/^(\d+) ([\w-]+)(?: \d)? +(\S.*)$/gm)].map(([, number, role, why]) => [
      number,
      role,
      why,
    ])
    expect(printed).toEqual(json.blocks.map(({ role, why }, i) => [String(i), role, why]))
    expect(stdout).toContain('  Home\n')
    expect(stdout).toMatch(/\nNothing was left out\.\n$/)
  })

  test('--show reading has no other formats', async () => {
    const { code, stderr } = await run(['read', '--show', 'reading', '--format', 'csv', page])
    expect(code).toBe(2)
    expect(stderr).toContain('[usage]')
  })

  test('--charset overrules the page', async () => {
    const path = folder.file('koi8.txt', Buffer.from([0xf7, 0xd9, 0x20, 0xf7, 0xd9]))
    const text = async (charset: string) =>
      JSON.parse((await run(['read', '--format', 'json', '--charset', charset, path])).stdout).text
    expect(await text('koi8-r')).toBe('Вы Вы')
    expect(await text('latin1')).toBe('÷Ù ÷Ù')
    expect(await run(['read', '--charset', 'martian', path])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[charset-unknown]'),
    })
  })

  test('the same page gives the same record, byte for byte', async () => {
    const [first, second] = await Promise.all([
      run(['read', '--format', 'json', page]),
      run(['read', '--format', 'json', page]),
    ])
    expect(first.stdout).toBe(second.stdout)
    expect(JSON.parse(first.stdout)).toMatchObject({ schema: 'onrecord/record/2' })
  })
})

describe('several pages', () => {
  test('one that cannot be read stops none, and its failure is the exit code', async () => {
    const { code, stdout, stderr } = await run([
      'read',
      '--format',
      'json',
      page,
      join(folder.path, 'nowhere'),
      pdf,
      story,
    ])
    expect(code).toBe(3)
    expect(JSON.parse(stdout).map((record: { page: { name: string } }) => record.page.name)).toEqual([page, story])
    expect(stderr).toMatch(
      /^onrecord: .*nowhere cannot be read: there is no such file.* \[page-unreadable\]\nonrecord: .*story.gif is a GIF image.* \[page-kind-unsupported\]\n$/,
    )
  })

  test('CSV has one header, JSON lines none, text a line between', async () => {
    const csv = (await run(['read', '--format', 'csv', story, page])).stdout
    expect(csv.match(/^page,/gm)).toHaveLength(1)
    const jsonl = (await run(['read', '--format', 'jsonl', story, page])).stdout
    for (const line of jsonl.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('mention')
    expect((await run(['read', story, page])).stdout).toContain(`\n\n${'─'.repeat(80)}\n\n`)
    expect((await run(['read', '--format', 'markdown', story, page])).stdout.match(/^# /gm)).toHaveLength(2)
  })
})

describe('on a terminal', () => {
  const ESCAPE = /\u001b\[[\d;]*m/g

  test.each([60, 80, 140])('text is as wide as it is: %d columns', async (columns) => {
    const { code, stdout } = await runInTerminal(`$ONRECORD read ${page}`, columns)
    const lines = stdout.replace(ESCAPE, '').split(/\r?\n/)
    expect(code).toBe(0)
    expect(Math.max(...lines.map((line) => line.length))).toBe(Math.min(columns, 96))
  })

  test('it is coloured, unless NO_COLOR or a dumb terminal forbid it', async () => {
    expect((await runInTerminal(`$ONRECORD read ${page}`, 80)).stdout).toMatch(ESCAPE)
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }]) {
      expect((await runInTerminal(`$ONRECORD read ${page}`, 80, env)).stdout).not.toMatch(ESCAPE)
    }
  })

  test('elsewhere it is not, unless FORCE_COLOR asks for it', async () => {
    expect((await run(['read', page])).stdout).not.toMatch(ESCAPE)
    expect((await run(['read', page], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).toMatch(ESCAPE)
  })

  test('COLUMNS gives the width where there is no terminal', async () => {
    const { stdout } = await run(['read', page], { env: { COLUMNS: '50' } })
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBe(50)
  })

  test('wide characters take two cells', async () => {
    const wide = folder.file('wide.txt', '港湾局は金曜日、新しい測量が終わるまで夜間の航行を認めないと発表した。')
    const { stdout } = await run(['read', '--show', 'reading', '--kind', 'article', wide], { env: { COLUMNS: '30' } })
    expect(stdout).toContain('  港湾局は金曜日、新しい測量が\n')
  })

  test("a page's escapes never reach it", async () => {
    for (const args of [
      ['read'],
      ['read', '--order'],
      ['read', '--show', 'reading'],
      ['read', '--format', 'markdown'],
    ]) {
      const { stdout } = await run([...args, '--kind', 'article', hostile])
      expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/)
      expect(stdout).toMatch(/<U\+001B>|\\<U\+001B\\>/)
    }
  })

  test("nor do those of a file's name", async () => {
    const { stderr } = await run(['read', 'a\u001b[31mb'])
    expect(stderr).toContain('a<U+001B>[31mb cannot be read')
  })
})

describe('addresses', () => {
  const serve = async () => {
    const server = createServer((request, answer) => {
      if (request.url === '/missing') answer.writeHead(404).end()
      else if (request.url !== '/slow') answer.setHeader('content-type', 'text/html').end(readFileSync(page))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const close = () => {
      server.closeAllConnections()
      server.close()
    }
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
  }

  test('are fetched; those of this machine only with --allow-private; failures are told apart', async () => {
    const { url, close } = await serve()
    try {
      const good = await run(['read', '--allow-private', '--format', 'json', `${url}/story`])
      expect(JSON.parse(good.stdout)).toMatchObject({
        page: { url: `${url}/story`, name: `${url}/story`, kind: 'html' },
      })
      for (const [args, error] of [
        [[`${url}/story`], 'url-private'],
        [['http://localhost/'], 'url-private'],
        [['--allow-private', `${url}/missing`], 'fetch-status'],
        [['--allow-private', '--max-bytes', '100', `${url}/story`], 'fetch-too-large'],
        [['--allow-private', '--timeout', '0.3', `${url}/slow`], 'fetch-timeout'],
        [['https://user:secret@example.org/'], 'url-invalid'],
      ] as const) {
        const { code, stdout, stderr } = await run(['read', ...args])
        expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
        expect(stderr).toContain(`[${error}]`)
      }
    } finally {
      close()
    }
  })

  test('Ctrl-C ends a fetch with 130 and leaves no file', async () => {
    const { url, close } = await serve()
    try {
      const target = join(folder.path, 'interrupted.json')
      const child = start(['read', '--allow-private', '--format', 'json', '-o', target, page, `${url}/slow`])
      const end = ended(child)
      while (!readdirSync(folder.path).some((name) => name.startsWith('.interrupted.json'))) await wait(20)
      await wait(300)
      child.kill('SIGINT')
      expect(await end).toMatchObject({ code: 130, stderr: expect.stringContaining('[interrupted]') })
      expect(readdirSync(folder.path).filter((name) => name.includes('interrupted'))).toEqual([])
    } finally {
      close()
    }
  })
})

describe('--output', () => {
  const leftovers = () => readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))

  test('writes the file whole, in place of the old one, keeping its mode', async () => {
    const target = folder.file('out.csv', 'old')
    const mode = statSync(target).mode
    expect(await run(['read', '--format', 'csv', '-o', target, story])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(target, 'utf8')).toBe((await run(['read', '--format', 'csv', story])).stdout)
    expect(statSync(target).mode).toBe(mode)
    expect(leftovers()).toEqual([])
  })

  test('goes through a link to the file behind it', async () => {
    const target = folder.file('behind.csv', 'old')
    const link = join(folder.path, 'link.csv')
    symlinkSync(target, link)
    await run(['read', '--format', 'csv', '-o', link, story])
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toMatch(/^page,/)
  })

  test('takes the place of nothing that the command reads', async () => {
    const text = folder.file('own.txt', STORY)
    const list = folder.file('list.txt', 'Mara Ostrander\n')
    const lines = folder.file('lines.jsonl', `${JSON.stringify({ id: 1, text: STORY })}\n`)
    const gold = folder.file('gold.json', '{}')
    const link = join(folder.path, 'own-link.txt')
    symlinkSync(text, link)
    const kept = [text, list, lines, gold].map((path) => readFileSync(path, 'utf8'))
    for (const command of [
      `read ${text} -o ${text}`,
      `read ${story} ${text} -o ${link}`,
      `read - -o ${text} < ${text}`,
      `read ${story} --redact ${list} -o ${list}`,
      `read ${story} --pseudonyms --public ${list} -o ${list}`,
      `read ${story} --pseudonyms --key ${list} --dry-run -o ${list}`,
      `check ${text} --against ${story} -o ${text}`,
      `check ${story} --against ${text} -o ${text}`,
      `pipe -o ${lines} < ${lines}`,
      `score ${gold} ${gold} -o ${gold}`,
    ]) {
      const { code, stderr } = await runInShell(`$ONRECORD ${command}`)
      expect([command, code, stderr]).toEqual([command, 2, expect.stringContaining('[usage]')])
    }
    expect([text, list, lines, gold].map((path) => readFileSync(path, 'utf8'))).toEqual(kept)
    expect(leftovers()).toEqual([])
  })

  test('is never put in the place of a database', async () => {
    const database = folder.file('other.db', 'SQLite format 3\0 and what else there is')
    const { code, stderr } = await run(['read', story, '-o', database])
    expect([code, stderr]).toEqual([2, expect.stringContaining('is a database')])
    expect(readFileSync(database, 'utf8')).toMatch(/^SQLite/)
  })

  test('leaves the old file where no page could be read', async () => {
    const target = folder.file('kept.csv', 'old')
    expect((await run(['read', '--format', 'csv', '-o', target, pdf])).code).toBe(3)
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(leftovers()).toEqual([])
  })

  test('reports what cannot be written', async () => {
    mkdirSync(join(folder.path, 'sub'))
    for (const target of [join(folder.path, 'nowhere', 'x.csv'), join(folder.path, 'sub'), '/dev/full']) {
      const { code, stderr } = await run(['read', '-o', target, story])
      expect(code).toBe(6)
      expect(stderr).toContain('[output-failed]')
    }
  })

  test('a full disk on standard output is reported too', async () => {
    expect(await runInShell(`$ONRECORD read ${story} > /dev/full`)).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('the disk is full'),
    })
  })

  test('a pipe is written to as it is', async () => {
    const { code, stdout } = await runInShell(`$ONRECORD read --format csv -o /dev/stdout ${story} | cat`)
    expect({ code, stdout }).toEqual({ code: 0, stdout: (await run(['read', '--format', 'csv', story])).stdout })
  })
})

test('when the reader of the output goes away, that is the end, and quiet', async () => {
  const { code, stderr } = await runInShell(
    `set -o pipefail; $ONRECORD read --format json ${page} ${page} ${page} | true; echo "\${PIPESTATUS[0]}" >&2`,
  )
  expect({ code, stderr: stderr.trim() }).toEqual({ code: 0, stderr: expect.stringMatching(/^(?:0|141)$/) })
  const big = folder.file('big.txt', '“We will not sail,” Mara Ostrander said.\n\n'.repeat(20_000))
  const gone = await runInShell(`$ONRECORD read --show reading ${big} | head -c 10; echo "\${PIPESTATUS[0]}" >&2`)
  expect(gone.stderr.trim()).toBe('141')
  const help = await runInShell(`$ONRECORD read --help | true; echo "\${PIPESTATUS[0]}" >&2`)
  expect(help.stderr.trim()).toBe('0')
})

describe('forms for other programs', () => {
  const read = async (...args: string[]) => run(['read', '--kind', 'article', ...args])

  test('each is printed, and those that can be taken in again give the statements back', async () => {
    const gold = fromJsonl(`${JSON.stringify(JSON.parse((await read('--format', 'json', story)).stdout))}\n`)[0]
    if (!gold) throw new Error('no document')
    const spans = (document: GoldDocument) =>
      document.statements.map(({ content, cue, mention }) => ({ content, cue, mention }))
    const printed = async (format: string) => {
      const { code, stdout, stderr } = await read('--format', format, story)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      return stdout
    }
    const text = await printed('brat-text')
    expect(text).toBe(STORY)
    expect(spans(gold)).toHaveLength(2)
    expect(spans(fromBrat(await printed('brat'), text, 'a'))).toEqual(spans(gold))
    expect(spans(fromCitron(await printed('citron'), 'a'))).toEqual(spans(gold))
    expect(spans(fromWebAnno(await printed('webanno'), 'a'))).toEqual(spans(gold))
    expect(spans(fromWebAnnotation(await printed('web-annotation')))).toEqual(spans(gold))
    expect(JSON.parse(await printed('schema-org'))['@context']).toBe('https://schema.org')
    expect(await printed('html')).toMatch(/^<!DOCTYPE html>\n<html lang="">/)
  })

  test('of several pages those that can be a list are one, and the others are refused', async () => {
    for (const format of ['web-annotation', 'schema-org'])
      expect(JSON.parse((await read('--format', format, story, story)).stdout)).toHaveLength(2)
    for (const format of ['html', 'citron', 'brat', 'brat-text', 'webanno']) {
      const { code, stdout, stderr } = await read('--format', format, story, story)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('one page at a time. [usage]')
    }
  })

  test('--bom begins CSV with a byte order mark, and goes with nothing else', async () => {
    const plain = (await read('--format', 'csv', story)).stdout
    const path = join(folder.path, 'bom.csv')
    expect((await read('--format', 'csv', '--bom', '-o', path, story, story)).code).toBe(0)
    const written = readFileSync(path, 'utf8')
    expect(written.startsWith(`\ufeff${plain}`)).toBe(true)
    expect(written.lastIndexOf('\ufeff')).toBe(0)
    expect(await read('--format', 'json', '--bom', story)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[usage]'),
    })
  })

  test('--by puts statements in order', async () => {
    expect((await read('--by', 'order', story)).stdout).toBe((await read('--order', story)).stdout)
    expect((await read('--by', 'act', story)).stdout).toMatch(/^promise +1 statement$/m)
    expect((await read('--by', 'speaker', story)).stdout).toBe((await read(story)).stdout)
    expect((await read('--by', 'act', '--format', 'markdown', story)).stdout).toContain('\n## state\n')
    expect((await read('--by', 'act', '--order', story)).code).toBe(2)
    expect((await read('--by', 'size', story)).code).toBe(2)
  })
})

test('a program that waits for what never comes says so, instead of ending without a word', async () => {
  // Standard output is never ready for more, and nothing else is going on.
  const deaf = folder.file('deaf.mjs', 'process.stdout.write = () => false')
  expect(await run(['read', '--tagger', 'rules', page], { env: { NODE_OPTIONS: `--import ${deaf}` } })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'onrecord: The program ended before its work was done. What it told of is kept. [internal]\n',
  })
})
