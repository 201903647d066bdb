import { Kysely } from 'kysely'
import {
  type Accounts,
  type AuditEvent,
  type Audited,
  type NewToken,
  type NewUser,
  nameKey,
  passwordFor,
  type Scope,
  type Session,
  type Token,
  type User,
  type UserChange,
  type UserRole,
  userName,
} from '../../core/accounts/index.js'
import { OnrecordError } from '../../core/model/index.js'
import type { Connection, Engine } from '../ledger/engine.js'
import { guarded } from '../ledger/failure.js'
import { migrate } from '../ledger/migrations.js'
import { engineAt, type OpenOptions } from '../ledger/open.js'
import type { Tables } from '../ledger/tables.js'
import { column } from '../ledger/text.js'
import { type Passwords, scryptPasswords } from './passwords.js'

/** How accounts are opened. */
export interface AccountsOptions extends Pick<OpenOptions, 'create'> {
  /** scrypt at its full cost unless given. */
  readonly passwords?: Passwords
}

/**
 * Opens the accounts of the ledger at a place, over a connection of their own.
 *
 * @throws OnrecordError as `openLedger`
 */
export async function openAccounts(
  place: string,
  { passwords = scryptPasswords(), ...how }: AccountsOptions = {},
): Promise<Accounts> {
  const { engine, name } = engineAt(place, how)
  return KyselyAccounts.open(engine, name, passwords)
}

/** Accounts in a ledger's database, by way of Kysely. Open them with `openAccounts`. */
export class KyselyAccounts implements Accounts {
  readonly #db: Kysely<Tables>
  readonly #engine: Engine
  /** What the ledger is called in messages. */
  readonly #name: string
  readonly #passwords: Passwords
  /** The hash of a password that nobody has, made when it is first needed. */
  #nobodys: Promise<string> | null = null
  #closed = false

  private constructor(engine: Engine, name: string, passwords: Passwords) {
    this.#engine = engine
    this.#name = name
    this.#passwords = passwords
    this.#db = new Kysely<Tables>({ dialect: engine.dialect, plugins: [...engine.plugins] })
  }

  /** @throws OnrecordError `ledger-newer`, `ledger-broken`, `ledger-locked`, `ledger-full`, `ledger-unreachable` */
  static async open(engine: Engine, name: string, passwords: Passwords): Promise<KyselyAccounts> {
    const accounts = new KyselyAccounts(engine, name, passwords)
    try {
      await guarded(engine, name, async () => {
        await engine.prepare(accounts.#db)
        await migrate(accounts.#db, engine)
      })
    } catch (error) {
      // What stopped the opening is told; that the closing failed too adds nothing.
      await accounts.close().catch(() => {})
      throw error
    }
    return accounts
  }

  users(): Promise<User[]> {
    return this.#look(async (tx) => {
      const rows = await tx.selectFrom('users').selectAll().execute()
      // Databases put letters in different orders.
      return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(userOf)
    })
  }

