import { OnrecordError } from '../model/index.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long a session goes on unused. Milliseconds. */
export const SESSION_IDLE = 12 * HOUR
/** How long a session goes on at all. Milliseconds. */
export const SESSION_WHOLE = 7 * DAY
/** The longest that a token may be good for. Days. */
export const TOKEN_DAYS = 365
/** How exactly the last use is kept: noting every request would be a write for every read. Milliseconds. */
export const USE_NOTED = 60_000

/** Whether a session is still good at a time. */
export function isLive({ began, seen }: { readonly began: string; readonly seen: string }, at: Date): boolean {
  return at.getTime() - Date.parse(seen) < SESSION_IDLE && at.getTime() - Date.parse(began) < SESSION_WHOLE
}

/** When a session that began then ends at the latest. */
export function sessionEnd(began: string): string {
  return new Date(Date.parse(began) + SESSION_WHOLE).toISOString()
}

/** Sessions that were last used or began before these times are over. */
export function sessionsOver(at: Date): { readonly seen: string; readonly began: string } {
  const back = (by: number) => new Date(at.getTime() - by).toISOString()
  return { seen: back(SESSION_IDLE), began: back(SESSION_WHOLE) }
}

/** When a token made now ends. @throws OnrecordError `usage` unless `days` is a whole number from 1 to {@link TOKEN_DAYS} */
export function tokenEnd(at: Date, days: number): string {
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS)
    throw new OnrecordError('usage', `A token is good for 1 to ${TOKEN_DAYS} days, not ${days}.`)
  return new Date(at.getTime() + days * DAY).toISOString()
}
