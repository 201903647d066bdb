import type { UserRole } from './accounts.js'

/** Routes to which a reader may POST, since they keep nothing. */
const KEEP_NOTHING = ['/api/read', '/api/check', '/mcp']
/** Where a reader may do what is about themselves alone; the handlers see to the rest. */
const ABOUT_SELF = ['/api/tokens']
/** Routes for owners, whatever is done there. */
const FOR_OWNERS = ['/api/users', '/api/audit', '/api/import']
/** Signing in, out, and asking who one is. */
export const SESSION = '/api/session'

const within = (path: string, routes: readonly string[]) =>
  routes.some((route) => path === route || path.startsWith(`${route}/`))
/** Whether a request by that method only asks; nobody reads a body that comes with it. */
export const isReading = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/** Whether a request is one that changes what is kept, as far as method and path tell. */
export function isChanging(method: string, path: string): boolean {
  return !isReading(method) && !(method === 'POST' && within(path, KEEP_NOTHING))
}

/**
 * The least role that a request asks for; null: nobody need be signed in. What is not named is an editor's when it changes
 * anything, and a reader's when it does not.
 *
 * @param isOpen whether anybody may get a path
 */
export function roleNeeded(method: string, path: string, isOpen: (path: string) => boolean): UserRole | null {
  if (path === SESSION) return null
  if (isReading(method) && isOpen(path)) return null
  if (path.startsWith('/api/users/') && method === 'PATCH') return 'reader'
  if (within(path, FOR_OWNERS)) return 'owner'
  return within(path, ABOUT_SELF) || !isChanging(method, path) ? 'reader' : 'editor'
}
