import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { captures, Turns } from '../../../src/node/sources/index.js'
import { all, brief, listening, names, site, testClock, turns } from './site.js'

const STORY = '<!doctype html><title>Pilots refuse</title><p>“No,” said Ostrander.</p>'

describe('an address', () => {
  test('is a capture, with where it ended, when, and the headers but for cookies', async () => {
    const { url } = await site({
      '/a?b=1': { status: 302, headers: { location: '/fünf' } },
      '/f%C3%BCnf': {
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'set-cookie': 'who=me',
          'x-served': ['1', '2'],
          etag: '"7"',
        },
        body: STORY,
      },
    }).then((made) => {
      // Node sends header bytes as Latin-1.
      made.pages['/a?b=1'] = { status: 302, headers: { location: Buffer.from('/fünf').toString('latin1') } }
      return made
    })
    const [capture, ...others] = await all(`${url}/a?b=1#part`)
    expect(others).toEqual([])
    expect(capture).toMatchObject({
      kind: 'capture',
      name: `${url}/a?b=1`,
      url: `${url}/f%C3%BCnf`,
      retrieved: '2024-05-01T00:00:01.000Z',
      contentType: 'text/html; charset=utf-8',
    })
    if (capture?.kind !== 'capture') throw new Error('no capture')
    expect(Buffer.from(capture.bytes).toString()).toBe(STORY)
    const headers = capture.headers.filter(
      ([name]) => !['date', 'connection', 'transfer-encoding', 'keep-alive'].includes(name),
    )
    expect(headers).toEqual([
      ['content-type', 'text/html; charset=utf-8'],
      ['x-served', '1'],
      ['x-served', '2'],
      ['etag', '"7"'],
    ])
  })

  test('is asked for by name, and not more is told than must be', async () => {
    let headers: object = {}
    const port = await listening((request, response) => {
      headers = request.headers
      response.end(STORY)
    })
    await all(`http://127.0.0.1:${port}/`)
    expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
    expect(headers).toMatchObject({ 'user-agent': expect.stringMatching(/^onrecord\/\d/) })
  })

  test('comes unpacked', async () => {
    const { url } = await site({
      '/gzip': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(STORY) },
      '/both': { headers: { 'content-encoding': 'gzip, br' }, body: brotliCompressSync(gzipSync(STORY)) },
      '/zstd': { headers: { 'content-encoding': 'zstd' }, body: 'x' },
      '/cut': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(STORY).subarray(0, 30) },
    })
    const found = []
    for (const path of ['gzip', 'both', 'zstd', 'cut']) found.push(...(await all(`${url}/${path}`)))
    expect(brief(found)).toEqual([
      `${url}/gzip: ${Buffer.from(STORY).toString().slice(0, 60)}`,
      `${url}/both: ${Buffer.from(STORY).toString().slice(0, 60)}`,
      `${url}/zstd failed: fetch-failed`,
      `${url}/cut failed: fetch-failed`,
    ])
  })

  test.each([
    ['/404', {}, 'fetch-status'],
    ['/500', {}, 'fetch-status'],
    ['/long', { maxBytes: 1000 }, 'fetch-too-large'],
    ['/bomb', { maxBytes: 1000 }, 'fetch-too-large'],
    ['/circle', {}, 'fetch-too-many-redirects'],
    ['/to-file', {}, 'url-invalid'],
    ['/to-user', {}, 'url-invalid'],
    ['/silent', { idleMs: 50 }, 'fetch-timeout'],
    ['/drip', { timeoutMs: 200 }, 'fetch-timeout'],
    ['/broken', {}, 'fetch-failed'],
    ['/story', { offline: true }, 'offline'],
  ])('%s fails with its code', async (path, options, code) => {
    const timers: NodeJS.Timeout[] = []
    const port = await listening((request, response) => {
      const { url } = request
      if (url === '/long') response.end('x'.repeat(2000))
      else if (url === '/bomb') response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(100_000)))
      else if (url === '/circle') response.writeHead(301, { location: '/circle' }).end()
      else if (url === '/to-file') response.writeHead(301, { location: 'file:///etc/passwd' }).end()
      else if (url === '/to-user') response.writeHead(301, { location: 'http://me:secret@127.0.0.1/' }).end()
      else if (url === '/drip') timers.push(setInterval(() => response.write('x'), 20))
      else if (url === '/broken')
        response.writeHead(200, { 'content-length': '9' }).write('x', () => request.socket.destroy())
      else if (url === '/story') response.end(STORY)
      else if (url !== '/silent') response.writeHead(Number(url?.slice(1))).end(STORY)
    })
    const found = await all(`http://127.0.0.1:${port}${path}`, options)
    for (const timer of timers) clearInterval(timer)
    expect(brief(found)).toEqual([`http://127.0.0.1:${port}${path} failed: ${code}`])
    expect(JSON.stringify(found)).not.toContain('secret')
  })

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'https://me:secret@example.org/',
    'https://me:secret@[/',
    'http://[',
    'https:',
  ])('%s is none', async (source) => {
    const stdin = (async function* () {
      yield Buffer.from(source)
    })()
    for (const found of [await all(source), await all('-', { stdin })]) {
      expect(found).toMatchObject([{ kind: 'failure', error: { code: 'url-invalid' } }])
      expect(`${found[0]?.name} ${found[0]?.kind === 'failure' && found[0].error.message}`).not.toContain('secret')
    }
  })

  test('of a web archive is not read by address', async () => {
    const found = await all('https://example.org/crawl.warc.gz', { offline: true })
    expect(brief(found)).toEqual(['https://example.org/crawl.warc.gz failed: archive-unsupported'])
  })
})

