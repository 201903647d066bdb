import type { Context, Env } from 'hono'
import { OnrecordError } from '../../core/model/index.js'
import { mayAs, type UserRole } from './accounts.js'

/** Who a request is from. */
export interface Caller {
  /** A user's name; null: the server has no accounts, and it is whoever sits at this machine. */
  readonly name: string | null
  /** What the request may do: of a token never more than its scope. */
  readonly role: UserRole
  /** The key of the session by which they are signed in; null: by none. */
  readonly session: string | null
  /** The id of the token by which they are signed in; null: by none. */
  readonly token: string | null
  /** When that session or token ends at the latest, ISO 8601; null: never. */
  readonly expires: string | null
}

/** What a request leaves in the audit log; handlers may say more of it than its path does. */
export interface Trail {
  /** Who it was; handlers set it where signing in is what was done. */
  who: string | null
  /** What it was about; the path, unless a handler names something better. */
  target: string | null
  /** Whether a line is written at all. */
  kept: boolean
}

/** What `access` hands to every handler after it. */
export interface AccessEnv extends Env {
  Variables: {
    /** Null: nobody is signed in, and the route asks for nobody. */
    caller: Caller | null
    trail: Trail
  }
}

/** Who a request is from. @throws OnrecordError `sign-in-needed` */
export function callerOf(c: Context<AccessEnv>): Caller {
  const caller = c.get('caller')
  if (!caller) throw new OnrecordError('sign-in-needed', 'Sign in first, or send a token: Authorization: Bearer onr_…')
  return caller
}

/** Who a request is from, if they may do what asks for a role. @throws OnrecordError `sign-in-needed`, `not-allowed` */
export function callerAs(c: Context<AccessEnv>, needed: UserRole): Caller {
  const caller = callerOf(c)
  if (!mayAs(caller.role, needed)) throw notAllowed(caller, needed)
  return caller
}

/** What a server without accounts says to those who ask for them. */
export function noAccounts(): OnrecordError {
  return new OnrecordError(
    'not-found',
    'This server has no accounts. Add a user and start it again: onrecord users add NAME --role owner',
  )
}

/** The refusal of what asks for a role that a caller has not. */
export function notAllowed({ role, token }: Caller, needed: UserRole): OnrecordError {
  const have =
    token === null ? `you are ${withArticle(role)}` : `the token is good for what ${withArticle(role)} may do`
  return new OnrecordError('not-allowed', `That takes ${withArticle(needed)}, and ${have}.`)
}

const withArticle = (role: UserRole) => (role === 'reader' ? 'a reader' : `an ${role}`)