  user(name: string): Promise<User | null> {
    return this.#look(async (tx) => {
      const row = await rowOf(tx, name)
      return row ? userOf(row) : null
    })
  }

  async addUser({ name: given, role, password: clear, added }: NewUser): Promise<User> {
    const name = userName(given)
    const key = nameKey(name)
    const password = await this.#passwords.hash(passwordFor(name, clear))
    return this.#write(async (tx) => {
      if (await rowOf(tx, name)) throw new OnrecordError('account-exists', `There is a user "${name}" already.`)
      if (role !== 'owner' && !(await tx.selectFrom('users').select('n').executeTakeFirst()))
        throw new OnrecordError('usage', 'The first user must be an owner, who lets the others in: --role owner')
      const row = { key, name, role, disabled: 0, added: column(added), password }
      await tx.insertInto('users').values(row).execute()
      return userOf(row)
    })
  }

  async changeUser(name: string, { role, password: clear, disabled }: UserChange, keep?: string): Promise<User> {
    const password = clear === undefined ? undefined : await this.#passwords.hash(passwordFor(name, clear))
    return this.#write(async (tx) => {
      const row = await mustHave(tx, name)
      const changed = {
        role: role ?? row.role,
        disabled: disabled === undefined ? row.disabled : Number(disabled),
        password: password ?? row.password,
      }
      if (changed.role !== 'owner' || changed.disabled) await mustLeaveOwner(tx, row)
      await tx.updateTable('users').set(changed).where('n', '=', row.n).execute()
      if (password !== undefined || changed.disabled)
        await tx
          .deleteFrom('sessions')
          .where('user', '=', row.n)
          .where('key', '!=', keep ?? '')
          .execute()
      if (changed.disabled) await tx.deleteFrom('tokens').where('user', '=', row.n).execute()
      return userOf({ ...row, ...changed })
    })
  }

  async removeUser(name: string): Promise<void> {
    await this.#write(async (tx) => {
      const row = await mustHave(tx, name)
      await mustLeaveOwner(tx, row)
      await tx.deleteFrom('sessions').where('user', '=', row.n).execute()
      await tx.deleteFrom('tokens').where('user', '=', row.n).execute()
      await tx.deleteFrom('users').where('n', '=', row.n).execute()
    })
  }

  async checkPassword(name: string, password: string): Promise<User | null> {
    this.#nobodys ??= this.#passwords.hash(crypto.randomUUID())
    const nobodys = await this.#nobodys
    const row = await this.#look((tx) => rowOf(tx, name))
    const isRight = await this.#passwords.matches(password, row?.password ?? nobodys)
    if (!row || !isRight || row.disabled) return null
    if (this.#passwords.isOutdated(row.password)) {
      const hash = await this.#passwords.hash(password)
      await this.#write((tx) =>
        tx
          .updateTable('users')
          .set({ password: hash })
          .where('n', '=', row.n)
          // A password that was changed meanwhile stays changed.
          .where('password', '=', row.password)
          .execute(),
      )
    }
    return userOf(row)
  }

  async openSession({ key, user, at }: { key: string; user: string; at: string }): Promise<void> {
    await this.#write(async (tx) => {
      const { n, disabled } = await mustHave(tx, user)
      // Disabled since the password was checked: the session would come to life when the user is enabled again.
      if (disabled) throw new OnrecordError('not-found', `The user "${user}" is disabled.`)
      await tx
        .insertInto('sessions')
        .values({ key, user: n, began: column(at), seen: column(at) })
        .execute()
    })
  }

  session(key: string): Promise<Session | null> {
    return this.#look(async (tx) => {
      const row = await tx
        .selectFrom('sessions')
        .innerJoin('users', 'users.n', 'sessions.user')
        .select(['name', 'role', 'disabled', 'added', 'began', 'seen'])
        .where('sessions.key', '=', column(key))
        .executeTakeFirst()
      return row ? { key, user: userOf(row), began: row.began, seen: row.seen } : null
    })
  }

  async touchSession(key: string, at: string): Promise<void> {
    await this.#write((tx) =>
      tx
        .updateTable('sessions')
        .set({ seen: column(at) })
        .where('key', '=', column(key))
        .execute(),
    )
  }

  async closeSession(key: string): Promise<void> {
    await this.#write((tx) => tx.deleteFrom('sessions').where('key', '=', column(key)).execute())
  }

  async dropSessions({ seen, began }: { seen: string; began: string }): Promise<void> {
    await this.#write((tx) =>
      tx
        .deleteFrom('sessions')
        .where((eb) => eb.or([eb('seen', '<', column(seen)), eb('began', '<', column(began))]))
        .execute(),
    )
  }

  tokens(user?: string): Promise<Token[]> {
    return this.#look(async (tx) => {
      let query = tokensIn(tx)
      if (user !== undefined) query = query.where('users.key', '=', column(nameKey(user)))
      return (await query.orderBy('tokens.n').execute()).map(tokenOf)
    })
  }

  addToken({ id, key, user, scope, note, made, expires }: NewToken): Promise<Token> {
    return this.#write(async (tx) => {
      const { n, name } = await mustHave(tx, user)
      const row = { id, scope, note: column(note), made: column(made), expires: column(expires), used: null }
      await tx
        .insertInto('tokens')
        .values({ ...row, key, user: n })
        .execute()
      return tokenOf({ ...row, name })
    })
  }

  token(key: string): Promise<{ readonly token: Token; readonly user: User } | null> {
    return this.#look(async (tx) => {
      const row = await tokensIn(tx)
        .select(['users.role', 'users.disabled', 'users.added'])
        .where('tokens.key', '=', column(key))
        .executeTakeFirst()
      return row ? { token: tokenOf(row), user: userOf(row) } : null
    })
  }

  async touchToken(id: string, at: string): Promise<void> {
    await this.#write((tx) =>
      tx
        .updateTable('tokens')
        .set({ used: column(at) })
        .where('id', '=', id)
        .execute(),
    )
  }

  async revokeToken(id: string): Promise<void> {
    await this.#write(async (tx) => {
      const row = await tx.deleteFrom('tokens').where('id', '=', column(id)).returning('id').executeTakeFirst()
      if (!row) throw new OnrecordError('not-found', `There is no token "${id}". See: onrecord tokens list`)
    })
  }

  async record({ at, who, token, method, route, target, status, address }: AuditEvent): Promise<void> {
    const text = (value: string | null) => (value === null ? null : column(value))
    const row = { who: text(who), token: text(token), method: column(method), route: column(route) }
    await this.#write((tx) =>
      tx
        .insertInto('audit')
        .values({ at: column(at), ...row, target: text(target), status, address: column(address) })
        .execute(),
    )
  }

  audit({ before, limit }: { before?: number; limit: number }): Promise<Audited[]> {
    return this.#look((tx) => {
      let query = tx.selectFrom('audit').selectAll()
      if (before !== undefined) query = query.where('n', '<', before)
      return query.orderBy('n', 'desc').limit(limit).execute()
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    // What cannot be tidied up is no loss: it is in the log beside the file.
    await this.#engine.finish(this.#db).catch(() => {})
    await this.#db.destroy()
  }

  #look<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
    return guarded(this.#engine, this.#name, () => this.#engine.look(this.#db, work))
  }

  #write<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
    return guarded(this.#engine, this.#name, () => this.#engine.write(this.#db, work))
  }
}

