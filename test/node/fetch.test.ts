import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type Address, type FetchOptions, fetchPage, isPublicAddress } from '../../src/node/index.js'

const STORY = '<!doctype html><title>Pilots refuse</title><p>“No,” said Ostrander.</p>'

const open: (Server | TcpServer)[] = []
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(open.splice(0).map((server) => new Promise((closed) => server.close(closed))))
})

async function listening(server: Server | TcpServer, host = '127.0.0.1'): Promise<number> {
  open.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((ready) => server.listen(0, host, ready))
  return (server.address() as AddressInfo).port
}

const serve = async (listener: RequestListener) => `http://127.0.0.1:${await listening(createServer(listener))}`
/** A server that sends these bytes as its answer and is done, or not. */
const serveRaw = async (answer: (socket: Socket) => void) =>
  `http://127.0.0.1:${await listening(createTcpServer((socket) => socket.once('data', () => answer(socket))))}`

const fetchLocal = (url: string, options: FetchOptions = {}) => fetchPage(url, { allowPrivate: true, ...options })

describe('a page is fetched', () => {
  test('with its address, its charset and its kind', async () => {
    const url = await serve((_, answer) => {
      answer
        .setHeader('content-type', 'text/html; charset=windows-1251')
        .end(Buffer.from([0x3c, 0x70, 0x3e, 0xc4, 0xe0]))
    })
    expect(await fetchLocal(`${url}/story?a=1#part`)).toMatchObject({
      url: `${url}/story?a=1`,
      kind: 'html',
      text: '<p>Да',
      charset: 'windows-1251',
    })
  })

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
    ['identity', (text: string) => Buffer.from(text)],
  ])('packed as %s', async (coding, pack) => {
    const url = await serve((_, answer) => void answer.setHeader('content-encoding', coding).end(pack(STORY)))
    expect(await fetchLocal(url)).toMatchObject({ text: STORY })
  })

  test('after redirects, absolute, relative and in UTF-8, under the last address', async () => {
    const url = await serve((request, answer) => {
      const next = {
        '/1': '2',
        '/2': `http://${request.headers.host}/3`,
        '/3': Buffer.from('/fünf').toString('latin1'),
      }[request.url ?? '']
      if (next) answer.writeHead(302, { location: next }).end('moved')
      else answer.end(`${request.url} ${STORY}`)
    })
    expect(await fetchLocal(`${url}/1`)).toMatchObject({
      url: `${url}/f%C3%BCnf`,
      text: expect.stringContaining('/f%C3%BCnf'),
    })
  })

  test('without telling the server more than it must know', async () => {
    const seen: string[] = []
    const url = await serve((request, answer) => {
      seen.push(...Object.keys(request.headers))
      answer.end(STORY)
    })
    await fetchLocal(url)
    expect(seen.sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
  })
})

describe('addresses that are none', () => {
  test.each([
    'nonsense',
    'http://',
    'http://a b/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:secret@example.org/',
  ])('%s', async (url) => {
    const failure = await fetchPage(url).catch((error) => error)
    expect(failure).toMatchObject({ code: 'url-invalid' })
    expect(failure.message).not.toContain('secret')
  })

  test.each(['file:///etc/passwd', 'gopher://example.org/', 'http://['])('a redirect to %s', async (location) => {
    const url = await serve((_, answer) => void answer.writeHead(301, { location }).end())
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'url-invalid' })
  })
})

