import { cutsCharacter, type Span, type Speaker, type Statement } from '../model/index.js'
import { CodePoints } from './code-points.js'
import { languageOf, urnOf, webAddress } from './names.js'
import { type PageRecord, redactionWords } from './record.js'

/** The context of the W3C's Web Annotation vocabulary. */
export const WEB_ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** Terms of our own: what part of a statement a body is, and the text that positions count in. */
const OWN_CONTEXT = {
  onrecord: 'urn:onrecord:vocabulary#',
  role: 'onrecord:role',
  reading: { '@id': 'onrecord:reading', '@type': '@id' },
} as const

/** Code units of context before and after a quotation, about as many as Hypothesis writes. */
const CONTEXT = 32

/**
 * A record as W3C Web Annotations (JSON-LD): a collection with one annotation for each statement. What was said is the
 * target, one resource for each piece; cue, mention and the rest are bodies that point into the page too, each with a
 * `role`; act, quotation, negation and the speaker's name are textual bodies. Every place has a TextQuoteSelector and a
 * TextPositionSelector, whose offsets count Unicode code points of the reading's text, which stands in `reading`.
 */
export function toWebAnnotation(record: PageRecord): string {
  const { page, reading, statements } = record
  const redacted = redactionWords(record)
  const speakers = new Map(record.speakers.map((speaker) => [speaker.id, speaker]))
  const place = placer(record)
  const id = urnOf('record', page.id)
  const collection = {
    '@context': [
      WEB_ANNOTATION_CONTEXT,
      redacted === null ? OWN_CONTEXT : { ...OWN_CONTEXT, redaction: 'onrecord:redaction' },
    ],
    id,
    type: 'AnnotationCollection',
    ...(reading.meta.title !== null && { label: reading.meta.title }),
    ...(redacted !== null && { redaction: redacted }),
    total: statements.length,
    reading: {
      id: urnOf('reading', page.id),
      type: 'Text',
      format: 'text/plain',
      ...(languageOf(reading.meta.language) && { language: languageOf(reading.meta.language) }),
      value: reading.text,
    },
    first: {
      id: `${id}:1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: statements.map((statement) => ({
        id: urnOf('statement', statement.id),
        type: 'Annotation',
        motivation: 'describing',
        body: bodiesOf(statement, statement.speaker === null ? undefined : speakers.get(statement.speaker), place),
        target: statement.content.map((span) => place(span, 'content')),
      })),
    },
  }
  return `${JSON.stringify(collection, null, 1)}\n`
}

function bodiesOf(statement: Statement, speaker: Speaker | undefined, place: ReturnType<typeof placer>): object[] {
  const { act, quotation, negated, cue, mention, addressee, medium, when, hedges, within } = statement
  const words = (role: string, purpose: string, value: string) => ({
    type: 'TextualBody',
    purpose,
    role,
    format: 'text/plain',
    value,
  })
  const bodies: object[] = [words('act', 'classifying', act), words('quotation', 'classifying', quotation)]
  if (negated) bodies.push(words('negated', 'classifying', 'true'))
  if (speaker) bodies.push(words('speaker', 'identifying', speaker.name))
  if (mention) bodies.push(place(mention, 'mention', 'identifying'))
  if (cue) bodies.push(place(cue, 'cue', 'describing'))
  if (addressee) bodies.push(place(addressee, 'addressee', 'describing'))
  if (medium) bodies.push(place(medium, 'medium', 'describing'))
  if (when) bodies.push(place(when.span, 'time', 'describing'))
  if (when?.date != null) bodies.push(words('date', 'describing', when.date))
  for (const hedge of hedges) bodies.push(place(hedge, 'hedge', 'describing'))
  if (within !== null)
    bodies.push({ type: 'SpecificResource', purpose: 'linking', role: 'within', source: urnOf('statement', within) })
  return bodies
}

/** Makes a place of the page: a specific resource with its selectors. */
function placer({ page, reading: { text } }: PageRecord) {
  const points = new CodePoints(text)
  const source = webAddress(page.url) ?? urnOf('page', page.id)
  return ({ start, end }: Span, role: string, purpose?: string) => ({
    type: 'SpecificResource',
    role,
    ...(purpose !== undefined && { purpose }),
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(contextStart(text, start), start),
        suffix: text.slice(end, contextEnd(text, end)),
      },
      { type: 'TextPositionSelector', start: points.pointsAt(start), end: points.pointsAt(end) },
    ],
  })
}

/** What combines with the character before it, so that a context should not begin with it. */
const COMBINES = /^[\p{M}\p{Emoji_Modifier}\u200d]/u

function contextStart(text: string, at: number): number {
  let start = Math.max(0, at - CONTEXT)
  if (start === 0) return 0
  if (cutsCharacter(text, start)) start++
  while (start < at && COMBINES.test(text.slice(start, start + 2))) start += cutsCharacter(text, start + 1) ? 2 : 1
  return start
}

function contextEnd(text: string, at: number): number {
  let end = Math.min(text.length, at + CONTEXT)
  if (cutsCharacter(text, end)) end--
  while (end > at && end < text.length && COMBINES.test(text.slice(end, end + 2)))
    end -= cutsCharacter(text, end - 1) ? 2 : 1
  return end
}
