import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { OnrecordError } from '../../core/model/index.js'
import { type Accounts, mayAs, nameKey } from './accounts.js'
import { type AccessEnv, callerAs, callerOf, notAllowed } from './caller.js'
import type { AccessOptions } from './options.js'
import { answers, failures, newUserSchema, takes, userChangeSchema, userNameSchema, userSchema } from './schemas.js'
import type { PasswordCheck } from './sign-in.js'
import { smallBody } from './small-body.js'

const named = z.object({ name: userNameSchema })

const listUsers = createRoute({
  method: 'get',
  path: '/api/users',
  operationId: 'listUsers',
  tags: ['access'],
  summary: 'All users, in order of their names. For owners.',
  responses: {
    200: answers(z.object({ items: z.array(userSchema) }), 'All users.'),
    ...failures(400, 401, 403, 404),
  },
})

const addUser = createRoute({
  method: 'post',
  path: '/api/users',
  operationId: 'addUser',
  tags: ['access'],
  summary: 'Add a user. For owners.',
  middleware: smallBody,
  request: { body: takes(newUserSchema) },
  responses: { 201: answers(userSchema, 'The user.'), ...failures(400, 401, 403, 404, 409, 413, 415) },
})

const changeUser = createRoute({
  method: 'patch',
  path: '/api/users/{name}',
  operationId: 'changeUser',
  tags: ['access'],
  summary:
    'Change a user’s role or password, disable or enable one. For owners; everybody may change their own password.',
  middleware: smallBody,
  request: { params: named, body: takes(userChangeSchema) },
  responses: { 200: answers(userSchema, 'The user.'), ...failures(400, 401, 403, 404, 409, 413, 415, 429) },
})

const removeUser = createRoute({
  method: 'delete',
  path: '/api/users/{name}',
  operationId: 'removeUser',
  tags: ['access'],
  summary: 'Remove a user with all sessions and tokens. For owners.',
  request: { params: named },
  responses: { 204: { description: 'Removed.' }, ...failures(400, 401, 403, 404, 409) },
})

/** Adds the users' routes. @param store the accounts; throws where there are none */
export function userRoutes(
  app: OpenAPIHono<AccessEnv>,
  store: () => Accounts,
  options: AccessOptions,
  passwords: PasswordCheck,
): void {
  app.openapi(listUsers, async (c) => {
    const accounts = store()
    callerAs(c, 'owner')
    return c.json({ items: await accounts.users() }, 200)
  })

  app.openapi(addUser, async (c) => {
    const accounts = store()
    callerAs(c, 'owner')
    const user = c.req.valid('json')
    c.get('trail').target = user.name
    return c.json(await accounts.addUser({ ...user, added: options.now().toISOString() }), 201)
  })

  app.openapi(changeUser, async (c) => {
    const accounts = store()
    const caller = callerOf(c)
    const { name } = c.req.valid('param')
    const { currentPassword, role, password, disabled } = c.req.valid('json')
    const isSelf = caller.name !== null && nameKey(caller.name) === nameKey(name)
    if (!mayAs(caller.role, 'owner') && (!isSelf || role !== undefined || disabled !== undefined))
      throw notAllowed(caller, 'owner')
    c.get('trail').target = name
    if (isSelf && password !== undefined) {
      // A token may be read from a file: it must not be enough to take an account over.
      if (caller.session === null)
        throw new OnrecordError('not-allowed', 'One’s own password is changed when signed in by it, not by a token.')
      const checked = await passwords.check(c, name, currentPassword ?? '')
      // Unlike a sign-in it is by somebody who is known, and always kept.
      c.get('trail').kept = true
      if (!checked.user) {
        const { code, message } = checked.error
        if (checked.wait > 0) return c.json({ error: { code, message } }, 429, { 'Retry-After': String(checked.wait) })
        return c.json({ error: { code, message: 'The current password is wrong.' } }, 401)
      }
    }
    const change = {
      ...(role === undefined ? {} : { role }),
      ...(password === undefined ? {} : { password }),
      ...(disabled === undefined ? {} : { disabled }),
    }
    return c.json(await accounts.changeUser(name, change, isSelf ? (caller.session ?? undefined) : undefined), 200)
  })

  app.openapi(removeUser, async (c) => {
    const accounts = store()
    callerAs(c, 'owner')
    const { name } = c.req.valid('param')
    c.get('trail').target = name
    await accounts.removeUser(name)
    return c.body(null, 204)
  })
}
