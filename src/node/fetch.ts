import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { type Duplex, pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OnrecordError, type Page } from '../core/model/index.js'
import { VERSION } from '../core/version.js'
import { foreignMediaType } from './format.js'
import { DEFAULT_MAX_BYTES } from './limit.js'
import { machineLimit } from './machine.js'
import { isPrivateName, isPublicAddress, type Network, resolveByMachine } from './network.js'
import { type PageOptions, pageFromBytes } from './page.js'

/** How far `fetchPage` goes. */
export interface FetchOptions extends PageOptions {
  /** Also fetch from this machine and from private networks. Default: never. */
  readonly allowPrivate?: boolean
  /** Milliseconds for the whole of it, redirects included. Default 30,000. */
  readonly timeoutMs?: number
  /** Milliseconds without a byte after which the server counts as dead. Default 15,000. */
  readonly idleMs?: number
  /** Default 10. */
  readonly maxRedirects?: number
  /** Ends the fetch with `interrupted`. */
  readonly signal?: AbortSignal
  /** Stands in for the machine's resolver and for the rule of which addresses may be reached. */
  readonly network?: Partial<Network>
}

/** What an address answered with. */
export interface Fetched {
  readonly bytes: Uint8Array
  /** After redirects. */
  readonly url: string
  readonly contentType: string | null
}

/**
 * Fetches a page over http or https. No connection is opened to an address of this machine or of a private or special
 * network unless `allowPrivate` is given: the rule is asked of the address that the socket connects to, at every
 * redirect, so a name that resolves to something else a moment later gains nothing. No cookies, no scripts, no proxies.
 *
 * @throws OnrecordError `url-invalid`, `url-private`, `fetch-failed`, `fetch-status`, `fetch-too-large`,
 * `fetch-timeout`, `fetch-too-many-redirects`, `interrupted`, and those of `pageFromBytes`
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Page> {
  const { bytes, url, contentType } = await fetchBytes(address, options)
  return pageFromBytes(bytes, { ...options, url, contentType })
}

/**
 * As `fetchPage`, the bytes alone.
 *
 * @throws OnrecordError as `fetchPage`, but for those of `pageFromBytes`
 */
export async function fetchBytes(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const timeoutMs = options.timeoutMs ?? 30_000
  const maxRedirects = options.maxRedirects ?? 10
  const network: Network = {
    resolve: options.network?.resolve ?? resolveByMachine,
    permits: options.network?.permits ?? (options.allowPrivate ? () => true : isPublicAddress),
  }
  const ending = new AbortController()
  const timer = setTimeout(() => {
    ending.abort(timedOut(address, `was not there whole after ${timeoutMs / 1000} s`))
  }, timeoutMs)
  const interrupt = () => ending.abort(new OnrecordError('interrupted', `Fetching ${address} was interrupted.`))
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  try {
    let url = parse(address)
    for (let hops = 0; ; hops++) {
      if (!options.allowPrivate && isPrivateName(url.hostname)) throw privateAddress(url, url.hostname)
      const answer = await get(url, network, ending.signal, options)
      if ('bytes' in answer) return { ...answer, url: url.href }
      if (hops === maxRedirects) {
        throw new OnrecordError(
          'fetch-too-many-redirects',
          `${address} redirects more than ${maxRedirects} times, last to ${answer.to}. Open it in a browser and give the address it ends at.`,
        )
      }
      url = parse(answer.to, url)
    }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', interrupt)
  }
}

type Answer = { readonly bytes: Uint8Array; readonly contentType: string | null } | { readonly to: string }

function parse(address: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(address, base)
  } catch (cause) {
    throw new OnrecordError(
      'url-invalid',
      `"${address}" is no address of a page. Give one such as https://example.org/story.`,
      {
        cause,
      },
    )
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OnrecordError(
      'url-invalid',
      `${base ? `${base.href} redirects to ` : ''}${url.href}: only http and https addresses are fetched.`,
    )
  }
  if (url.username || url.password) {
    url.username = ''
    url.password = ''
    throw new OnrecordError(
      'url-invalid',
      `The address for ${url.host} has a user name or password in it, which would be kept in the record. Leave it out.`,
    )
  }
  url.hash = ''
  return url
}

