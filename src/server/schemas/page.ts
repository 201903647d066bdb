import { z } from '@hono/zod-openapi'
import { captureSchema, entrySchema, linkSchema, pageHeadSchema } from './entry.js'
import { orNull, pageIdSchema } from './terms.js'

/** A page as a list of them shows it. */
export const pageListedSchema = z
  .object({
    page: pageHeadSchema,
    retrieved: z.string(),
    added: z.string(),
    size: z.int(),
    statements: z.int(),
    reviewed: z.int(),
    newer: orNull(pageIdSchema),
    copyOf: orNull(pageIdSchema),
  })
  .openapi('PageListed')

/** A page with all that the ledger knows of it beside its record. */
export const pageShownSchema = pageListedSchema
  .extend({
    captures: z.array(captureSchema),
    versions: z.array(z.object({ id: pageIdSchema, retrieved: z.string(), statements: z.int() })),
    copies: z.array(pageHeadSchema),
    timestamps: z.int(),
    entries: z.array(entrySchema),
    links: z.array(linkSchema),
    speakers: z
      .array(z.object({ own: z.string(), id: z.string(), name: z.string() }))
      .openapi({ description: 'The ledger’s speaker for each of the record’s: `own` is its id there.' }),
  })
  .openapi('PageShown')

/** A run of `add` as it went. */
export const runSchema = z
  .object({
    id: z.int(),
    began: z.string(),
    finished: z.string().nullable(),
    added: z.int(),
    known: z.int(),
    skipped: z.int(),
    failures: z.array(z.object({ name: z.string(), why: z.string() })),
    failed: z.int(),
  })
  .openapi('ImportRun')