describe('a private network', () => {
  // In these tests 127.0.0.1 stands for the internet, and 127.0.0.2 for a private network.
  const network = {
    permits: (address: string) => address === '127.0.0.1',
    resolve: names({ 'news.example': '127.0.0.1', 'inside.example': '127.0.0.2' }),
  }
  const two = async () => {
    const reached: string[] = []
    const inside = await listening((request, response) => {
      reached.push(request.url ?? '')
      if (request.url === '/out') response.writeHead(302, { location: `http://news.example:${outside}/story` }).end()
      else if (request.url === '/in') response.writeHead(302, { location: '/story' }).end()
      else if (request.url === '/feed') response.end(feed(`http://inside.example:${inside}/story`))
      else response.end(STORY)
    }, '127.0.0.2')
    const outside: number = await listening((request, response) => {
      if (request.url === '/redirect')
        response.writeHead(302, { location: `http://inside.example:${inside}/secret` }).end()
      else if (request.url === '/numeric')
        response.writeHead(302, { location: `http://127.0.0.2:${inside}/secret` }).end()
      else if (request.url === '/feed') response.end(feed(`http://inside.example:${inside}/secret`))
      else response.end(STORY)
    })
    return { inside: `http://inside.example:${inside}`, outside: `http://news.example:${outside}`, reached }
  }
  const feed = (link: string) =>
    `<rss version="2.0"><channel><title>News</title><item><link>${link}</link></item></channel></rss>`
  const codes = async (source: string, allowPrivate: boolean) =>
    (await all(source, { network, allowPrivate })).map((found) =>
      found.kind === 'failure' ? found.error.code : found.kind,
    )

  test('is not reached unless that is allowed', async () => {
    const { inside, outside, reached } = await two()
    expect(await codes(`${outside}/story`, false)).toEqual(['capture'])
    expect(await codes(`${inside}/story`, false)).toEqual(['url-private'])
    expect(await codes(`${inside.replace('inside.example', '127.0.0.2')}/story`, false)).toEqual(['url-private'])
    expect(await codes('http://localhost:1/', false)).toEqual(['url-private'])
    expect(reached).toEqual([])
    expect(await codes(`${inside}/story`, true)).toEqual(['capture'])
  })

  test('is not reached by what comes from the internet, even where it is allowed', async () => {
    const { outside, reached } = await two()
    for (const path of ['/redirect', '/numeric', '/feed']) {
      expect(await codes(`${outside}${path}`, true)).toEqual(['url-private'])
    }
    expect(reached).toEqual([])
  })

  test('may lead on inside, and out', async () => {
    const { inside } = await two()
    for (const path of ['/in', '/out', '/feed']) expect(await codes(`${inside}${path}`, true)).toEqual(['capture'])
  })

  test('is not reached by a feed in a file', async () => {
    const { inside, reached } = await two()
    const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const folder = mkdtempSync(`${tmpdir()}/onrecord-`)
    writeFileSync(`${folder}/feed.xml`, feed(`${inside}/secret`))
    writeFileSync(`${folder}/mine.urls`, `${inside}/story`)
    expect(await codes(`${folder}/feed.xml`, true)).toEqual(['url-private'])
    expect(reached).toEqual([])
    expect(await codes(`${folder}/mine.urls`, true)).toEqual(['capture'])
    rmSync(folder, { recursive: true })
  })
})