function rowOf(tx: Connection, name: string) {
  return tx
    .selectFrom('users')
    .selectAll()
    .where('key', '=', column(nameKey(name)))
    .executeTakeFirst()
}

async function mustHave(tx: Connection, name: string) {
  const row = await rowOf(tx, name)
  if (!row) throw new OnrecordError('not-found', `There is no user "${name}". See: onrecord users list`)
  return row
}

async function mustLeaveOwner(tx: Connection, but: { readonly n: number; readonly name: string }): Promise<void> {
  const other = await tx
    .selectFrom('users')
    .select('n')
    .where('role', '=', 'owner')
    .where('disabled', '=', 0)
    .where('n', '!=', but.n)
    .executeTakeFirst()
  if (!other)
    throw new OnrecordError(
      'account-last-owner',
      `${but.name} is the last owner who can sign in. Make somebody else an owner first.`,
    )
}

function tokensIn(tx: Connection) {
  return tx
    .selectFrom('tokens')
    .innerJoin('users', 'users.n', 'tokens.user')
    .select(['tokens.id', 'users.name', 'scope', 'note', 'made', 'expires', 'used'])
}

function userOf(row: { name: string; role: string; disabled: number; added: string }): User {
  return { name: row.name, role: row.role as UserRole, disabled: row.disabled === 1, added: row.added }
}

function tokenOf(row: { id: string; name: string; scope: string } & Omit<Token, 'id' | 'user' | 'scope'>): Token {
  const { id, name, scope, note, made, expires, used } = row
  return { id, user: name, scope: scope as Scope, note, made, expires, used }
}
