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
  readonly mention: Words | null
  readonly cue: Words | null
  readonly content: readonly Words[]
  readonly speaker: null
  readonly quotation: string
  /** Index of its block, from 0. */
  readonly block: number
  readonly within: string | null
  readonly confidence: number
  readonly model: string
  readonly why: string
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
  return statements
    .map(
      (statement): StatementLine => ({
        page: page.id,
        name: page.name,
        url: page.url,
        title: reading.meta.title,
        published: reading.meta.published,
        id: statement.id,
        mention: statement.mention && words(statement.mention),
        cue: statement.cue && words(statement.cue),
        content: statement.content.map(words),
        speaker: null,
        quotation: statement.quotation,
        block: placeOf(reading, statement).block,
        within: statement.within,
        confidence: statement.confidence,
        model: statement.model,
        why: statement.why,
      }),
    )
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}
