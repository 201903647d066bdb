import type { MiddlewareHandler } from 'hono'
import { OnrecordError } from '../core/model/index.js'
import type { AccessEnv, AccessOptions } from './access/index.js'
import { addressKey } from './access/index.js'
import { problemBody, statusOf } from './problem.js'

/** Addresses that are counted at once; the one heard of longest ago is forgotten first. */
const ADDRESSES = 10_000
const MINUTE = 60_000

/**
 * Refuses an address that asks more often than a number of times a minute: each has a bucket of that many tokens, which fills
 * evenly (token bucket, ITU-T I.371). Whoever paces themselves is never refused.
 */
export function rateLimit(perMinute: number, { addressOf, now }: AccessOptions): MiddlewareHandler<AccessEnv> {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return async (c, next) => {
    const key = addressKey(addressOf(c))
    const at = now().getTime()
    const { tokens, at: before } = buckets.get(key) ?? { tokens: perMinute, at }
    const filled = Math.min(perMinute, tokens + (Math.max(0, at - before) / MINUTE) * perMinute)
    buckets.delete(key)
    buckets.set(key, { tokens: Math.max(0, filled - 1), at })
    const [oldest] = buckets.keys()
    if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest)
    if (filled >= 1) return next()
    const seconds = Math.ceil(((1 - filled) / perMinute) * 60)
    const problem = new OnrecordError(
      'rate-limited',
      `More than ${perMinute} requests a minute from one address. Wait ${seconds} s, and ask less often.`,
    )
    c.header('retry-after', String(seconds))
    return c.json(problemBody(problem), statusOf(problem.code))
  }
}
