/** What a person may do, each with all that those before it may: read and check; correct and add; the rest. */
export const USER_ROLES = ['reader', 'editor', 'owner'] as const

/** One of {@link USER_ROLES}. */
export type UserRole = (typeof USER_ROLES)[number]

/** What a token may do at most: as a reader, an editor, an owner. */
export const SCOPES = ['read', 'write', 'admin'] as const

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number]

/** Whether `role` may do what asks for `needed`. */
export function mayAs(role: UserRole, needed: UserRole): boolean {
  return USER_ROLES.indexOf(role) >= USER_ROLES.indexOf(needed)
}

/** The role that a token has: that of its scope, and never more than its user's. */
export function roleWith(scope: Scope, role: UserRole): UserRole {
  const own = roleOf(scope)
  return mayAs(role, own) ? own : role
}

/** The role that a scope is named for. */
export function roleOf(scope: Scope): UserRole {
  return USER_ROLES[SCOPES.indexOf(scope)] as UserRole
}
