import { OpenAPIHono } from '@hono/zod-openapi'
import { OnrecordError } from '../../core/model/index.js'

/** What an app's handlers find beside the request. */
export interface Bindings {
  /** The client's network address; not given in a browser tab. */
  readonly address?: string
}

/** What the guards before a route have found out. */
export interface Variables {
  /** Who asks; null: nobody signs in here. */
  person: { readonly name: string } | null
}

/** The environment of all parts of the app. */
export interface Env {
  Bindings: Bindings
  Variables: Variables
}

/** A part of the app. What does not fit a route's schema is `request-invalid`, with what is wrong and where. */
export function part(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return
      const [issue] = result.error.issues
      const where = [result.target, ...(issue?.path ?? [])].join('.')
      throw new OnrecordError('request-invalid', `${where}: ${issue?.message ?? 'is wrong'}. See /openapi.json.`)
    },
  })
}
