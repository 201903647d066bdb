import type { OpenAPIHono } from '@hono/zod-openapi'
import { VERSION } from '../core/version.js'
import type { Env } from './routes/route.js'

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Onrecord',
    version: VERSION,
    description: 'Who said what, checkable: docs/http.md has the words and the rules.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
}

/**
 * The OpenAPI 3.1 document of an app's routes, with what the generator cannot be told: a route that takes several types of
 * body needs one of them (told so, the generator would hold every body against every type's schema), and a tuple is
 * neither shorter nor longer than its parts.
 */
export function documentOf(app: OpenAPIHono<Env>): unknown {
  const document = app.getOpenAPI31Document(ABOUT)
  for (const methods of Object.values(document.paths ?? {}))
    for (const route of Object.values(methods)) if (isBodied(route)) route.requestBody.required = true
  closeTuples(document)
  return document
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isBodied = (route: unknown): route is { requestBody: Record<string, unknown> } =>
  isObject(route) && isObject(route.requestBody)

function closeTuples(value: unknown): void {
  if (!isObject(value)) return
  const { prefixItems } = value
  if (Array.isArray(prefixItems)) Object.assign(value, { minItems: prefixItems.length, maxItems: prefixItems.length })
  for (const each of Object.values(value)) closeTuples(each)
}
