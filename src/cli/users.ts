import type { UserRole } from '../core/accounts/index.js'
import { passwordFor, userName } from '../core/accounts/index.js'
import { visible } from '../core/exports/visible.js'
import { OnrecordError } from '../core/model/index.js'
import { type AccountsFlags, inColumns, userNamed, withAccounts } from './accounts.js'
import { write } from './ledger/ask.js'
import type { LedgerFlag } from './ledger/place.js'
import { newPassword } from './password.js'

/** `onrecord users add`. @returns the exit code */
export function addUser(given: string, flags: LedgerFlag & { readonly role: UserRole }): Promise<number> {
  // What cannot be is said before a password is asked for.
  const name = userName(given)
  return withAccounts(flags, { create: true }, async (accounts, log) => {
    const users = await accounts.users()
    if (users.length === 0 && flags.role !== 'owner')
      throw new OnrecordError('usage', 'The first user must be an owner, who lets the others in: --role owner')
    const password = passwordFor(name, await newPassword(name))
    const user = await accounts.addUser({ name, role: flags.role, password, added: new Date().toISOString() })
    await log({ command: 'users add', target: user.name })
    await write({}, async () => `Added ${visible(user.name)}, ${user.role}.\n`)
    return 0
  })
}

/** `onrecord users list`. @returns the exit code */
export function listUsers(flags: AccountsFlags): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts) => {
    const users = await accounts.users()
    await write({}, async () => {
      if (flags.format === 'json') return `${JSON.stringify(users, null, 2)}\n`
      if (users.length === 0) return 'No users: the desk is for this machine alone, and everybody at it is an owner.\n'
      return inColumns(
        users.map(({ name, role, disabled, added }) => [
          visible(name),
          role,
          added.slice(0, 10),
          disabled ? 'disabled' : '',
        ]),
      )
    })
    return 0
  })
}

/** `onrecord users passwd`. @returns the exit code */
export function setPassword(name: string, flags: LedgerFlag): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts, log) => {
    // Nobody who is not there is asked for a password.
    const user = await userNamed(accounts, name)
    const password = passwordFor(user.name, await newPassword(user.name))
    await accounts.changeUser(name, { password })
    await log({ command: 'users passwd', target: user.name })
    await write({}, async () => `${visible(user.name)} has a new password, and must sign in again everywhere.\n`)
    return 0
  })
}

/** `onrecord users disable`, `enable` and `role`. @returns the exit code */
export function changeUser(
  command: 'disable' | 'enable' | 'role',
  name: string,
  change: { readonly disabled: boolean } | { readonly role: UserRole },
  flags: LedgerFlag,
): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts, log) => {
    const user = await accounts.changeUser(name, change)
    await log({ command: `users ${command}`, target: user.name })
    const now = user.disabled ? 'disabled; sessions are ended and tokens revoked' : user.role
    await write({}, async () => `${visible(user.name)} is ${now}.\n`)
    return 0
  })
}

/** `onrecord users remove`. @returns the exit code */
export function removeUser(name: string, flags: LedgerFlag): Promise<number> {
  return withAccounts(flags, { create: false }, async (accounts, log) => {
    const user = await userNamed(accounts, name)
    await accounts.removeUser(name)
    await log({ command: 'users remove', target: user.name })
    await write({}, async () => `Removed ${visible(user.name)}; what they corrected stays theirs.\n`)
    return 0
  })
}
