import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BRAT_CONFIGURATION, toBrat } from '../../../src/core/exports/index.js'
import { anyRecord, story } from './records.js'

/** The types and attribute values that an `annotation.conf` allows. */
function allowedBy(configuration: string) {
  const sections = new Map<string, string[]>()
  let section: string[] = []
  for (const line of configuration.split('\n')) {
    const match = /^\[(\w+)\]$/.exec(line)
    if (match) {
      section = []
      sections.set(match[1] as string, section)
    } else if (line !== '') section.push(line)
  }
  return {
    entities: new Set(sections.get('entities')),
    relations: new Map(
      sections.get('relations')?.map((line) => {
        const match = /^(\S+)\tArg1:(\S+), Arg2:(\S+?)(?:, .*)?$/.exec(line)
        if (!match) throw new Error(`no relation: ${line}`)
        return [match[1], [match[2], match[3]]]
      }),
    ),
    attributes: new Map(
      sections.get('attributes')?.map((line) => {
        const match = /^(\S+)\tArg:(\S+?)(?:, Value:(\S+))?$/.exec(line)
        if (!match) throw new Error(`no attribute: ${line}`)
        return [match[1], { on: match[2], values: match[3]?.split('|') ?? null }]
      }),
    ),
  }
}

/**
 * Checks a file as brat's own parser does (its annotation.py, with the text beside it): ids, shapes, offsets in code
 * points, fragments that do not overlap, the words of each, and types against the configuration.
 */
function check(ann: string, text: string): void {
  const { entities, relations, attributes } = allowedBy(BRAT_CONFIGURATION)
  const characters = [...text]
  const types = new Map<string, string>()
  const ids = new Set<string>()
  // Python's codecs end a line at all of these.
  const lines = ann.split(/\n|\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]/)
  if (lines.pop() !== '') throw new Error('the last line is not ended')
  const fail = (line: string) => {
    throw new Error(`brat would not take: ${JSON.stringify(line)}`)
  }
  for (const line of lines) {
    const [id = '', data = '', ...tail] = line.split('\t')
    if (!/^[TRA#]\d+$/.test(id) || ids.has(id)) fail(line)
    ids.add(id)
    if (!id.startsWith('T')) continue
    const [type, ...rest] = data.split(' ')
    if (!entities.has(type as string)) fail(line)
    types.set(id, type as string)
    const seen: [number, number][] = []
    for (const fragment of rest.join(' ').split(';')) {
      const match = /^(\d+) (\d+)$/.exec(fragment)
      const [start, end] = [Number(match?.[1]), Number(match?.[2])]
      if (!match || start >= end || end > characters.length) fail(line)
      if (seen.some(([from, to]) => end >= from && start < to)) fail(line)
      seen.push([start, end])
    }
    const words = seen.map(([start, end]) => characters.slice(start, end).join('')).join(' ')
    if (tail.join('\t') !== words) fail(line)
  }
  for (const line of lines) {
    const [id = '', data = ''] = line.split('\t')
    const [type = '', ...rest] = data.split(' ')
    if (id.startsWith('R')) {
      const ends = rest.map((end, i) => types.get(end.replace(`Arg${i + 1}:`, '')))
      expect(ends, line).toEqual(relations.get(type))
    } else if (id.startsWith('A')) {
      const attribute = attributes.get(type)
      expect(types.get(rest[0] as string), line).toBe(attribute?.on)
      if (attribute?.values) expect(attribute.values, line).toContain(rest[1])
      else expect(rest, line).toHaveLength(1)
    } else if (id.startsWith('#')) expect(types.has(rest[0] as string), line).toBe(true)
  }
}

describe('brat standoff', () => {
  test('is what brat’s parser takes, whatever the page', () => {
    fc.assert(fc.property(anyRecord, (any) => check(toBrat(any), any.reading.text)))
  })

  test('has a broken content in fragments, and a span over a line end too', () => {
    const ann = toBrat(story)
    check(ann, story.reading.text)
    expect(ann).toContain('T1\tContent 42 47;104 119\t“No,” “not by night.”\n')
    expect(ann).toContain('T5\tContent 212 220;221 234\t“It felt like a kerb.”\n')
    expect(ann).toContain('Within Arg1:T3 Arg2:T2\n')
    expect(ann).toMatch(/^A\d+\tAct T1 decline$/m)
    expect(ann).toMatch(/^A\d+\tNegated T3$/m)
    expect(ann).toMatch(/^#\d+\tAnnotatorNotes T2\tspeaker: The board$/m)
  })
})
