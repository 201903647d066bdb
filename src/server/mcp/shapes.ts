import { z } from 'zod'
import { ACTS, type Quotation, type SpeakerKind } from '../../core/model/index.js'
import { NOTICE } from './quoted.js'

const QUOTATION = ['direct', 'indirect', 'mixed'] as const satisfies readonly Quotation[]
const KINDS = [
  'person',
  'organisation',
  'government',
  'group',
  'document',
  'unnamed',
  'unknown',
] as const satisfies readonly SpeakerKind[]
const STATUS = ['accepted', 'rejected', 'corrected', 'added'] as const

/** What a statement does. */
export const act = z.enum(ACTS.map(({ name }) => name))
/** How words are given. */
export const quotation = z.enum(QUOTATION).describe('direct: all in quotation marks; indirect: none; mixed: partly')
/** What a speaker is. */
export const speakerKind = z.enum(KINDS)
/** Offsets. */
export const span = z
  .tuple([z.number(), z.number()])
  .describe('[start, end) in UTF-16 code units of the reading’s text')
/** What every result says of the page's words in it. */
export const notice = z.literal(NOTICE)

const words = z.string()
const orNull = <T extends z.ZodType>(type: T) => type.nullable()

/** A speaker as a statement names it. */
export const speaker = z.object({
  id: z.string(),
  name: words,
  kind: speakerKind,
  roles: z.array(words).describe('in the page’s words'),
})

/** A page as a statement names it. */
export const pageHead = z.object({
  id: z.string().describe('SHA-256 of its bytes'),
  title: orNull(words),
  outlet: orNull(words),
  url: orNull(z.string()),
  name: words.describe('what it was called when it was added'),
  published: orNull(z.string()).describe('as the page gives it'),
})

/** A statement of the ledger. */
export const entry = z.object({
  id: z.string().describe('name it when you quote: onrecord show ID'),
  content: z.array(words).describe('what was said, in pieces, word for word as on the page'),
  quoted: z.array(words).describe('the parts of it that stand in quotation marks on the page'),
  quotation,
  act,
  negated: z.boolean().describe('the page says that it was not said'),
  hedges: z.array(words),
  cue: orNull(words),
  mention: orNull(words).describe('the page’s words for who said it; null: the page does not say'),
  speaker: orNull(speaker).describe('null: not settled'),
  addressee: orNull(words),
  date: orNull(z.string()).describe('when it was said, or else when its page was published'),
  within: orNull(z.string()).describe('id of the statement that reports this one'),
  confidence: z.number().describe('of the statements at 0.8, eight in ten are right'),
  status: orNull(z.enum(STATUS)).describe('what people have said of it; null: nobody has looked at it'),
  repeats: z.number().describe('how many statements elsewhere repeat it or are repeated by it'),
  superseded: z.boolean().describe('its page has a newer version, in which it still stands'),
  at: z.number().describe('where in its page’s reading it stands: an offset in UTF-16 code units'),
  page: pageHead,
})

/** A statement of a page that was read. */
export const statement = z.object({
  id: z.string(),
  content: z.array(z.object({ words, at: span })).describe('what was said, word for word, in pieces'),
  quotation,
  cue: orNull(z.object({ words, at: span })).describe('the words that carry it: "said"'),
  mention: orNull(z.object({ words, at: span })).describe('the page’s words for who said it; null: it does not say'),
  speaker: orNull(z.string()).describe('id of one of the speakers; null: not settled'),
  speakerName: orNull(words),
  speakerKind: orNull(speakerKind),
  act,
  negated: z.boolean().describe('the page says that it was not said'),
  hedges: z.array(words),
  addressee: orNull(words),
  date: orNull(z.string()).describe('when it was said, as far as the page says'),
  within: orNull(z.string()).describe('id of the statement that reports this one: hearsay'),
  reportedBy: orNull(words).describe('who reports it, where that is not the page itself'),
  confidence: z.number().describe('of the statements at 0.8, eight in ten are right'),
})

/** A place in a source. */
export const place = z.object({
  source: words.describe('what the source is called: an address, a path, or as you named it'),
  page: z.string().describe('SHA-256 of its bytes'),
  words,
  at: span,
  line: z.number(),
  column: z.number(),
  statement: orNull(z.string()).describe('id of the statement that covers it'),
  speaker: orNull(words).describe('who said it there'),
})
