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
export async function answer<S extends z.ZodType>(
  c: Context,
  _schema: S,
  value: Fixed<z.input<S>>,
  status: 200 | 201 | 202 = 200,
): Promise<never> {
  return jsonAnswer(c, JSON.stringify(value), status)
}

/** As `answer`, of a value that is JSON already. */
export async function jsonAnswer(c: Context, body: string, status: 200 | 201 | 202 = 200): Promise<never> {
  return (await textAnswer(c, body, 'application/json; charset=utf-8', { status })) as never
}

/** A text in a format other than JSON; with `name`, to be kept as a file. */
export async function textAnswer(
  c: Context,
  body: string,
  type: string,
  { name, status = 200 }: { readonly name?: string; readonly status?: 200 | 201 | 202 } = {},
): Promise<Response> {
  const headers = new Headers({ 'content-type': type })
  if (name !== undefined) headers.set('content-disposition', `attachment; filename="${name}"`)
  if (c.req.method === 'GET') {
    const tag = await tagOf(body)
    headers.set('etag', tag)
    headers.set('cache-control', 'private, no-cache')
    const known = c.req.header('if-none-match')
    if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)) {
      headers.delete('content-type')
      return new Response(null, { status: 304, headers })
    }
  } else headers.set('cache-control', 'no-store')
  return new Response(body, { status, headers })
}

async function tagOf(body: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))
  let hex = ''
  for (const byte of digest.subarray(0, 16)) hex += byte.toString(16).padStart(2, '0')
  return `"${hex}"`
}

/** A part of a file's name, out of words of any kind. */
export function fileName(words: string): string {
  return (
    words
      .normalize('NFKD')
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60) || 'onrecord'
  )
}
