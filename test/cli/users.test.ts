import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { secretKey } from '../../src/core/accounts/index.js'
import { openAccounts } from '../../src/node/accounts/index.js'
import { builtCli } from '../build.js'
import { ended, ownFolder, run } from './run.js'

const folder = ownFolder()
const cli = await builtCli()
let count = 0

/** A ledger of its own, made by adding ana as its owner. */
async function withAna() {
  const env = { ONRECORD_LEDGER: join(folder.path, `users-${++count}.db`), ONRECORD_BY: 'root' }
  const added = await run(['users', 'add', 'ana', '--role', 'owner'], { env, input: 'four quiet otters\n' })
  expect(added).toMatchObject({ code: 0, stdout: 'Added ana, owner.\n', stderr: '' })
  const accounts = async <T>(work: (opened: Awaited<ReturnType<typeof openAccounts>>) => Promise<T>): Promise<T> => {
    const opened = await openAccounts(env.ONRECORD_LEDGER, { create: false })
    try {
      return await work(opened)
    } finally {
      await opened.close()
    }
  }
  return { env, accounts }
}

describe('onrecord users', () => {
  test('adds, lists, changes, disables and removes, and logs each', async () => {
    const { env, accounts } = await withAna()
    expect(statSync(env.ONRECORD_LEDGER).mode & 0o077).toBe(0)
    await run(['users', 'add', 'Ben', '--role', 'reader'], { env, input: 'nine loud herons\r\nand more' })
    expect((await run(['users', 'list'], { env })).stdout).toMatch(
      /^ana {2}owner {3}\d{4}-\d\d-\d\d\nBen {2}reader {2}\d{4}-\d\d-\d\d\n$/,
    )
    expect(await accounts((opened) => opened.checkPassword('ben', 'nine loud herons'))).toMatchObject({ name: 'Ben' })
    expect((await run(['users', 'passwd', 'BEN'], { env, input: 'ten tall storks' })).code).toBe(0)
    expect(await accounts((opened) => opened.checkPassword('ben', 'nine loud herons'))).toBeNull()
    expect(await accounts((opened) => opened.checkPassword('ben', 'ten tall storks'))).not.toBeNull()
    expect((await run(['users', 'role', 'ben', '--role', 'editor'], { env })).stdout).toBe('Ben is editor.\n')
    expect((await run(['users', 'disable', 'ben'], { env })).stdout).toContain('Ben is disabled')
    const { stdout } = await run(['users', 'list', '--format', 'json'], { env })
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'ana', role: 'owner', disabled: false },
      { name: 'Ben', role: 'editor', disabled: true },
    ])
    await run(['users', 'enable', 'ben'], { env })
    await run(['users', 'remove', 'ben'], { env })
    expect((await run(['users', 'list'], { env })).stdout).not.toContain('Ben')
    const log = await accounts((opened) => opened.audit({ limit: 20 }))
    expect(log.map(({ who, method, route, target }) => [who, method, route, target]).reverse()).toEqual(
      ['add', 'add', 'passwd', 'role', 'disable', 'enable', 'remove'].map((command, i) => [
        'root (command line)',
        'CLI',
        `users ${command}`,
        i === 0 ? 'ana' : 'Ben',
      ]),
    )
  })

  test.each([
    ['a first user who is no owner', ['add', 'ana', '--role', 'reader'], 'four quiet otters', 2, 'usage'],
    ['a short password', ['add', 'ana', '--role', 'owner'], 'otters', 2, 'usage'],
    ['no password', ['add', 'ana', '--role', 'owner'], '', 2, 'usage'],
    ['an endless line', ['add', 'ana', '--role', 'owner'], 'x'.repeat(200_000), 2, 'usage'],
    ['a name with a blank', ['add', 'ana b', '--role', 'owner'], 'four quiet otters', 2, 'usage'],
    ['a password in a flag', ['add', 'ana', '--role', 'owner', '--password', 'four quiet otters'], '', 2, 'usage'],
    ['no role', ['add', 'ana'], 'four quiet otters', 2, 'usage'],
    ['a role that is none', ['add', 'ana', '--role', 'king'], 'four quiet otters', 2, 'usage'],
  ])('refuses %s, and adds nobody', async (_, args, input, code, name) => {
    const env = { ONRECORD_LEDGER: join(folder.path, `refused-${++count}.db`) }
    const result = await run(['users', ...args], { env, input })
    expect(result).toMatchObject({ code, stdout: '' })
    expect(result.stderr).toContain(`[${name}]`)
    if (input !== '') expect(result.stderr).not.toContain(input)
    expect((await run(['users', 'list', '--format', 'json'], { env })).stdout.replace(/\s/g, '')).toMatch(/^(\[\])?$/)
  })

  test('says who is not there, is there already, or must stay', async () => {
    const { env } = await withAna()
    const again = await run(['users', 'add', 'ANA', '--role', 'owner'], { env, input: 'four quiet otters' })
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('[account-exists]')])
    for (const args of [
      ['remove', 'ana'],
      ['disable', 'ana'],
      ['role', 'ana', '--role', 'editor'],
    ]) {
      const last = await run(['users', ...args], { env })
      expect([last.code, last.stderr]).toEqual([2, expect.stringContaining('[account-last-owner]')])
    }
    for (const command of ['passwd', 'disable', 'remove']) {
      const nobody = await run(['users', command, 'nobody'], { env, input: 'four quiet otters' })
      expect([nobody.code, nobody.stderr]).toEqual([10, expect.stringContaining('[not-found]')])
    }
    const nowhere = await run(['users', 'list', '--ledger', join(folder.path, 'none.db')])
    expect([nowhere.code, nowhere.stderr]).toEqual([9, expect.stringContaining('[ledger-missing]')])
  })

  test.each([
    ['typed twice', ['ottx\u007fers by the four\r', 'otters by the four\r'], 0],
    ['typed at once, the line taken back first', ['wrong\u0015otters by the four\rotters by the four\r'], 0],
    ['that differs', ['otters by the four\r', 'otters by the five\r'], 2],
    ['that is broken off', ['otters by\u0003'], 130],
  ])('shows nothing of a password on a terminal %s', async (_, typed, code) => {
    const env = { ONRECORD_LEDGER: join(folder.path, `typed-${++count}.db`) }
    const command = `${process.execPath} ${cli} users add ana --role owner`
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      env: { ...env, PATH: process.env.PATH, HOME: process.env.HOME, TERM: 'xterm-256color', SHELL: '/bin/sh' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let shown = ''
    let next = 0
    child.stdout?.on('data', (part: Buffer) => {
      shown += part.toString()
      // Each answer once it is asked for.
      const asked = shown.match(/(?:Password for ana|The same again): /g)?.length ?? 0
      while (next < Math.min(asked, typed.length)) child.stdin?.write(typed[next++] as string)
    })
    const result = await ended(child)
    expect(result.code).toBe(code)
    expect(shown).not.toMatch(/otters|wrong|by the/)
    if (code === 0) {
      expect(shown).toContain('Added ana, owner.')
      const opened = await openAccounts(env.ONRECORD_LEDGER)
      expect(await opened.checkPassword('ana', 'otters by the four')).not.toBeNull()
      await opened.close()
    }
  })
})

