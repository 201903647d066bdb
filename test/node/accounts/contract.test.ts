import { describe, expect, test } from 'vitest'
import { type Accounts, newSecret, newToken, secretKey } from '../../../src/core/accounts/index.js'
import { openAccounts, scryptPasswords } from '../../../src/node/accounts/index.js'
import { openLedger } from '../../../src/node/ledger/open.js'
import { storeKinds } from '../ledger/stores.js'

/** Cheap hashes: these tests are of the store. */
const passwords = scryptPasswords({ cost: 2 ** 4, block: 8, parallel: 1 })
const AT = '2026-05-20T10:00:00.000Z'
const WORDS = 'four quiet otters row'
const ada = { name: 'Ada', role: 'owner', password: WORDS, added: AT } as const
const ben = { name: 'ben', role: 'reader', password: 'nine loud herons dive', added: AT } as const
const event = { at: AT, who: 'Ada', token: null, method: 'POST', route: '/api/users', status: 201, address: '::1' }

describe.each(storeKinds())('accounts in $name', ({ fresh, spoil }) => {
  const withAccounts = async (work: (accounts: Accounts, place: string) => Promise<void>) => {
    const place = await fresh()
    const accounts = await openAccounts(place, { passwords })
    try {
      await work(accounts, place)
    } finally {
      await accounts.close()
    }
  }

  test('keep users, in order of their names, whichever way a name is written', () =>
    withAccounts(async (accounts) => {
      await accounts.addUser(ada)
      await accounts.addUser(ben)
      await accounts.addUser({ ...ben, name: 'Élodie' })
      expect(await accounts.users()).toEqual([
        { name: 'Ada', role: 'owner', disabled: false, added: AT },
        { name: 'ben', role: 'reader', disabled: false, added: AT },
        { name: 'Élodie', role: 'reader', disabled: false, added: AT },
      ])
      await expect(accounts.addUser({ ...ben, name: 'BEN' })).rejects.toMatchObject({ code: 'account-exists' })
      // The same name with the accent as a character of its own, in upper case.
      await expect(accounts.addUser({ ...ben, name: 'E\u0301LODIE' })).rejects.toMatchObject({ code: 'account-exists' })
      await accounts.removeUser('e\u0301lodie')
      expect((await accounts.users()).map(({ name }) => name)).toEqual(['Ada', 'ben'])
    }))

  test.each([
    ['', WORDS],
    ['-force', WORDS],
    ['a/b', WORDS],
    ['two words', WORDS],
    ['a\u0000', WORDS],
    ['x'.repeat(65), WORDS],
    ['cleo', 'short'],
    ['cleo', 'x'.repeat(1025)],
    ['abcdefghijkl', 'ABCDEFGHIJKL'],
    ['cleo', 'cleocleocleo'],
  ])('refuse the name %j with the password %j', (name, password) =>
    withAccounts(async (accounts) => {
      const failure = await accounts.addUser({ ...ada, name, password }).catch((error) => error)
      expect(failure).toMatchObject({ code: 'usage' })
      if (password !== '') expect(failure.message).not.toContain(password)
      expect(await accounts.users()).toEqual([])
    }),
  )

  test('know a password, and no other, and nobody who is disabled or unknown', () =>
    withAccounts(async (accounts) => {
      await accounts.addUser({ ...ada, password: 'caf\u00e9 four quiet otters' })
      expect(await accounts.checkPassword('ADA', 'cafe\u0301 four quiet otters')).toMatchObject({ name: 'Ada' })
      expect(await accounts.checkPassword('Ada', 'cafe four quiet otters')).toBeNull()
      expect(await accounts.checkPassword('Ada', '')).toBeNull()
      expect(await accounts.checkPassword('nobody', 'caf\u00e9 four quiet otters')).toBeNull()
      await accounts.addUser(ben)
      expect(await accounts.checkPassword('ben', ben.password)).toMatchObject({ name: 'ben' })
      await accounts.changeUser('ben', { disabled: true })
      expect(await accounts.checkPassword('ben', ben.password)).toBeNull()
      await accounts.changeUser('ben', { disabled: false, password: 'another one of these' })
      expect(await accounts.checkPassword('ben', ben.password)).toBeNull()
      expect(await accounts.checkPassword('ben', 'another one of these')).toMatchObject({ role: 'reader' })
    }))

  test('keep no secret in clear', () =>
    withAccounts(async (accounts, place) => {
      const secret = newSecret()
      const { id, secret: token } = newToken()
      await accounts.addUser(ada)
      await accounts.openSession({ key: secretKey(secret), user: 'ada', at: AT })
      await accounts.addToken({
        id,
        key: secretKey(token),
        user: 'ada',
        scope: 'read',
        note: '',
        made: AT,
        expires: AT,
      })
      const dump = JSON.stringify(await rowsOf(place))
      expect(dump).toContain(secretKey(token))
      expect(dump).toContain('scrypt$16$8$1$')
      for (const kept of [secret, token, WORDS]) expect(dump).not.toContain(kept)
    }))

  test('hash a password anew where it was hashed more cheaply', () =>
    withAccounts(async (accounts, place) => {
      await accounts.addUser(ada)
      const dearer = await openAccounts(place, { passwords: scryptPasswords({ cost: 2 ** 5, block: 8, parallel: 1 }) })
      try {
        expect(await dearer.checkPassword('ada', 'not the words at all')).toBeNull()
        expect(JSON.stringify(await rowsOf(place))).toContain('scrypt$16$')
        expect(await dearer.checkPassword('ada', WORDS)).not.toBeNull()
        const dump = JSON.stringify(await rowsOf(place))
        expect(dump).toContain('scrypt$32$')
        expect(dump).not.toContain('scrypt$16$')
        expect(await dearer.checkPassword('ada', WORDS)).not.toBeNull()
      } finally {
        await dearer.close()
      }
    }))

  test('always have an owner who can sign in', () =>
    withAccounts(async (accounts) => {
      await expect(accounts.addUser(ben)).rejects.toMatchObject({ code: 'usage' })
      await accounts.addUser(ada)
      await accounts.addUser(ben)
      for (const change of [{ role: 'editor' }, { disabled: true }] as const)
        await expect(accounts.changeUser('ada', change)).rejects.toMatchObject({ code: 'account-last-owner' })
      await expect(accounts.removeUser('ada')).rejects.toMatchObject({ code: 'account-last-owner' })
      await accounts.changeUser('ben', { role: 'owner' })
      await accounts.changeUser('ben', { disabled: true })
      await expect(accounts.removeUser('ada')).rejects.toMatchObject({ code: 'account-last-owner' })
      await accounts.changeUser('ben', { disabled: false })
      await accounts.removeUser('ada')
      await expect(accounts.changeUser('ada', {})).rejects.toMatchObject({ code: 'not-found' })
    }))

  test('end sessions when they are closed, over, or their user has another password or goes', () =>
    withAccounts(async (accounts) => {
      await accounts.addUser(ada)
      await accounts.addUser(ben)
      const open = async (key: string, user: string, at = AT) => {
        await accounts.openSession({ key, user, at })
        return key
      }
      const live = async (...keys: string[]) => {
        const found = await Promise.all(keys.map((key) => accounts.session(key)))
        return found.map((session) => session?.user.name ?? null)
      }
      await open('a', 'ada')
      await open('b', 'Ben')
      await accounts.touchSession('a', '2026-05-20T11:00:00.000Z')
      expect(await accounts.session('a')).toEqual({
        key: 'a',
        user: { name: 'Ada', role: 'owner', disabled: false, added: AT },
        began: AT,
        seen: '2026-05-20T11:00:00.000Z',
      })
      await accounts.closeSession('a')
      expect(await live('a', 'b', 'c')).toEqual([null, 'ben', null])
      await open('c', 'ben')
      await accounts.changeUser('ben', { password: 'a new set of words' }, 'c')
      expect(await live('b', 'c')).toEqual([null, 'ben'])
      await accounts.changeUser('ben', { role: 'editor' })
      expect((await accounts.session('c'))?.user.role).toBe('editor')
      await accounts.changeUser('ben', { disabled: true })
      expect(await live('c')).toEqual([null])
      await expect(open('d', 'ben')).rejects.toMatchObject({ code: 'not-found' })
      await open('e', 'ada', '2026-05-19T10:00:00.000Z')
      await open('f', 'ada', '2026-05-20T09:00:00.000Z')
      await accounts.touchSession('e', AT)
      await accounts.dropSessions({ began: '2026-05-19T11:00:00.000Z', seen: '2026-05-01T00:00:00.000Z' })
      expect(await live('e', 'f')).toEqual([null, 'Ada'])
      await accounts.dropSessions({ began: '2026-05-01T11:00:00.000Z', seen: AT })
      expect(await live('f')).toEqual([null])
      await accounts.removeUser('ben')
      await expect(accounts.openSession({ key: 'g', user: 'ben', at: AT })).rejects.toMatchObject({ code: 'not-found' })
    }))

  test('keep tokens until they are revoked or their user is disabled', () =>
    withAccounts(async (accounts) => {
      await accounts.addUser(ada)
      await accounts.addUser(ben)
      const add = (id: string, user: string) =>
        accounts.addToken({ id, key: `key-${id}`, user, scope: 'read', note: 'nightly', made: AT, expires: AT })
      expect(await add('1', 'ada')).toEqual({
        id: '1',
        user: 'Ada',
        scope: 'read',
        note: 'nightly',
        made: AT,
        expires: AT,
        used: null,
      })
      await add('2', 'ben')
      await add('3', 'ben')
      await expect(add('4', 'nobody')).rejects.toMatchObject({ code: 'not-found' })
      await accounts.touchToken('2', AT)
      expect(await accounts.token('key-2')).toMatchObject({ token: { id: '2', used: AT }, user: { name: 'ben' } })
      expect(await accounts.token('key-9')).toBeNull()
      expect((await accounts.tokens()).map(({ id }) => id)).toEqual(['1', '2', '3'])
      expect((await accounts.tokens('BEN')).map(({ id }) => id)).toEqual(['2', '3'])
      await accounts.revokeToken('2')
      await expect(accounts.revokeToken('2')).rejects.toMatchObject({ code: 'not-found' })
      expect(await accounts.token('key-2')).toBeNull()
      await accounts.changeUser('ben', { disabled: true })
      await accounts.changeUser('ben', { disabled: false })
      expect(await accounts.token('key-3')).toBeNull()
      expect(await accounts.tokens()).toHaveLength(1)
    }))

  test('log what was done, newest first, and let nobody change or remove a line', () =>
    withAccounts(async (accounts, place) => {
      for (let i = 1; i <= 5; i++) await accounts.record({ ...event, target: `user-${i}` })
      await accounts.record({ ...event, who: null, target: null, status: 401 })
      const first = await accounts.audit({ limit: 4 })
      expect(first.map(({ target }) => target)).toEqual([null, 'user-5', 'user-4', 'user-3'])
      expect(first[1]).toEqual({ ...event, n: first[1]?.n, target: 'user-5' })
      const rest = await accounts.audit({ before: first[3]?.n as number, limit: 4 })
      expect(rest.map(({ target }) => target)).toEqual(['user-2', 'user-1'])
      for (const statement of ["update audit set who = 'x'", 'delete from audit'])
        await expect(spoil(place, statement)).rejects.toThrow(/only ever added/)
      if (place.startsWith('postgres:')) await expect(spoil(place, 'truncate audit')).rejects.toThrow(/only ever added/)
      expect(await accounts.audit({ limit: 9 })).toHaveLength(6)
    }))

  test('are in the ledger’s own database, beside one of the version before them', async () => {
    const place = await fresh()
    await (await openLedger(place, { upTo: '0001-first' })).close()
    const accounts = await openAccounts(place, { create: false, passwords })
    const ledger = await openLedger(place)
    try {
      await accounts.addUser(ada)
      await ledger.saveSearch({ name: 'valley', question: { words: 'valley' } })
      expect(await ledger.searches()).toHaveLength(1)
      // What a ledger's archive carries to others has nobody's accounts in it.
      const lines = []
      for await (const line of ledger.exportAll()) lines.push(line)
      expect(JSON.stringify(lines)).not.toContain('Ada')
      expect(JSON.stringify(lines)).toContain('valley')
    } finally {
      await accounts.close()
      await ledger.close()
    }
  })

  /** Every row of the tables, as a look at the file gives them. */
  async function rowsOf(place: string): Promise<unknown> {
    const tables = ['users', 'sessions', 'tokens', 'audit']
    if (place.startsWith('postgres:')) {
      const { default: pg } = await import('pg')
      const client = new pg.Client({ connectionString: place })
      await client.connect()
      try {
        const found = []
        for (const table of tables) found.push((await client.query(`select * from ${table}`)).rows)
        return found
      } finally {
        await client.end()
      }
    }
    const { default: Database } = await import('libsql')
    const database = new Database(place)
    const found = tables.map((table) => database.prepare(`select * from ${table}`).all())
    database.close()
    return found
  }
})

