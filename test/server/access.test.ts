import { describe, expect, test } from 'vitest'
import { SESSION_IDLE, SESSION_WHOLE, secretKey } from '../../src/core/accounts/index.js'
import { access } from '../../src/server/access/index.js'
import { SignInLimits } from '../../src/server/access/limits.js'
import { appWith, failureIn, hashing, team, teamApp, WORDS } from './access-app.js'

const MINUTE = 60_000
const DAY = 86_400_000

describe('without accounts', () => {
  const local = appWith(null, 'localhost:8080')

  test.each(['localhost:8080', 'LOCALHOST:8080', '127.0.0.1:8080', '127.255.3.4:8080', '[::1]:8080'])(
    'answers for %s, and everybody is an owner',
    async (host) => {
      const response = await local.ask('POST', '/api/import', { headers: { host } })
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ who: null })
      const session = await local.ask('GET', '/api/session', { headers: { host } })
      expect(await session.json()).toEqual({ accounts: false, name: null, role: 'owner', by: null, expires: null })
    },
  )

  test.each([
    null,
    '',
    'localhost',
    'localhost:8081',
    'localhost:80800',
    'localhost:',
    'localhost.:8080',
    'localhost.evil.example:8080',
    'evil.example:8080',
    '127.0.0.1.nip.io:8080',
    '127.0.0.1.:8080',
    '127.1:8080',
    '127.0.0.256:8080',
    '127.0.0.01:8080',
    '0x7f.0.0.1:8080',
    '2130706433:8080',
    '0.0.0.0:8080',
    '10.0.0.5:8080',
    '[::]:8080',
    '[::ffff:127.0.0.1]:8080',
    '::1:8080',
    '[::1]',
    'user@localhost:8080',
    'localhost:8080@evil.example',
    'localhost:8080, evil.example',
    'evil.example, localhost:8080',
    'localhost:8080/',
    'desk.example.org',
    `${'a'.repeat(64)}:8080`,
  ])('does not answer for the host %j', async (host) => {
    for (const [method, path] of [
      ['GET', '/api/find'],
      ['GET', '/'],
      ['POST', '/api/import'],
    ] as const)
      expect(await failureIn(await local.ask(method, path, { headers: { host } }))).toEqual([421, 'host-refused'])
  })

  test('the port 80 goes without saying', async () => {
    const usual = appWith(null, 'localhost', { port: () => 80 })
    expect((await usual.ask('GET', '/')).status).toBe(200)
    expect((await usual.ask('GET', '/', { headers: { host: 'localhost:80' } })).status).toBe(200)
    expect((await usual.ask('GET', '/', { headers: { host: 'localhost:8080' } })).status).toBe(421)
  })

  test.each(['http://localhost:8080', 'HTTP://LOCALHOST:8080'])(
    'takes what its own page at %s sends',
    async (origin) => {
      const headers = { origin, 'sec-fetch-site': 'same-origin' }
      expect((await local.ask('POST', '/api/corrections', { headers })).status).toBe(200)
    },
  )

  test.each([
    'null',
    '',
    'https://localhost:8080',
    'http://localhost',
    'http://localhost:8081',
    'http://localhost.:8080',
    // Loopback too, but another origin, where another program may be.
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://localhost.evil.example:8080',
    'http://evil.example',
    'http://user@localhost:8080',
    'file://',
    'chrome-extension://abc',
    'localhost:8080',
  ])('refuses what a page of the origin %j sends, whatever it asks for', async (origin) => {
    for (const [method, path] of [
      ['POST', '/api/corrections'],
      ['POST', '/api/read'],
      ['GET', '/api/find'],
    ] as const)
      expect(await failureIn(await local.ask(method, path, { headers: { origin } }))).toEqual([403, 'origin-refused'])
  })

  test.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['something-new', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('a browser that says Sec-Fetch-Site: %s gets %i', async (site, status) => {
    expect((await local.ask('GET', '/api/find', { headers: { 'sec-fetch-site': site } })).status).toBe(status)
  })

  test('has no users, tokens or log, and says how to have some', async () => {
    for (const [method, path, body] of [
      ['GET', '/api/users'],
      ['POST', '/api/users', { name: 'ana', role: 'owner', password: 'six newts in a pond' }],
      ['GET', '/api/tokens'],
      ['GET', '/api/audit'],
      ['POST', '/api/session', { name: 'ana', password: 'six newts in a pond' }],
    ] as const) {
      const response = await local.ask(method, path, { body })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('onrecord users add')
    }
  })

  test('cannot be opened to other hosts', () => {
    expect(() => appWith(null, 'desk.example.org', { allowedHosts: ['desk.example.org'] })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    )
  })
})

test('a host that is none cannot be allowed', async () => {
  const accounts = await team()
  for (const host of ['https://desk.example.org', 'desk.example.org/', '*.example.org', ''])
    expect(() => appWith(accounts, 'desk.example.org', { allowedHosts: [host] })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    )
  expect(access).toBeTypeOf('function')
})

