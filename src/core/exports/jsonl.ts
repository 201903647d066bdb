import type { Span } from '../model/index.js'
import type { Pair } from './json.js'
import { placeOf, wordsOf } from './place.js'
import type { PageRecord } from './record.js'

/** One statement, with its words and its page, so that a line can be understood alone. */
interface StatementLine {
  readonly page: string
  readonly name: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly id: string
  readonly speaker: { readonly id: string; readonly name: string; readonly kind: string } | null
  readonly mention: Words | null
  readonly cue: Words | null
  readonly content: readonly Words[]
  readonly quotation: string
  readonly quoted: readonly Words[]
  readonly act: string
  readonly negated: boolean
  readonly hedges: readonly Words[]
  readonly addressee: Words | null
  readonly medium: Words | null
  readonly when: (Words & { readonly date: string | null }) | null
  /** Index of its block, from 0. */
  readonly block: number
  readonly within: string | null
  readonly confidence: number
  readonly model: string
  readonly why: string
  readonly speakerWhy: string
}

/** A span and the words it shows. */
interface Words {
  readonly words: string
  readonly at: Pair
}

/** A record as JSON lines: one statement a line, each line ended; a record without statements is no line. */
export function toJsonl(record: PageRecord): string {
  const { page, reading, statements } = record
  const words = (span: Span): Words => ({ words: wordsOf(reading, span), at: [span.start, span.end] })
  const speakers = new Map(record.speakers.map((speaker) => [speaker.id, speaker]))
  return statements
    .map((statement): StatementLine => {
      const speaker = statement.speaker === null ? undefined : speakers.get(statement.speaker)
      return {
        page: page.id,
        name: page.name,
        url: page.url,
        title: reading.meta.title,
        published: reading.meta.published,
        id: statement.id,
        speaker: speaker ? { id: speaker.id, name: speaker.name, kind: speaker.kind } : null,
        mention: statement.mention && words(statement.mention),
        cue: statement.cue && words(statement.cue),
        content: statement.content.map(words),
        quotation: statement.quotation,
        quoted: statement.quoted.map(words),
        act: statement.act,
        negated: statement.negated,
        hedges: statement.hedges.map(words),
        addressee: statement.addressee && words(statement.addressee),
        medium: statement.medium && words(statement.medium),
        when: statement.when && { ...words(statement.when.span), date: statement.when.date },
        block: placeOf(reading, statement).block,
        within: statement.within,
        confidence: statement.confidence,
        model: statement.model,
        why: statement.why,
        speakerWhy: statement.speakerWhy,
      }
    })
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}
