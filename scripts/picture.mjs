#!/usr/bin/env node
/**
 * Makes the README's picture, docs/record.svg, from what the command line prints on a terminal, colours and all.
 *
 *   npm run build && node scripts/picture.mjs
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const PAGE = 'examples/wire-story.txt'
const COLUMNS = 92
/** Lines that the picture has room for; it ends before the statement that would not fit. */
const LINES = 40

const CELL = 8.4
const LINE = 19
const MARGIN = 20
const BAR = 34
const INK = '#d7dae0'
/** The terminal's colours by SGR code. */
const COLOURS = { 31: '#e06c75', 32: '#98c379', 33: '#e5c07b', 34: '#61afef', 35: '#c678dd', 36: '#56b6c2' }

const printed = execFileSync(process.execPath, ['dist/cli/main.js', 'read', PAGE], {
  cwd: ROOT,
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', COLUMNS: String(COLUMNS), NO_COLOR: '' },
})

/** A line's runs of one look: {text, column, colour, bold, dim, italic}. The look goes on from line to line. */
const look = { colour: null, bold: false, dim: false, italic: false }
function runsOf(line) {
  const runs = []
  let column = 0
  for (const [, codes, text] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (text !== undefined) {
      runs.push({ text, column, ...look })
      column += [...text].length
      continue
    }
    for (const code of (codes || '0').split(';').map(Number)) {
      if (code === 0) Object.assign(look, { colour: null, bold: false, dim: false, italic: false })
      else if (code === 1) look.bold = true
      else if (code === 2) look.dim = true
      else if (code === 3) look.italic = true
      else if (code === 22) Object.assign(look, { bold: false, dim: false })
      else if (code === 23) look.italic = false
      else if (code === 39) look.colour = null
      else if (COLOURS[code]) look.colour = COLOURS[code]
    }
  }
  return runs
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

let lines = printed.trimEnd().split('\n')
if (lines.length > LINES) {
  let end = LINES
  while (end > 1 && lines[end].replace(/\u001b\[[\d;]*m/g, '').trim() !== '') end--
  lines = [...lines.slice(0, end), '', '\u001b[2m…\u001b[22m']
}

const width = Math.ceil(COLUMNS * CELL + 2 * MARGIN)
const height = Math.ceil(lines.length * LINE + BAR + LINE + 2 * MARGIN)
const rows = [`$ npx onrecord read ${PAGE}`, ...lines].map((line, i) => {
  const y = BAR + MARGIN + (i + 0.75) * LINE
  return runsOf(line)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, column, colour, bold, dim, italic }) => {
      const lead = text.length - text.trimStart().length
      const shown = text.trim()
      const style = [
        `fill="${colour ?? INK}"`,
        bold ? 'font-weight="700"' : '',
        italic ? 'font-style="italic"' : '',
        dim ? 'opacity="0.6"' : '',
      ]
        .filter(Boolean)
        .join(' ')
      const x = (MARGIN + (column + lead) * CELL).toFixed(1)
      return `<text x="${x}" y="${y.toFixed(1)}" textLength="${([...shown].length * CELL).toFixed(1)}" ${style}>${escaped(shown)}</text>`
    })
    .join('')
})

const dots = ['#ff5f57', '#febc2e', '#28c840']
  .map((fill, i) => `<circle cx="${MARGIN + i * 20}" cy="${BAR / 2 + 2}" r="6" fill="${fill}"/>`)
  .join('')
writeFileSync(
  join(ROOT, 'docs', 'record.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A terminal in which onrecord prints who said what on a page">
<rect width="${width}" height="${height}" rx="10" fill="#1f2329"/>${dots}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
${rows.filter((row) => row !== '').join('\n')}
</g>
</svg>
`,
)
console.log(`docs/record.svg: ${lines.length} lines of ${PAGE}`)