describe('hosts and origins with accounts', () => {
  test('answers for what is allowed and for this machine, and nothing else', async () => {
    const { ask } = await teamApp({ allowedHosts: ['Desk.example.org', 'other.example:8443'] })
    for (const host of ['desk.example.org', 'desk.example.org:444', 'DESK.EXAMPLE.ORG', 'other.example:8443'])
      expect((await ask('GET', '/', { headers: { host } })).status, host).toBe(200)
    expect((await ask('GET', '/', { headers: { host: '127.0.0.1:8080' } })).status).toBe(200)
    for (const host of ['evil.desk.example.org', 'desk.example.org.evil.example', 'desk.example.org.', 'other.example'])
      expect(await failureIn(await ask('GET', '/', { headers: { host } })), host).toEqual([421, 'host-refused'])
  })

  test('a session works from the server’s own pages and from no other', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('edda')
    const own = { origin: 'https://desk.example.org', 'sec-fetch-site': 'same-origin' }
    expect((await ask('POST', '/api/corrections', { cookie, headers: own })).status).toBe(200)
    for (const headers of [
      { origin: 'http://desk.example.org' },
      { origin: 'https://desk.example.org:8443' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      // Another host of the same domain, to which a browser sends SameSite=Strict cookies all the same.
      { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.org' },
    ]) {
      for (const [method, path] of [
        ['POST', '/api/corrections'],
        ['POST', '/api/read'],
        ['GET', '/api/find'],
        ['DELETE', '/api/session'],
      ] as const)
        expect(await failureIn(await ask(method, path, { cookie, headers }))).toEqual([403, 'origin-refused'])
    }
    expect((await ask('GET', '/api/find', { cookie })).status).toBe(200)
  })

  test('nobody is signed in by another site’s page', async () => {
    const { signIn } = await teamApp()
    const response = await signIn('rolf', WORDS.rolf, { origin: 'https://evil.example' })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await failureIn(response)).toEqual([403, 'origin-refused'])
  })

  test('a link from elsewhere opens the desk, but asks for nothing in anybody’s name', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('olga')
    const headers = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask('GET', '/', { cookie, headers })).status).toBe(200)
    expect(await failureIn(await ask('GET', '/api/find', { cookie, headers }))).toEqual([401, 'sign-in-needed'])
    expect(
      (await ask('GET', '/api/find', { cookie, headers: { ...headers, 'sec-fetch-dest': 'iframe' } })).status,
    ).toBe(403)
    expect((await ask('POST', '/api/corrections', { cookie, headers })).status).toBe(403)
  })

  test('a token needs no origin, and carries no cookie', async () => {
    const { ask, tokenOf, cookieOf } = await teamApp()
    const token = await tokenOf('edda', 'write')
    const headers = { origin: 'https://tools.example', 'sec-fetch-site': 'cross-site' }
    const response = await ask('POST', '/api/corrections', { token, headers })
    expect(await response.json()).toEqual({ who: 'edda' })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    // A token that opens nothing is not made up for by a session.
    const cookie = await cookieOf('olga')
    expect(await failureIn(await ask('GET', '/api/find', { token: 'onr_wrong', cookie }))).toEqual([
      401,
      'sign-in-needed',
    ])
    // A proxy's own sign-in is none of ours.
    const basic = { authorization: 'Basic b2xnYTpvbGdh' }
    expect((await ask('GET', '/api/find', { cookie, headers: basic })).status).toBe(200)
    expect((await ask('GET', '/api/find', { headers: basic })).status).toBe(401)
  })
})

