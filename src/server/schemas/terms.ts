import { z } from '@hono/zod-openapi'
import { ACTS, ROLES } from '../../core/model/index.js'

const ACT_NAMES = ACTS.map(({ name }) => name) as [(typeof ACTS)[number]['name'], ...(typeof ACTS)[number]['name'][]]

/** What a statement does. */
export const actSchema = z.enum(ACT_NAMES).openapi('Act', { description: 'What a statement does; see docs/acts.md.' })

/** How the words are given. */
export const quotationSchema = z.enum(['direct', 'indirect', 'mixed']).openapi('Quotation')

/** What a speaker is. */
export const kindSchema = z
  .enum(['person', 'organisation', 'government', 'group', 'document', 'unnamed', 'unknown'])
  .openapi('SpeakerKind')

/** What a block is. */
export const roleSchema = z.enum([...ROLES]).openapi('Role')

/** How statements answer each other. */
export const responseKindSchema = z.enum(['denies', 'confirms', 'supports', 'disputes']).openapi('ResponseKind')

/** What people said of a statement. */
export const statusSchema = z
  .enum(['accepted', 'rejected', 'corrected', 'added'])
  .nullable()
  .openapi('Status', { description: 'What people have said of it; null: no one has looked at it.' })

/** [start, end) in UTF-16 code units of the record's text. */
export const pairSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .openapi('Pair', { description: '[start, end) in UTF-16 code units of the record’s text.' })

/** A page's id. */
export const pageIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi('PageId', { description: 'SHA-256 of the page’s bytes.', example: 'e'.repeat(64) })

/** A statement's id, whole. */
export const statementIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8,64}$/)
  .openapi('StatementId', { example: '0'.repeat(32) })

/** A speaker's id in the ledger. */
export const speakerIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8,64}$/)
  .openapi('SpeakerId', { example: '0'.repeat(32) })

/** A probability. */
export const confidenceSchema = z.number().min(0).max(1).openapi({ description: 'Calibrated, 0 to 1.' })

/** Something that may be null. `nullable` of a named schema would give an OpenAPI document that refuses null. */
export const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()])

/** Words that are kept or looked for, at most so many code units. PostgreSQL keeps neither U+0000 nor half a surrogate pair. */
export const wordsSchema = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      (words) => !words.includes('\0') && !/\p{Surrogate}/u.test(words),
      'has U+0000 or half a surrogate pair in it',
    )
