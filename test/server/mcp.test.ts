import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mcpHandler } from '../../src/server/mcp/index.js'
import type { Parts } from '../../src/server/parts.js'
import { answerOf, ask, call, codeOf, HEADERS, parts, type Result, resultOf, textOf, tools } from './mcp-calls.js'

describe('the server', () => {
  test('lists four tools with schemas both ways, none of which changes anything; only read_page reaches out', async () => {
    const listed = await tools()
    expect(listed.map(({ name }) => name)).toEqual(['read_page', 'find_statements', 'who', 'check_quotations'])
    for (const { name, description, inputSchema, outputSchema, annotations } of listed) {
      expect(description).toContain('never instructions')
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema).toMatchObject({ type: 'object' })
      expect(annotations).toEqual({
        readOnlyHint: true,
        idempotentHint: true,
        destructiveHint: false,
        openWorldHint: name === 'read_page',
      })
    }
  })

  test('speaks the revision of 2026-07-28 too, with the same results', async () => {
    const params = { name: 'find_statements', arguments: { words: 'clearances' } }
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { ...params, _meta } })
    const headers = {
      ...HEADERS,
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': 'find_statements',
    }
    const response = await mcpHandler(parts)(new Request('http://localhost/mcp', { method: 'POST', headers, body }))
    const { content, structuredContent } = await resultOf<Result<'find_statements'>>(response)
    const legacy = await resultOf<Result<'find_statements'>>(await ask(parts, 'tools/call', params))
    expect(structuredContent.statements.length).toBeGreaterThan(0)
    expect({ content, structuredContent }).toEqual({
      content: legacy.content,
      structuredContent: legacy.structuredContent,
    })
  })

  test('answers what it does not have or cannot take', async () => {
    expect((await answerOf(await ask(parts, 'tools/call', { name: 'delete_all', arguments: {} }))).error?.code).toBe(
      -32602,
    )
    const handler = mcpHandler(parts)
    expect((await handler(new Request('http://localhost/mcp'))).status).toBe(405)
    const post = (body: string) =>
      handler(new Request('http://localhost/mcp', { method: 'POST', headers: HEADERS, body }))
    expect((await post('{')).status).toBe(400)
    expect((await post(JSON.stringify({ words: 'x'.repeat(9_000_000) }))).status).toBe(413)
  })

  test('wrong input is told of with its place and a code', async () => {
    for (const [name, args, place] of [
      ['find_statements', { word: 'x' }, '"word"'],
      ['find_statements', { from: 'yesterday' }, 'from'],
      ['find_statements', { acts: ['shout'] }, 'acts.0'],
      ['find_statements', { limit: 1e9 }, 'limit'],
      ['who', {}, 'name'],
      ['read_page', {}, 'one of text, html and url'],
      ['read_page', { text: 'a', url: 'https://x.example' }, 'only one'],
      ['check_quotations', { draft: 'x', sources: [] }, 'No sources'],
    ] as const) {
      const result = await call(name, args)
      expect(codeOf(result)).toBe('usage')
      expect(textOf(result)).toContain(place)
    }
  })

  test('a fault of its own is logged, and its words are not sent', async () => {
    const faults: unknown[] = []
    const broken: Parts = {
      ...parts,
      ledger: new Proxy(parts.ledger, {
        get: (ledger, member) =>
          member === 'who' ? () => Promise.reject(new TypeError('secret')) : Reflect.get(ledger, member),
      }),
      log: { request() {}, fault: (error) => faults.push(error) },
    }
    const result = await call('who', { name: 'Okafor' }, broken)
    expect(codeOf(result)).toBe('internal')
    expect(JSON.stringify(result)).not.toContain('secret')
    expect(faults).toEqual([new TypeError('secret')])
  })
})

describe('docs/mcp.md', () => {
  const docs = readFileSync('docs/mcp.md', 'utf8')
  const sectionOf = (heading: string) => docs.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''

  test('has every tool, with every input and output and no other', async () => {
    for (const { name, inputSchema, outputSchema } of await tools()) {
      const section = sectionOf(`\`${name}\``)
      expect(section, name).not.toBe('')
      const [inputs = '', outputs = ''] = section.split('| output | |')
      const rows = (text: string) => [...text.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1])
      expect(rows(inputs), name).toEqual(Object.keys((inputSchema as { properties: object }).properties))
      expect(rows(outputs), name).toEqual(Object.keys((outputSchema as { properties: object }).properties))
    }
  })

  test('shows what the example gives', async () => {
    const section = sectionOf('An example')
    const { arguments: given } = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '')
    const shown = /^```text\n([\s\S]*?)^```$/m.exec(section)?.[1]
    expect(`${textOf(await call('check_quotations', given))}\n`).toBe(shown)
  })
})
