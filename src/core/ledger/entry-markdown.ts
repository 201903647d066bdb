import { escaped, linked } from '../exports/markdown.js'
import { notesOf, sourceOf, whoOf } from './entry-notes.js'
import type { Entry, Link } from './port.js'

/** A statement as a Markdown quotation with who said it and where it stands. Words of pages never become markup. */
export function entryMarkdown(entry: Entry, answers: readonly Link[] = []): string {
  const { said, page } = entry
  const who = whoOf(entry)
  const parts = [
    who === null ? 'the page does not say who' : `**${escaped(who)}**`,
    ...notesOf(entry).map(escaped),
    escaped(sourceOf(entry)),
    ...(page.url === null ? [] : [linked(page.url)]),
    `\`${said.id.slice(0, 12)}\``,
  ]
  const lines = [`> ${said.content.map(escaped).join(' … ')}\n>\n> — ${parts.join(' · ')}`]
  for (const { kind, answer } of answers) {
    const name = whoOf(answer)
    lines.push(
      `- ${kind} by ${name === null ? 'somebody' : `**${escaped(name)}**`}: ${answer.said.content.map(escaped).join(' … ')} (${escaped(sourceOf(answer))}, \`${answer.said.id.slice(0, 12)}\`)`,
    )
  }
  return lines.join('\n\n')
}
