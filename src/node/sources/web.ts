import { OnrecordError } from '../../core/model/index.js'
import { isPublicAddress, type Network, resolveByMachine } from '../network.js'
import type { Capture } from './capture.js'
import { ask, headerOf, type RequestLimits } from './request.js'
import { retryAt, Turns } from './turns.js'

/** How far the web is reached. */
export interface WebOptions {
  /** Refuse every request with `offline`. */
  readonly offline?: boolean
  /** Also fetch addresses of this machine and of private networks, where a person named them. Default: never. */
  readonly allowPrivate?: boolean
  /** The most bytes of one answer, packed and unpacked. Default 50,000,000. */
  readonly maxBytes?: number
  /** Milliseconds for one answer, waiting for the host's turn not counted. Default 30,000. */
  readonly timeoutMs?: number
  /** Milliseconds without a byte after which a server counts as dead. Default 15,000. */
  readonly idleMs?: number
  /** Default 10. */
  readonly maxRedirects?: number
  /** Ends everything with `interrupted`. */
  readonly signal?: AbortSignal
  /** Which host may be asked when; one object for all the sources of a run. */
  readonly turns?: Turns
  /** Stands in for the machine's resolver and for the rule of which addresses are public. */
  readonly network?: Partial<Network>
}

/** Who named an address: a person, or a feed, sitemap or redirect that came from a public or a private address. */
export type NamedBy = 'person' | 'public' | 'private'

/** An answer of success, and whether it came from an address that is not public. */
export interface Fetched {
  readonly capture: Capture
  readonly isPrivate: boolean
}

/** The most bytes of one capture unless a caller sets another limit. */
export const MAX_CAPTURE_BYTES = 50_000_000

/** How often a page is asked for again after `Retry-After`. */
const RETRIES = 2

/** The web, fetched from politely. */
export class Web {
  readonly #options: WebOptions
  readonly #turns: Turns
  readonly #limits: Omit<RequestLimits, 'privateToo'>

  constructor(options: WebOptions = {}) {
    this.#options = options
    this.#turns = options.turns ?? new Turns()
    this.#limits = {
      maxBytes: options.maxBytes ?? MAX_CAPTURE_BYTES,
      timeoutMs: options.timeoutMs ?? 30_000,
      idleMs: options.idleMs ?? 15_000,
      network: {
        resolve: options.network?.resolve ?? resolveByMachine,
        permits: options.network?.permits ?? isPublicAddress,
      },
      signal: options.signal,
    }
  }

  /**
   * Fetches one address, following redirects. An address of this machine or of a private network is reached only with
   * `allowPrivate`, and then only where a person named it, or what named it came from such an address itself: a page on
   * the internet can never send us inside.
   *
   * @throws OnrecordError `offline`, `url-private`, `fetch-failed`, `fetch-status`, `fetch-too-large`, `fetch-timeout`,
   * `fetch-too-many-redirects`, `url-invalid`, `interrupted`
   */
  async fetch(address: URL, namedBy: NamedBy): Promise<Fetched> {
    if (this.#options.offline) {
      throw new OnrecordError('offline', `${address.href} was not fetched: the network is not to be used (--offline).`)
    }
    const maxRedirects = this.#options.maxRedirects ?? 10
    let url = address
    let by = namedBy
    for (let hops = 0; ; hops++) {
      const privateToo = (this.#options.allowPrivate ?? false) && by !== 'public'
      const answer = await this.#askWithin(url, { ...this.#limits, privateToo })
      const { status, headers, bytes, isPrivate } = answer
      const location = headerOf(headers, 'location')
      if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
        // Header bytes come as Latin-1; an address in them that is not ASCII was meant as UTF-8.
        const next = Buffer.from(location, 'latin1').toString('utf8')
        if (hops === maxRedirects) {
          throw new OnrecordError(
            'fetch-too-many-redirects',
            `${address.href} redirects more than ${maxRedirects} times, last to ${(URL.canParse(next, url.href) ? new URL(next, url.href).href : next).slice(0, 200)}. Open it in a browser and give the address it ends at.`,
          )
        }
        url = parseAddress(next, url)
        by = isPrivate ? 'private' : 'public'
        continue
      }
      if (status < 200 || status > 299) throw refused(url, status, headerOf(headers, 'retry-after'))
      const capture: Capture = {
        kind: 'capture',
        name: address.href,
        bytes,
        url: url.href,
        retrieved: new Date(this.#turns.clock.now()).toISOString(),
        headers: headers.filter(([name]) => name !== 'set-cookie'),
        contentType: headerOf(headers, 'content-type'),
      }
      return { capture, isPrivate }
    }
  }

  /** One request in its host's turn, asked again after the time that the host asks for. */
  async #askWithin(url: URL, limits: RequestLimits) {
    for (let tries = 0; ; tries++) {
      const answer = await this.#turns.take(url.host, limits.signal, async () => {
        const answer = await ask(url, limits)
        const until =
          answer.status === 429 || answer.status === 503
            ? retryAt(headerOf(answer.headers, 'retry-after'), this.#turns.clock.now())
            : null
        if (until !== null) this.#turns.close(url.host, until)
        return { ...answer, again: until !== null }
      })
      if (!answer.again || tries === RETRIES) return answer
    }
  }
}

/**
 * An address as a URL without fragment.
 *
 * @throws OnrecordError `url-invalid` where it is none, not of http or https, or has a user name or password in it
 */
export function parseAddress(address: string, base?: URL): URL {
  const shown = withoutUser(address.length > 200 ? `${address.slice(0, 200)}…` : address)
  let url: URL
  try {
    url = new URL(address, base)
  } catch (cause) {
    throw new OnrecordError(
      'url-invalid',
      `"${shown}" is no address of a page. Give one such as https://example.org/story.`,
      { cause },
    )
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OnrecordError(
      'url-invalid',
      url.protocol === 'file:' && !base
        ? `"${shown}": only http and https addresses are fetched. Give a file by its path.`
        : `${base ? `${base.href} leads to ` : ''}"${shown}": only http and https addresses are fetched.`,
    )
  }
  if (url.username || url.password) {
    throw new OnrecordError(
      'url-invalid',
      `The address for ${url.host} has a user name or password in it, which would be kept in the record. Leave it out.`,
    )
  }
  url.hash = ''
  return url
}

/** The text with what stands before the `@` of an address left out: it may be a password, and names are kept. */
export function withoutUser(address: string): string {
  return address.replace(/:(\/\/|\\\\)[^/\\\s]{1,500}@/g, ':$1…@')
}

function refused(url: URL, status: number, retryAfter: string | null): OnrecordError {
  const wait = retryAfter === null ? '' : ` (it said: ${retryAfter.slice(0, 40)})`
  const advice =
    status === 401 || status === 402 || status === 403 || status === 451
      ? 'It is not open to programs; save it from a browser and read the file.'
      : status === 404 || status === 410
        ? 'There is no such page; check the address, or look in a web archive.'
        : status === 429
          ? `The server wants fewer requests; wait, then try again${wait}.`
          : `Try again later${wait}, or save it from a browser and read the file.`
  return new OnrecordError('fetch-status', `${url.href} was answered with status ${status}. ${advice}`)
}