describe('a host is spared', () => {
  const list = async function* (lines: readonly string[]) {
    yield Buffer.from(lines.join('\n'))
  }

  test('by a pause between requests, of which there is one at a time', async () => {
    let now = 0
    let most = 0
    const port = await listening((_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.end(STORY)
      }, 20)
    })
    const clock = testClock()
    const shared = turns(clock)
    const run = (name: string) => all(`http://127.0.0.1:${port}/${name}`, { turns: shared })
    const found = await Promise.all(['a', 'b', 'c'].map(run))
    expect(found.flat().map(({ kind }) => kind)).toEqual(['capture', 'capture', 'capture'])
    expect(most).toBe(1)
    expect(clock.slept).toEqual([1000, 1000])
  })

  test('as long as it asks for with Retry-After, then asked again', async () => {
    let times = 0
    const answers = [
      { status: 429, headers: { 'retry-after': '7' } },
      { status: 503, headers: { 'retry-after': 'Wed, 01 May 2024 00:01:00 GMT' } },
      STORY,
    ]
    const { url } = await site({ '/': () => answers[times++] ?? STORY })
    const clock = testClock()
    expect(brief(await all(`${url}/`, { turns: turns(clock) }))).toEqual([`${url}/: ${STORY.slice(0, 60)}`])
    expect(clock.slept).toEqual([7000, 53_000])
  })

  test('and given up where it asks for too long, or without end', async () => {
    const { url, asked } = await site({
      '/long': { status: 429, headers: { 'retry-after': '86400' } },
      '/always': { status: 503, headers: { 'retry-after': '1' } },
      '/plain': { status: 503 },
      '/story': STORY,
    })
    const shared = turns()
    const found = await all('-', {
      stdin: list(['/always', '/plain', '/story', '/long', '/story?2'].map((path) => `${url}${path}`)),
      turns: shared,
    })
    expect(brief(found)).toEqual([
      `${url}/always failed: fetch-status`,
      `${url}/plain failed: fetch-status`,
      `${url}/story: ${STORY.slice(0, 60)}`,
      `${url}/long failed: fetch-status`,
      `${url}/story?2 failed: fetch-status`,
    ])
    expect(asked).toEqual(['/always', '/always', '/always', '/plain', '/story', '/long'])
  })

  test('while another is asked', async () => {
    const first = await site({ '/': STORY })
    const second = await site({ '/': STORY })
    const clock = testClock()
    await all('-', { stdin: list([`${first.url}/`, `${second.url}/`]), turns: turns(clock) })
    expect(clock.slept).toEqual([])
  })
})

describe('an interruption', () => {
  test('ends all, wherever it comes', async () => {
    const port = await listening(() => {})
    for (const source of [`http://127.0.0.1:${port}/`, '-']) {
      const ending = new AbortController()
      const run = async () => {
        const stdin = (async function* () {
          yield Buffer.from(`http://127.0.0.1:${port}/a\nhttp://127.0.0.1:${port}/b`)
        })()
        setTimeout(() => ending.abort(), 50)
        const found = []
        for await (const one of captures(source, { signal: ending.signal, allowPrivate: true, stdin })) found.push(one)
        return found
      }
      await expect(run()).rejects.toMatchObject({ code: 'interrupted' })
    }
    const aborted = { signal: AbortSignal.abort() }
    await expect(all('nowhere', aborted)).rejects.toMatchObject({ code: 'interrupted' })
  })

  test('in a pause leaves the next to wait no less', async () => {
    const { url } = await site({ '/': STORY })
    const shared = new Turns({ pauseMs: 60_000 })
    await all(`${url}/`, { turns: shared })
    const ending = new AbortController()
    setTimeout(() => ending.abort(), 50)
    await expect(all(`${url}/`, { turns: shared, signal: ending.signal })).rejects.toMatchObject({
      code: 'interrupted',
    })
  })
})
