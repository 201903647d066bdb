import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import { type Accounts, newSecret, secretKey, sessionEnd, sessionsOver } from './accounts.js'
import { type AccessEnv, type Caller, callerOf, noAccounts } from './caller.js'
import { sessionCookie } from './cookie.js'
import type { AccessOptions } from './options.js'
import { answers, credentialsSchema, failures, takes, whoSchema } from './schemas.js'
import type { PasswordCheck } from './sign-in.js'
import { smallBody } from './small-body.js'

const signIn = createRoute({
  method: 'post',
  path: '/api/session',
  operationId: 'signIn',
  tags: ['access'],
  summary: 'Sign in; the answer sets the session’s cookie.',
  middleware: smallBody,
  request: { body: takes(credentialsSchema) },
  responses: { 200: answers(whoSchema, 'Signed in.'), ...failures(400, 401, 403, 404, 413, 415, 429) },
})

const whoAmI = createRoute({
  method: 'get',
  path: '/api/session',
  operationId: 'whoAmI',
  tags: ['access'],
  summary: 'Who asks, and whether there are accounts at all.',
  responses: { 200: answers(whoSchema, 'Who asks.'), ...failures(400) },
})

const signOut = createRoute({
  method: 'delete',
  path: '/api/session',
  operationId: 'signOut',
  tags: ['access'],
  summary: 'Sign out.',
  responses: { 204: { description: 'Nobody is signed in any more.' }, ...failures(400, 403) },
})

/** Adds signing in, signing out, and who one is. */
export function sessionRoutes(
  app: OpenAPIHono<AccessEnv>,
  accounts: Accounts | null,
  options: AccessOptions,
  passwords: PasswordCheck,
): void {
  const cookie = sessionCookie(options.plainHttp)

  app.openapi(whoAmI, (c) => {
    const caller = c.get('caller')
    if (!accounts) return c.json({ accounts: false, ...whoOf(callerOf(c)) }, 200)
    return c.json({ accounts: true, ...whoOf(caller) }, 200)
  })

  app.openapi(signIn, async (c) => {
    const trail = c.get('trail')
    const { name, password } = c.req.valid('json')
    if (!accounts) throw noAccounts()
    const checked = await passwords.check(c, name, password)
    trail.target = checked.user?.name ?? (await passwords.known(name))
    if (!checked.user) {
      const { code, message } = checked.error
      const body = { error: { code, message } }
      if (checked.wait > 0) return c.json(body, 429, { 'Retry-After': String(checked.wait) })
      return c.json(body, 401, { 'Cache-Control': 'no-store' })
    }
    const { user } = checked
    trail.who = user.name
    const now = options.now()
    const at = now.toISOString()
    await accounts.dropSessions(sessionsOver(now))
    // A session that somebody else may have planted or seen does not go on.
    const before = cookie.read(c)
    if (before !== undefined) await accounts.closeSession(secretKey(before))
    const secret = newSecret()
    await accounts.openSession({ key: secretKey(secret), user: user.name, at })
    cookie.write(c, secret)
    c.header('Cache-Control', 'no-store')
    const { name: as, role } = user
    return c.json({ accounts: true, name: as, role, by: 'session' as const, expires: sessionEnd(at) }, 200)
  })

  app.openapi(signOut, async (c) => {
    const secret = cookie.read(c)
    if (accounts && secret !== undefined) {
      await accounts.closeSession(secretKey(secret))
      cookie.remove(c)
    }
    return c.body(null, 204)
  })
}

function whoOf(caller: Caller | null): Omit<z.infer<typeof whoSchema>, 'accounts'> {
  if (!caller) return { name: null, role: null, by: null, expires: null }
  const { name, role, session, token, expires } = caller
  return { name, role, by: token !== null ? 'token' : session !== null ? 'session' : null, expires }
}
