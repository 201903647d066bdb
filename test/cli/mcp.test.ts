import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import { ended, ownFolder, run, start } from './run.js'

const folder = ownFolder()
const ledger = join(folder.path, 'ledger.db')
const flags = ['mcp', '--ledger', ledger, '--tagger', 'rules', '--offline']

beforeAll(async () => {
  const added = await run(['add', '--ledger', ledger, '--tagger', 'rules', 'examples/wire-story.txt'])
  expect(added).toMatchObject({ code: 0 })
})

interface Message {
  readonly id: number | null
  readonly result?: {
    readonly isError?: boolean
    readonly content?: readonly { readonly text: string }[]
    readonly tools?: readonly { readonly name: string }[]
    readonly structuredContent?: { readonly total?: number }
  }
  readonly error?: { readonly code: number; readonly message: string }
}

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}
const INITIALIZED = { jsonrpc: '2.0', method: 'notifications/initialized' }
const call = (id: number, name: string, args: object) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
})

/** Lines to the server, and what it answers to each id; every line of standard output must be a message. */
async function exchange(lines: readonly (object | string | Uint8Array)[]) {
  const input = Buffer.concat(
    lines.map((line) =>
      line instanceof Uint8Array
        ? Buffer.concat([line, Buffer.from('\n')])
        : Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    ),
  )
  const { code, stdout, stderr } = await run(flags, { input })
  const messages = stdout
    .split('\n')
    .slice(0, -1)
    .map((line): Message => JSON.parse(line))
  return { code, stderr, messages, to: (id: number | null) => messages.filter((one) => one.id === id) }
}

describe('onrecord mcp', () => {
  test('answers everything that it was asked before its input ended, and ends with 0', async () => {
    const { code, stderr, messages, to } = await exchange([
      INITIALIZE,
      INITIALIZED,
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      call(2, 'find_statements', { words: '' }),
      call(3, 'read_page', { text: '“The river is rising,” said Ana Okafor.', articleOnly: true }),
      call(4, 'nonesuch', {}),
      call(5, 'read_page', { url: 'https://example.org/' }),
    ])
    expect({ code, stderr, n: messages.length }).toEqual({ code: 0, stderr: '', n: 6 })
    expect(to(0)[0]?.result).toMatchObject({ protocolVersion: '2025-06-18', serverInfo: { name: 'onrecord' } })
    expect(to(1)[0]?.result?.tools?.map(({ name }) => name)).toEqual([
      'read_page',
      'find_statements',
      'who',
      'check_quotations',
    ])
    expect(to(2)[0]?.result?.structuredContent?.total).toBeGreaterThan(2)
    expect(to(3)[0]?.result?.content?.[0]?.text).toContain('> Words: “The river is rising,”')
    expect(to(4)[0]?.error).toMatchObject({ code: -32602 })
    expect(to(5)[0]?.result).toMatchObject({ isError: true })
    expect(to(5)[0]?.result?.content?.[0]?.text).toMatch(/ \[offline\]$/)
  })

  test('answers what is no message, and goes on', async () => {
    const { code, messages, to } = await exchange([
      INITIALIZE,
      '{"jsonrpc": "2.0", "id": 1,',
      '',
      Buffer.from([0xff, 0xfe, 0x7b]),
      '{"id": 2, "method": 7}',
      '[]',
      call(3, 'who', { name: 'a' }),
    ])
    expect(code).toBe(0)
    expect(to(null).map(({ error }) => error?.code)).toEqual([-32700, -32700, -32600])
    expect(to(2).map(({ error }) => error?.code)).toEqual([-32600])
    expect(to(3)[0]?.result?.isError).toBeUndefined()
    expect(messages).toHaveLength(6)
  })

  test('refuses what is too large, page or message, and goes on', async () => {
    const { code, to } = await exchange([
      INITIALIZE,
      call(1, 'read_page', { text: 'word '.repeat(500_000) }),
      call(2, 'read_page', { text: 'word '.repeat(2_000_000) }),
      call(3, 'find_statements', {}),
    ])
    expect(code).toBe(0)
    expect(to(1)[0]?.result?.content?.[0]?.text).toMatch(/ \[page-too-large\]$/)
    expect(to(2)).toEqual([])
    expect(to(null)[0]?.error?.message).toMatch(/^The message is larger than 8388608 bytes .* \[page-too-large\]$/)
    expect(to(3)[0]?.result?.structuredContent?.total).toBeGreaterThan(2)
  })

  test('the example of docs/mcp.md runs', async () => {
    const { code, stderr, messages, to } = await exchange([readFileSync('examples/mcp/requests.jsonl')])
    expect({ code, stderr, n: messages.length }).toEqual({ code: 0, stderr: '', n: 4 })
    expect(to(3)[0]?.result?.content?.[0]?.text).toContain('> Words: “No family was removed without a hearing,”')
  })

  test('ends at once where nothing is asked', async () => {
    expect(await run(flags)).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test.each([
    ['SIGTERM', 0],
    ['SIGINT', 130],
  ] as const)('%s ends it cleanly while its input is open', async (signal, code) => {
    const child = await answering()
    const end = ended(child)
    child.kill(signal)
    expect(await end).toMatchObject({ code, stderr: '' })
  })

  test('ends where nobody reads its output any more', async () => {
    const child = await answering()
    const end = ended(child)
    child.stdout?.destroy()
    child.stdin?.write(`${JSON.stringify(call(9, 'find_statements', {}))}\n`)
    expect(await end).toMatchObject({ code: 0, stderr: '' })
  })

  test('a ledger that cannot be used is an error before anything is said', async () => {
    const broken = folder.file('broken.db', 'this is no database, whatever its name says'.repeat(100))
    const { code, stdout, stderr } = await run(['mcp', '--ledger', broken])
    expect({ code, stdout }).toEqual({ code: 9, stdout: '' })
    expect(stderr).toMatch(/\[ledger-broken\]\n$/)
  })

  test('a ledger that is not there yet is made, so that an assistant can be set up first', async () => {
    const place = join(folder.path, 'new', 'ledger.db')
    const { code, stdout } = await run(['mcp', '--ledger', place], {
      input: [INITIALIZE, call(1, 'find_statements', {})].map((one) => `${JSON.stringify(one)}\n`).join(''),
    })
    expect(code).toBe(0)
    expect(stdout).toContain('no pages yet')
    expect(existsSync(place)).toBe(true)
  })
})

/** A server that has answered once, and whose input stays open. */
async function answering(): Promise<ChildProcess> {
  const child = start(flags)
  if (!child.stdout || !child.stdin) throw new Error('the process has no pipes')
  child.stdin.on('error', () => {})
  child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`)
  const lines = createInterface({ input: child.stdout })
  await new Promise((resolve) => lines.once('line', resolve))
  lines.close()
  return child
}
