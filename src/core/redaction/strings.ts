import type { PageRecord } from '../exports/record.js'
import { VERSION } from '../version.js'

/** Who redacts: this program, in this version. */
export const BY = `onrecord ${VERSION}`
/** What the names of a redacted record's reader and taggers are followed by. */
export const MARK = `; redacted by ${BY}`

/**
 * A reason without the page's words that it quotes: some are cut short, and a part of a name cut short would be no name any
 * more.
 */
export function plainWhy(why: string): string {
  return why.replace(/^added by .* \(correction \d+\)$/su, 'added by a person').replace(/“[^”]*(?:”|$)/gu, '“…”')
}

/** The strings of a record, but its text, in which a page's words can stand. */
export function stringsOf({ page, reading, statements, speakers }: PageRecord): string[] {
  const { meta } = reading
  const unmarked = (name: string) => name.replace(MARK, '')
  const all: (string | null | undefined)[] = [
    page.url,
    page.name,
    page.charset,
    page.converter,
    unmarked(reading.reader),
  ]
  all.push(meta.title, meta.standfirst, meta.publisher, meta.agency, meta.published, meta.modified, meta.language)
  all.push(meta.canonicalUrl, meta.section, ...meta.authors)
  for (const [field, source] of Object.entries(meta.sources)) all.push(field, source?.from)
  for (const { why } of reading.blocks) all.push(why)
  for (const { when, model, why, speakerWhy } of statements) all.push(when?.date, unmarked(model), why, speakerWhy)
  for (const { name, mentions } of speakers) all.push(name, ...mentions.map(({ why }) => why))
  return all.filter((value) => value !== null && value !== undefined)
}
