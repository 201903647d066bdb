import { type Command, InvalidArgumentError, Option } from 'commander'
import { SCOPES, TOKEN_DAYS, USER_ROLES, type UserRole } from '../core/accounts/index.js'
import type { AccountsFlags } from './accounts.js'
import type { LedgerFlag } from './ledger/place.js'
import { ledgerOption } from './program-ledger.js'
import { exitCodes } from './program-options.js'
import type { TokenFlags } from './tokens.js'

/** What the commands about users and tokens do, loaded only when one is run. Each gives the exit code. */
export interface AccountCommands {
  addUser(name: string, flags: LedgerFlag & { readonly role: UserRole }): Promise<number>
  listUsers(flags: AccountsFlags): Promise<number>
  setPassword(name: string, flags: LedgerFlag): Promise<number>
  changeUser(
    command: 'disable' | 'enable' | 'role',
    name: string,
    change: { readonly disabled: boolean } | { readonly role: UserRole },
    flags: LedgerFlag,
  ): Promise<number>
  removeUser(name: string, flags: LedgerFlag): Promise<number>
  addToken(name: string, flags: TokenFlags): Promise<number>
  listTokens(flags: AccountsFlags): Promise<number>
  revokeToken(id: string, flags: LedgerFlag): Promise<number>
}

/** Adds the commands about users and tokens to the command line. */
export function accountCommands(onrecord: Command, commands: AccountCommands, done: (exitCode: number) => void): void {
  const group = (name: string, summary: string, description: string, examples: string) =>
    onrecord
      .command(name)
      .summary(summary)
      .description(description)
      .addOption(ledgerOption())
      .helpCommand(false)
      .addHelpText('after', `\nExamples:\n${examples}\n\nExit codes:\n${exitCodes()}`)
      .showHelpAfterError(`Try: onrecord ${name} --help`)

  const users = group(
    'users',
    'say who may use the desk over the network',
    'Adds, lists and removes those who may sign in to a ledger’s desk, with what each may do. Passwords are asked for without showing them, or taken from the first line of standard input.',
    `  onrecord users add ana --role owner
  onrecord users passwd ana < new-password.txt
  onrecord users disable ben`,
  )
  const user = (name: string, description: string) =>
    users.command(name).description(description).argument('<name>', 'the user’s name')

  user('add', 'Adds a user.')
    .addOption(role().makeOptionMandatory())
    .action(async (name: string, flags: { role: UserRole }, self: Command) =>
      done(await commands.addUser(name, { ...ledgerOf(self), ...flags })),
    )
  users
    .command('list')
    .description('Lists the users.')
    .addOption(format())
    .action(async (flags: Pick<AccountsFlags, 'format'>, self: Command) =>
      done(await commands.listUsers({ ...ledgerOf(self), ...flags })),
    )
  user('passwd', 'Gives a user a new password, and ends their sessions.').action(
    async (name: string, _: object, self: Command) => done(await commands.setPassword(name, ledgerOf(self))),
  )
  user('role', 'Gives a user another role.')
    .addOption(role().makeOptionMandatory())
    .action(async (name: string, { role }: { role: UserRole }, self: Command) =>
      done(await commands.changeUser('role', name, { role }, ledgerOf(self))),
    )
  for (const command of ['disable', 'enable'] as const)
    user(
      command,
      command === 'disable'
        ? 'Lets a user in no more: ends their sessions and revokes their tokens.'
        : 'Lets a disabled user in again.',
    ).action(async (name: string, _: object, self: Command) =>
      done(await commands.changeUser(command, name, { disabled: command === 'disable' }, ledgerOf(self))),
    )
  user('remove', 'Removes a user with all sessions and tokens.').action(
    async (name: string, _: object, self: Command) => done(await commands.removeUser(name, ledgerOf(self))),
  )

  const tokens = group(
    'tokens',
    'let programs use the desk’s API',
    'Makes, lists and revokes tokens, which programs send as Authorization: Bearer. A token is shown once and never does more than its user may.',
    `  onrecord tokens add ana --scope read --days 90 --note "nightly export"
  onrecord tokens list
  onrecord tokens revoke 9be14a5c7711`,
  )
  tokens
    .command('add')
    .description('Makes a token and prints it.')
    .argument('<name>', 'whose it is: a user’s name')
    .addOption(new Option('--scope <scope>', 'what it may do at most').choices(SCOPES).makeOptionMandatory())
    .addOption(
      new Option('--days <n>', `how long it is good for, ${TOKEN_DAYS} at most`).argParser(days).makeOptionMandatory(),
    )
    .option('--note <words>', 'what it is for')
    .action(async (name: string, flags: Omit<TokenFlags, 'ledger'>, self: Command) =>
      done(await commands.addToken(name, { ...ledgerOf(self), ...flags })),
    )
  tokens
    .command('list')
    .description('Lists all tokens, without their secrets.')
    .addOption(format())
    .action(async (flags: Pick<AccountsFlags, 'format'>, self: Command) =>
      done(await commands.listTokens({ ...ledgerOf(self), ...flags })),
    )
  tokens
    .command('revoke')
    .description('Makes a token open nothing any more.')
    .argument('<id>', 'the token’s id, as the list has it')
    .action(async (id: string, _: object, self: Command) => done(await commands.revokeToken(id, ledgerOf(self))))
}

function ledgerOf(command: Command): LedgerFlag {
  return command.parent?.opts<LedgerFlag>() ?? {}
}

function role(): Option {
  return new Option('--role <role>', 'what the user may do').choices(USER_ROLES)
}

function format(): Option {
  return new Option('-f, --format <format>', 'what to print').choices(['text', 'json']).default('text')
}

function days(value: string): number {
  const n = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (n < 1 || n > TOKEN_DAYS) throw new InvalidArgumentError(`Give a whole number of days from 1 to ${TOKEN_DAYS}.`)
  return n
}
