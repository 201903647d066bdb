import { mayAs, newToken, roleOf, type Scope, secretKey, tokenEnd } from '../core/accounts/index.js'
import { visible } from '../core/exports/visible.js'
import { OnrecordError } from '../core/model/index.js'
import { type AccountsFlags, inColumns, userNamed, withAccounts } from './accounts.js'
import { write } from './ledger/ask.js'
import type { LedgerFlag } from './ledger/place.js'

/** The flags of `onrecord tokens add`. */
export interface TokenFlags extends LedgerFlag {
  readonly scope: Scope
  readonly days: number
  readonly note?: string
}

/** `onrecord tokens add`: prints the token alone to standard output, the rest to standard error. @returns the exit code */
export function addToken(name: string, flags: TokenFlags): Promise<number> {
  const now = new Date()
  const expires = tokenEnd(now, flags.days)
  return withAccounts(flags, { create: false }, async (accounts, log) => {
    const user = await userNamed(accounts, name)
    if (!mayAs(user.role, roleOf(flags.scope)))
      throw new OnrecordError(
        'not-allowed',
        `${user.name} is a ${user.role}: a token with the scope ${flags.scope} would do more. Give another --scope.`,
      )
    const { id, secret } = newToken()
    const made = now.toISOString()
    await accounts.addToken({
      id,
      key: secretKey(secret),
      user: user.name,
      scope: flags.scope,
      note: flags.note ?? '',
      made,
      expires,
    })
    await log({ command: 'tokens add', target: `${user.name} ${id}` })
    process.stderr.write(
      `Token ${id} of ${visible(user.name)}, ${flags.scope}, until ${expires.slice(0, 10)}. It is shown this once:\n`,
    )
    await write({}, async () => `${secret}\n`)
    return 0
  })
}

/** `onrecord tokens list`. @returns the exit code */
export function listTokens(flags: AccountsFlags): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts) => {
    const tokens = await accounts.tokens()
    const now = new Date().toISOString()
    await write({}, async () => {
      if (flags.format === 'json') return `${JSON.stringify(tokens, null, 2)}\n`
      if (tokens.length === 0) return 'No tokens.\n'
      return inColumns(
        tokens.map(({ id, user, scope, expires, used, note }) => [
          id,
          visible(user),
          scope,
          `${expires <= now ? 'ended' : 'until'} ${expires.slice(0, 10)}`,
          used === null ? 'never used' : `used ${used.slice(0, 10)}`,
          visible(note),
        ]),
      )
    })
    return 0
  })
}

/** `onrecord tokens revoke`. @returns the exit code */
export function revokeToken(id: string, flags: LedgerFlag): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts, log) => {
    await accounts.revokeToken(id)
    await log({ command: 'tokens revoke', target: id })
    await write({}, async () => `Token ${id} is revoked.\n`)
    return 0
  })
}