describe('this machine and private networks', () => {
  const refused = { code: 'url-private' }

  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '169.254.169.254',
    '10.0.0.1',
    '１２７.0.0.1',
    'localhost',
    'LOCALHOST.',
    'x.localhost',
    'printer.local',
  ])('%s is not connected to', async (host) => {
    let reached = 0
    const port = await listening(
      createServer((_, answer) => {
        reached++
        answer.end(STORY)
      }),
    )
    await expect(fetchPage(`http://${host}:${port}/`)).rejects.toMatchObject(refused)
    expect(reached).toBe(0)
  })

  /** A resolver that gives each list of addresses in turn, and counts how often it was asked. */
  const names = (...answers: string[][]) => {
    let asked = 0
    const resolve = async () => {
      const list = answers[Math.min(asked++, answers.length - 1)] ?? []
      return list.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 }))
    }
    return { resolve, times: () => asked }
  }

  test.each([[['127.0.0.1']], [['::1']], [['10.0.0.1', '192.168.0.1']], [['::ffff:127.0.0.1']]])(
    'a public name that resolves to %s is refused',
    async (addresses) => {
      let reached = 0
      const port = await listening(
        createServer((_, answer) => {
          reached++
          answer.end(STORY)
        }),
      )
      const { resolve } = names(addresses)
      await expect(fetchPage(`http://news.example:${port}/`, { network: { resolve } })).rejects.toMatchObject(refused)
      expect(reached).toBe(0)
    },
  )

  test('a name is resolved once for a connection, so a second answer is never used', async () => {
    const port = await listening(createServer((_, answer) => void answer.end(STORY)))
    // The first answer may be reached (in the test's eyes), the second is what a rebinding server would give next.
    const { resolve, times } = names(['127.0.0.1'], ['127.0.0.2'])
    const permits = (address: string) => address === '127.0.0.1'
    expect(await fetchPage(`http://news.example:${port}/`, { network: { resolve, permits } })).toMatchObject({
      text: STORY,
    })
    expect(times()).toBe(1)
  })

  test('a name that resolves otherwise at a redirect is refused there', async () => {
    const port = await listening(createServer((_, answer) => void answer.writeHead(302, { location: '/next' }).end()))
    const { resolve, times } = names(['127.0.0.1'], ['127.0.0.2'])
    const permits = (address: string) => address === '127.0.0.1'
    await expect(fetchPage(`http://news.example:${port}/`, { network: { resolve, permits } })).rejects.toMatchObject(
      refused,
    )
    expect(times()).toBe(2)
  })

  test('of several addresses only those that may be reached are', async () => {
    const port = await listening(createServer((_, answer) => void answer.end(STORY)))
    const tried: string[] = []
    const permits = (address: string) => {
      tried.push(address)
      return address === '127.0.0.1'
    }
    const { resolve } = names(['127.0.0.3', '127.0.0.1', '127.0.0.2'])
    expect(await fetchPage(`http://news.example:${port}/`, { network: { resolve, permits } })).toMatchObject({
      text: STORY,
    })
    expect(tried).toEqual(['127.0.0.3', '127.0.0.1', '127.0.0.2', '127.0.0.1'])
  })

  test.each([
    'http://127.0.0.2:1/',
    'http://[::1]/',
    'http://localhost/',
    'http://2130706434/',
    'http://169.254.169.254/latest/meta-data/',
  ])('a redirect to %s is refused', async (location) => {
    const port = await listening(createServer((_, answer) => void answer.writeHead(307, { location }).end()))
    const { resolve } = names(['127.0.0.1'])
    // The server's own address counts as public here, all others by the rule.
    const permits = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
    await expect(fetchPage(`http://news.example:${port}/`, { network: { resolve, permits } })).rejects.toMatchObject(
      refused,
    )
  })

  test('what the socket is connected to is asked once more before anything is sent', async () => {
    let sent = 0
    const port = await listening(createTcpServer((socket) => socket.on('data', (data) => (sent += data.length))))
    let asked = 0
    // Says yes to the name and no to the socket, as where something between the two lied.
    const permits = () => asked++ === 0
    const { resolve } = names(['127.0.0.1'])
    await expect(fetchPage(`http://news.example:${port}/`, { network: { resolve, permits } })).rejects.toMatchObject(
      refused,
    )
    expect({ asked, sent }).toEqual({ asked: 2, sent: 0 })
  })

  test('with allowPrivate they are fetched', async () => {
    const url = await serve((_, answer) => void answer.end(STORY))
    expect(await fetchPage(url.replace('127.0.0.1', 'localhost'), { allowPrivate: true })).toMatchObject({
      text: STORY,
    })
  })
})

