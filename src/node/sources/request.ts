import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { OnrecordError } from '../../core/model/index.js'
import { VERSION } from '../../core/version.js'
import { machineLimit } from '../machine.js'
import { isPrivateName, type Network } from '../network.js'
import { decodersOf } from './coding.js'

/** What one request may cost, and whom it may reach. */
export interface RequestLimits {
  /** Of the answer, packed and unpacked. */
  readonly maxBytes: number
  /** Milliseconds for the whole answer. */
  readonly timeoutMs: number
  /** Milliseconds without a byte after which the server counts as dead. */
  readonly idleMs: number
  /** Which addresses are of the public internet, and how names are looked up. */
  readonly network: Network
  /** Whether an address that is not public may be reached, too. */
  readonly privateToo: boolean
  readonly signal: AbortSignal | undefined
}

/** What a server said to one request. */
export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: readonly (readonly [string, string])[]
  /** Empty where the status is no success. */
  readonly bytes: Uint8Array
  /** Whether the address that was connected to is not public. */
  readonly isPrivate: boolean
}

/**
 * Asks for one address, and follows nothing. The rule of which addresses may be reached is put to what the socket
 * connects to, so a name that resolves to something else a moment later gains nothing. No cookies, no proxies.
 *
 * @throws OnrecordError `url-private`, `fetch-failed`, `fetch-too-large`, `fetch-timeout`, `interrupted`
 */
export function ask(url: URL, limits: RequestLimits): Promise<Answer> {
  const { maxBytes, timeoutMs, idleMs, network, privateToo, signal } = limits
  return new Promise((resolve, reject) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!privateToo && isPrivateName(host)) return reject(privateAddress(url, host))
    // A numeric host never reaches `lookup`.
    if (!privateToo && isIP(host) !== 0 && !network.permits(host)) return reject(privateAddress(url, host))
    const interrupted = () => fail(new OnrecordError('interrupted', `Fetching ${url.href} was interrupted.`))
    let isPrivate = false

    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      agent: false,
      lookup: permittedLookup(url, network, privateToo),
      headers: {
        'user-agent': `onrecord/${VERSION}`,
        accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
    })
    const idle = setTimeout(() => fail(timedOut(url, `sent nothing for ${idleMs / 1000} s`)), idleMs)
    const whole = setTimeout(() => fail(timedOut(url, `was not there whole after ${timeoutMs / 1000} s`)), timeoutMs)
    const finish = () => {
      clearTimeout(idle)
      clearTimeout(whole)
      signal?.removeEventListener('abort', interrupted)
      request.destroy()
    }
    const fail = (error: unknown) => {
      finish()
      reject(error instanceof OnrecordError ? error : failed(url, error as NodeJS.ErrnoException))
    }
    request.on('error', fail)
    if (signal?.aborted) return interrupted()
    signal?.addEventListener('abort', interrupted, { once: true })

    request.on('socket', (socket: Socket) => {
      // What `lookup` allowed is what is connected to; asked once more of the socket itself, before a byte is sent.
      socket.on('connect', () => {
        const { remoteAddress } = socket
        isPrivate = remoteAddress !== undefined && !network.permits(remoteAddress)
        if (isPrivate && !privateToo) fail(privateAddress(url, remoteAddress ?? host))
      })
    })
    request.on('response', (response: IncomingMessage) => {
      idle.refresh()
      const status = response.statusCode ?? 0
      const headers = headersOf(response)
      if (status < 200 || status > 299) {
        finish()
        return resolve({ status, headers, bytes: new Uint8Array(), isPrivate })
      }
      if (Number(response.headers['content-length']) > maxBytes) return fail(tooLarge(url, maxBytes))
      let received = 0
      response.on('data', (chunk: Buffer) => {
        idle.refresh()
        received += chunk.length
        if (received > maxBytes) fail(tooLarge(url, maxBytes))
      })
      const decoders = decodersOf(response.headers['content-encoding'] ?? null)
      if (typeof decoders === 'string') return fail(codingUnknown(url, decoders))
      let body: Readable = response
      for (const decoder of decoders) {
        body = pipeline(body, decoder, (error) => {
          if (error) fail(error)
        })
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
        resolve({ status, headers, bytes: Buffer.concat(chunks), isPrivate })
      })
    })
    request.end()
  })
}

/** The first header of that name, given in lower case; null where there is none. */
export function headerOf(headers: Answer['headers'], name: string): string | null {
  return headers.find(([key]) => key === name)?.[1] ?? null
}

function headersOf(response: IncomingMessage): Answer['headers'] {
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < response.rawHeaders.length; i += 2) {
    headers.push([(response.rawHeaders[i] as string).toLowerCase(), response.rawHeaders[i + 1] as string])
  }
  return headers
}

/** Resolves as the network does, and leaves only the addresses that may be reached: the socket gets no others. */
function permittedLookup(url: URL, network: Network, privateToo: boolean): LookupFunction {
  return (name, options, callback) => {
    network.resolve(name).then(
      (addresses) => {
        const permitted = privateToo ? addresses : addresses.filter(({ address }) => network.permits(address))
        const [first] = permitted
        if (!first) callback(addresses[0] ? privateAddress(url, addresses[0].address) : notFound(), '')
        else if (options.all) callback(null, [...permitted])
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, ''),
    )
  }
}

function notFound(): NodeJS.ErrnoException {
  return Object.assign(new Error('no address'), { code: 'ENOTFOUND' })
}

/** The error for an address that leads into this machine or a private network. */
export function privateAddress(url: URL, address: string): OnrecordError {
  return new OnrecordError(
    'url-private',
    `${url.href} leads to ${address}, on this machine or a private network, which is not fetched. If you mean to, name it yourself and give --allow-private.`,
  )
}

function codingUnknown(url: URL, coding: string): OnrecordError {
  return new OnrecordError(
    'fetch-failed',
    `${url.href} came packed in a way that was not asked for (${coding}). Save it from a browser and read the file.`,
  )
}

function tooLarge(url: URL, maxBytes: number): OnrecordError {
  return new OnrecordError(
    'fetch-too-large',
    `${url.href} is larger than ${maxBytes} bytes. Raise the limit (--max-bytes) if you want it read.`,
  )
}

function timedOut(url: URL, what: string): OnrecordError {
  return new OnrecordError('fetch-timeout', `${url.href} ${what}. Try again later, or give it longer (--timeout).`)
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
