import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SESSION_WHOLE } from './accounts.js'

const NAME = 'onrecord'

/**
 * The cookie of a session. Where it goes over https alone its name begins with `__Host-`, so that no other host of the domain
 * can put one there (RFC 6265bis, 4.1.3.2).
 */
export const sessionCookie = (plainHttp: boolean) => {
  const prefix = plainHttp ? {} : ({ prefix: 'host' } as const)
  const attributes = { path: '/', httpOnly: true, sameSite: 'Strict', secure: !plainHttp, ...prefix } as const
  return {
    /** The session's secret; undefined: none was sent. */
    read: (c: Context): string | undefined => (plainHttp ? getCookie(c, NAME) : getCookie(c, NAME, 'host')),
    write: (c: Context, secret: string) => setCookie(c, NAME, secret, { ...attributes, maxAge: SESSION_WHOLE / 1000 }),
    remove: (c: Context) => {
      deleteCookie(c, NAME, attributes)
    },
  }
}
