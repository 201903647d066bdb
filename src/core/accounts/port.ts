import type { Scope, UserRole } from './roles.js'

/** Somebody who may sign in. */
export interface User {
  /** As it was given; names are compared by `nameKey`. */
  readonly name: string
  readonly role: UserRole
  /** True: nobody signs in by that name, and its sessions and tokens open nothing. */
  readonly disabled: boolean
  /** ISO 8601 in UTC, as all times here. */
  readonly added: string
}

/** A user to be added. */
export interface NewUser {
  readonly name: string
  readonly role: UserRole
  /** In clear; a store keeps only what it can be checked against. */
  readonly password: string
  readonly added: string
}

/** What becomes different of a user. Members that are not given stay. */
export interface UserChange {
  readonly role?: UserRole
  readonly password?: string
  readonly disabled?: boolean
}

/** A session as it is kept: by the hash of its secret (`secretKey`), never by the secret. */
export interface Session {
  readonly key: string
  readonly user: User
  readonly began: string
  /** When it was last used, to within a minute. */
  readonly seen: string
}

/** What a program signs in with. */
export interface Token {
  /** Twelve hexadecimal digits that name it in lists; they open nothing. */
  readonly id: string
  /** Whose it is. */
  readonly user: string
  readonly scope: Scope
  /** What it is for, in its maker's words. */
  readonly note: string
  readonly made: string
  readonly expires: string
  /** To within a minute; null: never used. */
  readonly used: string | null
}

/** A token to be kept. `key` is the hash of its secret (`secretKey`). */
export interface NewToken extends Omit<Token, 'used'> {
  readonly key: string
}

/** One line of the audit log: never a page's words, a question or a password. */
export interface AuditEvent {
  readonly at: string
  /** A user's name; `NAME (command line)` of the machine's account; null: nobody was signed in. */
  readonly who: string | null
  /** The token by which it was done; null: by none. */
  readonly token: string | null
  /** An HTTP method, or `CLI`. */
  readonly method: string
  /** A route's pattern (`/api/users/{name}`), or a command's name. */
  readonly route: string
  /** What it was about: a path, a user's name, a token's id; null: nothing that can be named. */
  readonly target: string | null
  /** HTTP's status of the answer. */
  readonly status: number
  /** The address that it came from; empty: the command line. */
  readonly address: string
}

/** A line of the audit log with its number. Numbers grow, and are never used again. */
export interface Audited extends AuditEvent {
  readonly n: number
}

/**
 * What a store of accounts must do. It keeps no secret in clear: of passwords a slow hash, of sessions and tokens SHA-256.
 * All lists are in a fixed order.
 *
 * Every method may throw OnrecordError `ledger-locked`, `ledger-full`, `ledger-broken` or `ledger-unreachable`.
 */
export interface Accounts {
  /** All users, in order of their names. */
  users(): Promise<User[]>
  /** The user of that name, in whichever case; null: there is none. */
  user(name: string): Promise<User | null>
  /** @throws OnrecordError `account-exists`; `usage` where the name or the password cannot be one, or the first is no owner */
  addUser(user: NewUser): Promise<User>
  /**
   * Changes a user. A new password, or disabling, ends the user's sessions; disabling also the tokens, which enabling does
   * not bring back.
   *
   * @param keep the key of the one session that goes on
   * @throws OnrecordError `not-found`, `account-last-owner`, `usage` where the password cannot be one
   */
  changeUser(name: string, change: UserChange, keep?: string): Promise<User>
  /** Removes a user with all sessions and tokens. @throws OnrecordError `not-found`, `account-last-owner` */
  removeUser(name: string): Promise<void>
  /**
   * The user, if the password is right and the user is not disabled; else null. It takes the same time whether or not there
   * is a user of that name.
   */
  checkPassword(name: string, password: string): Promise<User | null>

  /** @throws OnrecordError `not-found` where there is no such user, or a disabled one */
  openSession(session: { readonly key: string; readonly user: string; readonly at: string }): Promise<void>
  session(key: string): Promise<Session | null>
  /** Notes that a session was used. */
  touchSession(key: string, at: string): Promise<void>
  closeSession(key: string): Promise<void>
  /** Forgets sessions that were last used, or that began, before these times. */
  dropSessions(before: { readonly seen: string; readonly began: string }): Promise<void>

  /** Tokens of one user, or of all, in the order in which they were made. */
  tokens(user?: string): Promise<Token[]>
  /** @throws OnrecordError `not-found` where there is no such user */
  addToken(token: NewToken): Promise<Token>
  /** The token of that key with its user, expired or not; null: there is none. */
  token(key: string): Promise<{ readonly token: Token; readonly user: User } | null>
  /** Notes that a token was used. */
  touchToken(id: string, at: string): Promise<void>
  /** Makes a token open nothing any more. @throws OnrecordError `not-found` */
  revokeToken(id: string): Promise<void>

  /** Adds a line to the audit log. There is no way to change or remove one. */
  record(event: AuditEvent): Promise<void>
  /** Lines of the audit log, newest first, those with numbers below `before`. */
  audit(page: { readonly before?: number; readonly limit: number }): Promise<Audited[]>
  close(): Promise<void>
}
