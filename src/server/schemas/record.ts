import { z } from '@hono/zod-openapi'
import {
  actSchema,
  confidenceSchema,
  kindSchema,
  orNull,
  pageIdSchema,
  pairSchema,
  quotationSchema,
  roleSchema,
} from './terms.js'

const pageInfo = z
  .looseObject({
    id: pageIdSchema,
    kind: z.enum(['html', 'text', 'article']),
    url: z.string().nullable(),
    charset: z.string().nullable(),
    name: z.string().nullable(),
    converter: z.string().optional(),
  })
  .openapi('PageInfo')

const block = z
  .looseObject({
    start: z.int(),
    end: z.int(),
    role: roleSchema,
    level: z.int().nullable(),
    body: z.number().nullable(),
    why: z.string(),
  })
  .openapi('Block')

const meta = z
  .looseObject({
    title: z.string().nullable(),
    standfirst: z.string().nullable(),
    authors: z.array(z.string()),
    publisher: z.string().nullable(),
    agency: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    language: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    section: z.string().nullable(),
    form: z.enum(['article', 'live-blog', 'stub', 'none']),
    sources: z.record(z.string(), z.looseObject({ from: z.string(), at: orNull(pairSchema) })),
  })
  .openapi('Meta')

const speaker = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    named: pairSchema,
    kind: kindSchema,
    roles: z.array(pairSchema),
    otherNames: z.array(pairSchema),
    anonymity: orNull(pairSchema),
    mentions: z.array(z.looseObject({ span: pairSchema, form: z.string(), why: z.string() })),
    statements: z.array(z.string()),
  })
  .openapi('RecordSpeaker')

const statement = z
  .looseObject({
    id: z.string(),
    content: z.array(pairSchema),
    cue: orNull(pairSchema),
    mention: orNull(pairSchema),
    speaker: z.string().nullable(),
    quotation: quotationSchema,
    quoted: z.array(pairSchema),
    act: actSchema,
    negated: z.boolean(),
    hedges: z.array(pairSchema),
    addressee: orNull(pairSchema),
    medium: orNull(pairSchema),
    when: z.looseObject({ span: pairSchema, date: z.string().nullable() }).nullable(),
    within: z.string().nullable(),
    confidence: confidenceSchema,
    model: z.string(),
    why: z.string(),
    speakerWhy: z.string(),
  })
  .openapi('RecordStatement')

/** A record in its published form (schema/record.json, version 2). */
export const recordSchema = z
  .looseObject({
    schema: z.literal('onrecord/record/2'),
    page: pageInfo,
    reader: z.string(),
    meta,
    text: z.string(),
    blocks: z.array(block),
    speakers: z.array(speaker),
    statements: z.array(statement),
    hidden: z.looseObject({
      scripts: z.int(),
      styles: z.int(),
      comments: z.int(),
      elements: z.int(),
      characters: z.int(),
    }),
    origin: z
      .looseObject({
        text: z.array(z.int()),
        textLength: z.array(z.int()),
        page: z.array(z.int()),
        pageLength: z.array(z.int()),
      })
      .nullable(),
  })
  .openapi('Record', { description: 'A page’s record in its published form; schema/record.json is its whole schema.' })
