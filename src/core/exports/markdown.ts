import { readableDate } from './date.js'
import { groupByMention } from './grouping.js'
import { placeOf, wordsOf } from './place.js'
import type { PageRecord } from './record.js'
import type { Order } from './text.js'
import { visible } from './visible.js'

/**
 * A record as Markdown (CommonMark): the page's title, source and date, then who said what, each statement a quotation
 * with its cue, kind and place under it. Words from the page are escaped, so that none of them can become markup.
 */
export function toMarkdown({ page, reading, statements }: PageRecord, order: Order = 'speaker'): string {
  const { meta } = reading
  const parts = [`# ${escaped(meta.title ?? page.name ?? page.url ?? 'No title')}`]
  const facts = [
    meta.publisher,
    meta.published ? readableDate(meta.published) : 'no date given',
    meta.authors.length > 0 ? `by ${meta.authors.join(', ')}` : null,
    meta.agency,
  ].filter((fact) => fact !== null)
  parts.push(escaped(facts.join(' · ')))
  if (page.url !== null) parts.push(linked(page.url))

  const groups = order === 'speaker' ? groupByMention(reading, statements) : [{ name: undefined, statements }]
  for (const { name, statements: theirs } of groups) {
    if (name !== undefined) parts.push(`## ${name === null ? 'The page does not say who' : escaped(name)}`)
    for (const statement of theirs) {
      const { content, cue, mention, quotation } = statement
      const { block, offset } = placeOf(reading, statement)
      const words = content.map((span) => escaped(wordsOf(reading, span))).join(' … ')
      const who =
        order === 'page' ? (mention ? `**${escaped(wordsOf(reading, mention))}**` : 'the page does not say who') : null
      const notes = [who, cue && `*${escaped(wordsOf(reading, cue))}*`, quotation, `block ${block}, offset ${offset}`]
      parts.push(`> ${words}\n>\n> — ${notes.filter((note) => note !== null).join(' · ')}`)
    }
  }
  if (statements.length === 0) parts.push('No statements were found.')
  return `${parts.join('\n\n')}\n`
}

/** A backslash before each mark that CommonMark would read as markup: some anywhere, some only at a line's start. */
function escaped(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(?:[#+=-]|(\d+)(?=[.)]))/, (start, digits) => (digits ? `${digits}\\` : `\\${start}`))
}

function linked(url: string): string {
  const safe = /^https?:\/\/[^\s<>]+$/.test(url) ? visible(url) : null
  return safe === null ? escaped(url) : `<${safe}>`
}
