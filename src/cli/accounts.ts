import type { Accounts, User } from '../core/accounts/index.js'
import { OnrecordError } from '../core/model/index.js'
import { openAccounts } from '../node/accounts/index.js'
import { defaultLedger } from '../node/ledger/open.js'
import type { LedgerFlag } from './ledger/place.js'
import { userName } from './user-name.js'

/** The flags of lists of users and tokens. */
export interface AccountsFlags extends LedgerFlag {
  readonly format: 'text' | 'json'
}

/** What a command did, for the audit log. */
export interface Done {
  /** The command's name: `users add`. */
  readonly command: string
  /** A user's name, or a token's id with it. */
  readonly target: string
}

/**
 * Opens the accounts of the ledger that a command is about, and closes them when `work` is done.
 *
 * @param work is handed what writes the audit log: who did it is the machine's account, or `ONRECORD_BY`
 * @throws OnrecordError as `openLedger`
 */
export async function withAccounts<T>(
  { ledger }: LedgerFlag,
  how: { readonly create: boolean },
  work: (accounts: Accounts, log: (done: Done) => Promise<void>) => Promise<T>,
): Promise<T> {
  const accounts = await openAccounts(ledger ?? defaultLedger(), how)
  try {
    return await work(accounts, ({ command, target }) =>
      accounts.record({
        at: new Date().toISOString(),
        who: `${process.env.ONRECORD_BY ?? userName()} (command line)`,
        token: null,
        method: 'CLI',
        route: command,
        target,
        status: 200,
        address: '',
      }),
    )
  } finally {
    await accounts.close()
  }
}

/** The user of that name. @throws OnrecordError `not-found` */
export async function userNamed(accounts: Accounts, name: string): Promise<User> {
  const user = await accounts.user(name)
  if (!user) throw new OnrecordError('not-found', `There is no user "${name}". See: onrecord users list`)
  return user
}

/** Rows in columns, two blanks apart. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
