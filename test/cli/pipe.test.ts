import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Line, linesOf } from '../../src/cli/lines.js'
import { FIELDS } from '../../src/cli/program.js'
import type { SpeakerJson, StatementJson } from '../../src/core/exports/index.js'
import { BODY_ROLES } from '../../src/core/model/index.js'
import { ended, ownFolder, run, runInShell, runInTerminal, start } from './run.js'

const folder = ownFolder()
const STORY =
  '“We will not sail by night,” Mara Ostrander told reporters on Friday.\n\nThe harbour board said it was safe.'
const HTML = `<!doctype html><title>Pilots refuse</title><nav><a href="/">Home</a></nav><article><h1>Pilots refuse to sail by night</h1><p>“We will not sail by night,” Mara Ostrander told reporters on Friday.</p><p>The harbour board said the channel was safe, and that it had been dredged.</p></article>`

const pipe = async (lines: readonly unknown[], args: readonly string[] = []) => {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const { code, stdout, stderr } = await run(['pipe', ...args], { input })
  return {
    code,
    stderr,
    results: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  }
}

describe('a line', () => {
  test('of an article gives its record, spans into its text', async () => {
    const { code, stderr, results } = await pipe([
      { id: 'a', text: STORY, kind: 'article', url: 'https://kelmouth.example/a' },
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [result] = results
    expect(Object.keys(result)).toEqual(['id', ...FIELDS.filter((field) => field !== 'origin')])
    expect(result).toMatchObject({
      id: 'a',
      kind: 'article',
      url: 'https://kelmouth.example/a',
      text: STORY,
      article: STORY,
    })
    const words = (at: [number, number] | null) => at && STORY.slice(...at)
    const names = new Map((result.speakers as SpeakerJson[]).map(({ id, name }) => [id, name]))
    expect(
      (result.statements as StatementJson[]).map(({ content, cue, mention, speaker, quotation }) => ({
        content: content.map((at) => words([...at])),
        cue: words(cue && [...cue]),
        mention: words(mention && [...mention]),
        speaker: speaker && names.get(speaker),
        quotation,
      })),
    ).toEqual([
      {
        content: ['“We will not sail by night,”'],
        cue: 'told',
        mention: 'Mara Ostrander',
        speaker: 'Mara Ostrander',
        quotation: 'direct',
      },
      {
        content: ['it was safe'],
        cue: 'said',
        mention: 'The harbour board',
        speaker: 'harbour board',
        quotation: 'indirect',
      },
    ])
  })

  test('of HTML gives the article alone, and all else in its blocks', async () => {
    const [result] = (await pipe([{ id: 1, html: HTML }], ['--fields', FIELDS.join(',')])).results
    expect(result).toMatchObject({ id: 1, kind: 'html', url: null, origin: { text: expect.any(Array) } })
    expect(result.article).toContain('“We will not sail by night,” Mara Ostrander')
    expect(result.text).toContain('Home')
    const body = result.blocks.filter(({ role }: { role: never }) => BODY_ROLES.has(role))
    expect(
      body.map(({ start, end }: { start: number; end: number }) => result.text.slice(start, end)).join('\n\n'),
    ).toBe(result.article)
  })

  test('of text is a page with its furniture, unless it or --kind says otherwise', async () => {
    const lines = [
      { id: 1, text: STORY },
      { id: 2, text: STORY, kind: 'article' },
    ]
    expect((await pipe(lines)).results.map(({ kind }) => kind)).toEqual(['text', 'article'])
    expect(
      (await pipe([...lines, { id: 3, text: STORY, kind: 'text' }], ['--kind', 'article'])).results.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['article', 'article', 'text'])
  })

  test('gets only what was asked for', async () => {
    const members = async (...args: string[]) => Object.keys((await pipe([{ id: 1, text: STORY }], args)).results[0])
    expect(await members('--fields', 'meta,article')).toEqual(['id', 'article', 'meta'])
    expect(await members('--no-statements', '--fields', 'text,statements')).toEqual(['id', 'text'])
    expect(await members('--no-statements')).not.toContain('statements')
  })

  test.each([
    ['1789012345678901200', 1789012345678901200],
    ['9007199254740991', 9007199254740991],
    ['-0.50', -0.5],
    ['15e-1', 1.5],
    ['1.0E3', 1000],
    ['100', 100],
    ['0', 0],
  ])('a number written as %s is the same when it comes back', async (written, id) => {
    const { results } = await pipe(
      [`{"id": ${written},"text":"The \\"id\\": 1789012345678901234"}`],
      ['--fields', 'kind'],
    )
    expect(results).toEqual([{ id, kind: 'text' }])
  })

  test('keeps its id, whatever that is, and may lack one', async () => {
    const ids = ['x', '', '\ud83d', 5, 1.5, null]
    expect(
      (await pipe([...ids.map((id) => ({ id, text: 'Words' })), { text: 'Words' }], ['--fields', 'kind'])).results.map(
        ({ id }) => id,
      ),
    ).toEqual([...ids, null])
  })

  test('keeps every character of its text', async () => {
    const texts = ['\ud83d alone', 'a\u2028b', '👩‍👩‍👧', 'שלום', 'a\u0000b', ' \t padded \n\n']
    expect(
      (
        await pipe(
          texts.map((text) => ({ text })),
          ['--fields', 'text'],
        )
      ).results.map(({ text }) => text),
    ).toEqual(texts)
  })
})

describe('a bad line', () => {
  test.each([
    ['{', null],
    ['nonsense', null],
    ['[]', null],
    ['null', null],
    ['"text"', null],
    ['{"id":"a"}', 'a'],
    ['{"id":"a","html":5}', 'a'],
    ['{"id":"a","text":null}', 'a'],
    ['{"id":"a","html":"<p>","text":"x"}', 'a'],
    ['{"id":"a","html":"<p>","kind":"article"}', 'a'],
    ['{"id":"a","text":"x","kind":"html"}', 'a'],
    ['{"id":"a","text":"x","kind":"poem"}', 'a'],
    ['{"id":"a","text":"x","url":5}', 'a'],
    ['{"id":{},"text":"x"}', null],
    ['{"id":1789012345678901234,"text":"x"}', null],
    ['{"id":-9007199254740993,"text":"x"}', null],
    ['{"i\\u0064":9007199254740993,"text":"x"}', null],
    ['{"id":0.12345678901234567890,"text":"x"}', null],
    ['{"id":1e400,"text":"x"}', null],
  ])('%s gets an error, and the rest go on', async (line, id) => {
    const { code, results } = await pipe(
      [{ id: 'before', text: 'Words' }, line, { id: 'after', text: 'Words' }],
      ['--fields', 'text'],
    )
    expect(code).toBe(5)
    expect(results).toEqual([
      { id: 'before', text: 'Words' },
      { id, error: { code: 'pipe-line-invalid', message: expect.stringMatching(/^Line 2: /) } },
      { id: 'after', text: 'Words' },
    ])
  })

  test.each(['{"id":"a","text":""}', '{"id":"a","text":" \\n "}', '{"id":"a","html":"<script>1</script>"}'])(
    'may be one of a page without words: %s',
    async (line) => {
      const { code, results } = await pipe([line])
      expect(code).toBe(5)
      expect(results).toEqual([{ id: 'a', error: { code: 'page-empty', message: expect.any(String) } }])
    },
  )

  test('may be one that is not UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"id":2,"text":"Words"}\n'),
    ])
    const { code, stdout } = await run(['pipe', '--fields', 'text'], { input })
    expect(code).toBe(5)
    expect(stdout).toMatch(/^\{"id":null,"error":\{"code":"pipe-line-invalid".*\}\}\n\{"id":2,"text":"Words"\}\n$/)
  })

  test('may be one that is too long, which is passed over', async () => {
    const { code, results } = await pipe(
      [
        { id: 1, text: 'x'.repeat(5000) },
        { id: 2, text: 'Words' },
      ],
      ['--max-bytes', '1K', '--fields', 'text'],
    )
    expect(code).toBe(5)
    expect(results).toEqual([
      { id: null, error: { code: 'pipe-line-too-long', message: expect.stringContaining('Line 1') } },
      { id: 2, text: 'Words' },
    ])
  })
})