describe('onrecord tokens', () => {
  test('makes one, shows it once, lists and revokes it', async () => {
    const { env, accounts } = await withAna()
    const args = ['tokens', 'add', 'Ana', '--scope', 'write', '--days', '90', '--note', 'nightly']
    const made = await run(args, { env })
    // Standard output is the token alone, for TOKEN=$(…).
    expect(made.stdout).toMatch(/^onr_[\w-]{43}\n$/)
    const secret = made.stdout.trim()
    const found = await accounts((opened) => opened.token(secretKey(secret)))
    expect(found).toMatchObject({ token: { user: 'ana', scope: 'write', note: 'nightly', used: null } })
    if (!found) throw new Error('the token is not in the ledger')
    const { id, made: from, expires } = found.token
    expect(Date.parse(expires) - Date.parse(from)).toBe(90 * 86_400_000)
    const { stdout } = await run(['tokens', 'list'], { env })
    expect(stdout).toBe(`${id}  ana  write  until ${expires.slice(0, 10)}  never used  nightly\n`)
    expect(JSON.parse((await run(['tokens', 'list', '-f', 'json'], { env })).stdout)).toEqual([found.token])
    expect((await run(['tokens', 'revoke', id], { env })).code).toBe(0)
    expect(await accounts((opened) => opened.token(secretKey(secret)))).toBeNull()
    expect((await run(['tokens', 'revoke', id], { env })).code).toBe(10)
    const log = await accounts((opened) => opened.audit({ limit: 2 }))
    expect(log.map(({ route, target }) => [route, target])).toEqual([
      ['tokens revoke', id],
      ['tokens add', `ana ${id}`],
    ])
    expect(JSON.stringify(log)).not.toContain(secret)
  })

  test('makes none for longer than a year, without an end, for nobody, or for more than its user may', async () => {
    const { env } = await withAna()
    await run(['users', 'add', 'ben', '--role', 'reader'], { env, input: 'nine loud herons' })
    for (const [args, code] of [
      [['ana', '--scope', 'read', '--days', '366'], 2],
      [['ana', '--scope', 'read', '--days', '0'], 2],
      [['ana', '--scope', 'read'], 2],
      [['ana', '--days', '9'], 2],
      [['nobody', '--scope', 'read', '--days', '9'], 10],
      [['ben', '--scope', 'write', '--days', '9'], 2],
    ] as const)
      expect(await run(['tokens', 'add', ...args], { env })).toMatchObject({ code, stdout: '' })
    expect((await run(['tokens', 'list'], { env })).stdout).toBe('No tokens.\n')
  })
})
