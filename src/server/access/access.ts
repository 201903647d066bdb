import type { Context, MiddlewareHandler, Next } from 'hono'
import { matchedRoutes } from 'hono/route'
import { OnrecordError } from '../../core/model/index.js'
import {
  type Accounts,
  isLive,
  mayAs,
  roleWith,
  secretKey,
  sessionEnd,
  TOKEN_MARK,
  USE_NOTED,
  type UserRole,
} from './accounts.js'
import { type AccessEnv, type Caller, notAllowed } from './caller.js'
import { sessionCookie } from './cookie.js'
import { type Host, hostFrom, isForeign, isLoopback, isNavigation, servedHosts } from './hosts.js'
import type { AccessOptions } from './options.js'
import { isChanging, roleNeeded, SESSION } from './policy.js'
import { refusal } from './refusal.js'

/** Whoever sits at this machine, where there are no accounts. */
const LOCAL: Caller = { name: null, role: 'owner', session: null, token: null, expires: null }

/**
 * What stands before every route: refuses hosts that are not the server's own and requests by other sites' pages, finds out
 * who asks, holds it against what the route asks for, and writes the audit log. Handlers find who it is by `callerOf`.
 *
 * Without accounts everybody is an owner, and the server answers for this machine's own addresses alone.
 *
 * @param accounts null: there are none
 * @throws OnrecordError `usage` where an allowed host is none, or is allowed without accounts
 */
export function access(accounts: Accounts | null, options: AccessOptions): MiddlewareHandler<AccessEnv> {
  const { allowedHosts } = options
  if (!accounts && allowedHosts.length > 0)
    throw new OnrecordError(
      'usage',
      'Without accounts the desk is for this machine alone. Add a user first: onrecord users add NAME --role owner',
    )
  const isServed = servedHosts(options.port, allowedHosts)
  return async (c, next) => {
    const sent = c.req.header('host') ?? ''
    const host = hostFrom(sent)
    if (!host || !isServed(host)) return refusal(hostRefused(sent))
    c.set('caller', null)
    c.set('trail', { who: null, target: c.req.path, kept: true })
    const isCrossing = isForeign(c.req.raw.headers, host, schemesOf(host, accounts !== null, options))
    if (!accounts) {
      // A link to the desk in a letter or on a page opens it; nothing else comes from elsewhere.
      const isLink = isNavigation(c.req.method, c.req.raw.headers) && options.isOpen(c.req.path)
      if (isCrossing && !isLink) return refusal(originRefused(c, host))
      c.set('caller', LOCAL)
      return next()
    }
    return enter(c, next, accounts, options, isCrossing ? host : null)
  }
}

