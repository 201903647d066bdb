import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { OnrecordError } from '../../core/model/index.js'
import { type Accounts, mayAs, nameKey, newToken, roleOf, secretKey, tokenEnd } from './accounts.js'
import { type AccessEnv, callerAs, callerOf, notAllowed } from './caller.js'
import type { AccessOptions } from './options.js'
import { answers, failures, madeTokenSchema, newTokenSchema, takes, tokenSchema, userNameSchema } from './schemas.js'
import { smallBody } from './small-body.js'

const listTokens = createRoute({
  method: 'get',
  path: '/api/tokens',
  operationId: 'listTokens',
  tags: ['access'],
  summary: 'One’s own tokens; of an owner, everybody’s, or one user’s.',
  request: { query: z.object({ user: userNameSchema.optional() }) },
  responses: {
    200: answers(z.object({ items: z.array(tokenSchema) }), 'Tokens, without their secrets.'),
    ...failures(400, 401, 403, 404),
  },
})

const addToken = createRoute({
  method: 'post',
  path: '/api/tokens',
  operationId: 'addToken',
  tags: ['access'],
  summary: 'Make a token, which is shown once.',
  middleware: smallBody,
  request: { body: takes(newTokenSchema) },
  responses: { 201: answers(madeTokenSchema, 'The token with its secret.'), ...failures(400, 401, 403, 404, 413, 415) },
})

const revokeToken = createRoute({
  method: 'delete',
  path: '/api/tokens/{id}',
  operationId: 'revokeToken',
  tags: ['access'],
  summary: 'Revoke a token: one’s own; of an owner, anybody’s.',
  request: { params: z.object({ id: z.string().min(1).max(64) }) },
  responses: { 204: { description: 'It opens nothing any more.' }, ...failures(400, 401, 403, 404) },
})

/** Adds the tokens' routes. @param store the accounts; throws where there are none */
export function tokenRoutes(app: OpenAPIHono<AccessEnv>, store: () => Accounts, { now }: AccessOptions): void {
  app.openapi(listTokens, async (c) => {
    const accounts = store()
    const { name, role } = callerOf(c)
    const { user } = c.req.valid('query')
    const own = name ?? ''
    if (user !== undefined && nameKey(user) !== nameKey(own)) callerAs(c, 'owner')
    return c.json({ items: await accounts.tokens(mayAs(role, 'owner') ? user : own) }, 200)
  })

  app.openapi(addToken, async (c) => {
    const accounts = store()
    const caller = callerOf(c)
    const { scope, days, note, user: given } = c.req.valid('json')
    const user = given ?? caller.name ?? ''
    c.get('trail').target = user
    // One that leaked would otherwise outlive its end.
    if (caller.token !== null) throw new OnrecordError('not-allowed', 'A token makes no tokens. Sign in.')
    if (nameKey(user) !== nameKey(caller.name ?? '')) callerAs(c, 'owner')
    const whose = await accounts.user(user)
    if (!whose) throw new OnrecordError('not-found', `There is no user "${user}".`)
    if (!mayAs(whose.role, roleOf(scope))) throw notAllowed({ ...caller, role: whose.role }, roleOf(scope))
    const at = now()
    const { id, secret } = newToken()
    const token = await accounts.addToken({
      id,
      key: secretKey(secret),
      user: whose.name,
      scope,
      note,
      made: at.toISOString(),
      expires: tokenEnd(at, days),
    })
    c.get('trail').target = `${whose.name} ${id}`
    return c.json({ token, secret }, 201)
  })

  app.openapi(revokeToken, async (c) => {
    const accounts = store()
    const caller = callerOf(c)
    const { id } = c.req.valid('param')
    c.get('trail').target = id
    if (!mayAs(caller.role, 'owner')) {
      const own = (await accounts.tokens(caller.name ?? '')).some((token) => token.id === id)
      // A token that leaked can be made harmless with itself, and harms no other.
      if (!own || (caller.token !== null && caller.token !== id))
        throw new OnrecordError('not-found', `You have no token "${id}" that may be revoked here.`)
    }
    await accounts.revokeToken(id)
    return c.body(null, 204)
  })
}
