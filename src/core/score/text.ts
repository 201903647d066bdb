import { type Figures, INTERVALS, type IntervalName, type Prf } from './figures.js'
import type { Score } from './index.js'
import { MISTAKES, type MistakeName } from './mistakes.js'

/** Of an example no more than this is shown, in UTF-16 code units. */
const LONGEST = 120

const percent = (x: number): string => (100 * x).toFixed(1)

/**
 * A score as tables in Markdown, which can be read as they are.
 *
 * @param examples how many of each mistake are shown
 */
export function scoreText({ documents, missing, unknown, figures, intervals, mistakes }: Score, examples = 3): string {
  const out: string[] = []
  const put = (rows: readonly (readonly string[])[]) => out.push(...tableOf(rows), '')
  out.push(`${documents} documents, ${figures.gold} statements in gold, ${figures.predicted} predicted.`, '')
  if (missing.length > 0) out.push(`Without a prediction, counted as without statements: ${missing.join(', ')}.`, '')
  if (unknown.length > 0) out.push(`Not in gold, left out: ${unknown.join(', ')}.`, '')
  const interval = (name: IntervalName): string => {
    const ends = intervals[name]
    return ends ? `${percent(ends[0])} to ${percent(ends[1])}` : ''
  }
  const row = (title: string, name: IntervalName, { precision, recall, f1 }: Prf) => [
    title,
    percent(precision),
    percent(recall),
    percent(f1),
    interval(name),
  ]
  put([
    ['', 'precision', 'recall', 'F1', '95 % of F1'],
    row('found', 'found', figures.found),
    row('who', 'who', figures.who),
    row('exact', 'exact', figures.exact),
    row('words of content', 'content', figures.words.content),
    row('words of the mention', 'mention', figures.words.mention),
    row('words of the cue', 'cue', figures.words.cue),
  ])
  const shares = (['speaker', 'quotation', 'negated', 'act', 'actMacro'] as const).filter(
    (key) => figures[key] !== null,
  )
  if (shares.length > 0) {
    put([
      ['of those found', 'right', '95 %'],
      ...shares.map((key) => [
        SHARES[key],
        percent(figures[key] as number),
        key in INTERVALS ? interval(key as IntervalName) : '',
      ]),
    ])
  }
  if (figures.acts.length > 0) put(actRows(figures))
  const rows = (Object.keys(MISTAKES) as MistakeName[])
    .map((name) => [name, String(mistakes.filter((m) => m.name === name).length), MISTAKES[name]])
    .filter(([, n]) => n !== '0')
  if (rows.length > 0) put([['mistake', 'how many', 'what it is'], ...rows])
  if (examples > 0) {
    for (const name of Object.keys(MISTAKES) as MistakeName[]) {
      const own = mistakes.filter((m) => m.name === name)
      if (own.length === 0) continue
      out.push(`${name}:`)
      // Spread over the documents, not the first ones.
      const step = Math.max(1, Math.floor(own.length / examples))
      for (let i = 0; i < own.length && i / step < examples; i += step) {
        const { document, at, gold, predicted } = own[i] as (typeof own)[number]
        out.push(`- ${document}, offset ${at}: gold ${quoted(gold)}, predicted ${quoted(predicted)}`)
      }
      out.push('')
    }
  }
  return out.join('\n')
}

const SHARES = {
  speaker: 'speaker',
  quotation: 'kind of quotation',
  negated: 'negated or not',
  act: 'act',
  actMacro: 'act, mean F1 over the acts',
} as const

function actRows({ acts }: Figures): string[][] {
  return [
    ['act', 'gold', 'predicted', 'precision', 'recall', 'F1'],
    ...acts.map(({ act, gold, predicted, precision, recall, f1 }) => [
      act,
      String(gold),
      String(predicted),
      percent(precision),
      percent(recall),
      percent(f1),
    ]),
  ]
}

function quoted(words: string | null): string {
  if (words === null) return 'nothing'
  const flat = words.replace(/\s+/g, ' ')
  return `[${flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat}]`
}

// Columns whose cells are all numbers stand right.
function tableOf(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...rest] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const isRight = head.map((_, column) => rest.every((row) => /^[\d.]*(?: to [\d.]+)?$/.test(row[column] ?? '')))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => (isRight[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, i) => (isRight[i] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2)))
  return [line(head), `|${rule.join('|')}|`, ...rest.map(line)]
}
