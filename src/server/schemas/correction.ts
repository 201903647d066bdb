import { z } from '@hono/zod-openapi'
import {
  actSchema,
  orNull,
  pageIdSchema,
  pairSchema,
  responseKindSchema,
  speakerIdSchema,
  statementIdSchema,
} from './terms.js'

const spans = z.array(pairSchema).min(1).max(100)

const accept = z.object({ kind: z.literal('accept'), statement: statementIdSchema })
const reject = z.object({ kind: z.literal('reject'), statement: statementIdSchema })
const edit = z.object({
  kind: z.literal('edit'),
  statement: statementIdSchema,
  content: spans.optional(),
  cue: orNull(pairSchema).optional(),
  mention: orNull(pairSchema).optional(),
  act: actSchema.optional(),
})
const speaker = z.object({
  kind: z.literal('speaker'),
  statement: statementIdSchema,
  speaker: orNull(speakerIdSchema),
})
const add = z.object({
  kind: z.literal('add'),
  page: pageIdSchema,
  statement: statementIdSchema,
  content: spans,
  cue: orNull(pairSchema),
  mention: orNull(pairSchema),
  act: actSchema,
  speaker: orNull(speakerIdSchema),
})
const merge = z.object({ kind: z.literal('merge'), from: speakerIdSchema, into: speakerIdSchema })
const split = z.object({
  kind: z.literal('split'),
  from: speakerIdSchema,
  pages: z.array(pageIdSchema).min(1).max(10_000),
  into: speakerIdSchema,
})
const link = z.object({
  kind: z.literal('link'),
  answer: statementIdSchema,
  claim: statementIdSchema,
  is: orNull(responseKindSchema),
})
const undo = z.object({ kind: z.literal('undo'), correction: z.int().min(1).max(2_147_483_647) })

/** A change that a person made to the record. */
export const changeSchema = z
  .discriminatedUnion('kind', [accept, reject, edit, speaker, add, merge, split, link, undo])
  .openapi('Change')

/** A change as it is sent: what is added gets its id from its places, and what is split off its own. */
export const newChangeSchema = z
  .discriminatedUnion('kind', [
    accept,
    reject,
    edit,
    speaker,
    add.omit({ statement: true }),
    merge,
    split.partial({ into: true }),
    link,
    undo,
  ])
  .openapi('NewChange')

/** A correction as it was kept. */
export const correctionSchema = z
  .object({
    number: z.int(),
    change: changeSchema,
    by: z.string(),
    at: z.string(),
    note: z.string(),
    undoneBy: z.int().nullable(),
  })
  .openapi('Correction')
