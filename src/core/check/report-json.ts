import type { Span } from '../model/index.js'
import { Lines } from './lines.js'
import type { Checked, Place } from './verdict.js'

/** Names the form of {@link checkedJson}; the number goes up when a member changes its meaning or goes. */
export const CHECK_SCHEMA = 'onrecord/check/1'

/**
 * A checked draft as plain data: each verdict with the words and places in draft and source. Offsets count UTF-16 code
 * units of the draft's, or the source's, text; lines and columns count from 1.
 */
export function checkedJson({ draft, verdicts, passedOver }: Checked) {
  const lines = new Lines(draft.reading.text)
  const pair = ({ start, end }: Span) => [start, end] as const
  const words = (text: string, span: Span) => text.slice(span.start, span.end)
  const place = ({ source, span, statement }: Place) => ({
    source: source.name,
    at: pair(span),
    ...new Lines(source.reading.text).at(span.start),
    words: words(source.reading.text, span),
    statement: statement?.id ?? null,
  })
  return {
    schema: CHECK_SCHEMA,
    draft: draft.name,
    verdicts: verdicts.map((v) => ({
      verdict: v.verdict,
      also: v.also,
      at: pair(v.span),
      ...lines.at(v.span.start),
      words: words(draft.reading.text, v.span),
      statement: v.statement?.id ?? null,
      speaker: v.speaker,
      reasons: v.reasons,
      places: v.places.map(place),
      difference: v.difference.map((d) => ({
        how: d.how,
        kinds: d.kinds,
        draft: d.draft && { at: pair(d.draft), words: words(draft.reading.text, d.draft) },
        source: d.source && {
          at: pair(d.source),
          words: words(v.places[d.place]?.source.reading.text ?? '', d.source),
          place: d.place,
        },
      })),
      marks: v.marks,
      similarity: Math.round(v.similarity * 1000) / 1000,
      nearest: v.nearest.map((near) => ({ ...place(near), similarity: Math.round(near.similarity * 1000) / 1000 })),
    })),
    passedOver: passedOver.map(({ span, why }) => ({
      at: pair(span),
      ...lines.at(span.start),
      words: words(draft.reading.text, span),
      why,
    })),
  }
}
