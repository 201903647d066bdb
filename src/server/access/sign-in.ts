import type { Context } from 'hono'
import { OnrecordError } from '../../core/model/index.js'
import { type Accounts, nameKey, type User } from './accounts.js'
import { addressKey } from './addresses.js'
import type { AccessEnv } from './caller.js'
import { SignInLimits } from './limits.js'
import type { AccessOptions } from './options.js'

/** What became of checking a password. */
export type Checked =
  | { readonly user: User }
  /** Seconds to wait before another is checked; 0: it was wrong. */
  | { readonly user: null; readonly wait: number; readonly error: OnrecordError }

/** Checks passwords, as many as the limits allow, and says so in the request's trail. */
export class PasswordCheck {
  readonly #limits = new SignInLimits()
  readonly #store: () => Accounts
  readonly #options: AccessOptions

  /** @param store the accounts; throws where there are none */
  constructor(store: () => Accounts, options: AccessOptions) {
    this.#store = store
    this.#options = options
  }

  /** One answer and about one time for a wrong password, an unknown name and a disabled user. */
  async check(c: Context<AccessEnv>, name: string, password: string): Promise<Checked> {
    const accounts = this.#store()
    const { addressOf, now } = this.#options
    const attempt = this.#limits.begin(nameKey(name), addressKey(addressOf(c)), now().getTime())
    if (attempt.wait > 0) {
      const { wait, first } = attempt as { wait: number; first: boolean }
      // One line for each wait: whoever goes on regardless could fill the disk.
      c.get('trail').kept = first
      const error = new OnrecordError(
        'sign-in-limited',
        `Too many sign-ins failed, or too many are under way. Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
      )
      return { user: null, wait, error }
    }
    let user: User | null = null
    try {
      user = await accounts.checkPassword(name, password)
    } finally {
      if ('done' in attempt) attempt.done(user !== null)
    }
    if (user) return { user }
    const error = new OnrecordError('sign-in-failed', 'The name or the password is wrong, or the user is disabled.')
    return { user: null, wait: 0, error }
  }

  /** The name as a user has it; null: nobody has, and it may be a password typed in the wrong place. */
  async known(name: string): Promise<string | null> {
    return (await this.#store().user(name))?.name ?? null
  }
}
