import { z } from '@hono/zod-openapi'
import { problemSchema } from '../problem.js'
import { LONGEST_PASSWORD, SCOPES, SHORTEST_PASSWORD, TOKEN_DAYS, USER_ROLES } from './accounts.js'

const time = z.string().openapi({ description: 'ISO 8601 in UTC.', example: '2026-05-20T10:00:00.000Z' })

/** What a person may do. */
export const userRoleSchema = z
  .enum(USER_ROLES)
  .openapi('UserRole', { description: 'What a person may do; see docs/accounts.md.' })

/** What a token may do at most. */
export const scopeSchema = z
  .enum(SCOPES)
  .openapi('Scope', { description: 'What a token may do at most: as a reader, an editor, an owner.' })

/** A user's name, as it is given. */
export const userNameSchema = z.string().min(1).max(64).openapi({ example: 'ana' })

const passwordSchema = z
  .string()
  .max(LONGEST_PASSWORD)
  .openapi({ description: `${SHORTEST_PASSWORD} characters at least.`, format: 'password' })

/** What signing in takes. */
export const credentialsSchema = z
  .strictObject({ name: z.string().min(1).max(200), password: z.string().max(LONGEST_PASSWORD) })
  .openapi('Credentials')

/** Who asks. */
export const whoSchema = z
  .object({
    accounts: z.boolean().openapi({ description: 'False: the server has none, and everybody is an owner.' }),
    name: z.string().nullable().openapi({ description: 'Null: nobody is signed in, or there are no accounts.' }),
    role: userRoleSchema.nullable().openapi({ description: 'Null: nobody is signed in.' }),
    by: z.enum(['session', 'token']).nullable(),
    expires: time.nullable().openapi({ description: 'When the session or the token ends at the latest.' }),
  })
  .openapi('Who')

/** Somebody who may sign in. */
export const userSchema = z
  .object({ name: z.string(), role: userRoleSchema, disabled: z.boolean(), added: time })
  .openapi('User')

/** A user to be added. */
export const newUserSchema = z
  .strictObject({ name: userNameSchema, role: userRoleSchema, password: passwordSchema })
  .openapi('NewUser')

/** What becomes different of a user. */
export const userChangeSchema = z
  .strictObject({
    role: userRoleSchema.optional(),
    password: passwordSchema.optional(),
    currentPassword: z
      .string()
      .max(LONGEST_PASSWORD)
      .optional()
      .openapi({ description: 'Needed to change one’s own password.', format: 'password' }),
    disabled: z.boolean().optional(),
  })
  .openapi('UserChange')

/** What a program signs in with, without its secret. */
export const tokenSchema = z
  .object({
    id: z.string().openapi({ example: '9be14a5c7711' }),
    user: z.string(),
    scope: scopeSchema,
    note: z.string(),
    made: time,
    expires: time,
    used: time.nullable().openapi({ description: 'To within a minute; null: never.' }),
  })
  .openapi('Token')

/** A token to be made. */
export const newTokenSchema = z
  .strictObject({
    scope: scopeSchema,
    days: z.int().min(1).max(TOKEN_DAYS).openapi({ description: 'How long it is good for.' }),
    note: z.string().max(200).default('').openapi({ description: 'What it is for.' }),
    user: userNameSchema.optional().openapi({ description: 'Whose it is to be; one’s own unless given.' }),
  })
  .openapi('NewToken')

/** A token as it is shown once. */
export const madeTokenSchema = z
  .object({
    token: tokenSchema,
    secret: z.string().openapi({ description: 'What to send as Authorization: Bearer. It is never shown again.' }),
  })
  .openapi('MadeToken')

/** One line of the audit log. */
export const auditSchema = z
  .object({
    n: z.int(),
    at: time,
    who: z.string().nullable(),
    token: z.string().nullable().openapi({ description: 'The id of the token by which it was done.' }),
    method: z.string(),
    route: z.string(),
    target: z.string().nullable(),
    status: z.int(),
    address: z.string(),
  })
  .openapi('AuditLine')

/** What a route answers with in JSON. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return { content: { 'application/json': { schema } }, description }
}

/** What a route takes in JSON. */
export function takes<T extends z.ZodType>(schema: T) {
  return { content: { 'application/json': { schema } }, required: true } as const
}

const WORDS = {
  400: 'The request is not as this document says.',
  401: 'Nobody is signed in, or the name or the password is wrong.',
  403: 'The role does not allow it, or the request is from another site’s page.',
  404: 'There is no such thing.',
  409: 'It contradicts what is there.',
  413: 'The body is longer than any that is taken.',
  415: 'The body is no JSON by its type.',
  429: 'Too many failed; wait as long as Retry-After says.',
} as const

type Failure = ReturnType<typeof answers<typeof problemSchema>>

/** The failures that a route's answers list. */
export function failures<S extends keyof typeof WORDS>(...statuses: readonly S[]): Record<S, Failure> {
  return Object.fromEntries(statuses.map((status) => [status, answers(problemSchema, WORDS[status])])) as Record<
    S,
    Failure
  >
}