test('blank lines, CR LF, a byte order mark and a missing last line end are no trouble', async () => {
  const input = '\ufeff{"id":1,"text":"Words"}\r\n\r\n  \n{"id":2,"text":"Words"}'
  const { code, stdout } = await run(['pipe', '--fields', 'text'], { input })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '{"id":1,"text":"Words"}\n{"id":2,"text":"Words"}\n' })
})

test('a folder on standard input is an error, not an empty input', async () => {
  for (const command of ['pipe', 'read -']) {
    const { code, stderr } = await runInShell(`$ONRECORD ${command} < ${folder.path}`)
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('[page-unreadable]') })
  }
})

test('when the reader of the results goes away, that is the end, and quiet', async () => {
  const input = folder.file('many.jsonl', `${JSON.stringify({ id: 1, text: 'word '.repeat(1000) })}\n`.repeat(300))
  const { stderr } = await runInShell(
    `$ONRECORD pipe --fields text < ${input} | head -c 10; echo "\${PIPESTATUS[0]}" >&2`,
  )
  expect(stderr.trim()).toBe('141')
})

test('no lines give no lines', async () => {
  expect(await run(['pipe'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('each result comes before the next line is there: it streams', async () => {
  const child = start(['pipe', '--fields', 'text'])
  const results: string[] = []
  let got: () => void = () => {}
  child.stdout?.setEncoding('utf8').on('data', (data: string) => {
    results.push(data)
    got()
  })
  const next = () =>
    new Promise<void>((resolve) => {
      got = resolve
    })
  const end = ended(child)
  for (const id of [1, 2, 3]) {
    const result = next()
    child.stdin?.write(`${JSON.stringify({ id, text: 'Words' })}\n`)
    await result
  }
  child.stdin?.end()
  expect((await end).code).toBe(0)
  expect(results).toEqual([1, 2, 3].map((id) => `{"id":${id},"text":"Words"}\n`))
})

test('while nobody takes its results it takes no more lines', async () => {
  const child = start(['pipe', '--fields', 'text'])
  const line = `${JSON.stringify({ id: 1, text: 'word '.repeat(20_000) })}\n`
  let taken = 0
  const offered = 400
  const all = (async () => {
    for (let i = 0; i < offered; i++) {
      await new Promise<void>((resolve, reject) =>
        child.stdin?.write(line, (error) => (error ? reject(error) : resolve())),
      )
      taken++
    }
    child.stdin?.end()
  })()
  // Its output is not read yet: it must stop by itself, wherever the pipes between us are full.
  let before = -1
  while (taken !== before || taken === 0) {
    before = taken
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  expect(taken).toBeLessThan(offered / 2)
  const { code, stdout } = await ended(child)
  await all
  expect(code).toBe(0)
  expect(stdout.match(/\n/g)).toHaveLength(offered)
})

test('-o writes to a file; progress shows on a terminal only', async () => {
  const input = folder.file('in.jsonl', `${JSON.stringify({ id: 1, text: 'Words' })}\n`.repeat(50))
  const target = join(folder.path, 'out.jsonl')
  const { stdout, code } = await runInTerminal(`$ONRECORD pipe --fields text -o ${target} < ${input}`, 80)
  expect(code).toBe(0)
  expect(stdout).toMatch(/\d+ lines, 0 bad/)
  expect(readFileSync(target, 'utf8').match(/\n/g)).toHaveLength(50)
})

describe('lines of a stream', () => {
  const read = async (chunks: readonly Buffer[], maxBytes: number) => {
    const lines: Line[] = []
    async function* stream() {
      yield* chunks
    }
    for await (const line of linesOf(stream(), maxBytes)) lines.push(line)
    return lines
  }

  test('are the same however it is cut into chunks', async () => {
    const line = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10)))
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.array(fc.nat({ max: 9 })),
        fc.integer({ min: 1, max: 12 }),
        async (lines, sizes, maxBytes) => {
          const whole = Buffer.concat(lines.flatMap((bytes) => [bytes, Buffer.from('\n')]))
          const chunks: Buffer[] = []
          let at = 0
          for (const size of sizes) {
            chunks.push(whole.subarray(at, at + size))
            at = Math.min(whole.length, at + size)
          }
          chunks.push(whole.subarray(at))
          expect(await read(chunks, maxBytes)).toEqual(
            lines.map((bytes, i) => ({ number: i + 1, bytes: bytes.length > maxBytes ? null : bytes })),
          )
        },
      ),
    )
  })
})

describe('docs/pipe.md', () => {
  const doc = readFileSync('docs/pipe.md', 'utf8')
  const example = (name: string) => JSON.parse(new RegExp(`\`\`\`json ${name}\n(.*)\n\`\`\``).exec(doc)?.[1] ?? 'null')

  test('its example is what is printed', async () => {
    const expected = example('out')
    const [result] = (await pipe([example('in')], ['--fields', 'article,statements'])).results
    expect(result).toMatchObject(expected)
    expect(Object.keys(result)).toEqual(Object.keys(expected))
  })

  test('its error is what is printed', async () => {
    expect((await pipe(['', { id: 'a2' }])).results).toEqual([example('error')])
  })
})