/** @param crossedTo the host that a page of another origin sent the request to; null: it is no such request */
async function enter(
  c: Context<AccessEnv>,
  next: Next,
  accounts: Accounts,
  options: AccessOptions,
  crossedTo: Host | null,
): Promise<Response | undefined> {
  const { method, path } = c.req
  const authorization = c.req.header('authorization')
  // Other schemes may be a proxy's own.
  const bearer = authorization === undefined ? undefined : /^bearer +(\S+) *$/i.exec(authorization)?.[1]
  let caller: Caller | null = null
  if (bearer !== undefined) {
    caller = await byToken(accounts, bearer, options.now())
    if (!caller)
      return refusal(
        new OnrecordError('sign-in-needed', 'The token is unknown, revoked or over. Make another: onrecord tokens add'),
        { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      )
  } else {
    const secret = sessionCookie(options.plainHttp).read(c)
    // A link from elsewhere opens the desk as it would for anybody; it then asks by itself.
    const mayRead = crossedTo && isNavigation(method, c.req.raw.headers)
    if (crossedTo && !mayRead && (secret !== undefined || isChanging(method, path)))
      return refusal(originRefused(c, crossedTo))
    if (secret !== undefined && !mayRead) caller = await bySession(accounts, secret, options.now())
  }
  c.set('caller', caller)
  const needed = roleNeeded(method, path, options.isOpen)
  const refused = refusalOf(caller, needed)
  if (!refused) await next()
  await note(c, accounts, options, refused?.status)
  if (refused) return refused
  if (caller && !c.res.headers.has('cache-control')) c.res.headers.set('Cache-Control', 'no-store')
  return undefined
}

function refusalOf(caller: Caller | null, needed: UserRole | null): Response | null {
  if (needed === null) return null
  if (!caller)
    return refusal(new OnrecordError('sign-in-needed', 'Sign in first, or send a token: Authorization: Bearer onr_…'), {
      'WWW-Authenticate': 'Bearer',
    })
  return mayAs(caller.role, needed) ? null : refusal(notAllowed(caller, needed))
}

async function byToken(accounts: Accounts, secret: string, now: Date): Promise<Caller | null> {
  if (!secret.startsWith(TOKEN_MARK)) return null
  const found = await accounts.token(secretKey(secret))
  if (!found) return null
  const { token, user } = found
  if (user.disabled || Date.parse(token.expires) <= now.getTime()) return null
  if (token.used === null || now.getTime() - Date.parse(token.used) >= USE_NOTED)
    await accounts.touchToken(token.id, now.toISOString())
  return {
    name: user.name,
    role: roleWith(token.scope, user.role),
    session: null,
    token: token.id,
    expires: token.expires,
  }
}

async function bySession(accounts: Accounts, secret: string, now: Date): Promise<Caller | null> {
  const session = await accounts.session(secretKey(secret))
  if (!session || session.user.disabled) return null
  const { key, user, began, seen } = session
  if (!isLive(session, now)) {
    await accounts.closeSession(key)
    return null
  }
  if (now.getTime() - Date.parse(seen) >= USE_NOTED) await accounts.touchSession(key, now.toISOString())
  return { name: user.name, role: user.role, session: key, token: null, expires: sessionEnd(began) }
}

/** Writes a request that changes something into the audit log, done or refused, if it is known who it is. */
async function note(
  c: Context<AccessEnv>,
  accounts: Accounts,
  { addressOf, now }: AccessOptions,
  refused: number | undefined,
): Promise<void> {
  const { method, path } = c.req
  const caller = c.get('caller')
  const { who, target, kept } = c.get('trail')
  // What strangers send and nothing comes of is not kept: they could fill the disk with it.
  if (!kept || !isChanging(method, path) || (!caller && !(path === SESSION && method === 'POST'))) return
  await accounts.record({
    at: now().toISOString(),
    who: who ?? caller?.name ?? null,
    token: caller?.token ?? null,
    method,
    route: routeOf(c),
    target: target?.slice(0, LONGEST) ?? null,
    status: refused ?? c.res.status,
    address: addressOf(c),
  })
}

/** Characters of a target. */
const LONGEST = 200

/** The pattern that the request matched, as the OpenAPI document writes it. */
function routeOf(c: Context): string {
  const { path } = matchedRoutes(c).at(-1) ?? { path: '' }
  return path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')
}

function schemesOf(host: Host, hasAccounts: boolean, { plainHttp }: AccessOptions): ('http' | 'https')[] {
  if (!hasAccounts) return ['http']
  return plainHttp || isLoopback(host.name) ? ['http', 'https'] : ['https']
}

function hostRefused(sent: string): OnrecordError {
  return new OnrecordError(
    'host-refused',
    `This server does not answer for the host "${sent.slice(0, LONGEST)}". Open the address that it printed, or allow the host: --allowed-host`,
  )
}

function originRefused(c: Context, { name, port }: Host): OnrecordError {
  const from = c.req.header('origin')?.slice(0, LONGEST) ?? 'another site'
  return new OnrecordError(
    'origin-refused',
    `A page of ${from} sent this request to ${name}${port === null ? '' : `:${port}`}, and only the server’s own pages may. Behind a proxy: let it pass on the Host that the browser sent.`,
  )
}
