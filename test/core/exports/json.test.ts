import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fromJson,
  RECORD_SCHEMA,
  type RecordJson,
  toJson,
  toJsonl,
  unknownOf,
} from '../../../src/core/exports/index.js'
import { ACTS, ROLES } from '../../../src/core/model/index.js'
import { anyRecord, record } from './records.js'

const schema = JSON.parse(readFileSync('schema/record.json', 'utf8'))
const ajv = () => new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
const valid = ajv().compile(schema)
/** The schema with no members but the described ones: what is written here keeps to it. */
const strict = ajv().compile(closed(schema))
const problems = (value: unknown) => (valid(value) ? null : valid.errors)
const strictProblems = (value: unknown) => (strict(value) ? null : strict.errors)

function closed(part: unknown): object {
  const whole = JSON.parse(
    JSON.stringify(part, (_, value) =>
      value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
    ),
  )
  return { ...whole, $id: `${whole.$id}:closed` }
}

const story = record(
  [
    ['navigation', 'Home News'],
    ['title', 'Pilots refuse'],
    ['paragraph', '“No,” Mara Ostrander told reporters, “not by night.”'],
    ['caption', 'The channel'],
    ['list-item', 'A survey'],
  ],
  [
    {
      content: ['“No,”', '“not by night.”'],
      cue: 'told',
      mention: 'Mara Ostrander',
      act: 'decline',
      addressee: 'reporters',
      speaker: 0,
      speakerWhy: 'its name',
    },
  ],
  { title: 'Pilots refuse' },
  {},
  [{ name: 'Mara Ostrander', kind: 'person' }],
)

/** The record with a member that nobody knows in each of its objects. */
function extended(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(extended)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries([
    ...Object.entries(value).map(([name, member]) => [name, name === 'sources' ? member : extended(member)]),
    ['newer', { list: [1, 'é'] }],
  ])
}

describe('the JSON record', () => {
  test('keeps to its schema, whatever the page', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(strictProblems(JSON.parse(toJson(any)))).toBeNull()
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

  test('has a line for each member, block, speaker and statement', () => {
    expect(toJson(story).split('\n').length).toBe(2 + 7 + (5 + 2) + (1 + 2) + (1 + 2) + 1)
  })

  test('is refused by the schema where something is missing or of the wrong type', () => {
    const good = JSON.parse(toJson(story))
    expect(problems(good)).toBeNull()
    for (const change of [
      { schema: 'onrecord/record/1' },
      { text: 5 },
      { blocks: [{ ...good.blocks[0], role: 'poem' }] },
      { statements: [{ ...good.statements[0], content: [] }] },
      { statements: [{ ...good.statements[0], cue: [1] }] },
      { statements: [{ ...good.statements[0], cue: [1, 2, 3] }] },
      { statements: [{ ...good.statements[0], confidence: 2 }] },
      { statements: [{ ...good.statements[0], act: 'shout' }] },
      { statements: [{ ...good.statements[0], negated: null }] },
      { statements: [{ ...good.statements[0], when: { span: [0, 1] } }] },
      { speakers: [{ ...good.speakers[0], kind: 'robot' }] },
      { page: { ...good.page, id: 'xyz' } },
    ]) {
      expect(problems({ ...good, ...change })).not.toBeNull()
    }
    for (const member of Object.keys(good)) {
      const { [member]: _, ...rest } = good
      expect(problems(rest)).not.toBeNull()
    }
  })

  test('may have members that the schema does not describe, anywhere; what is written has none', () => {
    const more = extended(JSON.parse(toJson(story)))
    expect(problems(more)).toBeNull()
    expect(strictProblems(more)).not.toBeNull()
  })

  test('the schema names the version and the closed lists that the code has, and no host', () => {
    expect(schema.properties.schema.const).toBe(RECORD_SCHEMA)
    expect(schema.$id).toBe('urn:onrecord:schema:record:2')
    expect(schema.$defs.block.properties.role.enum).toEqual([...ROLES])
    expect(schema.$defs.statement.properties.act.enum).toEqual(ACTS.map(({ name }) => name))
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
      speaker: { id: 'p0', name: 'Mara Ostrander', kind: 'person' },
      act: 'decline',
      negated: false,
      hedges: [],
      addressee: { words: 'reporters' },
      medium: null,
      when: null,
      within: null,
      quoted: [],
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

  test('keeps the members that this version does not know, each in its place after the known ones', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const more = `${JSON.stringify(extended(JSON.parse(toJson(any))))}`
        const back = fromJson(more)
        expect(JSON.stringify(JSON.parse(toJson(back)))).toBe(more)
        expect(toJson(fromJson(toJson(back)))).toBe(toJson(back))
      }),
    )
  })

  test('keeps them through a copy, and one that is named like a prototype too', () => {
    const json = toJson(story).replace('"id":"s0"', '"id":"s0","__proto__":{"newer":1}')
    const back = fromJson(json)
    expect(unknownOf(back.statements[0] as object)).toHaveProperty(['__proto__'], { newer: 1 })
    const copy = { ...back, statements: back.statements.map((statement) => ({ ...statement, confidence: 0.5 })) }
    expect(JSON.parse(toJson(copy)).statements[0]).toHaveProperty(['__proto__'], { newer: 1 })
    expect(({} as { newer?: number }).newer).toBeUndefined()
  })

  test.each(['onrecord/record/1', 'onrecord/record/3', 'onrecord/record/12'])(
    'is refused, and told apart, where it is of another version: %s',
    (version) => {
      expect(() => fromJson(toJson(story).replace(RECORD_SCHEMA, version))).toThrow(
        expect.objectContaining({ code: 'record-version', message: expect.stringContaining(version.slice(16)) }),
      )
    },
  )

  const good = JSON.parse(toJson(story))
  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a schema that is none of ours', { ...good, schema: 'onrecord/record/x' }],
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
    ['an unknown act', { ...good, statements: [{ ...good.statements[0], act: 'shout' }] }],
    ['an unknown kind of speaker', { ...good, speakers: [{ ...good.speakers[0], kind: 'robot' }] }],
    ['a speaker that it does not have', { ...good, speakers: [] }],
    ['a statement within none', { ...good, statements: [{ ...good.statements[0], within: 's9' }] }],
    ['a speaker of no statement', { ...good, speakers: [{ ...good.speakers[0], statements: ['s9'] }] }],
    ['an id given twice', { ...good, statements: [good.statements[0], good.statements[0]] }],
    ['a confidence above 1', { ...good, statements: [{ ...good.statements[0], confidence: 2 }] }],
    ['a confidence without end', toJson(story).replace(/"confidence":[^,]+/, '"confidence":1e999')],
    ['a score of a block below 0', { ...good, blocks: [{ ...good.blocks[0], body: -0.1 }] }],
    ['a time without a date', { ...good, statements: [{ ...good.statements[0], when: { span: [0, 1] } }] }],
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
