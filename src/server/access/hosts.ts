import { OnrecordError } from '../../core/model/index.js'

/** A host as the header `Host` gives it (RFC 9110, 7.2), in lower case. */
export interface Host {
  /** A name, an IPv4 address, or an IPv6 address in brackets. */
  readonly name: string
  /** Null where none is given. */
  readonly port: number | null
}

// A name that ends in a dot is another for cookies and for the browser's origin; none is served by it.
const HOST =
  /^((?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?|\[[0-9a-f:.]{2,45}\])(?::(\d{1,5}))?$/

/** The host of that text; null: it is none. Upper and lower case are one. */
export function hostFrom(text: string): Host | null {
  const [, name, port] = HOST.exec(text.toLowerCase()) ?? []
  if (name === undefined || name.length > 253) return null
  const number = port === undefined ? null : Number(port)
  return number !== null && number > 65_535 ? null : { name, port: number }
}

/**
 * Whether a name is this machine by itself, without asking a name server: `localhost`, 127.0.0.0/8 in four decimal numbers,
 * `[::1]`. Other ways of writing them, which browsers never send, are not.
 */
export function isLoopback(name: string): boolean {
  if (name === 'localhost' || name === '[::1]') return true
  const numbers = /^127\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)?.slice(1)
  return numbers?.every((number) => Number(number) <= 255 && String(Number(number)) === number) ?? false
}

/**
 * A test of whether the server answers for a host: a loopback one with the server's port, or one of those allowed. An
 * allowed host without a port is allowed with any.
 *
 * @param port the port that the server listens on
 * @throws OnrecordError `usage` where an allowed host is none
 */
export function servedHosts(port: () => number, allowed: readonly string[]): (host: Host) => boolean {
  const hosts = allowed.map((text) => {
    const host = hostFrom(text)
    if (!host)
      throw new OnrecordError('usage', `"${text}" is no host. Give a name as browsers show it: desk.example.org`)
    return host
  })
  return (host) =>
    (isLoopback(host.name) && (host.port ?? 80) === port()) ||
    hosts.some(({ name, port }) => name === host.name && (port === null || port === host.port))
}

/**
 * Whether a request comes from a page of another origin than the server's own, by what the browser says of it: `Sec-Fetch-Site`
 * (W3C Fetch Metadata) and `Origin` (RFC 6454). Programs say neither.
 *
 * @param host the one that the request was sent to
 * @param schemes those under which the server is reached
 */
export function isForeign(headers: Headers, host: Host, schemes: readonly ('http' | 'https')[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.get('origin')
  if (origin === null) return false
  const [, scheme, rest] = /^(https?):\/\/(.+)$/.exec(origin.toLowerCase()) ?? []
  const from = rest === undefined ? null : hostFrom(rest)
  if (!from || !schemes.some((each) => each === scheme)) return true
  const usual = scheme === 'https' ? 443 : 80
  return from.name !== host.name || (from.port ?? usual) !== (host.port ?? usual)
}

/** Whether it is a person following a link or typing an address, of which no page sees the answer. */
export function isNavigation(method: string, headers: Headers): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.get('sec-fetch-mode') === 'navigate' &&
    headers.get('sec-fetch-dest') === 'document'
  )
}