test('an account in a ledger that is not there is none', async () => {
  await expect(openAccounts('/nowhere/at-all.db', { create: false, passwords })).rejects.toMatchObject({
    code: 'ledger-missing',
  })
})

describe('scryptPasswords', () => {
  test('keeps its parameters beside the hash, and salts each anew', async () => {
    const costly = scryptPasswords()
    const [a, b] = await Promise.all([costly.hash(WORDS), costly.hash(WORDS)])
    expect(a).toMatch(/^scrypt\$131072\$8\$1\$[\w+/]{22}==\$[\w+/]{43}=$/)
    expect(a).not.toBe(b)
    expect(await costly.matches(WORDS, a)).toBe(true)
    expect(await costly.matches(`${WORDS} `, a)).toBe(false)
    expect(costly.isOutdated(a)).toBe(false)
    expect(passwords.isOutdated(a)).toBe(true)
    expect(await passwords.matches(WORDS, a)).toBe(true)
  })

  test('refuses what was cut short', async () => {
    const kept = await passwords.hash(WORDS)
    await expect(passwords.matches(WORDS, kept.slice(0, -20))).rejects.toThrow('another length')
    await expect(passwords.matches(WORDS, '')).rejects.toThrow('unknown form')
  })

  test('takes its turn: many at once are all right in the end', async () => {
    const kept = await Promise.all(Array.from({ length: 9 }, (_, i) => passwords.hash(`${WORDS} ${i}`)))
    const all = await Promise.all(kept.map((each, i) => passwords.matches(`${WORDS} ${i}`, each)))
    expect(all).toEqual(Array(9).fill(true))
  })
})

test('secrets are 256 random bits in base64url', () => {
  const many = Array.from({ length: 200 }, newSecret)
  expect(new Set(many).size).toBe(200)
  for (const secret of many) {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(secret, 'base64url').toString('base64url')).toBe(secret)
  }
  // Every one of the characters comes up.
  expect(new Set(many.join('')).size).toBe(64)
  expect(newToken().secret).toMatch(/^onr_[\w-]{43}$/)
  expect(secretKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
