import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/core/model/index.js'
import { openApiDocument } from '../../src/server/index.js'
import { statusOf } from '../../src/server/problem.js'
import { builtCli } from '../build.js'

/** docs/http.md against the server: routes and statuses are all there, and the examples, run in order, print what it says. */
const ROOT = join(import.meta.dirname, '..', '..')
const HTTP = readFileSync(join(ROOT, 'docs', 'http.md'), 'utf8')
const HERE = 'http://localhost:7373'

interface Operation {
  readonly summary: string
  readonly operationId: string
}
const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> }
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
)

/** Each `sh` block with the block of output that follows it. */
const examples = [...HTTP.matchAll(/^```sh\n([\s\S]*?)^```\n+^```(json|text)\n([\s\S]*?)^```$/gm)].map(
  ([, command = '', form = '', printed = '']) => ({ command, form, printed, name: command.split('\n')[0] ?? '' }),
)

/** A server of the command line, on a ledger of its own. */
class Desk {
  readonly #process: ChildProcess
  address = ''
  said = ''

  private constructor(process: ChildProcess) {
    this.#process = process
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
  }

  static async open(cli: string, ledger: string): Promise<Desk> {
    const args = [cli, 'desk', '--no-open', '--port', '0', '--tagger', 'rules', '--jobs', '1', '--ledger', ledger]
    const desk = new Desk(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] }))
    while (!/http:\S+\//.test(desk.said)) {
      if (desk.#process.exitCode !== null) throw new Error(desk.said)
      await wait(50)
    }
    desk.address = `http://localhost:${/:(\d+)\//.exec(desk.said)?.[1]}`
    return desk
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  }
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-http-'))
let free: Desk
let guarded: Desk
let token = ''

beforeAll(async () => {
  const cli = await builtCli()
  const withUsers = join(folder, 'users.db')
  const run = (args: readonly string[], input: string) =>
    execFileSync(process.execPath, [cli, ...args, '--ledger', withUsers], { input, encoding: 'utf8' })
  run(['users', 'add', 'ana', '--role', 'owner'], 'seven owls on a wire\n')
  token = run(['tokens', 'add', 'ana', '--scope', 'read', '--days', '1'], '').trim()
  free = await Desk.open(cli, join(folder, 'tarn.db'))
  guarded = await Desk.open(cli, withUsers)
}, 120_000)

afterAll(async () => {
  await free?.close()
  await guarded?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every route has its heading with what the OpenAPI document says, and no other has one', () => {
  const routes = HTTP.slice(HTTP.indexOf('\n## Routes\n'))
  const headings = [...routes.matchAll(/^### `(.*)`\n\n(.*)$/gm)].map(([, name, first]) => [name, first])
  expect(headings).toEqual(
    operations.map(({ name, summary, operationId }) => [name, `${summary.replace(/\.$/, '')}. \`${operationId}\`.`]),
  )
})

test('every status has its codes', () => {
  const rows = [...HTTP.matchAll(/^\| (\d{3}) \| (.*) \|$/gm)].map(([, status, codes = '']) => [
    Number(status),
    [...codes.matchAll(/`(.*?)`/g)].map((match) => match[1]).sort(),
  ])
  const wanted = new Map<number, string[]>()
  for (const code of ERROR_CODES) wanted.set(statusOf(code), [...(wanted.get(statusOf(code)) ?? []), code].sort())
  // Of 500 the one is named that is not somebody's mistake elsewhere.
  wanted.set(500, ['internal'])
  expect(rows).toEqual([...wanted].sort(([a], [b]) => a - b))
})

/** What was printed as a pattern: … is anything; of JSON, white space does not count. */
function patternOf(printed: string, isJson: boolean): RegExp {
  const plain = isJson ? printed.replace(/\s+/g, '') : printed.trim()
  const parts = plain.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = parts.join('[\\s\\S]*?')
  return new RegExp(isJson ? `^${pattern}$` : pattern)
}

test('the examples print what the page says', { timeout: 60_000 }, async () => {
  expect(examples.length).toBeGreaterThan(12)
  for (const { command, form, printed, name } of examples) {
    const desk = command.includes('$TOKEN') ? guarded : free
    const { stdout } = await promisify(execFile)('sh', ['-c', command.replaceAll(HERE, desk.address)], {
      cwd: ROOT,
      env: { ...process.env, TOKEN: token },
    })
    const isJson = form === 'json'
    // JSON that is cut in the middle by the page is whole in the answer.
    const shown = isJson ? JSON.stringify(JSON.parse(stdout)).replace(/\s+/g, '') : stdout
    expect(shown, name).toMatch(patternOf(printed, isJson))
    while (((await (await fetch(`${desk.address}/api/imports`)).json()) as { open?: unknown[] }).open?.length)
      await wait(50)
  }
})

test('the typed client’s example prints what the page says', async () => {
  const [, code = '', printed] = /^```js\n([\s\S]*?)^```\n+^```text\n([\s\S]*?)^```$/m.exec(HTTP) ?? []
  // Inside the package, so that openapi-fetch is found.
  const file = join(ROOT, '.cache', `http-${process.pid}.mjs`)
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(file, code.replace(HERE, free.address))
  try {
    expect((await promisify(execFile)(process.execPath, [file])).stdout).toBe(printed)
  } finally {
    rmSync(file)
  }
})

test('the log has a line for each request, and no words', async () => {
  const lines = free.said.split('\n').filter((line) => line.startsWith('{'))
  expect(lines.length).toBeGreaterThan(12)
  for (const line of lines) {
    const members = Object.keys(JSON.parse(line) as object)
    expect(members).toEqual(expect.arrayContaining(['level', 'time', 'method', 'route', 'status', 'took', 'msg']))
    expect(line).not.toMatch(/risk|Ruiz|bridge|127\.0\.0\.1|elsewhere/)
  }
})
