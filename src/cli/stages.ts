import { type PageRecord, recordOf } from '../core/exports/record.js'
import type { Page } from '../core/model/index.js'
import { read } from '../core/reading/index.js'
import { findStatements, rulesTagger, type Tagger } from '../core/statements/index.js'

/** The taggers that a command can be told to use. */
export const TAGGERS = { rules: rulesTagger } as const satisfies Record<string, Tagger>

/** One of {@link TAGGERS}. */
export type TaggerName = keyof typeof TAGGERS

/** Runs the stages over a page. No tagger: statements are not looked for, and the record has none. */
export async function recordFor(page: Page, tagger: TaggerName | null, name: string | null): Promise<PageRecord> {
  const reading = read(page)
  const statements = tagger === null ? [] : await findStatements(reading, TAGGERS[tagger])
  return recordOf(page, reading, statements, name)
}
