import { z } from '@hono/zod-openapi'
import { correctionSchema } from './correction.js'
import {
  actSchema,
  confidenceSchema,
  kindSchema,
  orNull,
  pageIdSchema,
  quotationSchema,
  responseKindSchema,
  statusSchema,
} from './terms.js'

/** What is said of a page beside its statements. */
export const pageHeadSchema = z
  .object({
    id: pageIdSchema,
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    name: z.string(),
    published: z.string().nullable(),
  })
  .openapi('PageHead')

const voice = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: kindSchema,
    otherNames: z.array(z.string()),
    roles: z.array(z.string()),
  })
  .openapi('Voice')

const said = z
  .object({
    id: z.string(),
    page: pageIdSchema,
    at: z.int(),
    content: z.array(z.string()),
    quoted: z.array(z.string()),
    quotation: quotationSchema,
    act: actSchema,
    negated: z.boolean(),
    hedges: z.array(z.string()),
    cue: z.string().nullable(),
    mention: z.string().nullable(),
    speaker: orNull(voice),
    addressee: z.string().nullable(),
    context: z.string(),
    date: z.string().nullable(),
    outlet: z.string().nullable(),
    within: z.string().nullable(),
  })
  .openapi('Said', { description: 'A statement in its page’s words.' })

/** A statement as the ledger shows it. */
export const entrySchema = z
  .object({
    said,
    page: pageHeadSchema,
    status: statusSchema,
    confidence: confidenceSchema,
    repeats: z.int(),
    superseded: z.boolean(),
  })
  .openapi('Entry', { description: 'A statement as the ledger shows it, with the corrections made to it.' })

/** A statement that answers another. */
export const linkSchema = z
  .object({
    kind: responseKindSchema,
    answer: entrySchema,
    claim: entrySchema,
    confidence: confidenceSchema,
    asserted: z.boolean(),
    why: z.string(),
  })
  .openapi('Link')

/** A claim with what answers it. */
export const disputeSchema = z.object({ claim: entrySchema, links: z.array(linkSchema) }).openapi('Dispute')

/** That a page was come by. */
export const captureSchema = z
  .object({
    name: z.string(),
    url: z.string().nullable(),
    retrieved: z.string(),
    headers: z.array(z.tuple([z.string(), z.string()])),
  })
  .openapi('Capture')

/** A repeat of a statement elsewhere. */
export const repeatSchema = z
  .object({
    kind: z.enum(['copy', 'exact', 'trimmed', 'ellipsis', 'altered']),
    entry: entrySchema,
    first: z.boolean(),
  })
  .openapi('Repeat')

/** One statement with all that the ledger knows of it. */
export const shownSchema = entrySchema
  .extend({
    captures: z.array(captureSchema),
    elsewhere: z.array(repeatSchema),
    links: z.array(linkSchema),
    corrections: z.array(correctionSchema),
    versions: z.array(
      z.object({
        page: pageIdSchema,
        retrieved: z.string(),
        how: z.enum(['exact', 'near', 'lost']),
        words: z.string().nullable(),
        why: z.string(),
      }),
    ),
  })
  .openapi('Shown')

const facet = z.object({ value: z.string(), name: z.string(), statements: z.int() }).openapi('Facet')

/** What a question's answers can be narrowed to. */
export const facetsSchema = z
  .object({
    acts: z.array(facet),
    quotation: z.array(facet),
    speakers: z.array(facet),
    outlets: z.array(facet),
    months: z.array(facet),
    counted: z.int(),
    more: z.boolean(),
  })
  .openapi('Facets')
