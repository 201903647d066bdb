import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../src/cli/program.js'
import { ERROR_CODES } from '../../src/core/model/index.js'
import { run } from './run.js'

/** schema/pipe-in.json and schema/pipe-out.json against what `onrecord pipe` takes and prints. */
const schema = (name: string) => JSON.parse(readFileSync(`schema/${name}.json`, 'utf8'))
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
ajv.addSchema(schema('record'))
const into = ajv.compile(schema('pipe-in'))
const out = ajv.compile(schema('pipe-out'))

const html = readFileSync('examples/attic.html', 'latin1')
const text = readFileSync('examples/transcript.txt', 'utf8')
const GOOD = [
  { id: 'a', html, url: 'https://courier.example/1' },
  { id: 7, text },
  { text: '“No,” Mara Ostrander said.', kind: 'article', source: 'passed over' },
  { id: null, url: null, html: '<p>The board met.</p>', kind: 'html' },
]
const BAD = [
  { id: 'b' },
  { id: 'c', html, text },
  { id: 'd', html: 5 },
  { id: 'e', html, kind: 'article' },
  { id: 'f', text, kind: 'html' },
  { id: true, text },
  { text, url: 5 },
  ['a'],
  'text',
]

/** The lines that `onrecord pipe` prints for some lines. */
async function printed(lines: readonly unknown[], args: readonly string[] = []): Promise<Record<string, unknown>[]> {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const { stdout } = await run(['pipe', ...args], { input })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const problems = (validate: typeof out, value: unknown) => (validate(value) ? null : validate.errors)

describe('the schemas of onrecord pipe', () => {
  test('take the lines that it takes, and their results', async () => {
    for (const line of GOOD) expect(problems(into, line)).toBeNull()
    const results = await printed(GOOD)
    expect(results).toHaveLength(GOOD.length)
    for (const result of results) {
      expect(result).not.toHaveProperty('error')
      expect(problems(out, result)).toBeNull()
    }
  })

  test('refuse the lines that it refuses, and take its errors', async () => {
    for (const line of BAD) expect(into(line), JSON.stringify(line).slice(0, 60)).toBe(false)
    const results = await printed([...BAD, { id: 'g', html: '<script>draw()</script>' }])
    expect(results).toHaveLength(BAD.length + 1)
    for (const result of results) {
      expect(result).toHaveProperty('error')
      expect(problems(out, result)).toBeNull()
    }
  })

  test.each(FIELDS)('take a line of %s alone', async (field) => {
    const [result] = await printed([GOOD[0]], ['--fields', field])
    expect(Object.keys(result ?? {})).toEqual(['id', field])
    expect(problems(out, result)).toBeNull()
  })

  test('refuse a member that is not published, or an unknown error', () => {
    expect(out({ id: 'a', speaker: null })).toBe(false)
    expect(out({ id: 'a', error: { code: 'page-odd', message: '' } })).toBe(false)
    expect(out({ id: 'a', text: 'x', error: { code: 'page-empty', message: '' } })).toBe(false)
  })

  test('know every error code', () => {
    expect(schema('pipe-out').$defs.failure.properties.error.properties.code.enum).toEqual([...ERROR_CODES])
  })
})
