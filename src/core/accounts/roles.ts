/** What a person may do, each with all that those before it may: read and check; correct and add; the rest. */
export const ROLES = ['reader', 'editor', 'owner'] as const

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number]

/** What a token may do at most: as a reader, an editor, an owner. */
export const SCOPES = ['read', 'write', 'admin'] as const

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number]

/** Whether `role` may do what asks for `needed`. */
export function mayAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed)
}

/** The role that a token has: that of its scope, and never more than its user's. */
export function roleWith(scope: Scope, role: Role): Role {
  const own = roleOf(scope)
  return mayAs(role, own) ? own : role
}

/** The role that a scope is named for. */
export function roleOf(scope: Scope): Role {
  return ROLES[SCOPES.indexOf(scope)] as Role
}