describe('sessions', () => {
  test('the cookie is for this host, https and the server alone, and its secret is kept nowhere', async () => {
    const { ask, signIn, accounts } = await teamApp()
    const response = await signIn('Rolf', WORDS.rolf)
    const set = response.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^__Host-onrecord=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(await response.json()).toEqual({
      accounts: true,
      name: 'rolf',
      role: 'reader',
      by: 'session',
      expires: '2026-05-27T10:00:00.000Z',
    })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const secret = /=([^;]*)/.exec(set)?.[1] as string
    expect(await accounts.session(secretKey(secret))).not.toBeNull()
    expect(await accounts.session(secret)).toBeNull()
    const cookie = set.split(';')[0] as string
    expect(await (await ask('GET', '/api/session', { cookie })).json()).toMatchObject({ name: 'rolf', role: 'reader' })
    // Without the prefix it is a cookie that another host of the domain may have set.
    expect((await ask('GET', '/api/find', { cookie: cookie.replace('__Host-', '') })).status).toBe(401)
  })

  test('over plain http, where that is allowed, the cookie does without', async () => {
    const { ask, signIn } = await teamApp({ plainHttp: true })
    const headers = { origin: 'http://desk.example.org' }
    const set = (await signIn('rolf', WORDS.rolf, headers)).headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^onrecord=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await ask('GET', '/api/find', { cookie: set.split(';')[0] as string, headers })).status).toBe(200)
  })

  test('nobody else gets in', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('rolf')
    for (const other of ['', '__Host-onrecord=', `${cookie}x`, cookie.slice(0, -1), '__Host-onrecord=%00', 'a=b']) {
      expect(await failureIn(await ask('GET', '/api/find', { cookie: other }))).toEqual([401, 'sign-in-needed'])
      expect(await (await ask('GET', '/api/session', { cookie: other })).json()).toMatchObject({
        accounts: true,
        name: null,
        role: null,
      })
    }
    const refused = await ask('GET', '/api/find')
    expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  test('ends after 12 hours without use, and after 7 days of use', async () => {
    const idle = await teamApp()
    const cookie = await idle.cookieOf('rolf')
    const find = async (app: typeof idle, given: string) =>
      (await app.ask('GET', '/api/find', { cookie: given })).status
    idle.wait(SESSION_IDLE - MINUTE)
    expect(await find(idle, cookie)).toBe(200)
    idle.wait(SESSION_IDLE - MINUTE)
    expect(await find(idle, cookie)).toBe(200)
    idle.wait(SESSION_IDLE)
    expect(await find(idle, cookie)).toBe(401)
    // It is gone, not only refused: a clock that is set back does not bring it back.
    idle.wait(-SESSION_IDLE)
    expect(await find(idle, cookie)).toBe(401)

    const busy = await teamApp()
    const other = await busy.cookieOf('rolf')
    for (let spent = 0; spent + 6 * 3_600_000 < SESSION_WHOLE; spent += 6 * 3_600_000) {
      expect(await find(busy, other)).toBe(200)
      busy.wait(6 * 3_600_000)
    }
    busy.wait(6 * 3_600_000 - 1)
    expect(await find(busy, other)).toBe(200)
    busy.wait(1)
    expect(await find(busy, other)).toBe(401)
  })

  test('ends by signing out, and by signing in anew', async () => {
    const { ask, cookieOf, signIn } = await teamApp()
    const cookie = await cookieOf('rolf')
    const out = await ask('DELETE', '/api/session', { cookie })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-onrecord=; Max-Age=0; Path=\//)
    expect((await ask('GET', '/api/find', { cookie })).status).toBe(401)
    expect((await ask('DELETE', '/api/session')).status).toBe(204)
    const first = await cookieOf('rolf')
    const second = await ask('POST', '/api/session', { cookie: first, body: { name: 'edda', password: WORDS.edda } })
    expect(second.status).toBe(200)
    expect(second.headers.get('set-cookie')).not.toContain(first)
    expect((await ask('GET', '/api/find', { cookie: first })).status).toBe(401)
    expect((await signIn('rolf', WORDS.rolf)).status).toBe(200)
  })

  test('stops working when its user is disabled, and has a new role at once', async () => {
    const { ask, cookieOf, accounts } = await teamApp()
    const cookie = await cookieOf('rolf')
    const correct = async () => (await ask('POST', '/api/corrections', { cookie })).status
    expect(await correct()).toBe(403)
    await accounts.changeUser('rolf', { role: 'editor' })
    expect(await correct()).toBe(200)
    await accounts.changeUser('rolf', { disabled: true })
    expect(await correct()).toBe(401)
  })
})

