import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromJson, RECORD_SCHEMA, type RecordJson, toJson, toJsonl } from '../../../src/core/exports/index.js'
import { ROLES } from '../../../src/core/model/index.js'
import { anyRecord, record } from './records.js'

const schema = JSON.parse(readFileSync('schema/record.json', 'utf8'))
const valid = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)
const problems = (value: unknown) => (valid(value) ? null : valid.errors)

const story = record(
  [
    ['navigation', 'Home News'],
    ['title', 'Pilots refuse'],
    ['paragraph', '“No,” Mara Ostrander told reporters, “not by night.”'],
    ['caption', 'The channel'],
    ['list-item', 'A survey'],
  ],
  [{ content: ['“No,”', '“not by night.”'], cue: 'told', mention: 'Mara Ostrander' }],
  { title: 'Pilots refuse' },
)

describe('the JSON record', () => {
  test('keeps to its schema, whatever the page', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(problems(JSON.parse(toJson(any)))).toBeNull()
      }),
    )
  })

  test('gives every character and span back, typed arrays as plain lists', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const back: RecordJson = JSON.parse(toJson(any))
        expect(back.text).toBe(any.reading.text)
        expect(back.meta.title).toBe(any.reading.meta.title)
        expect(back.blocks).toEqual(any.reading.blocks)
        expect(
          back.statements.map(({ content }) => content.map(([start, end]) => back.text.slice(start, end))),
        ).toEqual(
          any.statements.map(({ content }) => content.map(({ start, end }) => any.reading.text.slice(start, end))),
        )
        expect(back.origin?.textLength).toEqual([any.reading.text.length])
      }),
    )
  })

  test('survives UTF-8: lone surrogates are escapes', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(Buffer.from(toJson(any)).toString()).toBe(toJson(any))
      }),
    )
  })

  test('has a line for each member, block and statement', () => {
    expect(toJson(story).split('\n').length).toBe(2 + 7 + (5 + 2) + (1 + 2) + 1)
  })

  test('is refused by the schema where something is missing, added or of the wrong type', () => {
    const good = JSON.parse(toJson(story))
    expect(problems(good)).toBeNull()
    for (const change of [
      { schema: 'onrecord/record/2' },
      { text: 5 },
      { extra: 1 },
      { blocks: [{ ...good.blocks[0], role: 'poem' }] },
      { statements: [{ ...good.statements[0], content: [] }] },
      { statements: [{ ...good.statements[0], cue: [1] }] },
      { statements: [{ ...good.statements[0], cue: [1, 2, 3] }] },
      { statements: [{ ...good.statements[0], confidence: 2 }] },
      { page: { ...good.page, id: 'xyz' } },
    ]) {
      expect(problems({ ...good, ...change })).not.toBeNull()
    }
    for (const member of Object.keys(good)) {
      const { [member]: _, ...rest } = good
      expect(problems(rest)).not.toBeNull()
    }
  })

  test('the schema names the version and the roles that the code has, and no host', () => {
    expect(schema.properties.schema.const).toBe(RECORD_SCHEMA)
    expect(schema.$id).toBe('urn:onrecord:schema:record:1')
    expect(schema.$defs.block.properties.role.enum).toEqual([...ROLES])
  })
})

describe('JSON lines', () => {
  test('have one statement each, with its words and its page', () => {
    const lines = toJsonl(story).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toBe('')
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      page: story.page.id,
      title: 'Pilots refuse',
      id: 's0',
      mention: { words: 'Mara Ostrander' },
      cue: { words: 'told' },
      content: [{ words: '“No,”' }, { words: '“not by night.”' }],
      quotation: 'direct',
      block: 2,
    })
  })

  test('are as many as there are statements, and each is JSON', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const lines = toJsonl(any).split('\n').slice(0, -1)
        expect(lines).toHaveLength(any.statements.length)
        for (const line of lines) JSON.parse(line)
      }),
    )
  })
})

describe('a record taken in again', () => {
  test('is the record that was exported', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const back = fromJson(toJson(any))
        const origin = any.reading.origin && {
          text: [...any.reading.origin.text],
          textLength: [...any.reading.origin.textLength],
          page: [...any.reading.origin.page],
          pageLength: [...any.reading.origin.pageLength],
        }
        expect(back).toEqual({ ...any, reading: { ...any.reading, origin } })
        expect(toJson(back)).toBe(toJson(any))
      }),
    )
  })

  const good = JSON.parse(toJson(story))
  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', { ...good, schema: 'onrecord/record/2' }],
    ['a member of the wrong type', { ...good, text: 5 }],
    ['an unknown role', { ...good, blocks: [{ ...good.blocks[0], role: 'poem' }] }],
    ['a block past the end', { ...good, blocks: [{ ...good.blocks[0], end: 1000 }] }],
    ['a span past the end', { ...good, statements: [{ ...good.statements[0], content: [[0, 1000]] }] }],
    ['an empty span', { ...good, statements: [{ ...good.statements[0], cue: [5, 5] }] }],
    ['half a span', { ...good, statements: [{ ...good.statements[0], cue: [5] }] }],
    [
      'a span that cuts a character',
      { ...good, text: '👩', blocks: [{ ...good.blocks[0], start: 0, end: 1 }], statements: [] },
    ],
    ['an id that is none', { ...good, page: { ...good.page, id: 'x' } }],
    [
      'a speaker',
      { ...good, statements: [{ ...good.statements[0], speaker: { id: 'a', name: 'A', kind: 'person' } }] },
    ],
  ])('is refused with %s', (_, value) => {
    expect(() => fromJson(typeof value === 'string' ? value : JSON.stringify(value))).toThrow(
      expect.objectContaining({ code: 'record-invalid' }),
    )
  })

  test.each(Object.keys(good))('is refused without its %s', (member) => {
    const { [member]: _, ...rest } = good
    expect(() => fromJson(JSON.stringify(rest))).toThrow(expect.objectContaining({ code: 'record-invalid' }))
  })
})
