import type { Statement } from '../model/index.js'
import { readableDate } from './date.js'
import { factsOf, groupByAct, placeWords, speakerWords } from './facts.js'
import { groupBySpeaker } from './grouping.js'
import { wordsOf } from './place.js'
import { type PageRecord, redactionWords } from './record.js'
import type { Order } from './text.js'
import { visible } from './visible.js'

/**
 * A record as Markdown (CommonMark): the page's title, source and date, then who said what, each statement a quotation
 * with its cue, kind, act and place under it. Words from the page are escaped, so that none of them can become markup.
 */
export function toMarkdown(record: PageRecord, order: Order = 'speaker'): string {
  const { page, reading, statements } = record
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
  const redacted = redactionWords(record)
  if (redacted !== null) parts.push(`*${escaped(redacted)}*`)

  const factsFor = factsOf(record)
  for (const { title, who, statements: theirs } of groupsOf(record, order)) {
    if (title !== null) parts.push(`## ${escaped(title)}`)
    if (who.length > 0) parts.push(escaped(who.join(' · ')))
    for (const statement of theirs) {
      const { content, cue } = statement
      const { place, who, notes, undecided } = factsFor(statement)
      const words = content.map((span) => escaped(wordsOf(reading, span))).join(' … ')
      const name = order === 'speaker' ? null : who === null ? 'the page does not say who' : `**${escaped(who)}**`
      const said = [
        name,
        cue && `*${escaped(wordsOf(reading, cue))}*`,
        ...notes.map(escaped),
        undecided && escaped(undecided),
        placeWords(place),
      ]
      parts.push(`> ${words}\n>\n> — ${said.filter((each) => each !== null).join(' · ')}`)
    }
  }
  if (statements.length === 0) parts.push('No statements were found.')
  return `${parts.join('\n\n')}\n`
}

/** A heading's statements. */
interface Section {
  readonly title: string | null
  readonly who: readonly string[]
  readonly statements: readonly Statement[]
}

function groupsOf(record: PageRecord, order: Order): Section[] {
  const { reading, statements } = record
  if (order === 'page') return [{ title: null, who: [], statements }]
  if (order === 'act') return groupByAct(statements).map(({ act, statements }) => ({ title: act, who: [], statements }))
  return groupBySpeaker(record).map(({ name, speaker, statements }) => ({
    title: name ?? 'The page does not say who',
    who: speaker ? speakerWords(reading, speaker) : [],
    statements,
  }))
}

/** A backslash before each mark that CommonMark would read as markup: some anywhere, some only at a line's start. */
export function escaped(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(?:[#+=-]|(\d+)(?=[.)]))/, (start, digits) => (digits ? `${digits}\\` : `\\${start}`))
}

/** An address as a link, where it is one that is safe to follow. */
export function linked(url: string): string {
  const safe = /^https?:\/\/[^\s<>]+$/.test(url) ? visible(url) : null
  return safe === null ? escaped(url) : `<${safe}>`
}