describe('signing in', () => {
  test('answers a wrong password, an unknown name and a disabled user alike, after the same work', async () => {
    const { signIn, accounts } = await teamApp()
    await accounts.changeUser('rolf', { disabled: true })
    const answers = []
    const work = []
    for (const [name, password] of [
      ['edda', 'not the right words'],
      ['nobody', 'not the right words'],
      ['rolf', WORDS.rolf],
    ] as const) {
      const before = hashing.checks
      const response = await signIn(name, password)
      work.push(hashing.checks - before)
      expect(response.headers.get('set-cookie')).toBeNull()
      answers.push([response.status, [...response.headers], await response.text()])
    }
    expect(answers[0]?.[0]).toBe(401)
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(work).toEqual([1, 1, 1])
  })

  test.each(['edda', 'nobody'])(
    'is put off longer and longer for the name %s, from wherever it comes',
    async (name) => {
      const { signIn, wait } = await teamApp()
      const fail = (i: number) => signIn(name, 'not the right words', { 'x-forwarded-for': `198.51.100.${i}` })
      for (let i = 0; i < 5; i++) expect((await fail(i)).status).toBe(401)
      const waits = []
      for (let i = 5; i < 16; i++) {
        const refused = await fail(i)
        expect(refused.status).toBe(429)
        const seconds = Number(refused.headers.get('retry-after'))
        waits.push(seconds)
        wait(seconds * 1000 - 1)
        expect((await fail(i)).status).toBe(429)
        wait(1)
        expect((await fail(i)).status).toBe(401)
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    },
  )

  test('the right password is refused too while it must wait, and then clears the name', async () => {
    const { signIn, wait } = await teamApp()
    for (let i = 0; i < 5; i++) await signIn('edda', 'not the right words')
    expect(await failureIn(await signIn('EDDA', WORDS.edda))).toEqual([429, 'sign-in-limited'])
    wait(1000)
    expect((await signIn('edda', WORDS.edda)).status).toBe(200)
    expect((await signIn('edda', 'not the right words')).status).toBe(401)
    expect((await signIn('edda', WORDS.edda)).status).toBe(200)
  })

  test('is put off for an address that guesses at many names, of IPv6 for its whole network', async () => {
    const { signIn, wait } = await teamApp()
    const from = (i: number) => ({ 'x-forwarded-for': `2001:db8:1:2::${i.toString(16)}` })
    for (let i = 0; i < 20; i++) {
      expect((await signIn(`name-${i}`, 'not the right words', from(i))).status).toBe(401)
      // An account of one's own does not clear the way.
      if (i === 10) expect((await signIn('rolf', WORDS.rolf, from(i))).status).toBe(200)
    }
    expect((await signIn('rolf', WORDS.rolf, from(99))).status).toBe(429)
    expect((await signIn('rolf', WORDS.rolf, { 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(200)
    // What the sender says of itself, to the left of what the proxy saw, changes nothing.
    expect((await signIn('rolf', WORDS.rolf, { 'x-forwarded-for': '192.0.2.9, 2001:db8:1:2::1' })).status).toBe(429)
    wait(1000)
    expect((await signIn('rolf', WORDS.rolf, from(99))).status).toBe(200)
  })

  test('is not got around by many at once', async () => {
    const { signIn } = await teamApp()
    const before = hashing.checks
    const all = await Promise.all(Array.from({ length: 40 }, () => signIn('edda', 'not the right words')))
    expect(all.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(hashing.checks - before).toBe(5)
  })

  test.each([
    ['by an address that must wait itself', (i: number) => `192.0.2.${i % 2}`],
    ['by failures from many addresses', (i: number) => `10.9.${i >> 8}.${i & 255}`],
  ])('is put off for a name, whatever else is asked for meanwhile: %s', (_, from) => {
    const limits = new SignInLimits()
    const at = Date.parse('2026-05-20T10:00:00.000Z')
    const begin = (name: string, address: string, when = at) => {
      const attempt = limits.begin(name, address, when)
      if ('done' in attempt) attempt.done(false)
      return attempt.wait
    }
    let when = at
    for (let i = 0; i < 13; i++) when += begin('edda', `198.51.100.${i}`, when) * 1000
    const before = begin('edda', '198.51.100.99', when)
    for (let i = 0; i < 10_050; i++) begin(`name-${i}`, from(i), when)
    expect(begin('edda', '198.51.100.100', when)).toBe(before)
    expect(before).toBeGreaterThan(1)
    // Nor is it forgotten how often it failed.
    expect(begin('edda', '198.51.100.101', when + before * 1000)).toBe(0)
    for (let i = 0; i < 10_050; i++) begin(`other-${i}`, from(i), when + before * 1000)
    expect(begin('edda', '198.51.100.102', when + before * 1000)).toBe(before * 2)
  })

  test('hashes a few at a time, whatever the names and addresses', async () => {
    const { signIn } = await teamApp()
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => signIn(`name-${i}`, 'not these', { 'x-forwarded-for': `192.0.2.${i}` })),
    )
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(40 - 8)
    expect((await signIn('rolf', WORDS.rolf, { 'x-forwarded-for': '192.0.2.200' })).status).toBe(200)
  })

  test.each([
    ['no body', undefined],
    ['no JSON', '{"name": "rolf"'],
    ['no password', { name: 'rolf' }],
    ['a list for a name', { name: ['rolf'], password: WORDS.rolf }],
    ['a password longer than any', { name: 'rolf', password: 'x'.repeat(2000) }],
    ['a body longer than any', { name: 'rolf', password: 'x'.repeat(100_000) }],
    ['more than is asked for', { name: 'rolf', password: WORDS.rolf, role: 'owner' }],
  ])('refuses %s', async (_, body) => {
    const { ask } = await teamApp()
    const response = await ask('POST', '/api/session', { body })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.headers.get('set-cookie')).toBeNull()
    if (typeof body !== 'object') return
    const isLong = JSON.stringify(body).length > 32_768
    expect(await failureIn(response)).toEqual(isLong ? [413, 'request-too-large'] : [400, 'request-invalid'])
  })
})

describe('roles', () => {
  const BY_READER = [
    ['GET', '/api/find'],
    ['HEAD', '/api/find'],
    ['GET', '/metrics'],
    ['GET', '/api/tokens'],
    ['POST', '/api/read'],
    ['POST', '/api/check'],
    ['POST', '/mcp'],
  ] as const
  const BY_EDITOR = [
    ['POST', '/api/corrections'],
    ['POST', '/api/pages'],
    ['POST', '/api/statements/12ab34cd/corrections'],
  ] as const
  const BY_OWNER = [
    ['POST', '/api/import'],
    ['GET', '/api/users'],
    ['GET', '/api/audit'],
  ] as const
  const all = { reader: BY_READER, editor: BY_EDITOR, owner: BY_OWNER }

  test.each([
    ['rolf', ['reader']],
    ['edda', ['reader', 'editor']],
    ['olga', ['reader', 'editor', 'owner']],
  ] as const)('%s may do what asks for %j, and no more', async (name, may) => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf(name)
    for (const [role, routes] of Object.entries(all)) {
      for (const [method, path] of routes) {
        const { status } = await ask(method, path, { cookie })
        if ((may as readonly string[]).includes(role)) expect(status, `${method} ${path}`).toBeLessThan(300)
        else expect(status, `${method} ${path}`).toBe(403)
      }
    }
  })

  test('nobody does anything without signing in but open the desk', async () => {
    const { ask } = await teamApp()
    for (const [method, path] of Object.values(all).flat())
      expect((await ask(method, path)).status, `${method} ${path}`).toBe(401)
    expect(await (await ask('GET', '/')).text()).toBe('the desk')
    expect((await ask('POST', '/')).status).toBe(401)
    // Routes that there are none of tell nobody so.
    expect((await ask('GET', '/api/nothing')).status).toBe(401)
  })

  test('a path is held against the rules as the routes see it', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('rolf')
    expect((await ask('POST', '/%61pi/import', { cookie })).status).toBe(403)
    expect((await ask('POST', '/assets/../api/import', { cookie })).status).toBe(403)
    expect((await ask('POST', '/assets/%2e%2e/api/import', { cookie })).status).toBe(403)
    for (const path of ['/api%2Fimport', '//api/import', '/API/import', '/api/import/', '/api/read/../import'])
      expect((await ask('POST', path, { cookie })).status, path).toBeGreaterThanOrEqual(403)
    expect((await ask('GET', '/assets/..%2Fapi/users')).status).toBe(404)
  })

  test.each([
    ['olga', 'read', 'reader'],
    ['olga', 'write', 'editor'],
    ['olga', 'admin', 'owner'],
    ['edda', 'read', 'reader'],
    ['edda', 'write', 'editor'],
    ['rolf', 'read', 'reader'],
  ] as const)('a token of %s with the scope %s does what a %s may', async (name, scope, role) => {
    const { ask, tokenOf } = await teamApp()
    const token = await tokenOf(name, scope)
    const rank = { reader: 0, editor: 1, owner: 2 }
    for (const [needed, routes] of Object.entries(all)) {
      for (const [method, path] of routes) {
        const { status } = await ask(method, path, { token })
        if (rank[needed as keyof typeof rank] <= rank[role]) expect(status, `${method} ${path}`).toBeLessThan(300)
        else expect(status, `${method} ${path}`).toBe(403)
      }
    }
  })
})

describe('tokens', () => {
  test('are shown once, kept as a hash, listed without it, and revoked', async () => {
    const { ask, cookieOf, accounts, wait } = await teamApp()
    const cookie = await cookieOf('edda')
    const response = await ask('POST', '/api/tokens', {
      cookie,
      body: { scope: 'write', days: 90, note: 'nightly run' },
    })
    expect(response.status).toBe(201)
    const { token, secret } = (await response.json()) as { token: { id: string }; secret: string }
    expect(secret).toMatch(/^onr_[\w-]{43}$/)
    const expected = {
      id: token.id,
      user: 'edda',
      scope: 'write',
      note: 'nightly run',
      made: '2026-05-20T10:00:00.000Z',
      expires: '2026-08-18T10:00:00.000Z',
      used: null,
    }
    expect(token).toEqual(expected)
    wait(MINUTE)
    expect((await ask('GET', '/api/find', { token: secret })).status).toBe(200)
    const list = await (await ask('GET', '/api/tokens', { cookie })).text()
    expect(JSON.parse(list)).toEqual({ items: [{ ...expected, used: '2026-05-20T10:01:00.000Z' }] })
    expect(list).not.toContain(secret)
    expect((await accounts.token(secretKey(secret)))?.token.id).toBe(token.id)
    expect((await ask('DELETE', `/api/tokens/${token.id}`, { cookie })).status).toBe(204)
    expect((await ask('GET', '/api/find', { token: secret })).status).toBe(401)
    expect((await ask('DELETE', `/api/tokens/${token.id}`, { cookie })).status).toBe(404)
  })

  test('end when they say, and must end within a year', async () => {
    const { ask, cookieOf, tokenOf, wait } = await teamApp()
    const cookie = await cookieOf('rolf')
    for (const days of [0, -1, 366, 1.5, '30', null, undefined])
      expect(await failureIn(await ask('POST', '/api/tokens', { cookie, body: { scope: 'read', days } }))).toEqual([
        400,
        'request-invalid',
      ])
    const token = await tokenOf('rolf', 'read', 365)
    wait(365 * DAY - 1)
    expect((await ask('GET', '/api/find', { token })).status).toBe(200)
    wait(1)
    const refused = await ask('GET', '/api/find', { token })
    expect(refused.headers.get('www-authenticate')).toContain('invalid_token')
    expect(await failureIn(refused)).toEqual([401, 'sign-in-needed'])
  })

  test('never do more than their user, at first and later', async () => {
    const { ask, cookieOf, tokenOf, accounts } = await teamApp()
    const reader = await cookieOf('rolf')
    for (const scope of ['write', 'admin'])
      expect(await failureIn(await ask('POST', '/api/tokens', { cookie: reader, body: { scope, days: 1 } }))).toEqual([
        403,
        'not-allowed',
      ])
    const token = await tokenOf('edda', 'write')
    expect((await ask('POST', '/api/corrections', { token })).status).toBe(200)
    await accounts.changeUser('edda', { role: 'reader' })
    expect((await ask('POST', '/api/corrections', { token })).status).toBe(403)
    expect((await ask('GET', '/api/find', { token })).status).toBe(200)
    await accounts.changeUser('edda', { disabled: true })
    expect((await ask('GET', '/api/find', { token })).status).toBe(401)
  })

  test('of somebody who is disabled open nothing, also those made since', async () => {
    const { ask, cookieOf, accounts } = await teamApp()
    await accounts.changeUser('rolf', { disabled: true })
    const body = { scope: 'read', days: 1, user: 'rolf' }
    const made = await ask('POST', '/api/tokens', { cookie: await cookieOf('olga'), body })
    const { secret } = (await made.json()) as { secret: string }
    expect((await ask('GET', '/api/find', { token: secret })).status).toBe(401)
  })

  test('of others are an owner’s to make, list and revoke', async () => {
    const { ask, cookieOf, tokenOf, accounts } = await teamApp()
    const [owner, editor] = [await cookieOf('olga'), await cookieOf('edda')]
    const forRolf = { scope: 'read', days: 1, user: 'Rolf' }
    expect((await ask('POST', '/api/tokens', { cookie: editor, body: forRolf })).status).toBe(403)
    const made = await ask('POST', '/api/tokens', { cookie: owner, body: forRolf })
    const { token, secret } = (await made.json()) as { token: { id: string; user: string }; secret: string }
    expect(token.user).toBe('rolf')
    expect((await ask('POST', '/api/tokens', { cookie: owner, body: { ...forRolf, scope: 'admin' } })).status).toBe(403)
    expect((await ask('POST', '/api/tokens', { cookie: owner, body: { ...forRolf, user: 'x' } })).status).toBe(404)
    expect((await ask('GET', '/api/tokens?user=rolf', { cookie: editor })).status).toBe(403)
    expect((await ask('DELETE', `/api/tokens/${token.id}`, { cookie: editor })).status).toBe(404)
    await tokenOf('edda', 'read')
    const listed = async (path: string) =>
      ((await (await ask('GET', path, { cookie: owner })).json()) as { items: { user: string }[] }).items
    expect((await listed('/api/tokens')).map(({ user }) => user)).toEqual(['rolf', 'edda'])
    expect((await listed('/api/tokens?user=ROLF')).map(({ user }) => user)).toEqual(['rolf'])
    expect((await ask('GET', '/api/find', { token: secret })).status).toBe(200)
    expect((await ask('DELETE', `/api/tokens/${token.id}`, { cookie: owner })).status).toBe(204)
    expect(await accounts.tokens('rolf')).toEqual([])
  })

  test('make no tokens, change no password of their user, and revoke none but themselves', async () => {
    const { ask, tokenOf, accounts } = await teamApp()
    const admin = await tokenOf('olga', 'admin')
    expect(
      await failureIn(await ask('POST', '/api/tokens', { token: admin, body: { scope: 'read', days: 1 } })),
    ).toEqual([403, 'not-allowed'])
    const body = { password: 'ten terns on a tern', currentPassword: WORDS.olga }
    expect(await failureIn(await ask('PATCH', '/api/users/olga', { token: admin, body }))).toEqual([403, 'not-allowed'])
    const [first, second] = [await tokenOf('rolf', 'read'), await tokenOf('rolf', 'read')]
    const [one, two] = await accounts.tokens('rolf')
    expect((await ask('DELETE', `/api/tokens/${two?.id}`, { token: first })).status).toBe(404)
    expect((await ask('DELETE', `/api/tokens/${one?.id}`, { token: first })).status).toBe(204)
    expect((await ask('GET', '/api/find', { token: first })).status).toBe(401)
    expect((await ask('GET', '/api/find', { token: second })).status).toBe(200)
  })
})

describe('users', () => {
  test('are added, listed, changed and removed by owners', async () => {
    const { ask, cookieOf, signIn } = await teamApp()
    const cookie = await cookieOf('olga')
    const body = { name: 'Émile', role: 'reader', password: 'ten terns on a tern' }
    const added = await ask('POST', '/api/users', { cookie, body })
    expect(added.status).toBe(201)
    expect(await added.json()).toEqual({
      name: 'Émile',
      role: 'reader',
      disabled: false,
      added: '2026-05-20T10:00:00.000Z',
    })
    expect(await failureIn(await ask('POST', '/api/users', { cookie, body }))).toEqual([409, 'account-exists'])
    const list = await (await ask('GET', '/api/users', { cookie })).text()
    expect(JSON.parse(list).items.map(({ name }: { name: string }) => name)).toEqual(['edda', 'olga', 'rolf', 'Émile'])
    expect(list).not.toMatch(/scrypt|password/)
    const path = `/api/users/${encodeURIComponent('émile')}`
    const changed = await ask('PATCH', path, { cookie, body: { role: 'editor', password: 'one wren in a wall' } })
    expect(await changed.json()).toMatchObject({ name: 'Émile', role: 'editor' })
    expect((await signIn('Émile', 'one wren in a wall')).status).toBe(200)
    expect((await ask('PATCH', path, { cookie, body: { disabled: true } })).status).toBe(200)
    expect((await signIn('Émile', 'one wren in a wall')).status).toBe(401)
    expect((await ask('DELETE', path, { cookie })).status).toBe(204)
    expect((await ask('DELETE', path, { cookie })).status).toBe(404)
  })

  test.each([
    { name: 'ana', role: 'king', password: 'ten terns on a tern' },
    { name: 'ana', role: 'reader', password: 'short' },
    { name: 'two words', role: 'reader', password: 'ten terns on a tern' },
    { name: 'ana', role: 'reader' },
    { name: 'ana', role: 'reader', password: 'ten terns on a tern', disabled: true },
  ])('are not added as %j', async (body) => {
    const { ask, cookieOf } = await teamApp()
    const response = await ask('POST', '/api/users', { cookie: await cookieOf('olga'), body })
    expect(response.status).toBe(400)
    const text = await response.text()
    for (const secret of ['short', 'ten terns']) expect(text).not.toContain(secret)
  })

  test('leave an owner', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('olga')
    const last = [409, 'account-last-owner']
    expect(await failureIn(await ask('DELETE', '/api/users/olga', { cookie }))).toEqual(last)
    expect(await failureIn(await ask('PATCH', '/api/users/olga', { cookie, body: { role: 'reader' } }))).toEqual(last)
  })

  test('who are no owners change their own password, with the one they have, and nothing else', async () => {
    const { ask, cookieOf, signIn } = await teamApp()
    const [cookie, elsewhere] = [await cookieOf('rolf'), await cookieOf('rolf')]
    const password = 'ten terns on a tern'
    const patch = (name: string, body: unknown) => ask('PATCH', `/api/users/${name}`, { cookie, body })
    expect((await patch('edda', { password })).status).toBe(403)
    expect((await patch('rolf', { role: 'owner' })).status).toBe(403)
    expect((await patch('rolf', { password, currentPassword: WORDS.rolf, role: 'owner' })).status).toBe(403)
    expect((await patch('rolf', { disabled: false })).status).toBe(403)
    expect(await failureIn(await patch('rolf', { password }))).toEqual([401, 'sign-in-failed'])
    expect((await patch('rolf', { password, currentPassword: 'not it at all' })).status).toBe(401)
    expect((await patch('ROLF', { password, currentPassword: WORDS.rolf })).status).toBe(200)
    expect((await signIn('rolf', WORDS.rolf)).status).toBe(401)
    expect((await signIn('rolf', password)).status).toBe(200)
    // The session goes on in which it was changed, and no other.
    expect((await ask('GET', '/api/find', { cookie })).status).toBe(200)
    expect((await ask('GET', '/api/find', { cookie: elsewhere })).status).toBe(401)
    expect((await ask('DELETE', '/api/users/rolf', { cookie })).status).toBe(403)
  })

  test('a stolen session does not guess the password', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('olga')
    const statuses = []
    for (let i = 0; i < 7; i++) {
      const body = { password: 'ten terns on a tern', currentPassword: `guess number ${i}` }
      statuses.push((await ask('PATCH', '/api/users/olga', { cookie, body })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })
})

describe('the audit log', () => {
  type Line = { n: number; who: string | null; method: string; route: string; target: string; status: number }

  test('has every change and every failed sign-in, and no secret', async () => {
    const { ask, cookieOf, signIn, tokenOf, accounts } = await teamApp()
    await signIn('edda', 'my old password!', { 'x-forwarded-for': '203.0.113.7' })
    await signIn('my secret words typed in the wrong place', 'x')
    const cookie = await cookieOf('edda')
    await ask('GET', '/api/find', { cookie })
    await ask('POST', '/api/read', { cookie, body: { html: 'the words of a page' } })
    await ask('POST', '/api/statements/12ab34cd/corrections?note=private+words', { cookie })
    await ask('POST', '/api/import', { cookie })
    await ask('DELETE', '/api/searches/valley', { cookie })
    // Nothing comes of what strangers send, and it is not kept.
    await ask('POST', '/api/corrections')
    await ask('DELETE', '/api/session')
    const token = await tokenOf('edda', 'write')
    const [made] = await accounts.tokens('edda')
    await ask('POST', '/api/corrections', { token })
    await ask('DELETE', '/api/session', { cookie })
    const lines = (await accounts.audit({ limit: 100 })).reverse()
    const at = '2026-05-20T10:00:00.000Z'
    const here = { at, token: null, address: '127.0.0.1' }
    const signedIn = { ...here, who: 'edda', method: 'POST', route: '/api/session', target: 'edda', status: 200 }
    expect(lines.map(({ n, ...line }) => line)).toEqual([
      { ...signedIn, who: null, status: 401, address: '203.0.113.7' },
      { ...signedIn, who: null, target: null, status: 401 },
      signedIn,
      {
        ...here,
        who: 'edda',
        method: 'POST',
        route: '/api/statements/{id}/corrections',
        target: '/api/statements/12ab34cd/corrections',
        status: 201,
      },
      { ...here, who: 'edda', method: 'POST', route: '/api/import', target: '/api/import', status: 403 },
      {
        ...here,
        who: 'edda',
        method: 'DELETE',
        route: '/api/searches/{name}',
        target: '/api/searches/valley',
        status: 500,
      },
      signedIn,
      { ...here, who: 'edda', method: 'POST', route: '/api/tokens', target: `edda ${made?.id}`, status: 201 },
      {
        ...here,
        who: 'edda',
        token: made?.id,
        method: 'POST',
        route: '/api/corrections',
        target: '/api/corrections',
        status: 200,
      },
      { ...here, who: 'edda', method: 'DELETE', route: '/api/session', target: '/api/session', status: 204 },
    ])
    const text = JSON.stringify(lines)
    for (const secret of ['my old password!', 'my secret words', WORDS.edda, token, 'words of a page', 'private'])
      expect(text).not.toContain(secret)
  })

  test('keeps one line for each wait, however many are refused', async () => {
    const { signIn, accounts, wait } = await teamApp()
    for (let i = 0; i < 5; i++) await signIn('edda', 'not the right words')
    for (let i = 0; i < 20; i++) await signIn('edda', 'not the right words')
    const limited = async () => (await accounts.audit({ limit: 100 })).filter(({ status }) => status === 429).length
    expect(await limited()).toBe(1)
    wait(1000)
    for (let i = 0; i < 5; i++) await signIn('edda', 'not the right words')
    expect(await limited()).toBe(2)
  })

  test('is read in pages, without gaps or repeats while it grows', async () => {
    const { ask, cookieOf } = await teamApp()
    const cookie = await cookieOf('olga')
    for (let i = 0; i < 6; i++) await ask('POST', '/api/corrections', { cookie })
    const read = async (query: string) =>
      (await (await ask('GET', `/api/audit?${query}`, { cookie })).json()) as { items: Line[]; next: string | null }
    const first = await read('limit=3')
    await ask('POST', '/api/corrections', { cookie })
    const second = await read(`limit=3&cursor=${first.next}`)
    const third = await read(`limit=3&cursor=${second.next}`)
    const seen = [...first.items, ...second.items, ...third.items]
    expect(seen.map(({ n }) => n)).toEqual(seen.map(({ n }) => n).sort((a, b) => b - a))
    expect(new Set(seen.map(({ n }) => n)).size).toBe(7)
    expect(third.next).toBeNull()
    expect((await read('')).items).toHaveLength(8)
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'cursor=-1', 'cursor=x'])
      expect((await ask('GET', `/api/audit?${query}`, { cookie })).status, query).toBe(400)
  })
})

test('answers to somebody who is signed in are kept by nobody on the way', async () => {
  const { ask, cookieOf } = await teamApp()
  const cookie = await cookieOf('rolf')
  expect((await ask('GET', '/api/find', { cookie })).headers.get('cache-control')).toBe('no-store')
  expect((await ask('GET', '/')).headers.get('cache-control')).toBeNull()
})

test('the OpenAPI document has every route with its bodies and its failures', async () => {
  const { app } = await teamApp()
  const { paths, components } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'x', version: '1' } })
  const operations = Object.entries(paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  )
  expect(operations.sort()).toEqual([
    'delete /api/session',
    'delete /api/tokens/{id}',
    'delete /api/users/{name}',
    'get /api/audit',
    'get /api/session',
    'get /api/tokens',
    'get /api/users',
    'patch /api/users/{name}',
    'post /api/session',
    'post /api/tokens',
    'post /api/users',
  ])
  expect(Object.keys(components?.schemas ?? {})).toEqual(expect.arrayContaining(['Problem', 'User', 'Token', 'Who']))
})
