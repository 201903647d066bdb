import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type AccessEnv, type AccessOptions, clientAddress } from '../../src/server/access/index.js'
import { rateLimit } from '../../src/server/rate.js'

/** An app that lets each address ask `perMinute` times a minute, with a clock that is set by hand. */
function app(perMinute: number) {
  let at = Date.parse('2026-05-20T10:00:00.000Z')
  const options: AccessOptions = {
    port: () => 7373,
    allowedHosts: [],
    plainHttp: false,
    addressOf: (c) => clientAddress((c.env as { address: string }).address, undefined, 0),
    isOpen: () => true,
    now: () => new Date(at),
  }
  const hono = new Hono<AccessEnv>()
  hono.use(rateLimit(perMinute, options))
  hono.get('/', (c) => c.text('here'))
  return {
    wait: (ms: number) => {
      at += ms
    },
    ask: async (address: string) => hono.fetch(new Request('http://localhost/'), { address }),
  }
}

describe('the limit of requests a minute', () => {
  test('refuses what is more, says when to come again, and lets the same address in then', async () => {
    const { ask, wait } = app(60)
    for (let i = 0; i < 60; i++) expect((await ask('203.0.113.9')).status).toBe(200)
    const refused = await ask('203.0.113.9')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ error: { code: 'rate-limited' } })
    expect(refused.headers.get('retry-after')).toBe('1')
    wait(1_000)
    expect((await ask('203.0.113.9')).status).toBe(200)
    expect((await ask('203.0.113.9')).status).toBe(429)
  })

  test('counts each address by itself, and those of one IPv6 network as one', async () => {
    const { ask } = app(1)
    expect((await ask('203.0.113.9')).status).toBe(200)
    expect((await ask('203.0.113.10')).status).toBe(200)
    expect((await ask('2001:db8::1')).status).toBe(200)
    expect((await ask('2001:db8::2')).status).toBe(429)
  })

  test('never refuses whoever paces themselves', async () => {
    const { ask, wait } = app(60)
    for (let i = 0; i < 300; i++) {
      expect((await ask('203.0.113.9')).status).toBe(200)
      wait(1_000)
    }
  })
})