describe('limits', () => {
  test('redirects', async () => {
    let asked = 0
    const url = await serve((_, answer) => void answer.writeHead(302, { location: `/${asked++}` }).end())
    await expect(fetchLocal(url, { maxRedirects: 3 })).rejects.toMatchObject({ code: 'fetch-too-many-redirects' })
    expect(asked).toBe(4)
  })

  test('a size that the header tells is refused before the body', async () => {
    const url = await serveRaw((socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\nx'))
    await expect(fetchLocal(url, { maxBytes: 1000 })).rejects.toMatchObject({ code: 'fetch-too-large' })
  })

  test('an endless body', async () => {
    const url = await serve((_, answer) => {
      const more = () => {
        while (!answer.destroyed && answer.write('word '.repeat(2000)));
      }
      answer.on('drain', more)
      more()
    })
    await expect(fetchLocal(url, { maxBytes: 300_000 })).rejects.toMatchObject({ code: 'fetch-too-large' })
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a small body that unpacks to much: %s', async (coding, pack) => {
    const bomb = pack(Buffer.alloc(30_000_000, 'a'))
    const url = await serve((_, answer) => void answer.setHeader('content-encoding', coding).end(bomb))
    expect(bomb.length).toBeLessThan(100_000)
    await expect(fetchLocal(url, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'fetch-too-large' })
  })

  test('codings heaped on each other', async () => {
    const url = await serve((_, answer) => void answer.setHeader('content-encoding', 'gzip, gzip, gzip, gzip').end('x'))
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a server that takes the request and says nothing', async () => {
    const url = await serveRaw(() => {})
    await expect(fetchLocal(url, { idleMs: 100 })).rejects.toMatchObject({ code: 'fetch-timeout' })
  })

  test('a server that stops in the middle', async () => {
    const url = await serve((_, answer) => void answer.write(STORY))
    await expect(fetchLocal(url, { idleMs: 100 })).rejects.toMatchObject({ code: 'fetch-timeout' })
  })

  test('a server that drips, never idle, never done', async () => {
    const url = await serve((_, answer) => {
      const drip = setInterval(() => answer.write('.'), 10)
      answer.on('close', () => clearInterval(drip))
    })
    await expect(fetchLocal(url, { timeoutMs: 200, idleMs: 10_000 })).rejects.toMatchObject({ code: 'fetch-timeout' })
  })

  test('a name that never resolves', async () => {
    const resolve = () => new Promise<never>(() => {})
    await expect(fetchPage('http://news.example/', { timeoutMs: 50, network: { resolve } })).rejects.toMatchObject({
      code: 'fetch-timeout',
    })
  })

  test('being interrupted, before and during', async () => {
    const url = await serveRaw(() => {})
    const during = new AbortController()
    setTimeout(() => during.abort(), 20)
    await expect(fetchLocal(url, { signal: during.signal })).rejects.toMatchObject({ code: 'interrupted' })
    await expect(fetchLocal(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('servers that fail or lie', () => {
  test.each([401, 403, 404, 410, 429, 451, 500, 503, 304])('status %d', async (status) => {
    const url = await serve((_, answer) => void answer.writeHead(status).end())
    await expect(fetchLocal(url)).rejects.toMatchObject({
      code: 'fetch-status',
      message: expect.stringContaining(`status ${status}`),
    })
  })

  test('no server', async () => {
    const port = await listening(createServer())
    await new Promise((closed) => open.pop()?.close(closed))
    await expect(fetchLocal(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('no host', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    await expect(fetchPage('http://nowhere.example/', { network: { resolve } })).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining('no host of that name'),
    })
  })

  test('a body shorter than it was to be', async () => {
    const url = await serveRaw((socket) => void socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${STORY}`))
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a chunked body cut off', async () => {
    const url = await serveRaw(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<p>No'),
    )
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a packed body cut off', async () => {
    const packed = gzipSync(STORY.repeat(50))
    const url = await serve(
      (_, answer) => void answer.setHeader('content-encoding', 'gzip').end(packed.subarray(0, 60)),
    )
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a body that is not packed as it says', async () => {
    const url = await serve((_, answer) => void answer.setHeader('content-encoding', 'gzip').end(STORY))
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a packing that was not asked for', async () => {
    const url = await serve((_, answer) => void answer.setHeader('content-encoding', 'zstd').end(STORY))
    await expect(fetchLocal(url)).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining('zstd'),
    })
  })

  test.each(['no HTTP at all\r\n\r\n', 'HTTP/1.1 200 OK\r\nbroken header\r\n\r\n', ''])('%j', async (answer) => {
    const url = await serveRaw((socket) => void socket.end(answer))
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('headers without end', async () => {
    const url = await serveRaw(
      (socket) => void socket.write(`HTTP/1.1 200 OK\r\n${`x-header: ${'y'.repeat(1000)}\r\n`.repeat(50)}`),
    )
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'fetch-failed' })
  })

  test('a picture, and one that says it is HTML', async () => {
    const picture = await serve((_, answer) => void answer.setHeader('content-type', 'image/png').end('…'))
    await expect(fetchLocal(picture)).rejects.toMatchObject({ code: 'page-kind-unsupported' })
    const gif = await serve((_, answer) => void answer.setHeader('content-type', 'text/html').end('GIF89a'))
    await expect(fetchLocal(gif)).rejects.toMatchObject({ code: 'page-kind-unsupported' })
  })

  test('an empty page', async () => {
    const url = await serve((_, answer) => void answer.end())
    await expect(fetchLocal(url)).rejects.toMatchObject({ code: 'page-empty' })
  })
})
