import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonValue, readJson, stringOf } from '../../../../src/core/reading/meta/json.js'

/** A value without its places. Test values nest little. */
function plain(page: string, value: JsonValue): unknown {
  switch (value.kind) {
    case 'string':
      return stringOf(page, value)
    case 'word': {
      const word = page.slice(value.start, value.end)
      return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word)
    }
    case 'array':
      return value.items.map((v) => plain(page, v))
    case 'object':
      return Object.fromEntries([...value.members].map(([k, v]) => [k, plain(page, v)]))
  }
}

const read = (json: string): unknown => {
  const [first] = readJson(json, 0, json.length)
  return first && plain(json, first)
}

describe('readJson', () => {
  it('reads what JSON.parse reads, to the same values', () => {
    fc.assert(
      fc.property(
        fc
          .jsonValue({ maxDepth: 4, noUnicodeString: false })
          .filter((v) => !/"__proto__"|\\[nrtfb]/.test(JSON.stringify(v))),
        fc.constantFrom(undefined, 1, '\t'),
        (value, indent) => {
          const json = JSON.stringify({ value }, null, indent)
          const written = JSON.parse(json) as unknown
          // Numbers are left as words; -0 and exponents come back through Number all the same.
          expect(read(json)).toEqual(written)
        },
      ),
    )
  })

  it('gives each string its place in the page', () => {
    const page = '<script>{"a": ["one", "t\\u0077o"]}</script>'
    const [object] = readJson(page, 8, page.length - 9)
    const list = object?.kind === 'object' ? object.members.get('a') : undefined
    const items = list?.kind === 'array' ? list.items : []
    expect(items.map((v) => (v.kind === 'string' ? page.slice(v.start, v.end) : ''))).toEqual(['one', 't\\u0077o'])
    expect(items.map((v) => (v.kind === 'string' ? stringOf(page, v) : ''))).toEqual(['one', 'two'])
  })

  it.each([
    ['a trailing comma', '{"a": [1, 2,], "b": 3,}', { a: [1, 2], b: 3 }],
    ['a missing comma at a line end', '{"a": "x"\n"b": "y"}', { a: 'x', b: 'y' }],
    ['raw line ends and tabs in a string', '{"a": "x\n\ty"}', { a: 'x\n\ty' }],
    ['comments', '/* c */ {"a": 1, // d\n "b": 2}', { a: 1, b: 2 }],
    ['a CDATA wrapper', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['a bare CDATA wrapper', '<![CDATA[{"a": 1}]]>', { a: 1 }],
    ['an HTML comment wrapper', '<!-- {"a": 1} -->', { a: 1 }],
    ['unescaped quotation marks', '{"a": "He said "yes" to it", "b": 2}', { a: 'He said "yes" to it', b: 2 }],
    ['a semicolon at the end', '{"a": 1};', { a: 1 }],
    ['a broken escape', '{"a": "x\\q\\u12"}', { a: 'xqu12' }],
    ['an end that is missing', '{"a": {"b": "c"', { a: { b: 'c' } }],
  ])('bears with %s', (_, json, value) => {
    expect(read(json)).toEqual(value)
  })

  it('keeps keys that name an object’s inner parts as keys like any other', () => {
    const json = '{"__proto__": {"polluted": "yes"}, "constructor": "x"}'
    const [object] = readJson(json, 0, json.length)
    expect(object?.kind === 'object' && object.members.get('constructor')?.kind).toBe('string')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\/*<!-> \na1'), maxLength: 200 }), (text) => {
        for (const value of readJson(text, 0, text.length)) expect(value.kind).toMatch(/^(?:string|word|array|object)$/)
      }),
    )
  })

  it('reads past what nests without end', () => {
    const deep = `${'[{"a":'.repeat(200_000)}1`
    expect(readJson(deep, 0, deep.length)).toHaveLength(1)
    expect(readJson('['.repeat(1_000_000), 0, 1_000_000)).toHaveLength(1)
    const after = `{"deep": ${'['.repeat(1000)}${']'.repeat(1000)}, "b": "c"}`
    const [object] = readJson(after, 0, after.length)
    expect(object?.kind === 'object' && object.members.has('b')).toBe(true)
  })
})
