import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultGroup, Met } from './fault.js'

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md')
const BEGIN = '<!-- What follows is written by `npm run faults -- --update`. -->'
const HEADER = '| what goes wrong | what you see | what is kept | how it goes on |'

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** How the row of a fault begins. */
export const beginningOf = (what: string): string => `| ${cell(what)} |`

/** A row of the table, as it stands in the file. */
export function rowOf(what: string, { seen, kept, goesOn }: Met): string {
  return `| ${[what, seen, kept, goesOn].map(cell).join(' | ')} |`
}

/** The rows of docs/reliability.md, in order. */
export function committedRows(): readonly string[] {
  return textAfter()
    .split('\n')
    .filter((line) => line.startsWith('| ') && line !== HEADER && !line.startsWith('| ---'))
}

/** Writes the table anew: rows that were seen, and of what was not met this time those that stand there. */
export function writeTable(groups: readonly FaultGroup[], seen: ReadonlyMap<string, string>): void {
  const before = committedRows()
  const tables = groups.map(({ title, faults }) => {
    const rows = faults.map(({ what }) => seen.get(what) ?? before.find((row) => row.startsWith(beginningOf(what))))
    return `## ${title}\n\n${[HEADER, '| --- | --- | --- | --- |', ...rows.filter(Boolean)].join('\n')}\n`
  })
  const text = readFileSync(FILE, 'utf8')
  writeFileSync(FILE, `${text.slice(0, text.indexOf(BEGIN))}${BEGIN}\n\n${tables.join('\n')}`)
}

function textAfter(): string {
  const text = readFileSync(FILE, 'utf8')
  const at = text.indexOf(BEGIN)
  if (at < 0) throw new Error(`docs/reliability.md has no line ${BEGIN}`)
  return text.slice(at)
}
