import { ARTICLE_ROLES, BODY_ROLES, type Hidden, type Role } from '../model/index.js'
import type { PageRecord } from './record.js'
import { type Paint, type Run, Sheet } from './sheet.js'
import type { Terminal } from './terminal.js'
import { count, putHead } from './text.js'
import { visible } from './visible.js'

/**
 * A reading for a person at a terminal: every block, furniture included, with its number, its role, its words and why it
 * has that role; then what was left out because no reader sees it. Every line is ended.
 */
export function toReadingText(record: PageRecord, terminal: Terminal): string {
  const { text, blocks, hidden } = record.reading
  const { palette } = terminal
  const sheet = new Sheet(terminal)
  putHead(sheet, record)
  const digits = String(blocks.length).length
  blocks.forEach(({ start, end, role, level, why }, index) => {
    const paint = paintOf(role, palette)
    const label = role === 'heading' && level ? `heading ${level}` : role
    const number: Run = { text: `${String(index).padStart(digits)} `, paint: palette.quiet }
    const margin: Run = { text: ' '.repeat(digits + 1) }
    sheet.gap()
    sheet.putBoth([{ text: label, paint }], { text: visible(why), paint: palette.quiet }, [number, margin])
    const furniture = !ARTICLE_ROLES.has(role)
    sheet.put(
      [{ text: visible(text.slice(start, end)), paint: furniture ? palette.quiet : undefined }],
      [margin, margin],
    )
  })
  sheet.gap()
  sheet.put([{ text: leftOut(hidden), paint: palette.quiet }])
  return sheet.text()
}

function paintOf(role: Role, palette: Terminal['palette']): Paint {
  if (BODY_ROLES.has(role)) return palette.body
  return ARTICLE_ROLES.has(role) ? palette.head : palette.quiet
}

function leftOut({ scripts, styles, comments, elements, characters }: Hidden): string {
  const parts = [
    scripts > 0 ? count(scripts, 'script') : '',
    styles > 0 ? count(styles, 'style sheet') : '',
    comments > 0 ? count(comments, 'comment') : '',
    elements > 0 ? `${count(elements, 'hidden element')} with ${count(characters, 'character')}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `Left out, because no reader sees them: ${parts.join(', ')}.` : 'Nothing was left out.'
}
