import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

/** A value whose lists and members are read only, all the way down: what the ledger gives. */
export type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T

/**
 * A JSON answer, held against its schema by type. With an ETag, so that a client that has it already is told so (RFC 9110,
 * 13.1.2), and never kept by anything on the way.
 *
 * It is typed `never` because Hono's own type for an answer has mutable lists only.
 */
export function answer<S extends z.ZodType>(
  c: Context,
  _schema: S,
  value: Fixed<z.input<S>>,
  status: 200 | 201 | 202 = 200,
): never {
  return jsonAnswer(c, JSON.stringify(value), status)
}

/** As `answer`, of a value that is JSON already. */
export function jsonAnswer(c: Context, body: string, status: 200 | 201 | 202 = 200): never {
  return textAnswer(c, body, 'application/json; charset=utf-8', { status }) as never
}

/** A text in a format other than JSON; with `name`, to be kept as a file. */
export function textAnswer(
  c: Context,
  body: string,
  type: string,
  { name, status = 200 }: { readonly name?: string; readonly status?: 200 | 201 | 202 } = {},
): Response {
  const headers = new Headers({ 'content-type': type })
  if (name !== undefined) headers.set('content-disposition', `attachment; filename="${name}"`)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    const tag = tagOf(body)
    headers.set('etag', tag)
    headers.set('cache-control', 'private, no-cache')
    const known = c.req.header('if-none-match')
    if (known?.split(',').some((each) => isTag(each.trim(), tag))) {
      headers.delete('content-type')
      return new Response(null, { status: 304, headers })
    }
  } else headers.set('cache-control', 'no-store')
  return new Response(body, { status, headers })
}

const isTag = (given: string, tag: string) => given === '*' || given.replace(/^W\//, '') === tag

/**
 * Tells one body from another: two sums of all code units, each multiplied and rotated as MurmurHash3's are. It has to be
 * had at once, so that no answer waits for another thread, and nobody gains by making two bodies alike.
 */
function tagOf(body: string): string {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i)
    a = Math.imul(a ^ unit, 0xcc9e2d51)
    a = (a << 13) | (a >>> 19)
    b = Math.imul(b + unit, 0x1b873593)
    b = (b << 15) | (b >>> 17)
  }
  const ends = [a, b, body.length]
  return `"${ends.map((end) => mixed(end).toString(16).padStart(8, '0')).join('')}"`
}

/** MurmurHash3's last step: each bit goes into all others. */
function mixed(sum: number): number {
  let x = sum
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** A part of a file's name, out of words of any kind. */
export function fileName(words: string): string {
  return (
    words
      .normalize('NFKD')
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[-.]+|(?<![-.])[-.]+$/g, '')
      .slice(0, 60) || 'onrecord'
  )
}
