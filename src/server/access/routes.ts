import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { OnrecordError } from '../../core/model/index.js'
import type { Accounts } from './accounts.js'
import { auditRoutes } from './audit-routes.js'
import { type AccessEnv, noAccounts } from './caller.js'
import type { AccessOptions } from './options.js'
import { sessionRoutes } from './session-routes.js'
import { PasswordCheck } from './sign-in.js'
import { tokenRoutes } from './token-routes.js'
import { userRoutes } from './user-routes.js'

/**
 * The routes of sessions, users, tokens and the audit log, which stand after `access` with the same options. What goes wrong is
 * thrown as an OnrecordError, for the app's `onError` to answer with.
 *
 * @param accounts null: there are none; then `/api/session` says so, and the others are `not-found`
 */
export function accessRoutes(accounts: Accounts | null, options: AccessOptions): OpenAPIHono<AccessEnv> {
  const app = new OpenAPIHono<AccessEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error)
    },
  })
  const store = () => {
    if (!accounts) throw noAccounts()
    return accounts
  }
  const passwords = new PasswordCheck(store, options)
  sessionRoutes(app, accounts, options, passwords)
  userRoutes(app, store, options, passwords)
  tokenRoutes(app, store, options)
  auditRoutes(app, store)
  return app
}

/** Names the members that are wrong, never their values: a password may be among them. */
function invalid({ issues }: z.core.$ZodError): OnrecordError {
  const wrong = issues.map(({ path, message }) => `${path.join('.') || 'the request'}: ${message}`)
  return new OnrecordError('request-invalid', `The request is not as it should be. ${wrong.join('; ')}.`)
}