function get(url: URL, network: Network, signal: AbortSignal, options: FetchOptions): Promise<Answer> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  const idleMs = options.idleMs ?? 15_000
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A numeric host never reaches `lookup`.
    if (isIP(host) !== 0 && !network.permits(host)) return reject(privateAddress(url, host))
    if (signal.aborted) return reject(signal.reason)

    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      agent: false,
      lookup: permittedLookup(url, network),
      headers: {
        'user-agent': `onrecord/${VERSION}`,
        accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
    })
    const idle = setTimeout(() => fail(timedOut(url.href, `sent nothing for ${idleMs / 1000} s`)), idleMs)
    const finish = () => {
      clearTimeout(idle)
      signal.removeEventListener('abort', onAbort)
      request.destroy()
    }
    const fail = (error: unknown) => {
      finish()
      reject(error instanceof OnrecordError ? error : failed(url, error as NodeJS.ErrnoException))
    }
    const onAbort = () => fail(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })

    request.on('error', fail)
    request.on('socket', (socket: Socket) => {
      // What `lookup` allowed is what is connected to; asked once more of the socket itself, before a byte is sent.
      socket.on('connect', () => {
        if (socket.remoteAddress && !network.permits(socket.remoteAddress))
          fail(privateAddress(url, socket.remoteAddress))
      })
    })
    request.on('response', (response: IncomingMessage) => {
      idle.refresh()
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if ([301, 302, 303, 307, 308].includes(status) && location) {
        finish()
        // Header bytes come as Latin-1; an address in them that is not ASCII was meant as UTF-8.
        return resolve({ to: absolute(Buffer.from(location, 'latin1').toString('utf8'), url) })
      }
      if (status < 200 || status > 299) return fail(refused(url, status))
      const contentType = response.headers['content-type'] ?? null
      const foreign = foreignMediaType(contentType)
      if (foreign) {
        return fail(
          new OnrecordError(
            'page-kind-unsupported',
            `${url.href} is ${foreign.name}, which Onrecord does not read. ${foreign.advice}`,
          ),
        )
      }
      if (Number(response.headers['content-length']) > maxBytes) return fail(tooLarge(url, maxBytes))

      let received = 0
      response.on('data', (chunk: Buffer) => {
        idle.refresh()
        received += chunk.length
        if (received > maxBytes) fail(tooLarge(url, maxBytes))
      })
      let body: Readable
      try {
        body = decoded(response, url, fail)
      } catch (error) {
        return fail(error)
      }
      const chunks: Buffer[] = []
      let length = 0
      body.on('data', (chunk: Buffer) => {
        length += chunk.length
        if (length > maxBytes) fail(tooLarge(url, maxBytes))
        else chunks.push(chunk)
      })
      body.on('error', fail)
      body.on('end', () => {
        if (!response.complete) return
        finish()
        resolve({ bytes: Buffer.concat(chunks), contentType })
      })
    })
    request.end()
  })
}

/** Resolves as the network does, and leaves only the addresses that may be reached: the socket gets no others. */
function permittedLookup(url: URL, network: Network): LookupFunction {
  return (name, options, callback) => {
    network.resolve(name).then(
      (addresses) => {
        const permitted = addresses.filter(({ address }) => network.permits(address))
        const [first] = permitted
        if (!first) callback(privateAddress(url, addresses[0]?.address ?? name), '')
        else if (options.all) callback(null, [...permitted])
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, ''),
    )
  }
}

/** How many content codings may lie on each other; more is an attack. */
const MAX_CODINGS = 3

function decoded(response: IncomingMessage, url: URL, fail: (error: unknown) => void): Readable {
  const codings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MAX_CODINGS) throw codingUnknown(url, codings.join(', '))
  const decoders = codings.reverse().map((coding): Duplex => {
    if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
    if (coding === 'deflate') return createInflate()
    if (coding === 'br') return createBrotliDecompress()
    throw codingUnknown(url, coding)
  })
  let stream: Readable = response
  for (const decoder of decoders) {
    stream = pipeline(stream, decoder, (error) => {
      if (error) fail(error)
    })
  }
  return stream
}

function absolute(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base).href : location
}

function codingUnknown(url: URL, coding: string): OnrecordError {
  return new OnrecordError(
    'fetch-failed',
    `${url.href} came packed in a way that was not asked for (${coding}). Save it from a browser and read the file.`,
  )
}

function privateAddress(url: URL, address: string): OnrecordError {
  return new OnrecordError(
    'url-private',
    `${url.href} leads to ${address}, on this machine or a private network, which is not fetched. Give --allow-private if you mean to.`,
  )
}

function tooLarge(url: URL, maxBytes: number): OnrecordError {
  return new OnrecordError(
    'fetch-too-large',
    `${url.href} is larger than ${maxBytes} bytes. Raise the limit (--max-bytes) if you want it read.`,
  )
}

function timedOut(address: string, what: string): OnrecordError {
  return new OnrecordError('fetch-timeout', `${address} ${what}. Try again later, or give it longer (--timeout).`)
}

function refused(url: URL, status: number): OnrecordError {
  const advice =
    status === 401 || status === 402 || status === 403 || status === 451
      ? 'It is not open to programs; save it from a browser and read the file.'
      : status === 404 || status === 410
        ? 'There is no such page; check the address, or look in a web archive.'
        : status === 429
          ? 'The server wants fewer requests; wait, then try again.'
          : 'Try again later, or save it from a browser and read the file.'
  return new OnrecordError('fetch-status', `${url.href} was answered with status ${status}. ${advice}`)
}

/** What the system's and OpenSSL's error codes mean to a person. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of that name. Check the spelling and your connection',
  EAI_AGAIN: 'its name could not be looked up. Check your connection',
  ECONNREFUSED: 'its server takes no connection. Check the address and port',
  ECONNRESET: 'its server broke off. Try again',
  EPIPE: 'its server broke off. Try again',
  EHOSTUNREACH: 'its server cannot be reached. Check your connection',
  ENETUNREACH: 'its server cannot be reached. Check your connection',
  ETIMEDOUT: 'its server does not answer. Try again later',
  CERT_HAS_EXPIRED: 'its certificate has run out, so it may not be what it says',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody known, so it may not be what it says',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known, so it may not be what it says',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known, so it may not be what it says',
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is another site's, so it may not be what it says",
  Z_DATA_ERROR: 'it is not packed as it says. Save it from a browser and read the file',
  Z_BUF_ERROR: 'it ended before it was whole. Try again',
}

function failed(url: URL, cause: NodeJS.ErrnoException): OnrecordError {
  const limit = machineLimit(cause)
  if (limit) return limit
  const code = cause.code ?? ''
  const reason =
    CAUSES[code] ??
    (code.startsWith('HPE_') ? `its server does not speak HTTP as it should (${code})` : cause.message || code)
  return new OnrecordError('fetch-failed', `${url.href} could not be fetched: ${reason}.`, { cause })
}
