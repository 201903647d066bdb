import type { Context } from 'hono'

/** How the server is reached, and what it needs of its surroundings to tell who asks. */
export interface AccessOptions {
  /** The port that it listens on; asked with each request, since it may be given when it begins to. */
  readonly port: () => number
  /**
   * Hosts that it answers for besides this machine's own: `desk.example.org`, `desk.example.org:8443`. None without accounts.
   */
  readonly allowedHosts: readonly string[]
  /** True: it may be reached over plain http from elsewhere, and cookies go over it. Its readers can be listened to. */
  readonly plainHttp: boolean
  /** Where a request came from: what sign-ins are limited by and the audit log keeps. See `clientAddress`. */
  readonly addressOf: (c: Context) => string
  /** Which paths anybody may get: the desk's own files. Nothing else is open. */
  readonly isOpen: (path: string) => boolean
  readonly now: () => Date
}
