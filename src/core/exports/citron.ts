import type { Span, Speaker, Statement } from '../model/index.js'
import { CodePoints } from './code-points.js'
import { type PageRecord, redactionWords } from './record.js'

/** A span of Citron's: offsets in Unicode code points (Python's) of `text`, and the words. */
interface CitronSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * A record in the JSON of BBC R&D's Citron (its docs/data_format.md), as Citron takes it for training and evaluation:
 * `text`, `quotes` and `coreference_groups`. Citron asks of every quote that it have a cue: those without one stand in
 * `quotes_without_cue`, which it passes over. Confidence is written as Citron writes it, a string of four decimals.
 */
export function toCitron(record: PageRecord): string {
  const {
    reading: { text },
    statements,
    speakers,
  } = record
  const redacted = redactionWords(record)
  const points = new CodePoints(text)
  const spanOf = ({ start, end }: Span): CitronSpan => ({
    start: points.pointsAt(start),
    end: points.pointsAt(end),
    text: text.slice(start, end),
  })
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const quoteOf = (statement: Statement) => {
    const { id, cue, mention, content, speaker, confidence } = statement
    const known = speaker === null ? undefined : byId.get(speaker)
    return {
      cue: cue && spanOf(cue),
      sources: mention ? [spanOf(mention)] : [],
      contents: content.map(spanOf),
      ...(known && { coreferences: namedElsewhere(known, mention).map(spanOf) }),
      confidence: confidence.toFixed(4),
      id,
    }
  }
  const bare = statements.filter(({ cue }) => cue === null)
  const file = {
    text,
    quotes: statements.filter(({ cue }) => cue !== null).map(quoteOf),
    coreference_groups: speakers
      .map(({ mentions }) => mentions.map(({ span }) => spanOf(span)))
      .filter((group) => group.length > 1),
    ...(redacted !== null && { redaction: redacted }),
    ...(bare.length > 0 && { quotes_without_cue: bare.map(quoteOf) }),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** The place of the speaker's name, where the mention is another. */
function namedElsewhere({ named }: Speaker, mention: Span | null): Span[] {
  return mention && mention.start === named.start && mention.end === named.end ? [] : [named]
}
